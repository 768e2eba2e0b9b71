#include "ui/pages/pricing/config_text.h"

#include "models/pricing/money_json.h"
#include "ui/pages/pricing/config_words.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <bit>

namespace wemo::pages::pricing {

using namespace wemo::pricing;

namespace {
constexpr std::size_t mostFeeLines = 8;
constexpr int summaryLines = 3;
constexpr int everyDay = 127;

struct Writer {
    Q_DECLARE_TR_FUNCTIONS(ConfigText)
};

QString hours(qint64 minutes) {
    return minutes % 60 == 0 ? Writer::tr("%1 h").arg(minutes / 60) : Writer::tr("%1 min").arg(minutes);
}

QString clock(int minute) {
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QChar(u'0')).arg(minute % 60, 2, 10, QChar(u'0'));
}

QString priceOf(const Segment &segment, bool isTime) {
    const QString money = moneyText(segment.rate);
    if (segment.interval == 0)
        return Writer::tr("%1 once").arg(money);
    if (segment.interval == 1)
        return isTime ? Writer::tr("%1 per min").arg(money) : Writer::tr("%1 per km").arg(money);
    return isTime ? Writer::tr("%1 each %2 min").arg(money).arg(segment.interval)
                  : Writer::tr("%1 each %2 km").arg(money).arg(segment.interval);
}

QString lineOf(const Segment &segment, bool isTime) {
    const QString price = priceOf(segment, isTime);
    if (segment.end)
        return (isTime ? Writer::tr("From %1 to %2 min %3") : Writer::tr("From %1 to %2 km %3"))
            .arg(segment.start)
            .arg(*segment.end)
            .arg(price);
    if (segment.start == 0)
        return price;
    return (isTime ? Writer::tr("From %1 min on %2") : Writer::tr("From %1 km on %2")).arg(segment.start).arg(price);
}

QString lineOf(const Package &package) {
    QStringList parts{
        Writer::tr("%1 h with %2 km for %3").arg(package.hours).arg(package.includedKm).arg(moneyText(package.price))};
    if (package.overtimePerMinute > 0)
        parts.append(Writer::tr("overtime %1 per min").arg(moneyText(package.overtimePerMinute)));
    if (package.extraPerKm > 0)
        parts.append(Writer::tr("further %1 per km").arg(moneyText(package.extraPerKm)));
    return parts.join(Writer::tr(", "));
}

QString daysOf(int weekdays) {
    if (weekdays == everyDay)
        return Writer::tr("every day");
    const QStringList words{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    QStringList days;
    for (int day = 0; day < words.size(); ++day)
        if (weekdays & (1 << day))
            days.append(weekdayLabel(words.at(day)));
    return days.join(Writer::tr(", "));
}

QString effectOf(const CalendarRule &rule) {
    const QString sign = rule.value > 0 ? QStringLiteral("+") : QString();
    if (rule.effect == CalendarEffect::Percent)
        return sign + percentText(rule.value) + u'%';
    const QString money = sign + moneyText(rule.value);
    return rule.effect == CalendarEffect::Flat ? Writer::tr("%1 once").arg(money) : Writer::tr("%1 per min").arg(money);
}

QString lineOf(const CalendarRule &rule) {
    const QString &own = currentLanguage() == Language::Chinese ? rule.nameZh : rule.nameEn;
    QStringList when{daysOf(rule.weekdays)};
    if (rule.fromMinute != 0 || rule.toMinute != 1440)
        when.append(QStringLiteral("%1–%2").arg(clock(rule.fromMinute), clock(rule.toMinute)));
    if (rule.holidays == HolidayRule::Only)
        when.append(Writer::tr("holidays only"));
    if (rule.holidays == HolidayRule::Never)
        when.append(Writer::tr("not on holidays"));
    const QString what = QStringLiteral("%1 %2").arg(when.join(Writer::tr(", ")), effectOf(rule));
    return own.isEmpty() ? what : Writer::tr("%1: %2").arg(own, what);
}

struct Lines {
    QStringList &lines;
    const CatalogNames &names;

    void operator()(const Base &base) const {
        lines.append(base.minutes > 0 ? Writer::tr("First %1 min %2").arg(base.minutes).arg(moneyText(base.price))
                                      : Writer::tr("Flat fee %1").arg(moneyText(base.price)));
    }
    void operator()(const TimeSegments &time) const {
        for (const Segment &segment : time.segments)
            lines.append(lineOf(segment, true));
    }
    void operator()(const DistanceSegments &distance) const {
        for (const Segment &segment : distance.segments)
            lines.append(lineOf(segment, false));
    }
    void operator()(const Packages &packages) const {
        for (const Package &package : packages.packages)
            lines.append(lineOf(package));
    }
    void operator()(const ZoneFees &zones) const {
        for (std::size_t i = 0; i < std::min(zones.fees.size(), mostFeeLines); ++i) {
            const ZoneFee &fee = zones.fees[i];
            lines.append(
                QStringLiteral("%1 → %2 %3").arg(names.zone(fee.from), names.zone(fee.to), moneyText(fee.amount)));
        }
        if (zones.fees.size() > mostFeeLines)
            lines.append(Writer::tr("… and further zone fees: %1").arg(zones.fees.size() - mostFeeLines));
    }
    void operator()(const Calendar &calendar) const {
        for (const CalendarRule &rule : calendar.rules)
            lines.append(lineOf(rule));
        if (!calendar.holidays.empty())
            lines.append(Writer::tr("Holidays named: %1").arg(calendar.holidays.size()));
    }
    void operator()(const Cap &cap) const {
        lines.append((cap.scope == CapScope::Time ? Writer::tr("Time charges at most %1 in each %2")
                                                  : Writer::tr("At most %1 in each %2"))
                         .arg(moneyText(cap.amount), hours(cap.minutes)));
    }
};

QString benefitsLine(const Config &config) {
    QStringList refused;
    if (!config.takesPass)
        refused.append(benefitLabel("pass"));
    if (!config.takesCode)
        refused.append(benefitLabel("code"));
    if (!config.takesCredit)
        refused.append(benefitLabel("credit"));
    return refused.isEmpty() ? QString() : Writer::tr("Not taken: %1").arg(refused.join(Writer::tr(", ")));
}
} // namespace

QStringList configLines(const Config &config, const CatalogNames &names) {
    QStringList lines;
    for (const Component &component : config.components)
        std::visit(Lines{lines, names}, component);
    if (const QString benefits = benefitsLine(config); !benefits.isEmpty())
        lines.append(benefits);
    return lines;
}

QString configSummary(const Config &config, const CatalogNames &names) {
    const QStringList lines = configLines(config, names);
    const QString text = lines.mid(0, summaryLines).join(QStringLiteral(" · "));
    return lines.size() > summaryLines ? text + QStringLiteral(" …") : text;
}

ConfigView::ConfigView(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("configView"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_text->setObjectName(QStringLiteral("configViewText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_text);
}

void ConfigView::setConfig(const Config &config, const CatalogNames &names) {
    m_config = config;
    m_names = names;
    follow();
}

QString ConfigView::text() const {
    return m_text->text();
}

void ConfigView::follow() {
    m_text->setText(configLines(m_config, m_names).join(u'\n'));
}

void ConfigView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        follow();
}

} // namespace wemo::pages::pricing
