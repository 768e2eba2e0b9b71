#pragma once
#include "services/metrics/registry.h"
#include "services/sms/message_batch.h"
#include "services/sms/receipt_row.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace wemo::sms {

struct FolderOptions {
    int threads = 1;         ///< more than one only where PostgreSQL has cores to spare
    int batch = 500;         ///< receipts in one transaction
    Milliseconds tick{1000}; ///< finds what a killed service left
};

/// Takes receipts out of the inbox and folds them into their messages, many in one transaction. Those that fit no
/// message wait as orphans. Several services may fold at once: each takes what no other has in hands, and what one that
/// is killed had in hands is back. Thread-safe.
class ReceiptFolder {
public:
    struct Parts {
        storage::Database &database;
        MessageLog &log;
        metrics::Registry &metrics;
        std::function<void()> afterCommit;
    };
    ReceiptFolder(Parts parts, FolderOptions options);
    ~ReceiptFolder();
    Q_DISABLE_COPY_MOVE(ReceiptFolder)

    void start();
    void stop();
    void wake();
    /// In the caller's thread, until the inbox is empty: how many were taken.
    Result<int> fold();
    /// Tries the orphans of a batch again, or those that came since; how many found their message.
    Result<int> foldOrphans(const QString &batchId, std::optional<Instant> since, int limit);

private:
    /// One transaction's work, told of once it is committed.
    struct Folded {
        int taken = 0;
        int matched = 0;
        std::optional<Instant> since; ///< the oldest of those that became orphans
        std::map<std::string, int> outcomes;
        std::map<std::string, int> finals;
    };
    void loop();
    Result<Folded> foldBatch(int limit);
    Result<Folded> setOneAside();
    Result<Folded> foldRows(storage::Connection &connection, const storage::Rows &taken);
    Result<std::vector<Id>> match(storage::Connection &connection, const std::vector<ReceiptRow> &rows);
    Result<void> keepReply(storage::Connection &connection, const ReceiptRow &row, Id message);
    static void count(Folded &folded, const Receipt &receipt, const Applied &applied);
    void tell(const Folded &folded);

    Parts m_parts;
    FolderOptions m_options;
    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = false;
    bool m_stopping = false;
};

} // namespace wemo::sms
