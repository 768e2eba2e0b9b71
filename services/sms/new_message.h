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

    QString language = QStringLiteral("zh-TW"); ///< of the text
    int priority = 0;                           ///< higher ones go first among those that wait
    std::optional<Instant> sendAt = {};         ///< not before; nothing = at once
    std::optional<Id> resendOf = {};            ///< the message that this one is sent again for
    QString bulk = {};                          ///< id of the bulk job it came from
    QByteArray fingerprint = {};                ///< keyed hash of the request behind the key; empty = never compared
};

} // namespace wemo::sms
