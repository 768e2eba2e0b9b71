#include "models/pricing/spoken.h"

#include <QMap>
#include <QStringList>

namespace wemo::pricing {

namespace {
struct Word {
    const char *zh;
    const char *en;
};
/// In the order of LineKind.
constexpr Word words[] = {{"起步價", "starting fare"}, {"時間費", "time"},
                          {"里程費", "distance"},      {"時數方案", "package"},
                          {"逾時費", "overtime"},      {"超里程費", "extra distance"},
                          {"跨區費用", "zone fee"},    {"時段加減價", "time of day"},
                          {"費用上限減免", "cap"},     {"最低費用補足", "floor"},
                          {"WeMo Pass", "WeMo Pass"},  {"優惠券／優惠碼", "coupon or code"},
                          {"進位", "rounding"},        {"騎乘金", "riding credit"}};

bool isChinese(Language language) {
    return language == Language::Chinese;
}
QString pick(Language language, const char *zh, const char *en) {
    return QString::fromUtf8(isChinese(language) ? zh : en);
}
QString dueText(const PricedRide &priced) {
    return moneyText(priced.quote.due * perTwd);
}

/// What the lines of each kind come to, in the order of the stack; what comes to nothing is not worth a word.
QMap<LineKind, Rate> sumsOf(const Quote &quote) {
    QMap<LineKind, Rate> sums;
    for (const Line &line : quote.lines)
        sums[line.kind] += line.amount;
    sums.removeIf([](const auto &sum) { return sum.value() == 0; });
    return sums;
}

QStringList partsOf(const QMap<LineKind, Rate> &sums, bool isLess, Language language) {
    QStringList parts;
    for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum)
        if ((sum.value() < 0) == isLess)
            parts.append(nameOf(sum.key(), language) + u' ' + moneyText(std::abs(sum.value())));
    return parts;
}

QString madeOf(const PricedRide &priced, Language language) {
    const QMap<LineKind, Rate> sums = sumsOf(priced.quote);
    const QString comma = pick(language, "、", ", ");
    QString text = partsOf(sums, false, language).join(comma);
    if (const QStringList less = partsOf(sums, true, language); !less.isEmpty())
        text += pick(language, "，扣除 ", ", less ") + less.join(comma);
    return text;
}

/// A line of the explanation without its amount, cut where the label ends.
LineText stepFrom(QString text, const Line &line, Language language) {
    const QString amount = moneyText(line.amount);
    const QString end = pick(language, "：", ": ") + amount;
    if (!text.endsWith(end))
        return {nameOf(line.kind, language), {}, amount};
    text.chop(end.size());
    const QString comma = pick(language, "，", ", ");
    const qsizetype cut = text.indexOf(comma);
    return cut < 0 ? LineText{text, {}, amount} : LineText{text.left(cut), text.mid(cut + comma.size()), amount};
}
} // namespace

QString nameOf(LineKind kind, Language language) {
    const Word &word = words[static_cast<std::size_t>(kind)];
    return pick(language, word.zh, word.en);
}

QString totalName(Language language) {
    return pick(language, "應付金額", "To pay");
}

std::vector<LineText> stepsOf(const PricedRide &priced, Language language) {
    // the first line tells of the ride
    const QStringList told = (isChinese(language) ? priced.textZh : priced.textEn).split(u'\n').mid(1);
    std::vector<LineText> steps;
    for (qsizetype i = 0; i < priced.quote.lines.size(); ++i)
        steps.push_back(stepFrom(told.value(i), priced.quote.lines[i], language));
    return steps;
}

QString spoken(const PricedRide &priced, Language language) {
    const QString made = madeOf(priced, language);
    const QString text = pick(language, "這趟騎乘 %1 分鐘、%2 公里，應付 %3", "This ride of %1 min and %2 km costs %3")
                             .arg(QString::number(priced.ride.minutes()),
                                  rateText(priced.ride.metres * (perTwd / 1000)), dueText(priced));
    if (made.isEmpty())
        return text + pick(language, "。", ".");
    return text + pick(language, "：", ": ") + made + pick(language, "。", ".");
}

QString spokenChange(const PricedRide &first, const PricedRide &second, Language language) {
    const qint64 more = second.quote.due - first.quote.due;
    const QString text =
        pick(language, "%1 借車應付 %2；%3 借車應付 %4，", "Begun on %1 it costs %2; begun on %3, %4: ")
            .arg(localTimeText(first.ride.start), dueText(first), localTimeText(second.ride.start), dueText(second));
    if (more == 0)
        return text + pick(language, "金額相同。", "the same.");
    return text + (more > 0 ? pick(language, "多 %1。", "%1 more.") : pick(language, "少 %1。", "%1 less."))
                      .arg(moneyText(std::abs(more) * perTwd));
}

QString reading(const PricedRide &priced, Language language) {
    return spoken(priced, language) + u'\n' + (isChinese(language) ? priced.textZh : priced.textEn);
}

} // namespace wemo::pricing
