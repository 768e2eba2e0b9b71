#pragma once
#include "services/sms/receipt_row.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace wemo::sms {

/// Makes receipts durable, many in one commit: what comes while a commit runs goes together into the next one. So the
/// disk sets how long an answer takes, and not how many there are in a second. Thread-safe.
class ReceiptInbox {
public:
    using Answer = std::function<void(const Result<void> &)>;
    /// `afterCommit` wakes whoever folds; it must not block.
    ReceiptInbox(storage::Database &database, std::function<void()> afterCommit);
    ~ReceiptInbox();
    Q_DISABLE_COPY_MOVE(ReceiptInbox)

    void start();
    void stop(); ///< everything that waits is written and answered first

    /// Returns at once. `answer` is called once: with nothing when the receipt is on disk, else with why it is not.
    /// Unavailable where the inbox is not running.
    void put(ReceiptRow row, Answer answer);
    /// In the caller's thread.
    Result<void> write(const std::vector<ReceiptRow> &rows);

private:
    struct Waiting {
        ReceiptRow row;
        Answer answer;
    };
    void loop();
    void writeGroup(std::vector<Waiting> group);

    storage::Database &m_database;
    std::function<void()> m_afterCommit;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Waiting> m_waiting;
    bool m_running = false;
};

} // namespace wemo::sms
