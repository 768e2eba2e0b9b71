#include "ui/pages/campaigns/campaign_text.h"

#include "ui/widgets/time_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

namespace {
constexpr const char *context = "CampaignText";

struct Word {
    const char *code;
    const char *text;
};

QString translated(const char *text) {
    return QCoreApplication::translate(context, text);
}

template <std::size_t N>
QString find(const Word (&words)[N], const QString &code) {
    for (const Word &word : words)
        if (code == QLatin1StringView(word.code))
            return translated(word.text);
    return {};
}

const Word groups[] = {{"base", QT_TRANSLATE_NOOP("CampaignText", "Base")},
                       {"time", QT_TRANSLATE_NOOP("CampaignText", "Time")},
                       {"distance", QT_TRANSLATE_NOOP("CampaignText", "Distance")},
                       {"packages", QT_TRANSLATE_NOOP("CampaignText", "Package")},
                       {"zones", QT_TRANSLATE_NOOP("CampaignText", "Zone fees")},
                       {"calendar", QT_TRANSLATE_NOOP("CampaignText", "Calendar")},
                       {"cap", QT_TRANSLATE_NOOP("CampaignText", "Cap")},
                       {"takes", QT_TRANSLATE_NOOP("CampaignText", "Takes")}};

const Word members[] = {{"price", QT_TRANSLATE_NOOP("CampaignText", "price")},
                        {"minutes", QT_TRANSLATE_NOOP("CampaignText", "minutes")},
                        {"start", QT_TRANSLATE_NOOP("CampaignText", "from")},
                        {"end", QT_TRANSLATE_NOOP("CampaignText", "to")},
                        {"rate", QT_TRANSLATE_NOOP("CampaignText", "rate")},
                        {"interval", QT_TRANSLATE_NOOP("CampaignText", "each")},
                        {"hours", QT_TRANSLATE_NOOP("CampaignText", "hours")},
                        {"included_km", QT_TRANSLATE_NOOP("CampaignText", "km included")},
                        {"overtime_per_minute", QT_TRANSLATE_NOOP("CampaignText", "overtime")},
                        {"extra_per_km", QT_TRANSLATE_NOOP("CampaignText", "extra km")},
                        {"amount", QT_TRANSLATE_NOOP("CampaignText", "amount")},
                        {"scope", QT_TRANSLATE_NOOP("CampaignText", "of")}};

const Word faults[] = {
    {"inverted", QT_TRANSLATE_NOOP("CampaignText", "It ends before it begins.")},
    {"empty", QT_TRANSLATE_NOOP("CampaignText", "Something has to stand here.")},
    {"required", QT_TRANSLATE_NOOP("CampaignText", "Something has to stand here.")},
    {"out-of-range", QT_TRANSLATE_NOOP("CampaignText", "This is outside what is allowed.")},
    {"wrong-order", QT_TRANSLATE_NOOP("CampaignText", "These do not stand in order: the earlier one comes first.")},
    {"twice", QT_TRANSLATE_NOOP("CampaignText", "This is there twice.")},
    {"covered-by-base", QT_TRANSLATE_NOOP("CampaignText", "The base already covers these minutes.")},
    {"needs-price", QT_TRANSLATE_NOOP("CampaignText", "A tariff needs at least one price.")},
    {"ambiguous", QT_TRANSLATE_NOOP("CampaignText", "It is not clear which of these is meant.")},
    {"not-an-integer", QT_TRANSLATE_NOOP("CampaignText", "Write a whole number, such as 6.")},
    {"not-an-amount",
     QT_TRANSLATE_NOOP("CampaignText", "Write an amount in NT$ with at most four decimals, such as 2.5.")},
    {"bad-json", QT_TRANSLATE_NOOP("CampaignText", "This text is not in the form it was exported in.")},
    {"unknown-word", QT_TRANSLATE_NOOP("CampaignText", "This word is not known here.")},
    {"missing-column", QT_TRANSLATE_NOOP("CampaignText", "The column plan_code or config_version is missing.")},
    {"unknown-column", QT_TRANSLATE_NOOP("CampaignText", "There is no column of this name.")},
    {"unknown-plan", QT_TRANSLATE_NOOP("CampaignText", "No plan on sale has this code.")},
    {"stale-version", QT_TRANSLATE_NOOP("CampaignText", "The price changed after this file was exported. Export it "
                                                        "again; this row is left out.")},
    {"no-header", QT_TRANSLATE_NOOP("CampaignText", "There is no column name above this cell.")},
};

struct Problem {
    const char *code;
    const char *what;
    const char *remedy;
};
const Problem problems[] = {
    {"base-changed", QT_TRANSLATE_NOOP("CampaignText", "Another price has come into force since this was written."),
     QT_TRANSLATE_NOOP("CampaignText", "Look at the new price in the sheet, then save again.")},
    {"plan-retired", QT_TRANSLATE_NOOP("CampaignText", "The plan is no longer on sale."),
     QT_TRANSLATE_NOOP("CampaignText", "Take its change back in the sheet.")},
    {"no-price-before",
     QT_TRANSLATE_NOOP("CampaignText", "The plan has no price before, so it could not be rolled "
                                       "back."),
     QT_TRANSLATE_NOOP("CampaignText", "Give it its first price on its timeline.")},
    {"unchanged", QT_TRANSLATE_NOOP("CampaignText", "Its price stays as it is."),
     QT_TRANSLATE_NOOP("CampaignText", "Nothing to do; it may as well be left out.")},
    {"overlap", QT_TRANSLATE_NOOP("CampaignText", "A later price that is already scheduled is in the way."),
     QT_TRANSLATE_NOOP("CampaignText", "Withdraw that one on the timeline, or publish after it.")},
    {"gap", QT_TRANSLATE_NOOP("CampaignText", "It would leave a time without any price."),
     QT_TRANSLATE_NOOP("CampaignText", "Close the gap on the plan's timeline.")},
    {"past", QT_TRANSLATE_NOOP("CampaignText", "The time to publish has passed."),
     QT_TRANSLATE_NOOP("CampaignText", "Choose a later time.")},
    {"lead", QT_TRANSLATE_NOOP("CampaignText", "It would be published sooner than the lead time allows."),
     QT_TRANSLATE_NOOP("CampaignText", "Choose a later time, or give the reason for the emergency.")},
    {"out-of-range", QT_TRANSLATE_NOOP("CampaignText", "The time to publish is out of range."),
     QT_TRANSLATE_NOOP("CampaignText", "Choose another time.")},
};

QString sign(qint64 amount, bool wanted) {
    if (amount < 0)
        return QStringLiteral("−");
    return wanted && amount > 0 ? QStringLiteral("+") : QString();
}
} // namespace

