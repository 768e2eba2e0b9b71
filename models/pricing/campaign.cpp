#include "models/pricing/campaign.h"

#include "models/core/enum_names.h"
#include "models/core/json_parts.h"

namespace wemo::pricing {

namespace {
constexpr EnumNames<CampaignState, 5> states{{{CampaignState::Draft, "draft"},
                                              {CampaignState::Submitted, "submitted"},
                                              {CampaignState::Approved, "approved"},
                                              {CampaignState::RolledBack, "rolled_back"},
                                              {CampaignState::Withdrawn, "withdrawn"}}};
constexpr EnumNames<CampaignStatus, 6> statuses{{{CampaignStatus::Draft, "draft"},
                                                 {CampaignStatus::Submitted, "submitted"},
                                                 {CampaignStatus::Scheduled, "scheduled"},
                                                 {CampaignStatus::Published, "published"},
                                                 {CampaignStatus::RolledBack, "rolled_back"},
                                                 {CampaignStatus::Withdrawn, "withdrawn"}}};
constexpr int longestName = 120;
constexpr int longestText = 4000;
constexpr int mostItems = 2000;
constexpr qint64 mostVersions = 1'000'000'000;

QJsonObject itemJson(const CampaignItem &item) {
    return {{"plan_id", idToString(item.planId)},
            {"base_config_id", idToString(item.baseConfigId)},
            {"config", toJson(item.config)}};
}

Result<CampaignItem> readItem(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    CampaignItem item;
    item.planId = reader.id("plan_id");
    item.baseConfigId = reader.id("base_config_id");
    Result<Config> config = configFromJson(reader.object("config"), reader.pathOf("config"));
    if (config)
        item.config = *std::move(config);
    else
        reader.failAll(config.error().fields);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return item;
}

QJsonArray itemsJson(const QList<CampaignItem> &items) {
    QJsonArray array;
    for (const CampaignItem &item : items)
        array.append(itemJson(item));
    return array;
}

void refuseTwice(JsonReader &reader, const QList<CampaignItem> &items) {
    QSet<Id> plans;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (plans.contains(items[i].planId))
            reader.fail(QString("items[%1].plan_id").arg(i), "twice", "This plan is in the change already.");
        plans.insert(items[i].planId);
    }
}

Campaign readEdit(JsonReader &reader) {
    Campaign campaign;
    campaign.name = reader.string("name", longestName).trimmed();
    campaign.note = reader.optionalString("note", longestText).value_or(QString());
    campaign.publishAt = reader.instant("publish_at");
    campaign.emergencyReason = reader.optionalString("emergency_reason", longestText).value_or(QString());
    if (reader.has("items")) {
        std::vector<CampaignItem> items = itemsFrom<CampaignItem>(reader, "items", mostItems, readItem);
        campaign.items = {std::make_move_iterator(items.begin()), std::make_move_iterator(items.end())};
        refuseTwice(reader, campaign.items);
    }
    campaign.itemCount = campaign.items.size();
    return campaign;
}

QJsonObject sampleJson(const SampleQuote &sample) {
    return {{"plan_id", idToString(sample.planId)},
            {"ride", toJson(sample.ride)},
            {"before", sample.before},
            {"during", sample.during},
            {"after", sample.after ? QJsonValue(*sample.after) : QJsonValue()}};
}

Result<SampleQuote> readSample(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    SampleQuote sample;
    sample.planId = reader.id("plan_id");
    const Result<Ride> ride = rideFromJson(reader.object("ride"), reader.pathOf("ride"));
    if (ride)
        sample.ride = *ride;
    else
        reader.failAll(ride.error().fields);
    constexpr qint64 most = 9'007'199'254'740'992;
    sample.before = reader.integer("before", 0, most);
    sample.during = reader.integer("during", 0, most);
    sample.after = reader.optionalInteger("after", 0, most);
    return reader.finishLenient(std::move(sample));
}

template <typename T, typename Write>
QJsonArray written(const QList<T> &items, Write write) {
    QJsonArray array;
    for (const T &item : items)
        array.append(write(item));
    return array;
}
} // namespace

QString toString(CampaignState state) {
    return states.toString(state);
}
std::optional<CampaignState> campaignStateFromString(QStringView text) {
    return states.fromString(text);
}
QString toString(CampaignStatus status) {
    return statuses.toString(status);
}

