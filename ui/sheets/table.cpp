#include "ui/sheets/table.h"

namespace wemo::sheets {

namespace {
constexpr int mostDigits = 15; ///< that a double keeps, and a spreadsheet program shows

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}
} // namespace

bool isPlainNumber(const QString &text) {
    const qsizetype first = text.startsWith(u'-') ? 1 : 0;
    const qsizetype point = text.indexOf(u'.');
    const qsizetype end = point < 0 ? text.size() : point;
    if (first == end || text.size() > mostDigits + 2)
        return false;
    bool isZero = true;
    int digits = 0;
    for (qsizetype i = first; i < text.size(); ++i) {
        if (i == point)
            continue;
        if (!isDigit(text[i]))
            return false;
        isZero &= text[i] == u'0';
        ++digits;
    }
    const bool hasNeedlessZero = text[first] == u'0' && end > first + 1;
    const bool hasNoDecimals = point >= 0 && (point + 1 == text.size() || text.endsWith(u'0'));
    return digits <= mostDigits && !hasNeedlessZero && !hasNoDecimals && !(isZero && first == 1);
}

} // namespace wemo::sheets
