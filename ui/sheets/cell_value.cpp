#include "ui/sheets/cell_value.h"

#include "ui/sheets/table.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cmath>

namespace wemo::sheets {

namespace {
constexpr int shownDigits = 15;
constexpr double mostSerial = 2'958'466; ///< 9999-12-31, and a day
constexpr double fakeLeapDay = 60;       ///< 1900-02-29, which never was
constexpr qint64 secondsOfDay = 86'400;

QString withoutTrailingZeros(QString text) {
    if (!text.contains(u'.'))
        return text;
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

/// The place of the escape's end, or -1: "_xHHHH_" at `at`.
bool isEscape(QStringView text, qsizetype at) {
    const QStringView part = text.mid(at, 7);
    if (part.size() < 7 || !part.startsWith(u"_x") || part[6] != u'_')
        return false;
    for (const QChar c : part.mid(2, 4))
        if (!((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F')))
            return false;
    return true;
}

bool isForbiddenInXml(QChar c) {
    const char16_t code = c.unicode();
    return (code < 0x20 && code != u'\t' && code != u'\n') || code == 0xFFFE || code == 0xFFFF;
}
} // namespace

QString numberText(const QString &raw) {
    bool isNumber = false;
    const double number = isPlainNumber(raw) ? 0 : raw.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return raw;
    if (number == 0)
        return QStringLiteral("0");
    const int exponent = static_cast<int>(std::floor(std::log10(std::fabs(number))));
    if (exponent >= shownDigits || exponent < -shownDigits)
        return QString::number(number, 'g', shownDigits);
    return withoutTrailingZeros(QString::number(number, 'f', std::max(0, shownDigits - 1 - exponent)));
}

QString dateText(const QString &raw, bool isFrom1904) {
    bool isNumber = false;
    const double serial = raw.toDouble(&isNumber);
    if (!isNumber || !(serial >= 0 && serial < mostSerial) || (!isFrom1904 && std::floor(serial) == fakeLeapDay))
        return numberText(raw);
    const QDate epoch = isFrom1904 ? QDate(1904, 1, 1) : QDate(1899, 12, serial > fakeLeapDay ? 30 : 31);
    const qint64 seconds = std::llround(serial * static_cast<double>(secondsOfDay));
    const QTime time = QTime(0, 0).addSecs(static_cast<int>(seconds % secondsOfDay));
    if (seconds < secondsOfDay && !isFrom1904)
        return time.toString("HH:mm:ss");
    const QString day = epoch.addDays(seconds / secondsOfDay).toString(Qt::ISODate);
    return seconds % secondsOfDay == 0 ? day : day + u' ' + time.toString("HH:mm:ss");
}

bool isDateFormat(int id) {
    // 27–36 and 50–58 are those of Chinese, Japanese and Korean editions.
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

bool isDateFormat(const QString &code) {
    static const QRegularExpression literals(R"("[^"]*"|\\.|_.|\*.|\[[^\]]*\])");
    static const QRegularExpression parts("[ymdhs]", QRegularExpression::CaseInsensitiveOption);
    const QString rest = QString(code).remove(literals).remove("General", Qt::CaseInsensitive);
    return rest.contains(parts);
}

QString unescaped(const QString &text) {
    if (!text.contains(u"_x"))
        return text;
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isEscape(text, i)) {
            result += QChar(text.mid(i + 2, 4).toUShort(nullptr, 16));
            i += 6;
        } else {
            result += text[i];
        }
    }
    return result;
}

QString escaped(const QString &text) {
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isForbiddenInXml(text[i]))
            result += QString("_x%1_")
                          .arg(static_cast<uint>(text[i].unicode()), 4, 16, QChar(u'0'))
                          .toUpper()
                          .replace(u'X', u'x');
        else if (isEscape(text, i))
            result += QStringLiteral("_x005F_");
        else
            result += text[i];
    }
    return result;
}

} // namespace wemo::sheets