CampaignStatus statusOf(const Campaign &campaign, Instant now) {
    switch (campaign.state) {
    case CampaignState::Draft:
        return CampaignStatus::Draft;
    case CampaignState::Submitted:
        return CampaignStatus::Submitted;
    case CampaignState::RolledBack:
        return CampaignStatus::RolledBack;
    case CampaignState::Withdrawn:
        return CampaignStatus::Withdrawn;
    case CampaignState::Approved:
        break;
    }
    return now < campaign.publishAt ? CampaignStatus::Scheduled : CampaignStatus::Published;
}

QJsonObject editJson(const Campaign &campaign) {
    return {{"name", campaign.name},
            {"note", campaign.note},
            {"publish_at", toIso(campaign.publishAt)},
            {"emergency_reason", campaign.emergencyReason},
            {"items", itemsJson(campaign.items)}};
}

QJsonObject toJson(const Campaign &campaign, Instant now) {
    QJsonObject json = editJson(campaign);
    json.insert("id", idToString(campaign.id));
    json.insert("state", toString(campaign.state));
    json.insert("status", toString(statusOf(campaign, now)));
    json.insert("author", campaign.author);
    json.insert("author_id", idOrNull(campaign.authorId));
    json.insert("approver", orNull(campaign.approver));
    json.insert("approved_at", orNull(campaign.approvedAt));
    json.insert("item_count", campaign.itemCount);
    json.insert("changed_at", toIso(campaign.changedAt));
    json.insert("version", campaign.version);
    return json;
}

Result<Campaign> campaignFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Campaign campaign = readEdit(reader);
    campaign.id = reader.id("id");
    campaign.state = reader.word("state", campaignStateFromString);
    campaign.author = reader.optionalString("author", longestText).value_or(QString());
    campaign.authorId = reader.optionalId("author_id").value_or(0);
    campaign.approver = reader.optionalString("approver", longestText).value_or(QString());
    campaign.approvedAt = reader.optionalInstant("approved_at");
    campaign.itemCount = reader.integer("item_count", 0, mostItems);
    campaign.changedAt = reader.instant("changed_at");
    campaign.version = reader.integer("version", 0, mostVersions);
    return reader.finishLenient(std::move(campaign));
}

Result<Campaign> campaignEditFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Campaign campaign = readEdit(reader);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return campaign;
}

QJsonObject toJson(const CampaignProblem &problem) {
    return {{"plan_id", idOrNull(problem.planId)}, {"code", problem.code},     {"other", idOrNull(problem.other)},
            {"from", orNull(problem.from)},        {"to", orNull(problem.to)}, {"is_fatal", problem.isFatal}};
}

Result<CampaignProblem> campaignProblemFromJson(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    CampaignProblem problem;
    problem.planId = reader.optionalId("plan_id").value_or(0);
    problem.code = reader.string("code", longestName);
    problem.other = reader.optionalId("other").value_or(0);
    problem.from = reader.optionalInstant("from");
    problem.to = reader.optionalInstant("to");
    problem.isFatal = reader.boolean("is_fatal");
    return reader.finishLenient(std::move(problem));
}

QJsonObject toJson(const Rehearsal &rehearsal) {
    return {{"is_ok", rehearsal.isOk},
            {"problems", toArray(rehearsal.problems)},
            {"samples", written(rehearsal.samples, sampleJson)},
            {"plans", rehearsal.plans},
            {"intervals", rehearsal.intervals},
            {"duration_ms", rehearsal.durationMs},
            {"is_restored", rehearsal.isRestored}};
}

Result<Rehearsal> rehearsalFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Rehearsal rehearsal;
    rehearsal.isOk = reader.boolean("is_ok");
    const auto problems = itemsFrom<CampaignProblem>(reader, "problems", 100'000, campaignProblemFromJson);
    const auto samples = itemsFrom<SampleQuote>(reader, "samples", 100'000, readSample);
    rehearsal.problems = {problems.begin(), problems.end()};
    rehearsal.samples = {samples.begin(), samples.end()};
    rehearsal.plans = reader.integer("plans", 0, mostVersions);
    rehearsal.intervals = reader.integer("intervals", 0, mostVersions);
    rehearsal.durationMs = reader.integer("duration_ms", 0, mostVersions);
    rehearsal.isRestored = reader.boolean("is_restored");
    return reader.finishLenient(std::move(rehearsal));
}

} // namespace wemo::pricing
