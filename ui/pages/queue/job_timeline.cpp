#include "ui/pages/queue/job_timeline.h"

#include "ui/pages/queue/queue_text.h"
#include "ui/widgets/time_text.h"

#include <QCoreApplication>

namespace wemo::pages::queue {

namespace {
/// What an event says beside its name, as far as it tells a person something: a due time in words, no state it came
/// from.
QString detailText(const wemo::queue::JobEvent &event) {
    if (event.event == u"delayed") {
        const Result<Instant> due = fromIso(event.detail);
        return due ? QCoreApplication::translate("Queue", "until %1").arg(ui::timeOfDayMs(*due)) : event.detail;
    }
    if (event.event == u"retries-exhausted" && !event.detail.isEmpty())
        return QCoreApplication::translate("Queue", "%1 attempts").arg(event.detail);
    if (event.event == u"added" || wemo::queue::jobStateFromString(event.detail))
        return {};
    return event.detail;
}
} // namespace

QList<ui::TimelineStep> jobSteps(const QList<wemo::queue::JobEvent> &events) {
    QList<ui::TimelineStep> steps;
    for (const wemo::queue::JobEvent &event : events) {
        ui::TimelineStep step;
        step.at = event.at;
        step.tone = eventTone(event.event);
        step.moved = event.event != u"progress" && event.event != u"duplicated";
        step.word = eventWord(event.event);
        step.reason = detailText(event);
        steps.append(step);
    }
    return steps;
}

} // namespace wemo::pages::queue
