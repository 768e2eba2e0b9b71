#pragma once
#include "models/core/json_reader.h"

#include <QJsonObject>

namespace wemo::sms {

/// What a rider answered to a message.
struct Reply {
    Id id = 0;
    Instant at; ///< as the gateway says, else when we heard of it
    QString maskedNumber;
    QString text;
    std::optional<Id> messageId; ///< the message it answers; nothing = it fits none
    QString gateway;
};

QJsonObject toJson(const Reply &reply);
Result<Reply> replyFromJson(const QJsonObject &json);

} // namespace wemo::sms
