#include "models/pricing/explain.h"

#include "models/pricing/money_json.h"

#include <QDateTime>
#include <QLocale>

namespace wemo::pricing {

namespace {
QString pick(Language language, const char *zh, const char *en) {
    return QString::fromUtf8(language == Language::Chinese ? zh : en);
}

template <typename T>
const T *componentOf(const Config &config, const Line &line) {
    if (line.component < 0 || static_cast<std::size_t>(line.component) >= config.components.size())
        return nullptr;
    return std::get_if<T>(&config.components[static_cast<std::size_t>(line.component)]);
}
template <typename T>
const T *partOf(const std::vector<T> &parts, const Line &line) {
    const auto part = static_cast<std::size_t>(line.part);
    return line.part >= 0 && part < parts.size() ? &parts[part] : nullptr;
}

QString span(const Segment &segment, Language language, bool isTime) {
    const QString unit = isTime ? pick(language, "分鐘", "min") : pick(language, "公里", "km");
    if (segment.end)
        return pick(language, "（第 %1–%2 %3）", " (from %1 to %2 %3)").arg(segment.start).arg(*segment.end).arg(unit);
    if (segment.start > 0)
        return pick(language, "（超過 %1 %2）", " (beyond %1 %2)").arg(segment.start).arg(unit);
    return {};
}

QString times(const Line &line, Language language, const Segment *segment, bool isTime) {
    const QString rate = moneyText(line.rate);
    switch (line.unit) {
    case Unit::Minutes:
        return pick(language, "%1 分鐘 × %2", "%1 min × %2").arg(line.quantity).arg(rate);
    case Unit::Kilometres:
        return pick(language, "%1 公里 × %2", "%1 km × %2").arg(line.quantity).arg(rate);
    case Unit::Intervals: {
        const QString each =
            isTime ? pick(language, "每 %1 分鐘", "each %1 min") : pick(language, "每 %1 公里", "each %1 km");
        return pick(language, "%1 次 × %2（%3）", "%1 × %2 (%3)")
            .arg(line.quantity)
            .arg(rate, each.arg(segment ? segment->interval : 1));
    }
    case Unit::Windows:
        return line.quantity > 1 ? pick(language, "%1 個時段 × %2", "%1 windows × %2").arg(line.quantity).arg(rate)
                                 : QString();
    case Unit::Percent: {
        const QString percent = percentText(line.rate) + u'%';
        return line.rate > 0 ? u'+' + percent : percent;
    }
    case Unit::Once:
        break;
    }
    return {};
}

LineText segmentText(const Line &line, const Config &config, Language language) {
    const bool isTime = line.kind == LineKind::Time;
    const auto *time = componentOf<TimeSegments>(config, line);
    const auto *distance = componentOf<DistanceSegments>(config, line);
    const Segment *segment = isTime ? (time ? partOf(time->segments, line) : nullptr)
                                    : (distance ? partOf(distance->segments, line) : nullptr);
    const QString name = isTime ? pick(language, "時間費", "Time") : pick(language, "里程費", "Distance");
    return {
        name + (segment ? span(*segment, language, isTime) : QString()), times(line, language, segment, isTime), {}};
}

QString baseLabel(const Line &line, const Config &config, Language language) {
    const auto *base = componentOf<Base>(config, line);
    if (!base || base->minutes == 0)
        return pick(language, "起步價", "Starting fare");
    return pick(language, "起步價（含前 %1 分鐘）", "Starting fare (first %1 min)").arg(base->minutes);
}

QString packageLabel(const Line &line, const Config &config, Language language) {
    const auto *packages = componentOf<Packages>(config, line);
    const Package *package = packages ? partOf(packages->packages, line) : nullptr;
    if (!package)
        return pick(language, "時數方案", "Package");
    return pick(language, "%1 小時方案（含 %2 公里）", "%1 h package (%2 km included)")
        .arg(package->hours)
        .arg(package->includedKm);
}

QString zoneLabel(const Line &line, const Ride &ride, const Names &names, Language language) {
    return (line.rate < 0 ? pick(language, "還車補貼（%1 → %2）", "Return subsidy (%1 → %2)")
                          : pick(language, "跨區還車費（%1 → %2）", "Return zone fee (%1 → %2)"))
        .arg(names.zone(ride.pickupZone, language), names.zone(ride.returnZone, language));
}

QString ruleLabel(const Line &line, const Config &config, Language language) {
    const auto *calendar = componentOf<Calendar>(config, line);
    const CalendarRule *rule = calendar ? partOf(calendar->rules, line) : nullptr;
    const QString name = !rule ? QString() : language == Language::Chinese ? rule->nameZh : rule->nameEn;
    if (!name.isEmpty())
        return name;
    return line.amount < 0 ? pick(language, "時段優惠", "Time of day discount")
                           : pick(language, "時段加價", "Time of day surcharge");
}

QString windowText(qint64 minutes, Language language) {
    if (minutes % 60 == 0)
        return pick(language, "%1 小時", "%1 h").arg(minutes / 60);
    return pick(language, "%1 分鐘", "%1 min").arg(minutes);
}

QString capLabel(const Line &line, const Config &config, Language language) {
    const auto *cap = componentOf<Cap>(config, line);
    if (!cap)
        return pick(language, "費用上限", "Cap");
    return pick(language, "費用上限（每 %1 最多 %2）", "Cap (%2 in each %1)")
        .arg(windowText(cap->minutes, language), moneyText(cap->amount));
}

LineText benefitText(const Line &line, const Ride &ride, Language language) {
    const Benefit *benefit = partOf(ride.benefits, line);
    QString label = line.kind == LineKind::Pass   ? QString("WeMo Pass")
                    : line.kind == LineKind::Code ? pick(language, "優惠券／優惠碼", "Coupon or code")
                                                  : pick(language, "騎乘金", "Riding credit");
    if (!benefit)
        return {label, {}, {}};
    if (!benefit->code.isEmpty())
        label += pick(language, "（%1）", " (%1)").arg(benefit->code);
    if (line.amount == 0 && line.isCut)
        return {label, pick(language, "本次未折抵", "not used on this ride"), {}};
    if (benefit->effect == BenefitEffect::FreeMinutes)
        return {label, pick(language, "前 %1 分鐘免費", "first %1 min free").arg(benefit->value), {}};
    if (benefit->effect == BenefitEffect::Percent)
        return {label, u'-' + percentText(benefit->value) + u'%', {}};
    if (line.kind == LineKind::Code && line.isCut)
        return {label,
                pick(language, "面額 %1，未用完不保留", "worth %1; the rest is lost").arg(moneyText(benefit->value)),
                {}};
    return {label, {}, {}};
}

LineText withoutAmount(const Line &line, const Config &config, const Ride &ride, const Names &names,
                       Language language) {
    switch (line.kind) {
    case LineKind::Base:
        return {baseLabel(line, config, language), {}, {}};
    case LineKind::Time:
    case LineKind::Distance:
        return segmentText(line, config, language);
    case LineKind::Package:
        return {packageLabel(line, config, language), {}, {}};
    case LineKind::Overtime:
        return {pick(language, "逾時費", "Overtime"), times(line, language, nullptr, true), {}};
    case LineKind::ExtraDistance:
        return {pick(language, "超里程費", "Extra distance"), times(line, language, nullptr, false), {}};
    case LineKind::Zone:
        return {zoneLabel(line, ride, names, language), {}, {}};
    case LineKind::Calendar:
        return {ruleLabel(line, config, language), times(line, language, nullptr, true), {}};
    case LineKind::Cap:
        return {capLabel(line, config, language), times(line, language, nullptr, true), {}};
    case LineKind::Floor:
        return {pick(language, "費用最低為 0 元", "A fare is never below 0"), {}, {}};
    case LineKind::Rounding:
        return {pick(language, "進位至整數元", "Rounded up to whole dollars"), {}, {}};
    case LineKind::Pass:
    case LineKind::Code:
    case LineKind::Credit:
        return benefitText(line, ride, language);
    }
    return {};
}

QString kilometreText(qint64 metres) {
    return rateText(metres * (perTwd / 1000)); // the same decimals, for what is no money
}

QString opening(const Ride &ride, const QString &planName, const Names &names, Language language) {
    QString text = pick(language, "您在 %1 借車，騎乘 %2 分鐘、%3 公里，適用「%4」。",
                        "Your ride began on %1 and took %2 min and %3 km; it is priced by “%4”.")
                       .arg(localTimeText(ride.start))
                       .arg(ride.minutes())
                       .arg(kilometreText(ride.metres), planName);
    if (!ride.pickupZone.isEmpty() && !ride.returnZone.isEmpty())
        text += pick(language, "借車區域：%1，還車區域：%2。", " Picked up in %1, returned in %2.")
                    .arg(names.zone(ride.pickupZone, language), names.zone(ride.returnZone, language));
    return text;
}
} // namespace

QString Names::zone(const QString &code, Language language) const {
    const auto found = zones.constFind(code);
    if (found == zones.constEnd())
        return code.isEmpty() ? pick(language, "未指定", "not given") : code;
    return language == Language::Chinese ? found->nameZh : found->nameEn;
}

QString moneyText(Rate amount) {
    const QString digits = rateText(amount < 0 ? -amount : amount);
    const qsizetype point = digits.indexOf(u'.');
    const QString whole =
        QLocale(QLocale::English).toString(digits.left(point < 0 ? digits.size() : point).toLongLong());
    return (amount < 0 ? QString(QChar(0x2212)) : QString()) + "NT$" + whole +
           (point < 0 ? QString() : digits.mid(point));
}

QString localTimeText(Instant at) {
    return QDateTime::fromMSecsSinceEpoch(toMs(at) + localOffsetMs, Qt::UTC).toString("yyyy/MM/dd HH:mm");
}

LineText textOf(const Line &line, const Config &config, const Ride &ride, const Names &names, Language language) {
    LineText text = withoutAmount(line, config, ride, names, language);
    text.amount = moneyText(line.amount);
    return text;
}

QString explain(const Quote &quote, const std::vector<const Config *> &configs, const Ride &ride,
                const QString &planName, const Names &names, Language language) {
    QString text = opening(ride, planName, names, language) + u'\n';
    for (const Line &line : quote.lines) {
        const auto stretch = static_cast<std::size_t>(line.stretch);
        const LineText one = textOf(line, *configs[stretch < configs.size() ? stretch : 0], ride, names, language);
        text += one.label;
        if (!one.detail.isEmpty())
            text += pick(language, "，", ", ") + one.detail;
        text += pick(language, "：", ": ") + one.amount + u'\n';
    }
    text += pick(language, "應付金額：%1\n", "To pay: %1\n").arg(moneyText(quote.due * perTwd));
    return text;
}

} // namespace wemo::pricing
