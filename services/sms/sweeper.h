#pragma once
#include "services/metrics/registry.h"
#include "services/runtime/ticker.h"
#include "services/sms/delivery_poller.h"
#include "services/sms/lost_jobs.h"
#include "services/sms/receipt_intake.h"

namespace wemo::sms {

struct SweepOptions {
    Milliseconds every{5'000};
    Milliseconds jobLostAfter{10'000}; ///< one that is not answered after that gets its job again, if Redis lost it
    Milliseconds submittingAfter{
        60'000}; ///< given up without Redis: longer than any request to the gateway and any lock
    Milliseconds orphansFor{std::chrono::hours(72)};
    int batch = 200;
    int pollThreads = 0; ///< delivery queries at once; 0 = one after another
};

/// What time does to messages, with the clock passed in: jobs that were lost are added again, submissions left behind
/// become submit_unknown, delivery is asked for, deadlines pass. Several services may sweep at once. Thread-safe.
class Sweeper {
public:
    struct Parts {
        storage::Database &database;
        MessageLog &log;
        Gateways &gateways;
        ReceiptIntake &receipts;
        metrics::Registry &metrics;
        std::function<void()> afterCommit;
        LostJobs::AddJobs addJobs; ///< LostJobs::addJobsTo() of the lanes
    };
    Sweeper(Parts parts, SweepOptions options);
    Q_DISABLE_COPY_MOVE(Sweeper)

    void start() { m_ticker.start(); } ///< a thread of its own, every options.every
    void stop() { m_ticker.stop(); }
    /// One round in the caller's thread: how many messages it touched.
    Result<int> sweep();

private:
    /// Whether it changed the message.
    using Change = std::function<Result<bool>(storage::Connection &, MessageRecord &)>;
    Result<int> forEach(const QString &query, const storage::Params &params, const Change &change);
    Result<int> addLostJobs();
    Result<int> giveUpSubmissions();
    Result<int> pollDeliveries();
    Result<int> passDeadlines();
    Result<bool> passDeadline(storage::Connection &connection, MessageRecord &record);
    Result<int> lookAtOrphans();
    void turn();

    Parts m_parts;
    SweepOptions m_options;
    LostJobs m_lostJobs;
    DeliveryPoller m_poller;
    runtime::Ticker m_ticker;
};

} // namespace wemo::sms
