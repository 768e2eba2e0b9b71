#pragma once
#include "services/metrics/registry.h"
#include "services/sms/gateways.h"
#include "services/sms/lanes.h"
#include "services/sms/message_log.h"
#include "services/sms/receipt_intake.h"

#include <condition_variable>
#include <thread>

namespace wemo::sms {

struct SweepOptions {
    Milliseconds every{5'000};
    Milliseconds jobLostAfter{10'000}; ///< one that is not answered after that gets its job again, if Redis lost it
    Milliseconds submittingAfter{
        60'000}; ///< given up without Redis: longer than any request to the gateway and any lock
    Milliseconds orphansFor{std::chrono::hours(72)};
    int batch = 200;
};

/// What time does to messages, with the clock passed in: jobs that were lost are added again, submissions left behind
/// become submit_unknown, delivery is asked for, deadlines pass. Several services may sweep at once. Thread-safe.
class Sweeper {
public:
    struct Parts {
        storage::Database &database;
        MessageLog &log;
        Lanes &lanes;
        Gateways &gateways;
        ReceiptIntake &receipts;
        metrics::Registry &metrics;
        std::function<void()> afterCommit;
    };
    Sweeper(Parts parts, SweepOptions options);
    ~Sweeper();
    Q_DISABLE_COPY_MOVE(Sweeper)

    void start(); ///< a thread of its own, every options.every
    void stop();
    /// One round in the caller's thread: how many messages it touched.
    Result<int> sweep();

private:
    Result<QList<Id>> ids(const QString &query, const storage::Params &params);
    storage::Params staleBefore(Instant before, DeliveryState state, int inTheAir) const;
    Result<int> addLostJobs();
    Result<bool> addLostJob(Id id, Purpose purpose);
    Result<int> giveUpSubmissions();
    Result<int> passDeadlines();
    Result<int> pollDeliveries();
    Result<bool> poll(Id id);
    Result<bool> note(Id id, DeliveryState wanted, DeliveryState to, const QString &reason, const QString &text);
    void loop();

    Parts m_parts;
    SweepOptions m_options;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopping = false;
};

} // namespace wemo::sms
