#include "services/pricing/campaign_store.h"

#include "services/pricing/rows.h"

#include <QJsonDocument>

namespace wemo::pricing {

namespace {
Campaign campaignOf(const storage::Row &row) {
    Campaign campaign;
    campaign.id = row.integer("id");
    campaign.name = row.text("name");
    campaign.note = row.text("note");
    campaign.state = campaignStateFromString(row.text("state")).value_or(CampaignState::Withdrawn);
    campaign.publishAt = fromMs(row.integer("publish_at"));
    campaign.author = row.text("author");
    campaign.authorId = row.integer("author_id");
    campaign.approver = row.text("approver");
    if (const std::optional<qint64> at = row.optionalInteger("approved_at"))
        campaign.approvedAt = fromMs(*at);
    campaign.emergencyReason = row.text("emergency_reason");
    campaign.changedAt = fromMs(row.integer("changed_at"));
    campaign.version = row.integer("version");
    campaign.itemCount = row.integer("item_count");
    return campaign;
}

storage::Params paramsOf(const Campaign &campaign) {
    return {{"id", campaign.id},
            {"name", campaign.name},
            {"note", campaign.note},
            {"state", toString(campaign.state)},
            {"publish_at", toMs(campaign.publishAt)},
            {"author", campaign.author},
            {"author_id", campaign.authorId},
            {"approver", campaign.approver},
            {"approved_at", orNull(campaign.approvedAt)},
            {"emergency_reason", campaign.emergencyReason},
            {"changed_at", toMs(campaign.changedAt)},
            {"version", campaign.version}};
}

Result<CampaignItem> itemOf(const storage::Row &row) {
    Result<Config> config = configFromJson(QJsonDocument::fromJson(row.text("body").toUtf8()).object());
    if (!config)
        return failure(ErrorKind::Internal, "config-unreadable", "The service has a fault.",
                       QString("a campaign's config of plan %1").arg(row.integer("plan_id")));
    return CampaignItem{row.integer("plan_id"), row.integer("base_config_id"), *std::move(config)};
}
} // namespace

Result<void> CampaignStore::done(const QString &query, const storage::Params &params) {
    const Result<qint64> changed = m_connection.execute(query, params);
    return changed ? Result<void>() : Failure(changed.error());
}

Result<QList<Campaign>> CampaignStore::newest(int limit) {
    const Result<storage::Rows> rows = m_connection.query("pricing/campaigns", {{"limit", limit}}, {"limit"});
    if (!rows)
        return Failure(rows.error());
    QList<Campaign> result;
    for (const storage::Row &row : *rows)
        result.append(campaignOf(row));
    return result;
}

Result<Campaign> CampaignStore::campaign(Id id) {
    const Result<storage::Rows> rows = m_connection.query("pricing/campaigns", {{"id", id}}, {"id"});
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorKind::NotFound, "campaign-not-found", "There is no such price change.");
    Campaign campaign = campaignOf(rows->first());
    Result<QList<CampaignItem>> found = items(id);
    if (!found)
        return Failure(found.error());
    campaign.items = *std::move(found);
    return campaign;
}

Result<QList<CampaignItem>> CampaignStore::items(Id campaign) {
    const Result<storage::Rows> rows = m_connection.query("pricing/campaign_items", {{"campaign", campaign}});
    if (!rows)
        return Failure(rows.error());
    QList<CampaignItem> result;
    for (const storage::Row &row : *rows) {
        Result<CampaignItem> item = itemOf(row);
        if (!item)
            return Failure(item.error());
        result.append(*std::move(item));
    }
    return result;
}

Result<void> CampaignStore::insert(const Campaign &campaign) {
    const Result<void> head = done("pricing/insert_campaign", paramsOf(campaign));
    return head ? insertItems(campaign) : head;
}

Result<void> CampaignStore::insertItems(const Campaign &campaign) {
    for (const CampaignItem &item : campaign.items) {
        const Result<void> added =
            done("pricing/insert_campaign_item", {{"campaign_id", campaign.id},
                                                  {"plan_id", item.planId},
                                                  {"base_config_id", item.baseConfigId},
                                                  {"body", QString::fromUtf8(canonicalText(item.config))}});
        if (!added)
            return added;
    }
    return {};
}

Result<bool> CampaignStore::take(Id campaign, qint64 version) {
    const Result<qint64> changed =
        m_connection.execute("pricing/take_campaign", {{"id", campaign}, {"version", version}});
    return changed ? Result<bool>(*changed == 1) : Failure(changed.error());
}

Result<void> CampaignStore::update(const Campaign &campaign) {
    return done("pricing/update_campaign", paramsOf(campaign));
}

Result<void> CampaignStore::replaceItems(const Campaign &campaign) {
    const Result<void> cleared = done("pricing/delete_campaign_items", {{"campaign", campaign.id}});
    return cleared ? insertItems(campaign) : cleared;
}

Result<void> CampaignStore::remove(Id campaign) {
    const Result<void> cleared = done("pricing/delete_campaign_items", {{"campaign", campaign}});
    return cleared ? done("pricing/delete_campaign", {{"id", campaign}}) : cleared;
}

} // namespace wemo::pricing
