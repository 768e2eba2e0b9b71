#pragma once
#include "services/sms/message_list.h"
#include "services/sms/message_sender.h"
#include "services/sms/receipt_intake.h"
#include "services/sms/reply_list.h"
#include "services/sms/retention.h"
#include "services/sms/submit_worker.h"
#include "services/sms/sweeper.h"

namespace wemo::sms {

struct MessagingOptions {
    queue::WorkerOptions worker; ///< of each lane
    queue::JobOptions job = {.attempts = 5, .backoff = {queue::Backoff::Kind::Exponential, Milliseconds(500), 0.2}};
    Schedule schedule;
    SweepOptions sweep;
    RetentionOptions retention;
    SendGuard guard = {}; ///< of every message; empty = none
    /// For the numbers: who looks at the jobs of a lane; empty = nobody.
    std::function<std::function<void(const queue::JobObservation &)>(const std::string &lane)> observerOf = {};
};

/// Everything this folder does, put together: what the program's wiring owns. Thread-safe.
class Messaging {
public:
    struct Ground {
        storage::Database &database;
        Lanes &lanes;
        const Clock &clock;
        IdSource &ids;
        const runtime::Secrets &secrets;
        metrics::Registry &metrics;
        std::function<void()> afterCommit; ///< wakes the relay
    };
    Messaging(Ground ground, Gateways &gateways, MessagingOptions options);
    Q_DISABLE_COPY_MOVE(Messaging)

    void start(); ///< the worker's and the sweeper's threads
    /// Takes no new job; what runs ends within the time.
    void stop(Milliseconds within);

    MessageLog &log() { return m_log; }
    MessageList &list() { return m_list; }
    MessageSender &sender() { return m_sender; }
    ReceiptIntake &receipts() { return m_receipts; }
    ReplyList &replies() { return m_replies; }

private:
    MessageLog m_log;
    MessageList m_list;
    MessageSender m_sender;
    ReceiptIntake m_receipts;
    ReplyList m_replies;
    SubmitWorker m_submit;
    Sweeper m_sweeper;
    Retention m_retention;
    std::vector<std::unique_ptr<queue::Worker>> m_workers; ///< one a lane
};

} // namespace wemo::sms
