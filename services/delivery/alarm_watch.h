#pragma once
#include "services/delivery/prefix_breaker.h"
#include "services/metrics/registry.h"

namespace wemo::delivery {

/// A gateway's credit, as last asked for.
struct Balance {
    QString gateway;
    double credits = 0;
};

/// Looks at what was sent lately and raises alarms, ends them, and stops a prefix whose codes nobody uses. Each look is
/// made from the store alone, so several services may look; an alarm is raised once. Thread-safe.
class AlarmWatch {
public:
    struct Parts {
        storage::Database &database;
        const Clock &clock;
        IdSource &ids;
        PrefixBreaker &breaker;
        metrics::Registry &metrics;
        std::function<QList<Balance>()> balances; ///< those known; must not block
        std::function<void()> afterCommit;
    };
    AlarmWatch(Parts parts, AlarmRules rules);

    /// One look; whether anything began or ended.
    Result<bool> look();
    Result<QList<Alarm>> list(bool onlyLasting, int limit) const;

private:
    struct Reading; // what one alarm would say now
    using Readings = QList<Reading>;

    Result<void> readRates(storage::Connection &connection, Readings &readings) const;
    Result<void> readCodes(storage::Connection &connection, Readings &readings) const;
    void readBalances(Readings &readings) const;
    storage::Params window() const;
    Result<bool> raise(storage::Connection &connection, const Reading &reading) const;
    Result<bool> end(storage::Connection &connection, const Reading &reading) const;
    Result<bool> settle(const Readings &readings);
    void publish(const Readings &readings) const;

    Parts m_parts;
    AlarmRules m_rules;
};

} // namespace wemo::delivery
