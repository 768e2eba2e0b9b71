#include "models/sms/reply.h"

namespace wemo::sms {

QJsonObject toJson(const Reply &reply) {
    return {{"id", idToString(reply.id)},
            {"at", toIso(reply.at)},
            {"number", reply.maskedNumber},
            {"text", reply.text},
            {"message_id", reply.messageId ? QJsonValue(idToString(*reply.messageId)) : QJsonValue()},
            {"gateway", reply.gateway}};
}

Result<Reply> replyFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Reply reply;
    reply.id = reader.id("id");
    reply.at = reader.instant("at");
    reply.maskedNumber = reader.string("number", 40, 0);
    reply.text = reader.string("text", 4000, 0);
    reply.messageId = reader.optionalId("message_id");
    reply.gateway = reader.string("gateway", 100, 0);
    return reader.finishLenient(std::move(reply));
}

} // namespace wemo::sms
