#include "ui/pages/pricing/pricing_text.h"

#include "models/pricing/explain.h"

#include <QCoreApplication>

namespace wemo::pages::pricing {

using namespace wemo::pricing;
using ui::Tone;

namespace {
QString tr(const char *text) {
    return QCoreApplication::translate("Pricing", text);
}

struct StatusText {
    Tone tone;
    const char *word;
    const char *sentence;
};

StatusText textOf(IntervalStatus status) {
    switch (status) {
    case IntervalStatus::Draft:
        return {Tone::Neutral, QT_TRANSLATE_NOOP("Pricing", "Draft"),
                QT_TRANSLATE_NOOP("Pricing", "Being written; no ride is priced by it.")};
    case IntervalStatus::Submitted:
        return {Tone::Progress, QT_TRANSLATE_NOOP("Pricing", "Submitted"),
                QT_TRANSLATE_NOOP("Pricing", "Waits for the approval of somebody other than its author.")};
    case IntervalStatus::Scheduled:
        return {Tone::Info, QT_TRANSLATE_NOOP("Pricing", "Scheduled"),
                QT_TRANSLATE_NOOP("Pricing", "Approved; comes into force when it begins.")};
    case IntervalStatus::Effective:
        return {Tone::Success, QT_TRANSLATE_NOOP("Pricing", "In force"),
                QT_TRANSLATE_NOOP("Pricing", "Rides that begin now are priced by it.")};
    case IntervalStatus::Ended:
        return {Tone::Neutral, QT_TRANSLATE_NOOP("Pricing", "Ended"),
                QT_TRANSLATE_NOOP("Pricing", "Its time is over. The past cannot change.")};
    case IntervalStatus::Withdrawn:
        return {Tone::Warning, QT_TRANSLATE_NOOP("Pricing", "Withdrawn"),
                QT_TRANSLATE_NOOP("Pricing", "Taken back before it began; no ride is priced by it.")};
    }
    return {Tone::Neutral, "", ""};
}

StatusText textOf(CampaignStatus status) {
    switch (status) {
    case CampaignStatus::Draft:
        return {Tone::Neutral, QT_TRANSLATE_NOOP("Pricing", "Draft"), ""};
    case CampaignStatus::Submitted:
        return {Tone::Progress, QT_TRANSLATE_NOOP("Pricing", "Submitted"), ""};
    case CampaignStatus::Scheduled:
        return {Tone::Info, QT_TRANSLATE_NOOP("Pricing", "Scheduled"), ""};
    case CampaignStatus::Published:
        return {Tone::Success, QT_TRANSLATE_NOOP("Pricing", "Published"), ""};
    case CampaignStatus::RolledBack:
        return {Tone::Warning, QT_TRANSLATE_NOOP("Pricing", "Rolled back"), ""};
    case CampaignStatus::Withdrawn:
        return {Tone::Warning, QT_TRANSLATE_NOOP("Pricing", "Withdrawn"), ""};
    }
    return {Tone::Neutral, "", ""};
}

struct ProblemText {
    const char *code;
    const char *text;
};
/// Those a sentence is enough for; overlaps and gaps name what they are about.
const ProblemText problems[] = {
    {"empty", QT_TRANSLATE_NOOP("Pricing", "It ends when it begins, so it would never be in force.")},
    {"inverted", QT_TRANSLATE_NOOP("Pricing", "It ends before it begins.")},
    {"past", QT_TRANSLATE_NOOP("Pricing", "It begins in the past, and the past cannot change.")},
    {"lead-time", QT_TRANSLATE_NOOP("Pricing", "It begins sooner than the lead time of 20 minutes allows. Choose a "
                                               "later time or give an emergency reason.")},
    {"overlap", QT_TRANSLATE_NOOP("Pricing", "Another approved price begins while it would be in force.")},
    {"gap", QT_TRANSLATE_NOOP("Pricing", "There is a time without any price beside it.")},
    {"out-of-range", QT_TRANSLATE_NOOP("Pricing", "Times must be between 2000 and 2200.")},
    {"base-changed", QT_TRANSLATE_NOOP("Pricing", "Another price came into force since this change was written. Look "
                                                  "at it again.")},
    {"plan-retired", QT_TRANSLATE_NOOP("Pricing", "The plan is no longer on sale.")},
    {"no-price-before", QT_TRANSLATE_NOOP("Pricing", "The plan has no price before this change, so there is nothing to "
                                                     "go back to.")},
    {"unchanged", QT_TRANSLATE_NOOP("Pricing", "The new price is the same as the one in force.")},
};

QString sentenceOf(const QString &code) {
    for (const ProblemText &problem : problems)
        if (code == QLatin1StringView(problem.code))
            return tr(problem.text);
    return code;
}

QString sentenceOf(const QString &code, const QString &other, const std::optional<Instant> &from,
                   const std::optional<Instant> &to) {
    if (code == QLatin1StringView("overlap") && !other.isEmpty())
        return QCoreApplication::translate("Pricing", "It overlaps with another approved price: %1.").arg(other);
    if (code == QLatin1StringView("gap") && from)
        return QCoreApplication::translate("Pricing", "There would be no price: %1.").arg(spanText(*from, to));
    return sentenceOf(code);
}
} // namespace

QString statusWord(IntervalStatus status) {
    return tr(textOf(status).word);
}
Tone statusTone(IntervalStatus status) {
    return textOf(status).tone;
}
ui::Pill statusPill(IntervalStatus status) {
    return {statusTone(status), statusWord(status)};
}
QString statusSentence(IntervalStatus status) {
    return tr(textOf(status).sentence);
}

QString statusWord(CampaignStatus status) {
    return tr(textOf(status).word);
}
Tone statusTone(CampaignStatus status) {
    return textOf(status).tone;
}
ui::Pill statusPill(CampaignStatus status) {
    return {statusTone(status), statusWord(status)};
}

QString faultText(const TimelineProblem &problem, const QString &other) {
    const bool isGap = problem.fault == TimelineFault::Gap;
    return sentenceOf(toString(problem.fault), other, isGap ? std::optional(problem.gapFrom) : std::nullopt,
                      problem.gapTo);
}

QString problemText(const CampaignProblem &problem, const QString &other) {
    return sentenceOf(problem.code, other, problem.from, problem.to);
}

QStringList knownProblemCodes() {
    QStringList codes;
    for (const ProblemText &problem : problems)
        codes.append(QString::fromLatin1(problem.code));
    return codes;
}

QString spanText(Instant from, const std::optional<Instant> &to) {
    if (!to)
        return QCoreApplication::translate("Pricing", "from %1 on").arg(localTimeText(from));
    return QStringLiteral("%1 – %2").arg(localTimeText(from), localTimeText(*to));
}

QString differenceText(qint64 twd) {
    if (twd == 0)
        return QCoreApplication::translate("Pricing", "no change");
    return (twd > 0 ? QStringLiteral("+") : QString()) + moneyText(twd * perTwd);
}

} // namespace wemo::pages::pricing
