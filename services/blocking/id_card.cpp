#include "services/blocking/id_card.h"

#include <algorithm>

namespace wemo::blocking {

namespace {
constexpr qsizetype length = 10;

/// The county's letter as the two digits that the check counts.
int codeOf(QChar letter) {
    static const QString order = QStringLiteral("ABCDEFGHJKLMNPQRSTUVXYWZIO"); // from 10 on
    return static_cast<int>(order.indexOf(letter)) + 10;
}

/// Weights 1, 9, 8, …, 1, 1; a second letter counts by the last digit of its code.
bool isChecked(const QString &text) {
    const int county = codeOf(text[0]);
    int sum = county / 10 + county % 10 * 9;
    for (int i = 1; i < length; ++i) {
        const int digit = text[i].isLetter() ? codeOf(text[i]) % 10 : text[i].digitValue();
        sum += digit * std::max(1, 9 - i);
    }
    return sum % 10 == 0;
}
} // namespace

Result<QString> idCard(const QString &text) {
    const QString upper = text.toUpper();
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const bool isFit = upper.size() == length && upper[0] >= u'A' && upper[0] <= u'Z' &&
                       QStringView(u"1289ABCD").contains(upper[1]) &&
                       std::all_of(upper.begin() + 2, upper.end(), isDigit);
    if (!isFit)
        return failure(ErrorKind::InvalidInput, "bad-id-card", "This is not a number of an ID card.");
    if (!isChecked(upper))
        return failure(ErrorKind::InvalidInput, "bad-check-digit", "The check digit does not fit: a digit is wrong.");
    return upper;
}

} // namespace wemo::blocking
