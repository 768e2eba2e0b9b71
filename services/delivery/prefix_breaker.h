#pragma once
#include "models/delivery/alarm.h"
#include "models/staff/session.h"
#include "services/sms/new_message.h"
#include "services/staff/audit.h"

#include <memory>
#include <mutex>

namespace wemo::delivery {

/// Carrier prefixes that nothing is sent to. The store is the truth; each service holds a copy, read again every second
/// by the monitor, so that a stop or its lifting is in force everywhere within that second. Thread-safe.
class PrefixBreaker {
public:
    struct Parts {
        storage::Database &database;
        const Clock &clock;
        IdSource &ids;
        const staff::AuditLog &audit;
        std::function<void()> afterCommit;
    };
    explicit PrefixBreaker(Parts parts);

    /// TooManyRequests "try-again-later" where sending to the number's prefix is stopped: outside, one refusal looks
    /// like another.
    Result<void> allow(const sms::NewMessage &message) const;
    Result<void> refresh();

    Result<QList<Breaker>> list(bool onlyOpen, int limit) const;
    /// NotFound "no-open-breaker" where nothing is stopped, or somebody else was faster.
    Result<Breaker> lift(const staff::Account &actor, const QString &prefix, const QString &reason);
    /// A person stops a prefix. Conflict "already-stopped".
    Result<Breaker> stop(const staff::Account &actor, const QString &prefix, const QString &reason);
    /// The watch stops one, in its own transaction. False: it was stopped already.
    Result<bool> open(storage::Connection &connection, const Breaker &breaker) const;

    static QString prefixOf(const phone::PhoneNumber &number); ///< first four digits of the 09… form

private:
    using Prefixes = std::shared_ptr<const QSet<QString>>;
    Result<QList<Breaker>> read(storage::Connection &connection, bool onlyOpen, int limit) const;
    Result<void> tell(storage::Connection &connection, const staff::Account &actor, const char *action,
                      const Breaker &breaker) const;

    Parts m_parts;
    mutable std::mutex m_mutex;
    Prefixes m_stopped;
};

} // namespace wemo::delivery