ui::Pill statusPill(CampaignStatus status) {
    using ui::Tone;
    switch (status) {
    case CampaignStatus::Draft:
        return {Tone::Neutral, QCoreApplication::translate(context, "Draft")};
    case CampaignStatus::Submitted:
        return {Tone::Warning, QCoreApplication::translate(context, "Waiting for approval")};
    case CampaignStatus::Scheduled:
        return {Tone::Info, QCoreApplication::translate(context, "Scheduled")};
    case CampaignStatus::Published:
        return {Tone::Success, QCoreApplication::translate(context, "Published")};
    case CampaignStatus::RolledBack:
        return {Tone::Danger, QCoreApplication::translate(context, "Rolled back")};
    case CampaignStatus::Withdrawn:
        break;
    }
    return {Tone::Neutral, QCoreApplication::translate(context, "Withdrawn")};
}

QString twd(qint64 amount, bool wanted) {
    return sign(amount, wanted) + QStringLiteral("NT$") + QLocale().toString(qAbs(amount));
}

QString share(qint64 part, qint64 whole) {
    if (whole == 0)
        return QStringLiteral("–");
    const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    return QStringLiteral("%1 %").arg(QLocale().toString(percent, 'f', 1));
}

QString columnTitle(const QString &key) {
    static const QRegularExpression form(QStringLiteral(R"(^([a-z]+)(?:_(\d+))?(?:\[(\d+)\])?(?:\.(.+))?$)"));
    const QRegularExpressionMatch match = form.match(key);
    const QString group = find(groups, match.captured(1));
    if (group.isEmpty())
        return key;
    QString number = match.captured(2);
    if (!match.captured(3).isEmpty())
        number = QString::number(match.captured(3).toInt() + 1);
    const QString thing = number.isEmpty() ? group : QStringLiteral("%1 %2").arg(group, number);
    const QString member = find(members, match.captured(4));
    return member.isEmpty() ? thing : QCoreApplication::translate(context, "%1 %2", "Time 1, rate").arg(thing, member);
}

QString cellFault(const FieldError &error) {
    const QString text = find(faults, error.code);
    return text.isEmpty() ? error.message : text;
}

ProblemText problemText(const CampaignProblem &problem) {
    for (const Problem &known : problems) {
        if (problem.code != QLatin1StringView(known.code))
            continue;
        ProblemText text{translated(known.what), translated(known.remedy)};
        if (problem.from)
            text.what += QStringLiteral(" (%1 – %2)")
                             .arg(ui::dateAndTime(*problem.from),
                                  problem.to ? ui::dateAndTime(*problem.to) : QStringLiteral("…"));
        return text;
    }
    return {problem.code, {}};
}

QString rideText(const Ride &ride) {
    return QCoreApplication::translate(context, "%1 min, %2 km")
        .arg(QLocale().toString(ride.minutes()), QLocale().toString(static_cast<double>(ride.metres) / 1000));
}

QString planName(const Plan &plan) {
    return QLocale().language() == QLocale::Chinese ? plan.nameZh : plan.nameEn;
}

} // namespace wemo::pages::campaigns
