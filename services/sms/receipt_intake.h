#pragma once
#include "services/sms/receipt_folder.h"
#include "services/sms/receipt_inbox.h"

namespace wemo::sms {

/// Where receipts come in: callbacks through an inbox, many in one commit and folded after it; the answers to queries
/// straight to their message. One that fits no message waits as an orphan until the submission's answer is recorded.
/// Thread-safe.
class ReceiptIntake {
public:
    ReceiptIntake(storage::Database &database, MessageLog &log, metrics::Registry &metrics,
                  std::function<void()> afterCommit, FolderOptions options = {});

    void start(); ///< the inbox's thread and those that fold
    void stop();  ///< what came is written and answered; what is not folded yet is so after the next start

    /// Returns at once; `answer` is called on the inbox's thread, once. It fails only when the store is down: then, and
    /// only then, the gateway should try again.
    void put(const Incoming &incoming, ReceiptInbox::Answer answer);
    /// Written and folded when it returns.
    Result<void> take(const Incoming &incoming);
    Result<void> take(const Receipt &receipt) { return take(Incoming{receipt}); }
    /// A receipt about a message that is known already, such as the answer to a query.
    Result<void> takeFor(Id message, const Receipt &receipt, const QString &source);
    /// Tries the orphans of a batch again, or all of them where it is empty; how many found their message.
    Result<int> replayOrphans(const QString &batchId, int limit = 500);
    /// Orphans nobody claimed for so long are dropped.
    Result<qint64> forgetOrphansBefore(Instant before);

private:
    storage::Database &m_database;
    MessageLog &m_log;
    metrics::Registry &m_metrics;
    std::function<void()> m_afterCommit;
    ReceiptFolder m_folder;
    ReceiptInbox m_inbox;
};

} // namespace wemo::sms
