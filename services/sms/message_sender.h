#pragma once
#include "services/sms/lanes.h"
#include "services/sms/message_log.h"
#include "services/sms/new_message.h"

namespace wemo::sms {

/// Asked before a message is taken on; a failure says why it is not, and is the caller's answer. Thread-safe.
using SendGuard = std::function<Result<void>(const NewMessage &)>;

struct Requested {
    Id id = 0;
    bool isNew = true; ///< false: this idempotency key had been used; `id` is the first message, nothing was sent again
};

/// Takes on messages: the record, its first event, the job and the live event in one transaction. Thread-safe.
class MessageSender {
public:
    /// `afterCommit` tells the relay to drain now; it must not block. An empty guard lets everything pass.
    MessageSender(storage::Database &database, MessageLog &log, std::function<void()> afterCommit,
                  queue::JobOptions job = {}, SendGuard guard = {});

    /// In a transaction of its own. A message with an idempotency key that was used before is answered with the first,
    /// whatever the guard says by now; Conflict "idempotency-key-reused" where the first had another fingerprint.
    Result<Requested> send(const NewMessage &message);
    /// In the caller's transaction, for those who write something beside it; they call committed() after it.
    Result<Requested> add(storage::Connection &connection, const NewMessage &message);
    void committed() const { m_afterCommit(); }

private:
    Result<std::optional<Requested>> firstOf(storage::Connection &connection, const NewMessage &message);
    Result<Requested> take(storage::Connection &connection, const NewMessage &message);
    queue::NewJob jobFor(Id id, const NewMessage &message) const;

    storage::Database &m_database;
    MessageLog &m_log;
    std::function<void()> m_afterCommit;
    queue::JobOptions m_job;
    SendGuard m_guard;
};

} // namespace wemo::sms
