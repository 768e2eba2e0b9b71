#include "models/pricing/money.h"

namespace wemo::pricing {

namespace {
constexpr int decimals = 4;
constexpr qsizetype mostDigits = 14; ///< before the point: far more money than there is, and as a rate below 2^63

std::optional<qint64> digitsOf(QStringView text) {
    qint64 value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}
} // namespace

QString rateText(Rate rate) {
    const bool isNegative = rate < 0;
    const quint64 size = isNegative ? 0 - static_cast<quint64>(rate) : static_cast<quint64>(rate);
    QString text = QString::number(size / perTwd);
    if (const quint64 part = size % perTwd; part != 0) {
        QString digits = QString::number(part).rightJustified(decimals, u'0');
        while (digits.endsWith(u'0'))
            digits.chop(1);
        text += u'.' + digits;
    }
    return isNegative ? u'-' + text : text;
}

std::optional<Rate> rateFromText(QStringView text) {
    text = text.trimmed();
    const bool isNegative = text.startsWith(u'-');
    if (isNegative || text.startsWith(u'+'))
        text = text.mid(1);
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.left(point);
    QStringView part = point < 0 ? QStringView() : text.mid(point + 1);
    while (part.size() > decimals && part.endsWith(u'0'))
        part.chop(1);
    if (whole.isEmpty() || whole.size() > mostDigits || part.size() > decimals || (point >= 0 && part.isEmpty()))
        return std::nullopt;
    const auto twd = digitsOf(whole);
    auto fraction = digitsOf(part);
    if (!twd || !fraction)
        return std::nullopt;
    for (qsizetype i = part.size(); i < decimals; ++i)
        *fraction *= 10;
    const Rate rate = *twd * perTwd + *fraction;
    return isNegative ? -rate : rate;
}

} // namespace wemo::pricing
