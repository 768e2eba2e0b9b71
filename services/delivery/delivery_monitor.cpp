#include "services/delivery/delivery_monitor.h"

#include "services/runtime/log.h"

namespace wemo::delivery {

namespace {
template <typename T>
void warnOf(const char *what, const Result<T> &done) {
    if (!done)
        runtime::log::warn(what, {{"code", done.error().code}});
}
} // namespace

DeliveryMonitor::DeliveryMonitor(const Ground &ground, MonitorOptions options)
    : m_options(options)
    , m_rollup(ground.database, ground.clock)
    , m_breaker({ground.database, ground.clock, ground.ids, ground.audit, ground.afterCommit})
    , m_watch(
          {ground.database, ground.clock, ground.ids, m_breaker, ground.metrics, ground.balances, ground.afterCommit},
          options.rules) {}

DeliveryMonitor::~DeliveryMonitor() {
    stop();
}

void DeliveryMonitor::prepare() {
    warnOf("breakers-not-read", m_breaker.refresh());
}

void DeliveryMonitor::start() {
    m_thread = std::thread([this] { loop(); });
}

void DeliveryMonitor::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

bool DeliveryMonitor::waits(Milliseconds time) {
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, time, [this] { return m_isStopping; });
}

/// Older days too, as many as there are: a company of years is counted once.
void DeliveryMonitor::count() {
    for (bool hasMore = true; hasMore && waits(Milliseconds(0));) {
        const Result<bool> round = m_rollup.round();
        warnOf("delivery-not-counted", round);
        hasMore = round.value_or(false);
    }
}

void DeliveryMonitor::loop() {
    using Steady = std::chrono::steady_clock;
    Steady::time_point counted, looked; // long ago
    do {
        warnOf("breakers-not-read", m_breaker.refresh());
        if (Steady::now() - counted >= m_options.countEvery) {
            count();
            counted = Steady::now();
        }
        if (Steady::now() - looked >= m_options.lookEvery) {
            warnOf("alarms-not-looked-for", m_watch.look());
            looked = Steady::now();
        }
    } while (waits(m_options.breakerEvery));
}

} // namespace wemo::delivery
