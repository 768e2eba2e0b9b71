#include "ui/pages/pricing/pricing_source.h"

#include "models/core/json_parts.h"

namespace wemo::pages::pricing {

using namespace wemo::pricing;
using ui::ApiError;
using ui::RequestOptions;

namespace {
constexpr int mostEntries = 10'000;

QString pathOf(const char *kind, Id id, const QString &below = {}) {
    const QString path = QStringLiteral("/api/v1/pricing/%1/%2").arg(QLatin1StringView(kind), idToString(id));
    return below.isEmpty() ? path : path + u'/' + below;
}

template <typename T, Result<T> (*read)(const QJsonObject &)>
Result<QList<T>> itemsIn(const QJsonObject &json) {
    JsonReader reader(json);
    const QJsonArray array = reader.array(QStringLiteral("items"), mostEntries);
    if (const Result<void> fine = reader.finishLenient(); !fine)
        return Failure(fine.error());
    return listFrom<T>(array, read);
}

Result<HistoryEntry> historyEntryFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    HistoryEntry entry;
    entry.at = reader.instant(QStringLiteral("at"));
    entry.actor = reader.string(QStringLiteral("actor"));
    entry.action = reader.string(QStringLiteral("action"));
    entry.detail = json.value(QStringLiteral("detail")).toObject();
    return reader.finishLenient(std::move(entry));
}

RequestOptions overVersion(qint64 version) {
    RequestOptions options;
    options.headers.append({QByteArrayLiteral("If-Match"), '"' + QByteArray::number(version) + '"'});
    return options;
}

/// What planEditFromJson reads.
QJsonObject planEdit(const Plan &plan) {
    return {{"code", plan.code},           {"name_zh", plan.nameZh},
            {"name_en", plan.nameEn},      {"product", plan.product},
            {"model", orNull(plan.model)}, {"zone", orNull(plan.zone)},
            {"tier", orNull(plan.tier)},   {"boundary", toString(plan.boundary)}};
}

QJsonObject draftEdit(const DraftEdit &edit) {
    QJsonObject body{{"from", toIso(edit.from)}, {"timeline_version", edit.timelineVersion}};
    if (edit.to)
        body.insert(QStringLiteral("to"), toIso(*edit.to));
    if (edit.config)
        body.insert(QStringLiteral("config"), toJson(*edit.config));
    else
        body.insert(QStringLiteral("config_id"), idToString(edit.configId));
    if (!edit.note.isEmpty())
        body.insert(QStringLiteral("note"), edit.note);
    if (!edit.emergencyReason.isEmpty())
        body.insert(QStringLiteral("emergency_reason"), edit.emergencyReason);
    return body;
}

QJsonObject actEdit(const IntervalAct &act) {
    QJsonObject body{{"timeline_version", act.timelineVersion}};
    const auto add = [&body](const char *name, const QString &text) {
        if (!text.isEmpty())
            body.insert(QLatin1StringView(name), text);
    };
    add("gap_confirmation", act.gapConfirmation);
    add("emergency_reason", act.emergencyReason);
    add("note", act.note);
    return body;
}
} // namespace

QString toString(IntervalVerb verb) {
    switch (verb) {
    case IntervalVerb::Submit:
        return QStringLiteral("submit");
    case IntervalVerb::Approve:
        return QStringLiteral("approve");
    case IntervalVerb::Reject:
        return QStringLiteral("reject");
    case IntervalVerb::Withdraw:
        return QStringLiteral("withdraw");
    case IntervalVerb::Rollback:
        break;
    }
    return QStringLiteral("rollback");
}

PricingSource::Answer<QList<CatalogEntry>> PricingSource::catalog() {
    return m_client.get(QStringLiteral("/api/v1/pricing/catalog"), {}, itemsIn<CatalogEntry, catalogEntryFromJson>);
}

PricingSource::Answer<TimelineBook> PricingSource::timelines() {
    return m_client.get(QStringLiteral("/api/v1/pricing/timelines"), {}, timelineBookFromJson);
}

