#include "services/runtime/redactor.h"

#include "models/core/id.h"
#include "services/runtime/log.h"

#include <QDateTime>
#include <QRegularExpression>

namespace wemo::runtime::log {

namespace {
const QString secretMark = QStringLiteral("[secret]");
const QString digitsMark = QStringLiteral("[digits]");

/// Ids of ours are 18 or 19 digits; no phone number is longer than 15. A phone number with a code glued to it is told
/// apart by the time inside an id.
bool isIdOfOurs(QStringView digits) {
    if (digits.size() < 18 || digits.startsWith(u'0'))
        return false;
    const std::optional<Id> id = idFromString(digits);
    constexpr qint64 year = 365LL * 86'400'000, epoch2020 = 1'577'836'800'000;
    const qint64 made = id ? epoch2020 + (*id >> 21) : 0;
    return made > epoch2020 + 4 * year && made < QDateTime::currentMSecsSinceEpoch() + 86'400'000;
}

int digitCount(QStringView text) {
    int count = 0;
    for (const QChar character : text)
        count += character.isDigit() ? 1 : 0;
    return count;
}

/// Random text changes between letters, digits and capitals at every other character; words and CamelCase do not. Two
/// capitals side by side count as a change too, unless all of it is capitals (SQLSTATE).
bool looksRandom(QStringView text) {
    enum class Kind { None, Upper, Lower, Digit };
    Kind before = Kind::None;
    qsizetype changes = 0, capitalPairs = 0;
    bool hasLower = false;
    for (const QChar c : text) {
        if (!c.isLetterOrNumber())
            continue;
        const Kind kind = c.isDigit() ? Kind::Digit : c.isUpper() ? Kind::Upper : Kind::Lower;
        hasLower |= kind == Kind::Lower;
        if (before == Kind::Upper && kind == Kind::Upper)
            ++capitalPairs;
        else if (before != Kind::None && kind != before && !(before == Kind::Upper && kind == Kind::Lower))
            ++changes;
        before = kind;
    }
    return (changes + (hasLower ? capitalPairs : 0)) * 4 >= text.size();
}

/// Every match of `pattern`, replaced by what `judge` gives for it.
template <typename Judge>
QString replaceEach(const QString &text, const QRegularExpression &pattern, Judge judge) {
    QString result;
    qsizetype copied = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(copied, match.capturedStart() - copied);
        result += judge(match.captured());
        copied = match.capturedEnd();
    }
    result += QStringView(text).mid(copied);
    return result;
}

QString judgeDigits(const QString &found) {
    static const QRegularExpression harmless(
        R"(^(?:(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?:[T ][0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:\.[0-9]{3})?)?)"
        R"(|(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?::[0-9]{1,5})?)$)");
    const int digits = digitCount(found);
    const bool together = digits == found.size();
    if (together ? digits < 4 || isIdOfOurs(found) : digits < 6 && !found.contains(QRegularExpression(R"(\d{4})")))
        return found;
    return harmless.match(found).hasMatch() ? found : digitsMark;
}
} // namespace

bool isSecretName(QStringView fieldName) {
    for (const QStringView word :
         {u"password", u"secret", u"token", u"authorization", u"cookie", u"otp", u"pepper", u"pwd"})
        if (fieldName.contains(word, Qt::CaseInsensitive))
            return true;
    return false;
}

QString redact(const QString &text) {
    static const QRegularExpression userInfo(R"((?<=://)[^/@\s]*@)");
    static const QRegularExpression bearer(R"(\b(?:Bearer|Basic)\s+\S+)", QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression jwt(R"(eyJ[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*){0,4})");
    static const QRegularExpression token(R"([A-Za-z0-9_+=~-]{16,})");
    // Digits of any script, with at most three joining characters (also invisible ones) between two of them.
    static const QRegularExpression digits(R"(\d(?:[\s\p{Cf}().,:_/T\x{00B7}\x{2010}-\x{2015}-]{0,3}\d)*)",
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString result = replaceEach(text, userInfo, [](const QString &) { return secretMark + "@"; });
    result = replaceEach(result, bearer, [](const QString &) { return secretMark; });
    result = replaceEach(result, jwt, [](const QString &) { return secretMark; });
    result = replaceEach(result, token, [](const QString &found) {
        return digitCount(found) < found.size() && looksRandom(found) ? secretMark : found;
    });
    return replaceEach(result, digits, judgeDigits);
}

} // namespace wemo::runtime::log
