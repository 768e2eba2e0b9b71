#pragma once
#include "services/queue/job_owner.h"
#include "services/sms/message_log.h"

namespace wemo::sms {

/// Keeps messages and the jobs of their lanes together when people act on jobs: a message that ended without having
/// left is `created` again before its job runs again, and one whose job is taken out is canceled. What may have been
/// sent is never sent again. Thread-safe.
class ReplayOwner final : public queue::JobOwner {
public:
    struct Parts {
        MessageLog &log;
        std::function<void()> afterCommit;
        /// By the message's idempotency key: whether anybody still waits for its code. Empty = always.
        std::function<Result<bool>(const QString &idempotencyKey)> isCodeWanted = {};
    };
    explicit ReplayOwner(Parts parts)
        : m_parts(std::move(parts)) {}

    /// Codes: message-not-found, message-sent, message-may-have-left, message-final, message-expired, code-expired,
    /// code-used.
    Result<QString> beforeReplay(storage::Connection &connection, const QString &jobId, const QString &by) override;
    Result<QString> beforeRemove(storage::Connection &connection, const QString &jobId, const QString &by) override;
    Result<void> beforeRestore(storage::Connection &connection, const QString &jobId, const QString &by) override;
    void committed() override { m_parts.afterCommit(); }

private:
    Result<std::optional<MessageRecord>> find(storage::Connection &connection, const QString &jobId);
    QString refusalOf(const MessageRecord &record) const;
    Result<QString> refusalOfCode(storage::Connection &connection, const MessageRecord &record) const;

    Parts m_parts;
};

} // namespace wemo::sms
