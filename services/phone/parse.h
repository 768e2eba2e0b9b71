#pragma once
#include "models/phone/phone_number.h"

namespace wemo::phone {

/// Reads a Taiwan mobile number as a person writes it: "0912-345-678", "+886 912 345 678", full-width digits.
/// libphonenumber decides. InvalidInput with one of the codes not-a-number, impossible, not-taiwan, not-mobile; the
/// message never repeats the input. Thread-safe.
Result<PhoneNumber> parse(QStringView text);

} // namespace wemo::phone
