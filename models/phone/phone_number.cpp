#include "models/phone/phone_number.h"

namespace wemo::phone {

Result<PhoneNumber> PhoneNumber::fromE164(QStringView text) {
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (text.size() != 13 || !text.startsWith(u"+8869") || !std::all_of(text.begin() + 1, text.end(), isDigit))
        return failure(ErrorKind::InvalidInput, "bad-phone-number", "Expected a Taiwan mobile number.");
    return PhoneNumber(text.toString());
}

QString PhoneNumber::national() const {
    return m_e164.isEmpty() ? QString() : "0" + m_e164.mid(4);
}

QString PhoneNumber::masked() const {
    const QString number = national();
    return number.isEmpty() ? QString() : number.left(4) + "•••" + number.right(3);
}

} // namespace wemo::phone
