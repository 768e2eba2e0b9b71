#pragma once
#include "models/staff/session.h"
#include "services/blocking/policy_store.h"
#include "services/staff/audit.h"

#include <functional>

namespace wemo::blocking {

/// What editing is built on; outlives whoever has it.
struct Desk {
    storage::Database &database;
    const Clock &clock;
    const staff::AuditLog &audit;
    std::function<void()> wake; ///< something was committed that others are to hear of
};

/// Policies as people edit them. Each call is one transaction with its version, its audit row and its live event;
/// nothing is ever overwritten. Thread-safe.
class Policies {
public:
    explicit Policies(const Desk &desk)
        : m_desk(desk) {}

    Result<QList<PolicyRecord>> list() const;
    Result<QList<PolicyRecord>> versions(const QString &id) const; ///< newest first; NotFound "policy-not-found"
    /// Conflict "duplicate-id" where one of that id is in force.
    Result<PolicyRecord> create(const staff::Account &actor, const PolicyRecord &edit) const;
    /// Over `version`. Conflict "stale" (extra: current, and what differs from the edit as changed); its id, kind and
    /// event stay, since its counts are kept under them: InvalidInput.
    Result<PolicyRecord> update(const staff::Account &actor, const QString &id, int version,
                                const PolicyRecord &edit) const;
    Result<void> remove(const staff::Account &actor, const QString &id, int version) const;
    /// What it was at `version`, as a new version; brings a deleted one back.
    Result<PolicyRecord> restore(const staff::Account &actor, const QString &id, int version) const;
    /// The first policies, once in the life of a store.
    Result<void> seedDefaults() const;

private:
    using Edit = std::function<Result<PolicyRecord>(const std::optional<PolicyRecord> &before, PolicyStore &store)>;
    Result<PolicyRecord> change(const staff::Account &actor, const char *action, const QString &id,
                                const Edit &edit) const;
    const Desk &m_desk;
};

} // namespace wemo::blocking
