#pragma once
#include "services/blocking/policy_store.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace wemo::blocking {

/// The policies in force, and kept so: one thread compares the store's version several times a second and when told
/// that something changed, so that every service decides by a change within a second. While the store is away the last
/// ones stay. Thread-safe.
class PolicyBook {
public:
    explicit PolicyBook(storage::Database &database, Milliseconds every = Milliseconds(400));
    ~PolicyBook();
    Q_DISABLE_COPY_MOVE(PolicyBook)

    void start();
    void stop();
    void wake();            ///< something may have changed: look now
    Result<void> refresh(); ///< in the caller's thread
    /// Unavailable "policies-loading" until the store was read once.
    Result<std::shared_ptr<const QList<Policy>>> current() const;

private:
    void loop();
    storage::Database &m_database;
    const Milliseconds m_every;
    std::mutex m_refreshing; ///< one at a time
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::shared_ptr<const QList<Policy>> m_policies;
    qint64 m_version = 0;
    std::thread m_thread;
    bool m_isWoken = false;
    bool m_isStopping = false;
};

} // namespace wemo::blocking
