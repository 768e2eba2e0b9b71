#pragma once
#include "services/sms/bulk_resends.h"

#include <condition_variable>
#include <thread>

namespace wemo::sms {

/// Works off bulk resends, some messages a transaction: the new message, and that the old one is done, are committed
/// together, so a killed service leaves nothing out and sends nothing twice. Several services share the work.
/// Thread-safe.
class BulkWorker {
public:
    struct Parts {
        storage::Database &database;
        const Clock &clock;
        const Resender &resender;
        std::function<void()> afterCommit;
    };
    explicit BulkWorker(Parts parts, Milliseconds every = Milliseconds(1'000));
    ~BulkWorker(); ///< stop()
    Q_DISABLE_COPY_MOVE(BulkWorker)

    void start(); ///< a thread of its own
    void stop();
    void wake(); ///< there is something to do
    /// Some messages of one bulk resend, in the caller's thread; how many. 0 = nothing runs, or another has it.
    Result<int> step();

private:
    Result<int> stepIn(storage::Connection &connection);
    Result<void> sendOne(storage::Connection &connection, BulkResend &bulk, const QString &requestId, Id message);
    Result<QString> trySending(storage::Connection &connection, const BulkResend &bulk, const QString &requestId,
                               Id message);
    void loop();

    Parts m_parts;
    const Milliseconds m_every;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = false;
    bool m_stopping = false;
};

} // namespace wemo::sms
