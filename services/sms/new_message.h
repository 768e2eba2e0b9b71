#pragma once
#include "models/phone/phone_number.h"
#include "models/sms/message.h"

namespace wemo::sms {

/// A message somebody asks for.
struct NewMessage {
    phone::PhoneNumber number;
    Purpose purpose = Purpose::Otp;
    QString templateName;    ///< "otp.sign_in", …
    QString text;            ///< whole, code and all; sealed until the gateway has answered, then gone
    QString shownText;       ///< with "••••••" where the code stands: what is stored, listed and logged
    int validityMinutes = 5; ///< the gateway stops trying after that; a job that comes later is not sent at all
    QString requestId;       ///< of the HTTP request behind it
    QString idempotencyKey;  ///< at most 200 characters; the same key gives the same message again. Empty = none
};

} // namespace wemo::sms
