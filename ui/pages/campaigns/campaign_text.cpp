#include "ui/pages/campaigns/campaign_text.h"

#include "ui/pages/pricing/pricing_text.h"

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

/// What to do about a problem; what it is, the pricing pages say.
const Word remedies[] = {
    {"base-changed", QT_TRANSLATE_NOOP("CampaignText", "Look at the new price in the sheet, then save again.")},
    {"plan-retired", QT_TRANSLATE_NOOP("CampaignText", "Take its change back in the sheet.")},
    {"no-price-before", QT_TRANSLATE_NOOP("CampaignText", "Give it its first price on its timeline.")},
    {"unchanged", QT_TRANSLATE_NOOP("CampaignText", "Nothing to do; it may as well be left out.")},
    {"overlap", QT_TRANSLATE_NOOP("CampaignText", "Withdraw the other price on the timeline, or publish after it.")},
    {"gap", QT_TRANSLATE_NOOP("CampaignText", "Close the gap on the plan's timeline.")},
    {"past", QT_TRANSLATE_NOOP("CampaignText", "Choose a later time.")},
    {"lead-time", QT_TRANSLATE_NOOP("CampaignText", "Choose a later time, or give the reason for the emergency.")},
    {"out-of-range", QT_TRANSLATE_NOOP("CampaignText", "Choose another time.")},
};

QString sign(qint64 amount, bool wanted) {
    if (amount < 0)
        return QStringLiteral("−");
    return wanted && amount > 0 ? QStringLiteral("+") : QString();
}
} // namespace

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
    return member.isEmpty() ? thing
                            : QCoreApplication::translate("CampaignText", "%1 %2", "Time 1, rate").arg(thing, member);
}

QString cellFault(const FieldError &error) {
    const QString text = find(faults, error.code);
    return text.isEmpty() ? error.message : text;
}

ProblemText problemText(const CampaignProblem &problem) {
    return {pages::pricing::problemText(problem), find(remedies, problem.code)};
}

QString rideText(const Ride &ride) {
    return QCoreApplication::translate("CampaignText", "%1 min, %2 km")
        .arg(QLocale().toString(ride.minutes()), QLocale().toString(static_cast<double>(ride.metres) / 1000));
}

} // namespace wemo::pages::campaigns
