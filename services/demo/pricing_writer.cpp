#include "services/demo/pricing_writer.h"

#include "services/demo/people.h"
#include "services/pricing/desk.h"
#include "services/pricing/store.h"

#include <QJsonDocument>

namespace wemo::demo {

using namespace pricing;

PricingWriter::PricingWriter(storage::Connection &connection, const staff::Account &writer,
                             const staff::Account &checker)
    : m_connection(connection)
    , m_writer(writer)
    , m_checker(checker) {}

Result<void> PricingWriter::run(const char *query, const storage::Params &params) {
    const Result<qint64> done = m_connection.execute(QString::fromLatin1(query), params);
    return done ? Result<void>() : Failure(done.error());
}

Result<void> PricingWriter::write(const InventedPricing &invented, Instant base) {
    if (const Result<void> counted = Store(m_connection).countVersion(); !counted)
        return counted;
    if (const Result<void> plans = writePlans(invented, base); !plans)
        return plans;
    for (const ConfigRecord &record : invented.configs)
        if (const Result<void> done = writeConfig(record); !done)
            return done;
    for (const Interval &interval : invented.intervals)
        if (const Result<void> done = writeInterval(interval); !done)
            return done;
    return writeCampaign(invented.campaign);
}

Result<void> PricingWriter::writePlans(const InventedPricing &invented, Instant base) {
    Store store(m_connection);
    for (const CatalogEntry &entry : invented.catalog)
        if (const Result<void> done = store.insertCatalogEntry(entry); !done && done.error().code != "duplicate")
            return done;
    for (const Plan &plan : invented.plans)
        if (const Result<void> done = store.insertPlan(plan, base); !done)
            return done;
    return {};
}

Result<void> PricingWriter::writeConfig(const ConfigRecord &record) {
    return run("pricing/insert_config", {{"id", record.id},
                                         {"plan_id", record.planId},
                                         {"version", record.version},
                                         {"fingerprint", record.fingerprint},
                                         {"body", QString::fromUtf8(canonicalText(*record.config))},
                                         {"author", m_writer.displayName},
                                         {"note", record.note},
                                         {"created_at", toMs(record.createdAt)}});
}

Result<void> PricingWriter::writeInterval(Interval interval) {
    interval.author = m_writer.displayName;
    interval.authorId = m_writer.id;
    if (isPublished(interval))
        interval.approver = m_checker.displayName;
    if (const Result<void> done = Store(m_connection).insertInterval(interval); !done)
        return done;
    const Instant asked = interval.changedAt - std::chrono::hours(20);
    if (const Result<void> done = note(m_writer, "pricing.interval.create", asked, interval); !done)
        return done;
    if (interval.state == IntervalState::Draft)
        return {};
    const Instant submitted = asked + std::chrono::hours(1);
    if (const Result<void> done = note(m_writer, "pricing.interval.submit", submitted, interval); !done)
        return done;
    return isPublished(interval) ? note(m_checker, "pricing.interval.approve", interval.changedAt, interval)
                                 : Result<void>();
}

Result<void> PricingWriter::note(const staff::Account &who, const char *action, Instant at, const Interval &interval) {
    const QJsonObject after{{"interval_id", idToString(interval.id)},
                            {"config_id", idToString(interval.configId)},
                            {"from", toIso(interval.from)},
                            {"note", interval.note}};
    return run("staff/insert_audit",
               {{"id", idAt(at, ++m_place)},
                {"at", toMs(at)},
                {"actor_id", who.id},
                {"actor", who.username},
                {"action", QString::fromLatin1(action)},
                {"target", planTarget(interval.planId)},
                {"request_id", QString("")},
                {"before", QString("")},
                {"after", QString::fromUtf8(QJsonDocument(after).toJson(QJsonDocument::Compact))}});
}

Result<void> PricingWriter::writeCampaign(const Campaign &campaign) {
    const Result<void> head = run("demo/insert_campaign", {{"id", campaign.id},
                                                           {"name", campaign.name},
                                                           {"note", campaign.note},
                                                           {"publish_at", toMs(campaign.publishAt)},
                                                           {"author", m_writer.displayName},
                                                           {"author_id", m_writer.id},
                                                           {"changed_at", toMs(campaign.changedAt)}});
    if (!head)
        return head;
    for (const CampaignItem &item : campaign.items) {
        const Result<void> done =
            run("demo/insert_campaign_item", {{"campaign_id", campaign.id},
                                              {"plan_id", item.planId},
                                              {"base_config_id", item.baseConfigId},
                                              {"body", QString::fromUtf8(canonicalText(item.config))}});
        if (!done)
            return done;
    }
    return {};
}

} // namespace wemo::demo
