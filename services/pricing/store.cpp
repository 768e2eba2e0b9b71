#include "services/pricing/store.h"

#include <algorithm>

namespace wemo::pricing {

namespace {
constexpr qint64 recentMs = 366LL * 86'400'000;

Error notFound(const char *code, const char *message) {
    return {ErrorKind::NotFound, QString::fromLatin1(code), QString::fromLatin1(message), {}};
}

template <typename T>
Result<T> only(const Result<QList<T>> &list, const char *code, const char *message) {
    if (!list)
        return Failure(list.error());
    return list->isEmpty() ? Result<T>(failure(notFound(code, message))) : Result<T>(list->first());
}

const Interval *find(const QList<Interval> &intervals, Id id) {
    const auto found =
        std::find_if(intervals.begin(), intervals.end(), [id](const Interval &one) { return one.id == id; });
    return found == intervals.end() ? nullptr : &*found;
}
} // namespace

Result<void> Store::done(const QString &query, const storage::Params &params) {
    const Result<qint64> changed = m_connection.execute(query, params);
    return changed ? Result<void>() : Failure(changed.error());
}

// ---- the whole
// ----------------------------------------------------------------------------------------------------------

Result<qint64> Store::version() {
    const Result<storage::Rows> rows = m_connection.query("pricing/version");
    if (!rows)
        return Failure(rows.error());
    return rows->isEmpty() ? 0 : rows->first().integer("version");
}

Result<void> Store::countVersion() {
    return done("pricing/count_version", {});
}

Result<StoredBook> Store::book() {
    const Result<qint64> at = version();
    Result<QList<Plan>> allPlans = plans();
    Result<QList<Interval>> published = someIntervals({}, {"published"});
    Result<QList<ConfigRecord>> configs = someConfigs({}, {"published", "body"});
    Result<QList<CatalogEntry>> words = catalog();
    if (!at || !allPlans || !published)
        return Failure(!at ? at.error() : !allPlans ? allPlans.error() : published.error());
    if (!configs || !words)
        return Failure(!configs ? configs.error() : words.error());
    return StoredBook{*at, *std::move(allPlans), *std::move(published), *std::move(configs), *std::move(words)};
}

Result<QList<CatalogEntry>> Store::catalog() {
    const Result<storage::Rows> rows = m_connection.query("pricing/catalog");
    if (!rows)
        return Failure(rows.error());
    QList<CatalogEntry> entries;
    for (const storage::Row &row : *rows)
        entries.append(catalogEntryOf(row));
    return entries;
}

Result<void> Store::insertCatalogEntry(const CatalogEntry &entry) {
    const Result<qint64> added =
        m_connection.execute("pricing/insert_catalog", {{"kind", entry.kind},
                                                        {"code", entry.code},
                                                        {"name_zh", entry.nameZh},
                                                        {"name_en", entry.nameEn},
                                                        {"is_invented", entry.isInvented ? 1 : 0}});
    if (!added)
        return Failure(added.error());
    if (*added == 0)
        return failure(ErrorKind::Conflict, "duplicate", "This code is in the catalog already.");
    return {};
}

// ---- plans
// --------------------------------------------------------------------------------------------------------------

Result<QList<Plan>> Store::plans() {
    const Result<storage::Rows> rows = m_connection.query("pricing/plans");
    if (!rows)
        return Failure(rows.error());
    QList<Plan> result;
    for (const storage::Row &row : *rows)
        result.append(planOf(row));
    return result;
}

Result<Plan> Store::plan(Id id) {
    const Result<storage::Rows> rows = m_connection.query("pricing/plans", {{"id", id}}, {"id"});
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return failure(notFound("plan-not-found", "There is no such plan."));
    return planOf(rows->first());
}

Result<void> Store::insertPlan(const Plan &plan, Instant now) {
    storage::Params params = paramsOf(plan);
    params.append({"updated_at", toMs(now)});
    return done("pricing/insert_plan", params);
}

Result<bool> Store::updatePlan(const Plan &plan, Instant now) {
    storage::Params params = paramsOf(plan);
    params.append({"updated_at", toMs(now)});
    const Result<qint64> changed = m_connection.execute("pricing/update_plan", params);
    return changed ? Result<bool>(*changed == 1) : Failure(changed.error());
}

Result<bool> Store::takeTimeline(Id plan, qint64 timelineVersion) {
    const Result<qint64> changed =
        m_connection.execute("pricing/take_timeline", {{"id", plan}, {"timeline_version", timelineVersion}});
    return changed ? Result<bool>(*changed == 1) : Failure(changed.error());
}

Result<void> Store::holdPlan(Id plan) {
    const Result<qint64> held = m_connection.execute("pricing/hold_plan", {{"id", plan}});
    if (!held)
        return Failure(held.error());
    return *held == 1 ? Result<void>() : failure(notFound("plan-not-found", "There is no such plan."));
}

// ---- intervals
// ----------------------------------------------------------------------------------------------------------

Result<QList<Interval>> Store::someIntervals(const storage::Params &params, const QSet<QString> &with) {
    const Result<storage::Rows> rows = m_connection.query("pricing/intervals", params, with);
    if (!rows)
        return Failure(rows.error());
    QList<Interval> result;
    for (const storage::Row &row : *rows)
        result.append(intervalOf(row));
    return result;
}

Result<QList<Interval>> Store::intervals(Instant now) {
    return someIntervals({{"since", toMs(now) - recentMs}}, {"recent"});
}

Result<QList<Interval>> Store::intervalsOf(Id plan) {
    return someIntervals({{"plan", plan}}, {"plan"});
}

Result<QList<Interval>> Store::intervalsOfCampaign(Id campaign) {
    return someIntervals({{"campaign", campaign}}, {"campaign"});
}

Result<Interval> Store::interval(Id id) {
    return only(someIntervals({{"id", id}}, {"id"}), "interval-not-found", "There is no such interval.");
}

Result<void> Store::insertInterval(const Interval &interval) {
    return done("pricing/insert_interval", paramsOf(interval));
}

Result<void> Store::updateInterval(const Interval &interval) {
    return done("pricing/update_interval", paramsOf(interval));
}

Result<void> Store::deleteDraft(Id interval) {
    return done("pricing/delete_interval", {{"id", interval}});
}

Result<qint64> Store::writeDifferences(const QList<Interval> &before, QList<Interval> after, IdSource &ids,
                                       Instant now) {
    qint64 written = 0;
    for (const bool isComing : {false, true}) {
        for (Interval &interval : after) {
            const Interval *old = interval.id == 0 ? nullptr : find(before, interval.id);
            const bool comes = !old || (isPublished(interval) && !isPublished(*old));
            if (comes != isComing || (old && *old == interval))
                continue;
            interval.changedAt = now;
            if (interval.id == 0)
                interval.id = ids.next();
            const Result<void> saved = old ? updateInterval(interval) : insertInterval(interval);
            if (!saved)
                return Failure(saved.error());
            ++written;
        }
    }
    return written;
}

// ---- configs
// ------------------------------------------------------------------------------------------------------------

Result<QList<ConfigRecord>> Store::someConfigs(const storage::Params &params, QSet<QString> with) {
    const bool hasBody = with.contains("body");
    const Result<storage::Rows> rows = m_connection.query("pricing/configs", params, with);
    if (!rows)
        return Failure(rows.error());
    QList<ConfigRecord> result;
    for (const storage::Row &row : *rows) {
        Result<ConfigRecord> record = configOf(row, hasBody);
        if (!record)
            return Failure(record.error());
        result.append(*std::move(record));
    }
    return result;
}

Result<QList<ConfigRecord>> Store::configHeads() {
    return someConfigs({}, {});
}

Result<ConfigRecord> Store::config(Id id) {
    return only(someConfigs({{"id", id}}, {"id", "body"}), "config-not-found", "There is no such config.");
}

Result<ConfigRecord> Store::addConfig(const ConfigRecord &given, IdSource &ids, bool *isNew) {
    ConfigRecord record = given;
    record.fingerprint = fingerprintOf(*record.config);
    const auto same =
        someConfigs({{"plan", record.planId}, {"fingerprint", record.fingerprint}}, {"plan", "fingerprint", "body"});
    if (!same)
        return Failure(same.error());
    if (isNew)
        *isNew = same->isEmpty();
    if (!same->isEmpty())
        return same->first();
    const Result<storage::Rows> next = m_connection.query("pricing/next_config_version", {{"plan", record.planId}});
    if (!next)
        return Failure(next.error());
    record.id = ids.next();
    record.version = next->first().integer("version");
    const Result<void> added =
        done("pricing/insert_config", {{"id", record.id},
                                       {"plan_id", record.planId},
                                       {"version", record.version},
                                       {"fingerprint", record.fingerprint},
                                       {"body", QString::fromUtf8(canonicalText(*record.config))},
                                       {"author", record.author},
                                       {"note", record.note},
                                       {"created_at", toMs(record.createdAt)}});
    return added ? Result<ConfigRecord>(record) : Failure(added.error());
}

} // namespace wemo::pricing
