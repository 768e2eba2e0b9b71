#include "ui/pages/sms/search_kind.h"

#include <QRegularExpression>

namespace wemo::pages::sms {

namespace {
constexpr int shortestId = 16; // one digit more than the longest phone number

/// The letters people put into a phone number, those of a Chinese keyboard among them.
bool standsInNumbers(QChar letter) {
    static const QString between = QString::fromUtf8("+-().#/ \t＋－（）．　–—");
    return letter.isDigit() || between.contains(letter);
}

bool isGuid(const QString &text) {
    static const QRegularExpression shape(
        QStringLiteral("^\\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\}?$"));
    return shape.match(text).hasMatch();
}
} // namespace

SearchKind searchKindOf(const QString &typed) {
    const QString text = typed.trimmed();
    if (isGuid(text) || text.startsWith(u'#') || text.startsWith(u'$'))
        return SearchKind::Batch;
    if (!std::all_of(text.cbegin(), text.cend(), standsInNumbers))
        return SearchKind::Request;
    const auto digits = std::count_if(text.cbegin(), text.cend(), [](QChar letter) { return letter.isDigit(); });
    return digits >= shortestId && digits == text.size() ? SearchKind::Message : SearchKind::Number;
}

} // namespace wemo::pages::sms
