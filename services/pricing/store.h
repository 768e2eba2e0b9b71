#pragma once
#include "models/pricing/book.h"
#include "services/pricing/rows.h"
#include "services/storage/database.h"

namespace wemo::pricing {

/// Everything that decides what is in force, at one version of the store.
struct StoredBook {
    qint64 version = 0;
    QList<Plan> plans;
    QList<Interval> intervals;   ///< published ones
    QList<ConfigRecord> configs; ///< of the published intervals, with their config
    QList<CatalogEntry> catalog;
};

/// The pricing tables inside a transaction of the caller's. Whoever changes what is in force takes the version first,
/// then plans in the order of their ids, so that two writers wait for each other and never lock each other out.
class Store {
public:
    explicit Store(storage::Connection &connection)
        : m_connection(connection) {}

    Result<StoredBook> book();
    Result<qint64> version();
    /// From here to the end of the transaction nobody else changes what is in force.
    Result<void> countVersion();

    Result<QList<CatalogEntry>> catalog();
    /// Conflict "duplicate" where kind and code are there.
    Result<void> insertCatalogEntry(const CatalogEntry &entry);

    Result<QList<Plan>> plans();
    /// NotFound "plan-not-found".
    Result<Plan> plan(Id id);
    Result<void> insertPlan(const Plan &plan, Instant now);
    /// Saves over the version given in `plan`; false: it is another by now.
    Result<bool> updatePlan(const Plan &plan, Instant now);
    /// Takes the plan's timeline for this transaction and counts its version up; false: it is another by now.
    Result<bool> takeTimeline(Id plan, qint64 timelineVersion);
    /// Takes the plan for this transaction without changing anything.
    Result<void> holdPlan(Id plan);

    Result<QList<Interval>> intervals(Instant now); ///< all but those withdrawn a year ago
    Result<QList<Interval>> intervalsOf(Id plan);
    Result<QList<Interval>> intervalsOfCampaign(Id campaign);
    /// NotFound "interval-not-found".
    Result<Interval> interval(Id id);
    Result<void> insertInterval(const Interval &interval);
    Result<void> updateInterval(const Interval &interval);
    Result<void> deleteDraft(Id interval);
    /// Writes what differs: what ends or goes first, then what comes, so that at no instant two cover the same time.
    /// Intervals with id 0 are given one. The number of rows written.
    Result<qint64> writeDifferences(const QList<Interval> &before, QList<Interval> after, IdSource &ids, Instant now);

    Result<QList<ConfigRecord>> configHeads();
    Result<ConfigRecord> config(Id id); ///< NotFound "config-not-found"
    /// The plan's config that says the same, or a new one with the next number. Hold the plan before.
    Result<ConfigRecord> addConfig(const ConfigRecord &record, IdSource &ids, bool *isNew = nullptr);

private:
    Result<void> done(const QString &query, const storage::Params &params);
    Result<QList<Interval>> someIntervals(const storage::Params &params, const QSet<QString> &with);
    Result<QList<ConfigRecord>> someConfigs(const storage::Params &params, QSet<QString> with);

    storage::Connection &m_connection;
};

} // namespace wemo::pricing
