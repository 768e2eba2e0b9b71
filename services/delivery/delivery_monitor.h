#pragma once
#include "services/delivery/alarm_watch.h"
#include "services/delivery/delivery_rollup.h"

#include <condition_variable>
#include <thread>

namespace wemo::delivery {

struct MonitorOptions {
    Milliseconds breakerEvery{1'000}; ///< a stop by a sister service is known within that
    Milliseconds countEvery{10'000};
    Milliseconds lookEvery{30'000};
    AlarmRules rules;
};

/// The delivery dashboard's side of the service: counts, alarms and stopped prefixes, kept up to date by one thread.
class DeliveryMonitor {
public:
    struct Ground {
        storage::Database &database;
        const Clock &clock;
        IdSource &ids;
        const staff::AuditLog &audit;
        metrics::Registry &metrics;
        std::function<QList<Balance>()> balances;
        std::function<void()> afterCommit;
    };
    explicit DeliveryMonitor(const Ground &ground, MonitorOptions options = {});
    ~DeliveryMonitor();
    Q_DISABLE_COPY_MOVE(DeliveryMonitor)

    /// Reads what is stopped, so that the first message finds it; a store that is away is asked again once started.
    void prepare();
    void start();
    void stop();

    DeliveryRollup &rollup() { return m_rollup; }
    AlarmWatch &watch() { return m_watch; }
    PrefixBreaker &breaker() { return m_breaker; }

private:
    void loop();
    bool waits(Milliseconds time);
    void count();

    MonitorOptions m_options;
    DeliveryRollup m_rollup;
    PrefixBreaker m_breaker;
    AlarmWatch m_watch;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isStopping = false;
};

} // namespace wemo::delivery
