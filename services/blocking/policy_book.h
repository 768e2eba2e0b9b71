#pragma once
#include "services/blocking/policy_store.h"
#include "services/runtime/ticker.h"

#include <mutex>

namespace wemo::blocking {

/// The policies in force, and kept so: one thread compares the store's version several times a second and when told
/// that something changed, so that every service decides by a change within a second. While the store is away the last
/// ones stay. Thread-safe.
class PolicyBook {
public:
    explicit PolicyBook(storage::Database &database, Milliseconds every = Milliseconds(400));
    Q_DISABLE_COPY_MOVE(PolicyBook)

    void start() { m_ticker.start(); }
    void stop() { m_ticker.stop(); }
    void wake() { m_ticker.wake(); } ///< something may have changed: look now
    Result<void> refresh();          ///< in the caller's thread
    /// Unavailable "policies-loading" until the store was read once.
    Result<std::shared_ptr<const QList<Policy>>> current() const;

private:
    void turn();
    storage::Database &m_database;
    std::mutex m_refreshing; ///< one at a time
    mutable std::mutex m_mutex;
    std::shared_ptr<const QList<Policy>> m_policies;
    qint64 m_version = 0;
    bool m_wasWell = true; ///< the ticker's own
    runtime::Ticker m_ticker;
};

} // namespace wemo::blocking
