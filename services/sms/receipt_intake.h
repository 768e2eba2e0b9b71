#pragma once
#include "services/metrics/registry.h"
#include "services/sms/gateway.h"
#include "services/sms/message_log.h"

namespace wemo::sms {

/// Takes receipts, from callbacks and queries: finds the message, dedupes, folds. One that fits no message waits as an
/// orphan until the submission's answer is recorded. Thread-safe.
class ReceiptIntake {
public:
    ReceiptIntake(storage::Database &database, MessageLog &log, metrics::Registry &metrics,
                  std::function<void()> afterCommit);

    /// Fails only when the store is down: then, and only then, the gateway should try again.
    Result<void> take(const Receipt &receipt, const QString &source = "callback");
    /// A receipt about a message that is known already, such as the answer to a query.
    Result<void> takeFor(Id message, const Receipt &receipt, const QString &source);
    /// Tries the orphans of a batch again, or all of them where it is empty; how many found their message.
    Result<int> replayOrphans(const QString &batchId, int limit = 500);
    /// Orphans nobody claimed for so long are dropped.
    Result<qint64> forgetOrphansBefore(Instant before);

private:
    enum class Taken { Applied, NoMessage };
    Result<Taken> tryTake(storage::Connection &connection, const Receipt &receipt, const QByteArray &numberHash,
                          const QString &source, Applied *applied);
    Result<Applied> apply(storage::Connection &connection, Id message, const Receipt &receipt, const QByteArray &dedupe,
                          const QString &source);
    Result<void> keepOrphan(const Receipt &receipt, const QByteArray &numberHash);
    Result<bool> replay(const storage::Row &orphan);
    QByteArray dedupeKey(const Receipt &receipt, const QByteArray &numberHash) const;
    void count(const Receipt &receipt, const Applied &applied);

    storage::Database &m_database;
    MessageLog &m_log;
    metrics::Registry &m_metrics;
    std::function<void()> m_afterCommit;
};

} // namespace wemo::sms
