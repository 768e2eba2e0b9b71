#include "services/sms/message_sender.h"

#include "services/live/outbox.h"
#include "services/runtime/failpoint.h"

namespace wemo::sms {

MessageSender::MessageSender(storage::Database &database, MessageLog &log, std::function<void()> afterCommit,
                             queue::JobOptions job, SendGuard guard)
    : m_database(database)
    , m_log(log)
    , m_afterCommit(std::move(afterCommit))
    , m_job(std::move(job))
    , m_guard(std::move(guard)) {}

Result<Requested> MessageSender::send(const NewMessage &message) {
    const Result<Requested> requested =
        m_database.write([&](storage::Connection &connection) { return add(connection, message); });
    if (requested) {
        WEMO_FAILPOINT("sms.after-record");
        m_afterCommit();
    }
    return requested;
}

Result<Requested> MessageSender::add(storage::Connection &connection, const NewMessage &message) {
    const Result<void> may = m_guard ? m_guard(message) : Result<void>();
    Result<Requested> taken = may ? take(connection, message) : Failure(may.error());
    const bool isRepeat = !taken && (!may || taken.error().code == u"duplicate") && !message.idempotencyKey.isEmpty();
    if (!isRepeat)
        return taken;
    const auto first = firstOf(connection, message);
    if (!first)
        return Failure(first.error());
    return *first ? Result<Requested>(**first) : taken;
}

Result<Requested> MessageSender::take(storage::Connection &connection, const NewMessage &message) {
    const Result<MessageRecord> record = m_log.insert(connection, message);
    if (!record)
        return Failure(record.error());
    const Id id = record->message.id;
    if (!message.fingerprint.isEmpty())
        if (const auto kept = connection.execute(
                "sms/mark_key", {{"key", message.idempotencyKey}, {"fingerprint", message.fingerprint}});
            !kept)
            return Failure(kept.error());
    const auto queued = live::Outbox::addJob(connection, Lanes::queueNameOf(message.purpose), jobFor(id, message));
    return queued ? Result<Requested>(Requested{id, true}) : Failure(queued.error());
}

Result<std::optional<Requested>> MessageSender::firstOf(storage::Connection &connection, const NewMessage &message) {
    const auto rows = connection.query("sms/read_key", {{"key", message.idempotencyKey}});
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return std::optional<Requested>();
    if (rows->first().bytes("fingerprint") != message.fingerprint)
        return failure(ErrorKind::Conflict, "idempotency-key-reused",
                       "This Idempotency-Key belongs to another request.");
    return std::optional(Requested{rows->first().integer("message_id"), false});
}

/// What is scheduled waits in our own queue and not at the gateway: here it is taken back in one transaction, while a
/// gateway may be silent, or answer that it has begun.
queue::NewJob MessageSender::jobFor(Id id, const NewMessage &message) const {
    queue::JobOptions options = m_job;
    options.priority = Lanes::queuePriorityOf(message.purpose, message.priority);
    if (message.sendAt)
        options.delay = std::max(Milliseconds(0), Milliseconds(*message.sendAt - m_log.clock().now()));
    return Lanes::jobOf(id, options);
}

} // namespace wemo::sms