PricingSource::Answer<ConfigRecord> PricingSource::config(Id config) {
    return m_client.get(pathOf("configs", config), {}, configRecordFromJson);
}

PricingSource::Answer<ConfigRecord> PricingSource::addConfig(Id plan, const Config &config, const QString &note) {
    QJsonObject body{{"config", toJson(config)}};
    if (!note.isEmpty())
        body.insert(QStringLiteral("note"), note);
    return m_client.post(pathOf("plans", plan, QStringLiteral("configs")), body, configRecordFromJson);
}

PricingSource::Answer<Plan> PricingSource::createPlan(const Plan &plan) {
    return m_client.post(QStringLiteral("/api/v1/pricing/plans"), planEdit(plan), planFromJson);
}

PricingSource::Answer<Plan> PricingSource::updatePlan(const Plan &plan) {
    return m_client.put(pathOf("plans", plan.id), planEdit(plan), planFromJson, overVersion(plan.version));
}

PricingSource::Answer<Plan> PricingSource::retirePlan(Id plan, qint64 version, std::optional<Instant> at) {
    const QJsonObject body = at ? QJsonObject{{"at", toIso(*at)}} : QJsonObject();
    return m_client.post(pathOf("plans", plan, QStringLiteral("retire")), body, planFromJson, overVersion(version));
}

PricingSource::Answer<QList<HistoryEntry>> PricingSource::history(Id plan, int limit) {
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    return m_client.get(pathOf("plans", plan, QStringLiteral("history")), query,
                        itemsIn<HistoryEntry, historyEntryFromJson>);
}

PricingSource::Answer<PlanTimeline> PricingSource::addDraft(Id plan, const DraftEdit &edit) {
    return m_client.post(pathOf("plans", plan, QStringLiteral("intervals")), draftEdit(edit), planTimelineFromJson);
}

PricingSource::Answer<PlanTimeline> PricingSource::updateDraft(Id interval, const DraftEdit &edit) {
    return m_client.put(pathOf("intervals", interval), draftEdit(edit), planTimelineFromJson);
}

PricingSource::Answer<PlanTimeline> PricingSource::deleteDraft(Id interval, qint64 timelineVersion) {
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("timeline_version"), QString::number(timelineVersion));
    return m_client.send("DELETE", pathOf("intervals", interval), query, {}, {})
        .then([](const ui::ApiResult<QJsonObject> &json) -> ui::ApiResult<PlanTimeline> {
            if (!json)
                return tl::unexpected(json.error());
            Result<PlanTimeline> timeline = planTimelineFromJson(*json);
            if (!timeline)
                return tl::unexpected(ApiError{timeline.error()});
            return *std::move(timeline);
        });
}

PricingSource::Answer<PlanTimeline> PricingSource::act(Id interval, IntervalVerb verb, const IntervalAct &act) {
    return m_client.post(pathOf("intervals", interval, toString(verb)), actEdit(act), planTimelineFromJson);
}

PricingSource::Answer<PricedRide> PricingSource::preview(const Config &config, const Ride &ride) {
    return m_client.post(QStringLiteral("/api/v1/quotes/preview"), {{"config", toJson(config)}, {"ride", toJson(ride)}},
                         pricedRideFromJson);
}

std::optional<PlanTimeline> timelineIn(const ApiError &error) {
    const QJsonValue now = error.problem.value(QStringLiteral("timeline"));
    const Result<PlanTimeline> timeline = planTimelineFromJson(now.toObject());
    return now.isObject() && timeline ? std::optional(*timeline) : std::nullopt;
}

std::optional<Plan> planIn(const ApiError &error) {
    const QJsonValue now = error.problem.value(QStringLiteral("current"));
    const Result<Plan> plan = planFromJson(now.toObject());
    return now.isObject() && plan ? std::optional(*plan) : std::nullopt;
}

} // namespace wemo::pages::pricing
