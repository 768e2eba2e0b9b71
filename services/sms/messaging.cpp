#include "services/sms/messaging.h"

namespace wemo::sms {

Messaging::Messaging(Ground ground, std::unique_ptr<Gateway> gateway, MessagingOptions options)
    : m_gateway(std::move(gateway))
    , m_log(ground.clock, ground.ids, ground.secrets)
    , m_list(ground.database, ground.secrets)
    , m_sender(ground.database, m_log, ground.afterCommit)
    , m_receipts(ground.database, m_log, ground.metrics, ground.afterCommit)
    , m_submit({ground.database, m_log, *m_gateway, m_receipts, ground.metrics, ground.afterCommit},
               options.worker.maxAttempts)
    , m_sweeper({ground.database, m_log, ground.queue, *m_gateway, m_receipts, ground.metrics, ground.afterCommit},
                options.sweep)
    , m_worker(ground.queue, options.worker, [this](const queue::Job &job, const std::atomic<bool> &canceled) {
        return m_submit.handle(job, canceled);
    }) {}

void Messaging::start() {
    m_worker.start();
    m_sweeper.start();
}

void Messaging::stop(Milliseconds within) {
    m_worker.stop(within);
    m_sweeper.stop();
}

} // namespace wemo::sms
