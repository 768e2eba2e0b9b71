#pragma once
#include "services/sms/lanes.h"
#include "services/sms/message_log.h"
#include "services/sms/new_message.h"

namespace wemo::sms {

struct Requested {
    Id id = 0;
    bool isNew = true; ///< false: this idempotency key had been used; `id` is the first message, nothing was sent again
};

/// Takes on messages: the record, its first event, the job and the live event in one transaction. Thread-safe.
class MessageSender {
public:
    /// `afterCommit` tells the relay to drain now; it must not block.
    MessageSender(storage::Database &database, MessageLog &log, std::function<void()> afterCommit,
                  queue::JobOptions job = {});

    /// In a transaction of its own.
    Result<Requested> send(const NewMessage &message);
    /// In the caller's transaction, for those who write something beside it; they call committed() after it.
    Result<Requested> add(storage::Connection &connection, const NewMessage &message);
    void committed() const { m_afterCommit(); }

private:
    storage::Database &m_database;
    MessageLog &m_log;
    std::function<void()> m_afterCommit;
    queue::JobOptions m_job;
};

} // namespace wemo::sms
