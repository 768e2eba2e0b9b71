#include "ui/pages/sms/receipt_timeline.h"

#include "ui/pages/sms/reason_text.h"
#include "ui/pages/sms/state_text.h"
#include "ui/widgets/time_text.h"

#include <QCoreApplication>

namespace wemo::pages::sms {

using wemo::sms::MessageEvent;

namespace {
QString sourceLine(const MessageEvent &event) {
    QString text = sourceWord(event.source);
    if (event.gatewayAt)
        text += QStringLiteral("  ·  ") +
                QCoreApplication::translate("ReceiptTimeline", "gateway time %1").arg(ui::timeOfDay(*event.gatewayAt));
    return text;
}

QString whyLine(const MessageEvent &event) {
    if (!event.reason.isEmpty())
        return explainReason(event.reason, event.rawCode).sentence;
    return verdictWord(event.verdict);
}
} // namespace

QList<ui::TimelineStep> receiptSteps(const QList<MessageEvent> &events) {
    QList<ui::TimelineStep> steps;
    for (const MessageEvent &event : events) {
        ui::TimelineStep step;
        step.at = event.at;
        step.tone = stateTone(event.state);
        step.moved = event.verdict.isEmpty() || event.verdict == u"moved";
        step.word = stateWord(event.state);
        step.source = sourceLine(event);
        step.sourceToolTip = event.note;
        if (!event.rawCode.isEmpty())
            step.code = QCoreApplication::translate("ReceiptTimeline", "code %1").arg(event.rawCode);
        step.reason = whyLine(event);
        steps.append(step);
    }
    return steps;
}

} // namespace wemo::pages::sms
