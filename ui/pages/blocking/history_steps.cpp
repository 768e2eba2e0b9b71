#include "ui/pages/blocking/history_steps.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/widgets/time_text.h"

namespace wemo::pages::blocking {

namespace {
QString sourceLine(const HistoryEntry &entry, Instant now) {
    QStringList parts{ui::shortTime(entry.at, now)};
    if (!entry.event.isEmpty())
        parts.append(eventWord(entry.event));
    if (!entry.actor.isEmpty())
        parts.append(Words::tr("by %1").arg(entry.actor));
    return parts.join(QStringLiteral("  ·  "));
}

QString reasonLine(const HistoryEntry &entry) {
    QStringList parts;
    if (entry.until)
        parts.append(Words::tr("until %1").arg(ui::dateAndTime(*entry.until)));
    const bool byBan = entry.what == wemo::blocking::HistoryWhat::Refused && entry.note == u"banned";
    if (byBan)
        parts.append(Words::tr("It is on the ban list."));
    else if (!entry.note.isEmpty())
        parts.append(entry.note);
    return parts.join(QStringLiteral(" – "));
}
} // namespace

QList<ui::TimelineStep> historySteps(const QList<HistoryEntry> &entries, Instant now) {
    using wemo::blocking::HistoryWhat;
    QList<ui::TimelineStep> steps;
    for (const HistoryEntry &entry : entries) {
        ui::TimelineStep step;
        step.at = entry.at;
        step.tone = whatTone(entry.what);
        step.moved = entry.what != HistoryWhat::Counted && entry.what != HistoryWhat::Observed;
        step.word = whatWord(entry.what);
        step.source = sourceLine(entry, now);
        step.sourceToolTip = entry.policyId.isEmpty() ? QString() : Words::tr("Policy %1").arg(entry.policyId);
        step.code = entry.requestId;
        step.reason = reasonLine(entry);
        steps.append(step);
    }
    return steps;
}

} // namespace wemo::pages::blocking
