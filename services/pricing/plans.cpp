#include "services/pricing/plans.h"

#include "services/live/outbox.h"

namespace wemo::pricing {

namespace {
Failure stale(const Plan &current) {
    Error error{ErrorKind::Conflict, "stale", "Someone else has saved this plan meanwhile.", {}};
    error.extra = {{"current", toJson(current)}};
    return Failure(std::move(error));
}

/// Every word a plan names must be in the catalog.
Result<void> checkWords(const QList<CatalogEntry> &catalog, const Plan &plan) {
    Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
    const auto look = [&](const QString &kind, const QString &code) {
        const auto isThere = [&](const CatalogEntry &entry) { return entry.kind == kind && entry.code == code; };
        if (!code.isEmpty() && std::none_of(catalog.begin(), catalog.end(), isThere))
            error.fields.append({kind, "not-in-catalog", "This code is not in the catalog."});
    };
    look("product", plan.product);
    look("model", plan.model);
    look("zone", plan.zone);
    look("tier", plan.tier);
    return error.fields.isEmpty() ? Result<void>() : Failure(std::move(error));
}

Result<void> checkRivals(const QList<Plan> &plans, const Plan &plan) {
    for (const Plan &other : plans) {
        if (other.id != plan.id && other.code == plan.code)
            return failure(ErrorKind::Conflict, "duplicate-code", "Another plan has this code.");
        if (!isAmbiguous(plan, other))
            continue;
        Error error{ErrorKind::Conflict,
                    "ambiguous-plan",
                    "Some rides would fit this plan and another that is just as specific.",
                    {}};
        error.extra = {{"plan", other.code}};
        return Failure(std::move(error));
    }
    return {};
}
} // namespace

Result<QList<CatalogEntry>> Plans::catalog() const {
    return m_desk.database.read([](storage::Connection &connection) { return Store(connection).catalog(); });
}

Result<CatalogEntry> Plans::addCatalogEntry(const staff::Account &actor, const CatalogEntry &entry) const {
    return m_desk.database.write([&](storage::Connection &connection) -> Result<CatalogEntry> {
        Store store(connection);
        if (const Result<void> counted = store.countVersion(); !counted)
            return Failure(counted.error());
        if (const Result<void> added = store.insertCatalogEntry(entry); !added)
            return Failure(added.error());
        const Result<void> noted = m_desk.audit.record(
            connection,
            {actor.id, actor.username, "pricing.catalog.add", "pricing-catalog/" + entry.code, {}, toJson(entry)});
        return noted ? Result<CatalogEntry>(entry) : Failure(noted.error());
    });
}

/// The version must be counted before.
Result<Plan> Plans::save(const staff::Account &actor, const Plan &plan, const Plan *before, const char *action,
                         storage::Connection &connection) const {
    Store store(connection);
    const Result<QList<CatalogEntry>> words = store.catalog();
    const Result<QList<Plan>> others = store.plans();
    if (!words || !others)
        return Failure(!words ? words.error() : others.error());
    if (const Result<void> known = checkWords(*words, plan); !known)
        return Failure(known.error());
    if (const Result<void> clear = checkRivals(*others, plan); !clear)
        return Failure(clear.error());
    const Instant now = m_desk.clock.now();
    if (before) {
        const Result<bool> saved = store.updatePlan(plan, now);
        if (!saved)
            return Failure(saved.error());
        if (!*saved)
            return stale(*before);
    } else if (const Result<void> added = store.insertPlan(plan, now); !added) {
        return Failure(added.error());
    }
    const Result<Plan> fresh = store.plan(plan.id);
    if (!fresh)
        return Failure(fresh.error());
    const Result<void> noted =
        m_desk.audit.record(connection, {actor.id, actor.username, QString::fromLatin1(action), planTarget(plan.id),
                                         before ? toJson(*before) : QJsonObject(), toJson(*fresh)});
    if (!noted)
        return Failure(noted.error());
    const Result<void> told =
        live::Outbox::addEvent(connection, live::pricingTimelineChanged,
                               {{"plan_id", idToString(plan.id)}, {"timeline_version", fresh->timelineVersion}});
    return told ? fresh : Failure(told.error());
}

Result<Plan> Plans::create(const staff::Account &actor, const Plan &edit) const {
    Plan plan = edit;
    plan.id = m_desk.ids.next();
    plan.version = 1;
    plan.timelineVersion = 1;
    const Result<Plan> saved = m_desk.database.write([&](storage::Connection &connection) -> Result<Plan> {
        if (const Result<void> counted = Store(connection).countVersion(); !counted)
            return Failure(counted.error());
        return save(actor, plan, nullptr, "pricing.plan.create", connection);
    });
    m_desk.wake();
    return saved;
}

Result<Plan> Plans::update(const staff::Account &actor, Id id, qint64 version, const Plan &edit) const {
    const Result<Plan> saved = m_desk.database.write([&](storage::Connection &connection) -> Result<Plan> {
        Store store(connection);
        if (const Result<void> counted = store.countVersion(); !counted)
            return Failure(counted.error());
        const Result<Plan> before = store.plan(id);
        if (!before)
            return before;
        if (before->version != version)
            return stale(*before);
        Plan plan = edit;
        plan.id = id;
        plan.version = version;
        plan.timelineVersion = before->timelineVersion;
        plan.isInvented = before->isInvented;
        plan.retiredAt = before->retiredAt;
        return save(actor, plan, &*before, "pricing.plan.update", connection);
    });
    m_desk.wake();
    return saved;
}

Result<Plan> Plans::retire(const staff::Account &actor, Id id, qint64 version, Instant at) const {
    const Result<Plan> saved = m_desk.database.write([&](storage::Connection &connection) -> Result<Plan> {
        Store store(connection);
        if (const Result<void> counted = store.countVersion(); !counted)
            return Failure(counted.error());
        const Result<Plan> before = store.plan(id);
        if (!before)
            return before;
        if (before->version != version)
            return stale(*before);
        if (before->retiredAt)
            return failure(ErrorKind::Conflict, "retired", "This plan is retired already.");
        Plan plan = *before;
        plan.retiredAt = std::max(at, m_desk.clock.now());
        return save(actor, plan, &*before, "pricing.plan.retire", connection);
    });
    m_desk.wake();
    return saved;
}

Result<ConfigRecord> Plans::config(Id id) const {
    return m_desk.database.read([id](storage::Connection &connection) { return Store(connection).config(id); });
}

Result<ConfigRecord> Plans::addConfig(const staff::Account &actor, Id plan, const Config &config, const QString &note,
                                      bool *isNew) const {
    return m_desk.database.write([&](storage::Connection &connection) -> Result<ConfigRecord> {
        Store store(connection);
        if (const Result<void> held = store.holdPlan(plan); !held)
            return Failure(held.error());
        ConfigRecord record;
        record.planId = plan;
        record.author = actor.displayName;
        record.note = note;
        record.createdAt = m_desk.clock.now();
        record.config = config;
        const Result<ConfigRecord> added = store.addConfig(record, m_desk.ids, isNew);
        if (!added || !*isNew)
            return added;
        const QJsonObject after{{"config_id", idToString(added->id)}, {"version", added->version}, {"note", note}};
        const Result<void> noted = m_desk.audit.record(
            connection, {actor.id, actor.username, "pricing.config.create", planTarget(plan), {}, after});
        return noted ? added : Failure(noted.error());
    });
}

} // namespace wemo::pricing
