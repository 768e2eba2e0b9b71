#pragma once
#include "services/metrics/registry.h"
#include "services/sms/gateways.h"

#include <condition_variable>
#include <thread>

namespace wemo::sms {

/// What is left on our accounts at the gateways, asked for at intervals. Thread-safe.
class Balances {
public:
    struct Balance {
        qint64 tenThousandths = 0;
        Instant at;
    };
    Balances(const Gateways &gateways, const Clock &clock, metrics::Registry &metrics, Milliseconds every);
    ~Balances();
    Q_DISABLE_COPY_MOVE(Balances)

    void start(); ///< a thread of its own; asks at once
    void stop();
    /// Asks all gateways in the caller's thread. One that does not answer keeps the balance it had, with its time.
    void refresh();
    /// Nothing until it has answered once.
    std::optional<Balance> of(const QString &gateway) const;

private:
    void loop();

    const Gateways &m_gateways;
    const Clock &m_clock;
    metrics::Registry &m_metrics;
    const Milliseconds m_every;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QHash<QString, Balance> m_balances;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace wemo::sms
