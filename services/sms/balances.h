#pragma once
#include "services/metrics/registry.h"
#include "services/runtime/ticker.h"
#include "services/sms/gateways.h"

#include <mutex>

namespace wemo::sms {

/// What is left on our accounts at the gateways, asked for at intervals. Thread-safe.
class Balances {
public:
    struct Balance {
        qint64 tenThousandths = 0;
        Instant at;
    };
    Balances(const Gateways &gateways, const Clock &clock, metrics::Registry &metrics, Milliseconds every);
    Q_DISABLE_COPY_MOVE(Balances)

    void start() { m_ticker.start(); } ///< a thread of its own; asks at once
    void stop() { m_ticker.stop(); }
    /// Asks all gateways in the caller's thread. One that does not answer keeps the balance it had, with its time.
    void refresh();
    /// Nothing until it has answered once.
    std::optional<Balance> of(const QString &gateway) const;

private:
    const Gateways &m_gateways;
    const Clock &m_clock;
    metrics::Registry &m_metrics;
    mutable std::mutex m_mutex;
    QHash<QString, Balance> m_balances;
    runtime::Ticker m_ticker;
};

} // namespace wemo::sms
