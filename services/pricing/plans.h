#pragma once
#include "services/pricing/desk.h"

namespace wemo::pricing {

/// The main table: plans and the words they are made of. Each call is one transaction with its audit row. Thread-safe.
class Plans {
public:
    explicit Plans(const Desk &desk)
        : m_desk(desk) {}

    Result<QList<CatalogEntry>> catalog() const;
    Result<CatalogEntry> addCatalogEntry(const staff::Account &actor, const CatalogEntry &entry) const;

    /// Conflict "duplicate-code", "ambiguous-plan" (extra: plan, the other's code); InvalidInput for a word the catalog
    /// lacks.
    Result<Plan> create(const staff::Account &actor, const Plan &edit) const;
    /// Saves over `version`. Conflict "stale" (extra: current, the plan as it is).
    Result<Plan> update(const staff::Account &actor, Id id, qint64 version, const Plan &edit) const;
    /// Not for sale from `at` on, which is not in the past.
    Result<Plan> retire(const staff::Account &actor, Id id, qint64 version, Instant at) const;

    Result<ConfigRecord> config(Id id) const;
    /// The plan's config that says the same (`isNew` false), or a new one.
    Result<ConfigRecord> addConfig(const staff::Account &actor, Id plan, const Config &config, const QString &note,
                                   bool *isNew) const;

private:
    Result<Plan> save(const staff::Account &actor, const Plan &plan, const Plan *before, const char *action,
                      storage::Connection &connection) const;
    const Desk &m_desk;
};

} // namespace wemo::pricing
