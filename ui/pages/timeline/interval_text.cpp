#include "ui/pages/timeline/interval_text.h"

#include "ui/pages/pricing/pricing_text.h"
#include "ui/widgets/time_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace wemo::pages::timeline {

using namespace wemo::pricing;

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(IntervalText)
};
} // namespace

QString minuteText(Instant at) {
    return ui::toTaipei(at).toString(QStringLiteral("yyyy/MM/dd HH:mm"));
}

QString lengthText(Milliseconds length) {
    const qint64 minutes = length.count() / 60'000;
    const qint64 days = minutes / 1440;
    const qint64 hours = minutes / 60 % 24;
    if (days > 0)
        return hours > 0 ? Words::tr("%1 d %2 h").arg(days).arg(hours) : Words::tr("%1 d").arg(days);
    return hours > 0 ? Words::tr("%1 h %2 min").arg(hours).arg(minutes % 60) : Words::tr("%1 min").arg(minutes);
}

QString problemText(const TimelineProblem &problem, const QList<Interval> &others) {
    if (problem.fault == TimelineFault::Gap)
        return problem.gapTo ? Words::tr("No price for %1").arg(lengthText(*problem.gapTo - problem.gapFrom))
                             : Words::tr("No price from %1 on").arg(minuteText(problem.gapFrom));
    QString other;
    for (const Interval &one : others)
        if (problem.other != 0 && one.id == problem.other)
            other = pages::pricing::spanText(one.from, one.to);
    return pages::pricing::faultText(problem, other);
}

QString actionWord(const QString &action) {
    static const std::pair<const char *, const char *> words[] = {
        {"pricing.interval.create", QT_TRANSLATE_NOOP("IntervalText", "Draft drawn up")},
        {"pricing.interval.update", QT_TRANSLATE_NOOP("IntervalText", "Draft changed")},
        {"pricing.interval.delete", QT_TRANSLATE_NOOP("IntervalText", "Draft deleted")},
        {"pricing.interval.submit", QT_TRANSLATE_NOOP("IntervalText", "Submitted for approval")},
        {"pricing.interval.approve", QT_TRANSLATE_NOOP("IntervalText", "Approved")},
        {"pricing.interval.reject", QT_TRANSLATE_NOOP("IntervalText", "Sent back")},
        {"pricing.interval.withdraw", QT_TRANSLATE_NOOP("IntervalText", "Taken away")},
        {"pricing.interval.rollback", QT_TRANSLATE_NOOP("IntervalText", "Rolled back")},
        {"pricing.plan.create", QT_TRANSLATE_NOOP("IntervalText", "Plan created")},
        {"pricing.plan.update", QT_TRANSLATE_NOOP("IntervalText", "Plan changed")},
        {"pricing.plan.retire", QT_TRANSLATE_NOOP("IntervalText", "Plan retired")},
        {"pricing.config.create", QT_TRANSLATE_NOOP("IntervalText", "Config saved")},
    };
    for (const auto &[code, word] : words)
        if (action == QLatin1StringView(code))
            return QCoreApplication::translate("IntervalText", word);
    return action;
}

} // namespace wemo::pages::timeline
