#include "services/sms/messaging.h"

namespace wemo::sms {

Messaging::Messaging(Ground ground, Gateways &gateways, MessagingOptions options)
    : m_log(ground.clock, ground.ids, ground.secrets, options.schedule)
    , m_list(ground.database, ground.secrets)
    , m_sender(ground.database, m_log, ground.afterCommit, options.job, options.guard)
    , m_receipts(ground.database, m_log, ground.metrics, ground.afterCommit)
    , m_replies(ground.database, ground.secrets)
    , m_submit({ground.database, m_log, gateways, m_receipts, ground.metrics, ground.afterCommit})
    , m_sweeper({ground.database, m_log, gateways, m_receipts, ground.metrics, ground.afterCommit,
                 LostJobs::addJobsTo(ground.lanes)},
                options.sweep)
    , m_retention({ground.database, ground.clock, ground.metrics}, options.retention) {
    for (queue::Queue *lane : ground.lanes.all()) {
        if (options.observerOf)
            options.worker.observe = options.observerOf(lane->name());
        m_workers.push_back(std::make_unique<queue::Worker>(
            *lane, options.worker,
            [this](const queue::Job &job, queue::JobContext &context) { return m_submit.handle(job, context); }));
    }
}

void Messaging::start() {
    m_retention.start(); // first: what comes in shall find its month
    for (const auto &worker : m_workers)
        worker->start();
    m_receipts.start();
    m_sweeper.start();
}

void Messaging::stop(Milliseconds within) {
    // All at once: the time is for all of them together.
    std::vector<std::thread> stops;
    for (const auto &worker : m_workers)
        stops.emplace_back([&worker, within] { worker->stop(within); });
    for (std::thread &stop : stops)
        stop.join();
    m_sweeper.stop();
    m_retention.stop();
    m_receipts.stop();
}

} // namespace wemo::sms
