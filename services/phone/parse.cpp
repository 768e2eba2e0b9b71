#include "services/phone/parse.h"

#if defined(__clang__) || defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#endif
#include <phonenumbers/phonenumberutil.h>
#if defined(__clang__) || defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace wemo::phone {

namespace {
using Util = i18n::phonenumbers::PhoneNumberUtil;

constexpr qsizetype maxLength = 40; // longer than any way to write a number down
constexpr int taiwan = 886;

Failure refused(const char *code, const char *message) {
    return failure(ErrorKind::InvalidInput, QString::fromLatin1(code), QString::fromLatin1(message));
}

Failure notANumber() {
    return refused("not-a-number", "This is not a phone number.");
}

/// Only what people put between digits. The library would also take letters (vanity numbers) and extensions.
bool isWrittenAsNumber(QStringView text) {
    const auto allowed = [](QChar c) {
        return c.isDigit() || c.isSpace() || c.category() == QChar::Punctuation_Dash ||
               QStringView(u"+＋()（）.．・/~").contains(c);
    };
    return !text.isEmpty() && text.size() <= maxLength && std::all_of(text.begin(), text.end(), allowed);
}
} // namespace

Result<PhoneNumber> parse(QStringView text) {
    const QStringView trimmed = text.trimmed();
    if (!isWrittenAsNumber(trimmed))
        return notANumber();
    const Util &util = *Util::GetInstance();
    i18n::phonenumbers::PhoneNumber number;
    switch (util.Parse(trimmed.toUtf8().toStdString(), "TW", &number)) {
    case Util::NO_PARSING_ERROR:
        break;
    case Util::INVALID_COUNTRY_CODE_ERROR:
        return refused("not-taiwan", "This is not a number of Taiwan.");
    case Util::TOO_SHORT_AFTER_IDD:
    case Util::TOO_SHORT_NSN:
    case Util::TOO_LONG_NSN:
        return refused("impossible", "A number of this length does not exist.");
    default:
        return notANumber();
    }
    if (number.country_code() != taiwan)
        return refused("not-taiwan", "Only numbers of Taiwan (+886) are served.");
    if (!util.IsPossibleNumber(number))
        return refused("impossible", "A number of this length does not exist.");
    if (!util.IsValidNumber(number))
        return refused("impossible", "No such number is given out in Taiwan.");
    std::string e164;
    util.Format(number, Util::E164, &e164);
    if (util.GetNumberType(number) != Util::MOBILE)
        return refused("not-mobile", "This is not a mobile number.");
    auto parsed = PhoneNumber::fromE164(QString::fromStdString(e164));
    return parsed ? parsed : Result<PhoneNumber>(refused("not-mobile", "This is not a mobile number."));
}

} // namespace wemo::phone
