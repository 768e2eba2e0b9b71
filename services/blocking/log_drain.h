#pragma once
#include "services/blocking/log_entry.h"
#include "services/staff/audit.h"

#include <functional>
#include <mutex>

namespace wemo::blocking {

/// Takes the log from Redis to SQL. A script writes the entry in the same step as the decision or the act it tells of,
/// so neither is ever there without the other; an entry leaves Redis after the transaction that keeps it, and its row's
/// id is its place in the stream, so a repeat after a kill adds nothing twice. Acts of people get their audit row here,
/// in the same transaction. Lost with Redis: what was not yet drained, less than a second as a rule. Thread-safe.
class LogDrain {
public:
    /// `wake`: a live event was committed.
    LogDrain(redis::Pool &pool, storage::Database &database, const staff::AuditLog &audit, std::function<void()> wake);

    /// Some thousand entries at most, oldest first; how many were there.
    Result<qint64> drain();
    /// Forgets rows before the instant, some at a time; how many went.
    Result<qint64> prune(Instant before);

private:
    Result<void> keep(storage::Connection &connection, const std::vector<StreamEntry> &entries);
    Result<bool> add(storage::Connection &connection, const LogEntry &entry);
    Result<void> note(storage::Connection &connection, const LogEntry &entry);
    Result<std::vector<StreamEntry>> read();
    Result<void> forget(const std::vector<StreamEntry> &entries);

    redis::Pool &m_pool;
    storage::Database &m_database;
    const staff::AuditLog &m_audit;
    const std::function<void()> m_wake;
    std::mutex m_draining; ///< one batch at a time
};

} // namespace wemo::blocking
