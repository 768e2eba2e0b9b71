#include "services/pricing/campaigns.h"

#include "models/pricing/config_limits.h"
#include "services/live/outbox.h"
#include "services/pricing/campaign_taken.h"
#include "services/pricing/price_book.h"

namespace wemo::pricing {

namespace {
Failure stale(const Campaign &current, Instant now) {
    Error error{ErrorKind::Conflict, "stale", "Someone else has changed this price change meanwhile.", {}};
    error.extra = {{"current", toJson(current, now)}};
    return Failure(std::move(error));
}

QJsonObject detailOf(const Campaign &campaign, const QString &note) {
    QJsonObject detail{{"name", campaign.name},
                       {"state", toString(campaign.state)},
                       {"publish_at", toIso(campaign.publishAt)},
                       {"plans", campaign.items.size()}};
    if (!note.isEmpty())
        detail.insert("note", note);
    return detail;
}

QList<FieldError> mistakesOfHead(const Campaign &edit, Instant now) {
    QList<FieldError> mistakes;
    if (edit.name.isEmpty())
        mistakes.append({"name", "required", "Give it a name."});
    if (edit.publishAt < earliestTime || edit.publishAt > latestTime)
        mistakes.append({"publish_at", "out-of-range", "This time is not possible here."});
    else if (edit.publishAt < now)
        mistakes.append({"publish_at", "past", "This time is past."});
    if (edit.items.isEmpty())
        mistakes.append({"items", "empty", "A price change has at least one plan in it."});
    return mistakes;
}

/// What the rest of the store does not know.
Result<QList<FieldError>> mistakesOfItems(storage::Connection &connection, const Campaign &edit) {
    Store store(connection);
    const Result<QList<Plan>> plans = store.plans();
    const Result<QList<ConfigRecord>> configs = store.configHeads();
    if (!plans || !configs)
        return Failure(!plans ? plans.error() : configs.error());
    QSet<Id> known;
    for (const Plan &plan : *plans)
        known.insert(plan.id);
    QHash<Id, Id> planOfConfig;
    for (const ConfigRecord &record : *configs)
        planOfConfig.insert(record.id, record.planId);
    QList<FieldError> mistakes;
    for (qsizetype i = 0; i < edit.items.size(); ++i) {
        const CampaignItem &item = edit.items[i];
        if (!known.contains(item.planId))
            mistakes.append({QString("items[%1].plan_id").arg(i), "unknown-plan", "There is no such plan."});
        else if (planOfConfig.value(item.baseConfigId) != item.planId)
            mistakes.append(
                {QString("items[%1].base_config_id").arg(i), "unknown-config", "This plan has no such config."});
    }
    return mistakes;
}

Result<void> checkEdit(storage::Connection &connection, const Campaign &edit, Instant now) {
    const Result<QList<FieldError>> ofItems = mistakesOfItems(connection, edit);
    if (!ofItems)
        return Failure(ofItems.error());
    QList<FieldError> mistakes = mistakesOfHead(edit, now) + *ofItems;
    return mistakes.isEmpty() ? Result<void>() : badCampaign(std::move(mistakes));
}

/// What is a person's to write.
void takeEdit(Campaign &campaign, const Campaign &edit, const staff::Account &actor) {
    campaign.name = edit.name;
    campaign.note = edit.note;
    campaign.publishAt = edit.publishAt;
    campaign.emergencyReason = edit.emergencyReason;
    campaign.items = edit.items;
    campaign.itemCount = edit.items.size();
    campaign.author = actor.displayName;
    campaign.authorId = actor.id;
}

/// The campaign, taken to the end of the transaction; Conflict "stale" where it is at another version by now.
Result<Campaign> held(CampaignStore &store, Id id, qint64 version, Instant now) {
    const Result<bool> isTaken = store.take(id, version);
    Result<Campaign> campaign = isTaken ? store.campaign(id) : Failure(isTaken.error());
    if (campaign && !*isTaken)
        return stale(*campaign, now);
    return campaign;
}
} // namespace

// ---- reading
// ------------------------------------------------------------------------------------------------------------

Result<QList<InForce>> Campaigns::inventory(Instant at) const {
    auto stored = m_desk.database.read([](storage::Connection &connection) { return Store(connection).book(); });
    if (!stored)
        return Failure(stored.error());
    const PriceBook book(
        {stored->version, std::move(stored->plans), std::move(stored->intervals), std::move(stored->configs), {}});
    QList<InForce> result;
    for (const PriceBook::Row &row : book.rows())
        if (const PriceBook::Slot *slot = row.isOnSaleAt(at) ? row.at(at) : nullptr)
            result.append({*row.plan, *slot->interval, *slot->record});
    return result;
}

Result<QList<Campaign>> Campaigns::list(int limit) const {
    return m_desk.database.read(
        [limit](storage::Connection &connection) { return CampaignStore(connection).newest(limit); });
}

Result<Campaign> Campaigns::campaign(Id id) const {
    return m_desk.database.read(
        [id](storage::Connection &connection) { return CampaignStore(connection).campaign(id); });
}

Result<QList<PriceChange>> Campaigns::changesOf(Id id) const {
    const Result<Campaign> found = campaign(id);
    if (!found)
        return Failure(found.error());
    QList<PriceChange> changes;
    for (const CampaignItem &item : found->items)
        changes.append({item.planId, item.config});
    return changes;
}

// ---- changing
// -----------------------------------------------------------------------------------------------------------

Result<void> Campaigns::note(Taken &taken) const {
    const Campaign &campaign = taken.campaign;
    const Result<void> noted = m_desk.audit.record(taken.connection, {taken.actor.id,
                                                                      taken.actor.username,
                                                                      taken.action,
                                                                      campaignTarget(campaign.id),
                                                                      {},
                                                                      detailOf(campaign, taken.note)});
    if (!noted)
        return noted;
    return live::Outbox::addEvent(taken.connection, live::pricingCampaignChanged,
                                  {{"campaign_id", idToString(campaign.id)}, {"version", campaign.version}});
}

/// Holds the campaign, runs `work`, saves the row, writes what comes along, and answers with the campaign as it then
/// is.
Result<Campaign> Campaigns::change(const staff::Account &actor, Id id, qint64 version, bool isInForce,
                                   const Work &work) const {
    const Instant now = m_desk.clock.now();
    const Result<Campaign> changed = m_desk.database.write([&](storage::Connection &connection) -> Result<Campaign> {
        if (isInForce) // before the campaign, as before plans
            if (const Result<void> counted = Store(connection).countVersion(); !counted)
                return Failure(counted.error());
        CampaignStore store(connection);
        const Result<Campaign> campaign = held(store, id, version, now);
        if (!campaign)
            return campaign;
        Taken taken{connection, store, actor, now, *campaign, {}, {}};
        if (const Result<void> worked = work(taken); !worked)
            return Failure(worked.error());
        taken.campaign.changedAt = now;
        if (const Result<void> saved = store.update(taken.campaign); !saved)
            return Failure(saved.error());
        const Result<void> noted = note(taken);
        return noted ? store.campaign(id) : Failure(noted.error());
    });
    if (changed)
        m_desk.wake();
    return changed;
}

Result<Campaign> Campaigns::create(const staff::Account &actor, Campaign edit) const {
    const Instant now = m_desk.clock.now();
    Campaign campaign;
    takeEdit(campaign, edit, actor);
    campaign.id = m_desk.ids.next();
    campaign.version = 1;
    campaign.changedAt = now;
    const Result<Campaign> created = m_desk.database.write([&](storage::Connection &connection) -> Result<Campaign> {
        if (const Result<void> right = checkEdit(connection, campaign, now); !right)
            return Failure(right.error());
        Taken taken{connection, CampaignStore(connection), actor, now, campaign, "pricing.campaign.create", {}};
        if (const Result<void> added = taken.store.insert(campaign); !added)
            return Failure(added.error());
        const Result<void> noted = note(taken);
        return noted ? taken.store.campaign(campaign.id) : Failure(noted.error());
    });
    if (created)
        m_desk.wake();
    return created;
}

Result<Campaign> Campaigns::update(const staff::Account &actor, Id id, qint64 version, const Campaign &edit) const {
    return change(actor, id, version, false, [&](Taken &taken) -> Result<void> {
        if (taken.campaign.state != CampaignState::Draft)
            return wrongCampaignState("Only a draft can be edited.");
        if (const Result<void> right = checkEdit(taken.connection, edit, taken.now); !right)
            return right;
        takeEdit(taken.campaign, edit, actor);
        taken.action = "pricing.campaign.update";
        return taken.store.replaceItems(taken.campaign);
    });
}

Result<void> Campaigns::remove(const staff::Account &actor, Id id, qint64 version) const {
    const Instant now = m_desk.clock.now();
    const Result<Campaign> removed = m_desk.database.write([&](storage::Connection &connection) -> Result<Campaign> {
        CampaignStore store(connection);
        const Result<Campaign> campaign = held(store, id, version, now);
        if (!campaign)
            return campaign;
        if (campaign->state != CampaignState::Draft)
            return wrongCampaignState("Only a draft can be deleted.");
        Taken taken{connection, store, actor, now, *campaign, "pricing.campaign.delete", {}};
        const Result<void> gone = store.remove(id);
        const Result<void> noted = gone ? note(taken) : gone;
        return noted ? campaign : Failure(noted.error());
    });
    if (!removed)
        return Failure(removed.error());
    m_desk.wake();
    return {};
}

} // namespace wemo::pricing
