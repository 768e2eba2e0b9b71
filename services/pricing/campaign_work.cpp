#include "services/pricing/campaign_work.h"

#include "models/core/json_parts.h"
#include "services/live/outbox.h"

#include <algorithm>

namespace wemo::pricing {

namespace {
QJsonObject detailOf(const CampaignWork::Step &step, const Campaign &campaign, const QString &note) {
    QJsonObject detail{{"campaign_id", idToString(campaign.id)}, {"campaign", campaign.name}};
    for (const Interval &interval : step.outcome.timeline) {
        if (interval.campaignId != campaign.id || interval.rollbackOf != 0)
            continue;
        detail.insert("interval_id", idToString(interval.id));
        detail.insert("config_id", idToString(interval.configId));
        detail.insert("from", toIso(interval.from));
        detail.insert("to", interval.to ? QJsonValue(toIso(*interval.to)) : QJsonValue());
    }
    if (!note.isEmpty())
        detail.insert("note", note);
    return detail;
}
} // namespace

CampaignWork::CampaignWork(const Desk &desk, storage::Connection &connection, const Campaign &campaign, Instant now)
    : m_desk(desk)
    , m_connection(connection)
    , m_store(connection)
    , m_campaign(campaign)
    , m_now(now) {
    for (const CampaignItem &item : campaign.items)
        m_steps.push_back({item, {}, {}, {}, {}, 0});
    std::sort(m_steps.begin(), m_steps.end(),
              [](const Step &one, const Step &other) { return one.item.planId < other.item.planId; });
}

// ---- reading
// ------------------------------------------------------------------------------------------------------------

Result<void> CampaignWork::read(bool isHeld) {
    for (Step &step : m_steps)
        if (const Result<void> done = readStep(step, isHeld); !done)
            return done;
    return {};
}

Result<void> CampaignWork::readStep(Step &step, bool isHeld) {
    if (isHeld)
        if (const auto held = m_connection.execute("pricing/count_timeline", {{"id", step.item.planId}}); !held)
            return Failure(held.error());
    const Result<Plan> plan = m_store.plan(step.item.planId);
    const Result<QList<Interval>> timeline = m_store.intervalsOf(step.item.planId);
    const Result<ConfigRecord> base = m_store.config(step.item.baseConfigId);
    if (!plan || !timeline || !base)
        return Failure(!plan ? plan.error() : !timeline ? timeline.error() : base.error());
    step.plan = *plan;
    step.timeline = *timeline;
    step.base = *base->config;
    step.outcome = {*timeline, {}};
    step.newConfig = fingerprintOf(step.item.config) == base->fingerprint ? step.item.baseConfigId : m_desk.ids.next();
    return {};
}

// ---- planning
// -----------------------------------------------------------------------------------------------------------

Interval CampaignWork::draftFor(const Step &step) const {
    Interval draft;
    draft.planId = step.plan.id;
    draft.configId = step.newConfig;
    draft.from = m_campaign.publishAt;
    draft.author = m_campaign.author;
    draft.authorId = m_campaign.authorId;
    draft.approver = m_campaign.approver;
    draft.approvedAt = m_campaign.approvedAt;
    draft.note = m_campaign.name;
    draft.emergencyReason = m_campaign.emergencyReason;
    draft.campaignId = m_campaign.id;
    return draft;
}

void CampaignWork::publish() {
    m_problems = problemsOf(m_campaign, m_now, m_desk.leadTime, shortestLead);
    for (Step &step : m_steps) {
        step.outcome = publishedOver(step.plan, step.timeline, draftFor(step), step.item.baseConfigId);
        m_problems += step.outcome.problems;
    }
    if (changes() == 0 && !isAnyFatal(m_problems))
        m_problems.append({0, "unchanged", 0, {}, {}, true});
}

void CampaignWork::takeBack(Instant at) {
    m_problems.clear();
    for (Step &step : m_steps) {
        step.outcome = takenBack(step.timeline, m_campaign.id, at);
        m_problems += step.outcome.problems;
    }
}

qint64 CampaignWork::changes() const {
    return std::count_if(m_steps.begin(), m_steps.end(),
                         [](const Step &step) { return step.outcome.timeline != step.timeline; });
}

Result<void> CampaignWork::refusal() const {
    const auto first = std::find_if(m_problems.begin(), m_problems.end(),
                                    [](const CampaignProblem &problem) { return problem.isFatal; });
    if (first == m_problems.end())
        return {};
    const bool isHour = first->planId == 0 && timelineFaultFromString(first->code);
    Error error{isHour ? ErrorKind::InvalidInput : ErrorKind::Conflict,
                isHour ? "invalid-fields" : first->code,
                isHour ? "Some fields are wrong." : "Something is in the way of this price change.",
                {}};
    if (isHour)
        error.fields = {{"publish_at", first->code, "This time is not possible here."}};
    error.extra = {{"problems", toArray(m_problems)}};
    return Failure(std::move(error));
}

// ---- writing
// ------------------------------------------------------------------------------------------------------------

/// The config under which the plan's interval was planned gets its true number.
Result<void> CampaignWork::saveConfig(Step &step) {
    ConfigRecord record;
    record.planId = step.plan.id;
    record.author = m_campaign.author;
    record.note = m_campaign.name;
    record.createdAt = m_now;
    record.config = step.item.config;
    const Result<ConfigRecord> saved = m_store.addConfig(record, m_desk.ids);
    if (!saved)
        return Failure(saved.error());
    for (Interval &interval : step.outcome.timeline)
        if (interval.configId == step.newConfig)
            interval.configId = saved->id;
    step.newConfig = saved->id;
    return {};
}

Result<void> CampaignWork::tell(const Step &step, const staff::Account &actor, const QString &action,
                                const QString &note) {
    const Result<void> noted = m_desk.audit.record(
        m_connection,
        {actor.id, actor.username, action, planTarget(step.plan.id), {}, detailOf(step, m_campaign, note)});
    if (!noted)
        return noted;
    return live::Outbox::addEvent(
        m_connection, live::pricingTimelineChanged,
        {{"plan_id", idToString(step.plan.id)}, {"timeline_version", step.plan.timelineVersion}});
}

Result<qint64> CampaignWork::writeStep(Step &step, const staff::Account &actor, const QString &action,
                                       const QString &note) {
    const bool isNewConfig = std::any_of(step.outcome.timeline.begin(), step.outcome.timeline.end(),
                                         [&](const Interval &one) { return one.configId == step.newConfig; });
    if (isNewConfig && step.newConfig != step.item.baseConfigId)
        if (const Result<void> saved = saveConfig(step); !saved)
            return Failure(saved.error());
    for (Interval &interval : step.outcome.timeline) {
        if (interval.id != 0)
            continue;
        interval.id = m_desk.ids.next();
        if (interval.rollbackOf == 0)
            continue;
        // What it brings back was approved before, by two people.
        interval.author = interval.approver = actor.displayName;
        interval.authorId = actor.id;
        interval.approvedAt = m_now;
        interval.note = note;
    }
    const auto written = m_store.writeDifferences(step.timeline, step.outcome.timeline, m_desk.ids, m_now);
    if (!written)
        return written;
    const Result<void> told = tell(step, actor, action, note);
    return told ? written : Failure(told.error());
}

Result<qint64> CampaignWork::write(const staff::Account &actor, const QString &action, const QString &note) {
    qint64 rows = 0;
    for (Step &step : m_steps) {
        if (step.outcome.timeline == step.timeline)
            continue;
        const Result<qint64> written = writeStep(step, actor, action, note);
        if (!written)
            return written;
        rows += *written;
    }
    return rows;
}

} // namespace wemo::pricing
