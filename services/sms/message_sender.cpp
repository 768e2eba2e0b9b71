#include "services/sms/message_sender.h"

#include "services/live/outbox.h"
#include "services/runtime/failpoint.h"

namespace wemo::sms {

MessageSender::MessageSender(storage::Database &database, MessageLog &log, std::function<void()> afterCommit,
                             queue::JobOptions job)
    : m_database(database)
    , m_log(log)
    , m_afterCommit(std::move(afterCommit))
    , m_job(std::move(job)) {}

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
    const Result<MessageRecord> record = m_log.insert(connection, message);
    if (!record && record.error().kind == ErrorKind::Conflict && !message.idempotencyKey.isEmpty()) {
        const auto first = m_log.findByIdempotencyKey(connection, message.idempotencyKey);
        if (!first)
            return Failure(first.error());
        if (*first)
            return Requested{**first, false};
    }
    if (!record)
        return Failure(record.error());
    const Id id = record->message.id;
    if (const auto queued =
            live::Outbox::addJob(connection, Lanes::queueNameOf(message.purpose), Lanes::jobOf(id, m_job));
        !queued)
        return Failure(queued.error());
    return Requested{id, true};
}

} // namespace wemo::sms
