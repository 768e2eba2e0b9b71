#include "services/sms/acts.h"

#include "services/runtime/log.h"

namespace wemo::sms {

namespace {
Failure tooLate() {
    return failure(ErrorKind::Conflict, "too-late", "It has left, or has ended: there is nothing to cancel any more.");
}

/// Still here: nothing of it has been given away.
bool isHere(const MessageRecord &record) {
    const DeliveryState state = record.message.state;
    return state == DeliveryState::Created || (state == DeliveryState::Submitting && !record.inTheAir);
}

Result<void> writeNote(storage::Connection &connection, const Act &act, const Message &message) {
    return act.note ? act.note(connection, message) : Result<void>();
}
} // namespace

Result<Message> MessageActs::resend(Id id, const Act &act) {
    const auto sent = m_parts.database.write([&](storage::Connection &connection) -> Result<Message> {
        auto candidate = m_parts.resender.hold(connection, id);
        if (!candidate)
            return Failure(candidate.error());
        const Result<QString> refusal = m_parts.resender.refusalOf(*candidate);
        if (!refusal || !refusal->isEmpty())
            return refusal ? failure(Resender::errorOf(*refusal, *candidate)) : Failure(refusal.error());
        const auto requested = m_parts.resender.send(connection, *candidate, act);
        if (!requested)
            return Failure(requested.error());
        const auto message = m_parts.log.lock(connection, requested->id);
        if (!message)
            return Failure(message.error());
        const auto written = writeNote(connection, act, message->message);
        return written ? Result<Message>(message->message) : Failure(written.error());
    });
    if (sent)
        m_parts.afterCommit();
    return sent;
}

Result<MessageRecord> MessageActs::read(Id id) {
    return m_parts.database.read([&](storage::Connection &connection) -> Result<MessageRecord> {
        const auto rows = connection.query("sms/read_message", {{"id", id}});
        if (!rows)
            return Failure(rows.error());
        if (rows->isEmpty())
            return failure(ErrorKind::NotFound, "message-not-found", "There is no such message.");
        return recordOf(rows->first());
    });
}

Result<Message> MessageActs::cancel(Id id, const Act &act) {
    const Result<MessageRecord> before = read(id);
    if (!before)
        return Failure(before.error());
    const bool isAtGateway = before->message.state == DeliveryState::Scheduled;
    if (isAtGateway)
        if (const auto taken = takeBack(*before); !taken)
            return Failure(taken.error());
    const auto message = end(id, act, isAtGateway ? before->message.batchId : QString());
    if (!message)
        return message;
    m_parts.afterCommit();
    if (!isAtGateway)
        removeJob(*message);
    return message;
}

Result<void> MessageActs::takeBack(const MessageRecord &record) {
    Gateway *gateway = m_parts.gateways.find(record.message.gateway);
    if (!gateway)
        return failure(ErrorKind::Conflict, "no-gateway", "Its gateway is not configured any more.");
    const Result<CancelAnswer> answer = gateway->cancel(record.message.batchId);
    if (!answer)
        return Failure(answer.error());
    return answer->canceled > 0 ? Result<void>() : tooLate();
}

/// With a batch, the gateway has taken it back: that is a fact, whatever the record says by now.
Result<Message> MessageActs::end(Id id, const Act &act, const QString &batchId) {
    return m_parts.database.write([&](storage::Connection &connection) -> Result<Message> {
        Result<MessageRecord> record = m_parts.log.lock(connection, id);
        if (!record)
            return Failure(record.error());
        if (batchId.isEmpty() && !isHere(*record))
            return tooLate();
        News canceled;
        canceled.source = "staff";
        canceled.state = DeliveryState::Canceled;
        canceled.reason = "canceled-by-staff";
        canceled.note = QString("%1 canceled it: %2").arg(act.by, act.reason);
        if (const auto applied = m_parts.log.apply(connection, *record, canceled); !applied)
            return Failure(applied.error());
        const auto written = writeNote(connection, act, record->message);
        return written ? Result<Message>(record->message) : Failure(written.error());
    });
}

/// A job that stays does no harm: its worker finds the message canceled.
void MessageActs::removeJob(const Message &message) {
    queue::Control control(m_parts.lanes.of(message.purpose));
    if (const auto removed = control.remove({jobIdOf(message.id).toStdString()}); !removed)
        runtime::log::warn("canceled-job-stays", {{"code", removed.error().code}});
}

Result<Message> MessageActs::poll(Id id, const Act &act) {
    const Result<MessageRecord> record = read(id);
    if (!record)
        return Failure(record.error());
    if (record->message.batchId.isEmpty())
        return failure(ErrorKind::Conflict, "not-submitted", "No gateway has taken it, so there is none to ask.");
    Gateway *gateway = m_parts.gateways.find(record->message.gateway);
    if (!gateway)
        return failure(ErrorKind::Conflict, "no-gateway", "Its gateway is not configured any more.");
    const auto number = m_parts.log.numberOf(*record);
    const auto receipts = gateway->query(record->message.batchId);
    if (!number || !receipts)
        return Failure(!number ? number.error() : receipts.error());
    for (const Receipt &receipt : *receipts)
        if (receipt.number == number->e164() && receipt.isRecognised && !receipt.isReply)
            if (const auto taken = m_parts.receipts.takeFor(id, receipt, "poll"); !taken)
                return Failure(taken.error());
    return noted(id, act);
}

Result<Message> MessageActs::noted(Id id, const Act &act) {
    return m_parts.database.write([&](storage::Connection &connection) -> Result<Message> {
        const Result<MessageRecord> record = m_parts.log.lock(connection, id);
        if (!record)
            return Failure(record.error());
        const auto written = writeNote(connection, act, record->message);
        return written ? Result<Message>(record->message) : Failure(written.error());
    });
}

} // namespace wemo::sms
