#include "models/sms/message.h"

#include "models/core/enum_names.h"

#include <QJsonArray>

namespace wemo::sms {

namespace {
constexpr EnumNames<Purpose, 3> purposes{{
    {Purpose::Otp, "otp"},
    {Purpose::Transactional, "transactional"},
    {Purpose::Marketing, "marketing"},
}};

QJsonValue orNull(const std::optional<Instant> &at) {
    return at ? QJsonValue(toIso(*at)) : QJsonValue();
}
} // namespace

QString toString(Purpose purpose) {
    return purposes.toString(purpose);
}
std::optional<Purpose> purposeFromString(QStringView text) {
    return purposes.fromString(text);
}

QJsonObject toJson(const Message &m) {
    return {{"id", idToString(m.id)},
            {"created_at", toIso(m.createdAt)},
            {"updated_at", toIso(m.updatedAt)},
            {"number", m.maskedNumber},
            {"purpose", toString(m.purpose)},
            {"template", m.templateName},
            {"text", m.text},
            {"segments", m.segments},
            {"state", toString(m.state)},
            {"reason", m.reason},
            {"raw_code", m.rawCode},
            {"gateway", m.gateway},
            {"batch_id", m.batchId},
            {"request_id", m.requestId},
            {"cost", m.costTenThousandths},
            {"accepted_at", orNull(m.acceptedAt)},
            {"sent_at", orNull(m.sentAt)},
            {"final_at", orNull(m.finalAt)},
            {"version", m.version},
            {"priority", m.priority},
            {"language", m.language},
            {"scheduled_at", orNull(m.scheduledAt)},
            {"resend_of", m.resendOf ? QJsonValue(idToString(*m.resendOf)) : QJsonValue()},
            {"prefix", m.prefix},
            {"verified_at", orNull(m.verifiedAt)},
            {"real_cost", m.realCost},
            {"bulk", m.bulk}};
}

Result<Message> messageFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Message m;
    m.id = reader.id("id");
    m.createdAt = reader.instant("created_at");
    m.updatedAt = reader.instant("updated_at");
    m.maskedNumber = reader.string("number", 40);
    m.purpose = reader.word("purpose", purposeFromString);
    m.templateName = reader.string("template", 100, 0);
    m.text = reader.string("text", 4000, 0);
    m.segments = static_cast<int>(reader.integer("segments", 0, 100));
    m.state = reader.word("state", deliveryStateFromString);
    m.reason = reader.string("reason", 100, 0);
    m.rawCode = reader.string("raw_code", 200, 0);
    m.gateway = reader.string("gateway", 100, 0);
    m.batchId = reader.string("batch_id", 200, 0);
    m.requestId = reader.string("request_id", 200, 0);
    m.costTenThousandths = reader.integer("cost", 0, 1'000'000'000'000);
    m.acceptedAt = reader.optionalInstant("accepted_at");
    m.sentAt = reader.optionalInstant("sent_at");
    m.finalAt = reader.optionalInstant("final_at");
    m.version = static_cast<int>(reader.integer("version", 0, 1'000'000'000));
    m.priority = static_cast<int>(reader.integer("priority", minPriority, maxPriority));
    m.language = reader.string("language", 20);
    m.scheduledAt = reader.optionalInstant("scheduled_at");
    m.resendOf = reader.optionalId("resend_of");
    m.prefix = reader.string("prefix", 10, 0);
    m.verifiedAt = reader.optionalInstant("verified_at");
    m.realCost = reader.integer("real_cost", 0, 1'000'000'000'000);
    m.bulk = reader.string("bulk", 100, 0);
    return reader.finishLenient(std::move(m));
}

QJsonObject toJson(const MessageEvent &e) {
    return {{"id", idToString(e.id)}, {"at", toIso(e.at)},          {"gateway_at", orNull(e.gatewayAt)},
            {"source", e.source},     {"state", toString(e.state)}, {"verdict", e.verdict},
            {"raw_code", e.rawCode},  {"reason", e.reason},         {"note", e.note}};
}

Result<MessageEvent> messageEventFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    MessageEvent e;
    e.id = reader.id("id");
    e.at = reader.instant("at");
    e.gatewayAt = reader.optionalInstant("gateway_at");
    e.source = reader.string("source", 40);
    e.state = reader.word("state", deliveryStateFromString);
    e.verdict = reader.string("verdict", 40);
    e.rawCode = reader.string("raw_code", 200, 0);
    e.reason = reader.string("reason", 100, 0);
    e.note = reader.string("note", 1000, 0);
    return reader.finishLenient(std::move(e));
}

QJsonObject toJson(const MessageDetail &detail) {
    QJsonArray events;
    for (const MessageEvent &event : detail.events)
        events.append(toJson(event));
    return {{"message", toJson(detail.message)}, {"events", events}};
}

Result<MessageDetail> messageDetailFromJson(const QJsonObject &json) {
    MessageDetail detail;
    if (Result<Message> message = messageFromJson(json.value("message").toObject()))
        detail.message = *message;
    else
        return Failure(message.error());
    const QJsonArray events = json.value("events").toArray();
    for (const QJsonValue &value : events) {
        Result<MessageEvent> event = messageEventFromJson(value.toObject());
        if (!event)
            return Failure(event.error());
        detail.events.append(*event);
    }
    return detail;
}

} // namespace wemo::sms
