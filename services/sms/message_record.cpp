#include "services/sms/message_record.h"

namespace wemo::sms {

namespace {
std::optional<Instant> instant(const storage::Row &row, const char *column) {
    const std::optional<qint64> ms = row.optionalInteger(column);
    return ms ? std::optional(fromMs(*ms)) : std::nullopt;
}

DeliveryState state(const storage::Row &row) {
    return deliveryStateFromString(row.text("state")).value_or(DeliveryState::Unknown);
}
} // namespace

Message messageOf(const storage::Row &row) {
    Message m;
    m.id = row.integer("id");
    m.createdAt = fromMs(row.integer("created_at"));
    m.updatedAt = fromMs(row.integer("updated_at"));
    m.maskedNumber = row.text("number_masked");
    m.purpose = purposeFromString(row.text("purpose")).value_or(Purpose::Otp);
    m.templateName = row.text("template");
    m.text = row.text("text");
    m.segments = static_cast<int>(row.integer("segments"));
    m.state = state(row);
    m.reason = row.text("reason");
    m.rawCode = row.text("raw_code");
    m.gateway = row.text("gateway");
    m.batchId = row.text("batch_id");
    m.requestId = row.text("request_id");
    m.costTenThousandths = row.integer("cost");
    m.acceptedAt = instant(row, "accepted_at");
    m.sentAt = instant(row, "sent_at");
    m.finalAt = instant(row, "final_at");
    m.version = static_cast<int>(row.integer("version"));
    m.priority = static_cast<int>(row.integer("priority"));
    m.language = row.text("language");
    m.scheduledAt = instant(row, "scheduled_at");
    m.resendOf = row.optionalInteger("resend_of");
    m.prefix = row.text("prefix");
    m.verifiedAt = instant(row, "verified_at");
    m.realCost = row.integer("real_cost");
    m.bulk = row.text("bulk");
    return m;
}

MessageRecord recordOf(const storage::Row &row) {
    MessageRecord record;
    record.message = messageOf(row);
    record.numberSealed = row.bytes("number_sealed");
    record.bodySealed = row.bytes("body_sealed");
    record.validityMinutes = static_cast<int>(row.integer("validity_minutes"));
    record.attempts = static_cast<int>(row.integer("attempts"));
    record.polls = static_cast<int>(row.integer("polls"));
    record.inTheAir = row.integer("in_the_air") != 0;
    record.deadline = instant(row, "deadline_at");
    record.nextPoll = instant(row, "next_poll_at");
    return record;
}

MessageEvent eventOf(const storage::Row &row) {
    MessageEvent e;
    e.id = row.integer("id");
    e.at = fromMs(row.integer("at"));
    e.gatewayAt = instant(row, "gateway_at");
    e.source = row.text("source");
    e.state = state(row);
    e.verdict = row.text("verdict");
    e.rawCode = row.text("raw_code");
    e.reason = row.text("reason");
    e.note = row.text("note");
    return e;
}

} // namespace wemo::sms
