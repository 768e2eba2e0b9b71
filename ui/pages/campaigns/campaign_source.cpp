#include "ui/pages/campaigns/campaign_source.h"

#include "models/core/json_parts.h"

namespace wemo::pages::campaigns {

using namespace wemo::pricing;
using ui::ApiResult;

namespace {
constexpr int mostItems = 10'000;
constexpr qint64 mostRides = 1'000'000'000'000;
/// Rehearsals write and roll back everything.
constexpr Milliseconds longWork = std::chrono::seconds(60);
const QString root = QStringLiteral("/api/v1/pricing");

QString pathOf(Id id, const char *rest = "") {
    return QStringLiteral("%1/campaigns/%2%3").arg(root, idToString(id), QLatin1StringView(rest));
}

template <typename T>
auto itemsOf(Result<T> (*read)(const QJsonObject &)) {
    return [read](const QJsonObject &json) -> Result<QList<T>> {
        JsonReader reader(json);
        const QJsonArray items = reader.array(QStringLiteral("items"), mostItems);
        if (const Result<void> fine = reader.finishLenient(); !fine)
            return Failure(fine.error());
        return listFrom<T>(items, read);
    };
}

Result<Id> taskFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    const Id task = reader.id(QStringLiteral("task"));
    return reader.finishLenient(task);
}

std::optional<ImpactProgress::State> stateFromString(QStringView text) {
    using State = ImpactProgress::State;
    if (text == u"running")
        return State::Running;
    if (text == u"done")
        return State::Done;
    if (text == u"canceled")
        return State::Canceled;
    return text == u"failed" ? std::optional(State::Failed) : std::nullopt;
}

Result<ImpactProgress> progressFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    ImpactProgress progress;
    progress.state = reader.word(QStringLiteral("state"), stateFromString);
    progress.done = reader.integer(QStringLiteral("done"), 0, mostRides);
    progress.total = reader.integer(QStringLiteral("total"), 0, mostRides);
    progress.detail = reader.optionalString(QStringLiteral("detail"), 2000).value_or(QString());
    const Result<std::optional<Impact>> impact = optionalFrom<Impact>(json, QStringLiteral("impact"), impactFromJson);
    if (!impact)
        return Failure(impact.error());
    progress.impact = *impact;
    return reader.finishLenient(std::move(progress));
}

QJsonObject questionJson(const ImpactQuestion &question) {
    QJsonObject body{{"from", toIso(question.from)}, {"to", toIso(question.to)}};
    if (question.campaignId != 0) {
        body.insert("campaign_id", idToString(question.campaignId));
        return body;
    }
    QJsonArray changes;
    for (const CampaignItem &item : question.items)
        changes.append(QJsonObject{{"plan_id", idToString(item.planId)}, {"config", toJson(item.config)}});
    body.insert("changes", changes);
    return body;
}

const char *word(CampaignVerb verb) {
    switch (verb) {
    case CampaignVerb::Submit:
        return "/submit";
    case CampaignVerb::Approve:
        return "/approve";
    case CampaignVerb::Reject:
        return "/reject";
    case CampaignVerb::Withdraw:
        return "/withdraw";
    case CampaignVerb::Rollback:
        break;
    }
    return "/rollback";
}

const char *word(Trial trial) {
    if (trial == Trial::DryRun)
        return "/dry-run";
    return trial == Trial::Rehearsal ? "/rehearse" : "/rehearse-rollback";
}

ui::RequestOptions patient() {
    ui::RequestOptions options;
    options.timeout = longWork;
    return options;
}
} // namespace

QFuture<ApiResult<QList<Campaign>>> CampaignSource::list() {
    const QUrlQuery query{{QStringLiteral("limit"), QStringLiteral("200")}};
    return m_client.get(root + QStringLiteral("/campaigns"), query, itemsOf<Campaign>(campaignFromJson));
}

QFuture<ApiResult<Campaign>> CampaignSource::read(Id id) {
    return m_client.get(pathOf(id), {}, campaignFromJson);
}

QFuture<ApiResult<QList<InForce>>> CampaignSource::inventory(Instant at) {
    const QUrlQuery query{{QStringLiteral("at"), toIso(at)}};
    return m_client.get(root + QStringLiteral("/inventory"), query, itemsOf<InForce>(inForceFromJson));
}

QFuture<ApiResult<Campaign>> CampaignSource::save(const Campaign &campaign) {
    if (campaign.id == 0)
        return m_client.post(root + QStringLiteral("/campaigns"), editJson(campaign), campaignFromJson);
    ui::RequestOptions options;
    options.headers.append({"If-Match", QByteArray::number(campaign.version)});
    return m_client.put(pathOf(campaign.id), editJson(campaign), campaignFromJson, options);
}

QFuture<ApiResult<void>> CampaignSource::remove(const Campaign &campaign) {
    const QUrlQuery query{{QStringLiteral("version"), QString::number(campaign.version)}};
    return m_client.send("DELETE", pathOf(campaign.id), query, {}, {})
        .then([](const ApiResult<QJsonObject> &answer) -> ApiResult<void> {
            if (!answer)
                return tl::unexpected(answer.error());
            return {};
        });
}

QFuture<ApiResult<Rehearsal>> CampaignSource::tryOut(Id id, Trial trial) {
    return m_client.post(pathOf(id, word(trial)), QJsonObject(), rehearsalFromJson, patient());
}

QFuture<ApiResult<Campaign>> CampaignSource::act(const Campaign &campaign, CampaignVerb verb, const QString &note,
                                                 const QString &emergencyReason) {
    QJsonObject body{{"version", campaign.version}};
    if (!note.isEmpty())
        body.insert("note", note);
    if (!emergencyReason.isEmpty())
        body.insert("emergency_reason", emergencyReason);
    return m_client.post(pathOf(campaign.id, word(verb)), body, campaignFromJson, patient());
}

QFuture<ApiResult<Id>> CampaignSource::beginImpact(const ImpactQuestion &question) {
    return m_client.post(root + QStringLiteral("/impacts"), questionJson(question), taskFromJson);
}

QFuture<ApiResult<ImpactProgress>> CampaignSource::impact(Id task) {
    return m_client.get(root + QStringLiteral("/impacts/") + idToString(task), {}, progressFromJson);
}

QFuture<ApiResult<void>> CampaignSource::cancelImpact(Id task) {
    return m_client.del(root + QStringLiteral("/impacts/") + idToString(task));
}

std::optional<Campaign> staleCampaign(const ui::ApiError &error) {
    if (error.code != u"stale")
        return std::nullopt;
    const Result<Campaign> current = campaignFromJson(error.problem.value(QStringLiteral("current")).toObject());
    return current ? std::optional(*current) : std::nullopt;
}

} // namespace wemo::pages::campaigns
