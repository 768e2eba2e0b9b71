#include "services/api/pricing_route_parts.h"
#include "services/api/query_reader.h"

#include <QJsonArray>

namespace wemo::api {

namespace {
using pricing::IntervalAct;
constexpr int longestNote = 1000;
constexpr qint64 mostVersions = 1'000'000'000;

Result<http::Response> answer(const PricingDependencies &d, const Result<pricing::PlanTimeline> &timeline,
                              int status = 200) {
    if (!timeline)
        return Failure(timeline.error());
    return json(toJson(*timeline, d.clock.now()), status);
}

Result<pricing::DraftEdit> draftOf(const Context &context) {
    const Result<QJsonObject> body = pricingBody(context);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    pricing::DraftEdit edit;
    edit.from = reader.instant("from");
    edit.to = reader.optionalInstant("to");
    edit.note = reader.optionalString("note", longestNote).value_or(QString());
    edit.emergencyReason = reader.optionalString("emergency_reason", longestNote).value_or(QString());
    edit.timelineVersion = reader.integer("timeline_version", 0, mostVersions);
    edit.configId = reader.optionalId("config_id").value_or(0);
    if ((edit.configId != 0) == reader.has("config")) {
        reader.fail("config_id", "required", "Give either \"config_id\" or \"config\".");
    }
    if (reader.has("config")) {
        Result<pricing::Config> config = pricing::configFromJson(reader.object("config"), "config");
        if (config)
            edit.config = *std::move(config);
        else
            reader.failAll(config.error().fields);
    }
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return edit;
}

Result<http::Response> book(const PricingDependencies &d, const Context &context) {
    if (const Result<void> read = QueryReader(context.request.query).finish(); !read)
        return Failure(read.error());
    const auto book = d.timelines.book();
    return book ? Result<http::Response>(json(toJson(*book))) : Failure(book.error());
}

Result<http::Response> history(const PricingDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    const int limit = static_cast<int>(query.integer("limit", 1, 500, 100));
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const Result<Id> id = idOf(context, "plan-not-found");
    const auto entries = id ? d.timelines.history(*id, limit) : Failure(id.error());
    if (!entries)
        return Failure(entries.error());
    QJsonArray items;
    for (const pricing::HistoryEntry &entry : *entries)
        items.append(QJsonObject{
            {"at", toIso(entry.at)}, {"actor", entry.actor}, {"action", entry.action}, {"detail", entry.detail}});
    return json({{"items", items}});
}

Result<http::Response> addDraft(const PricingDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, "plan-not-found");
    const Result<pricing::DraftEdit> edit = draftOf(context);
    if (!id || !edit)
        return Failure(!id ? id.error() : edit.error());
    return answer(d, d.timelines.addDraft(context.caller->account, *id, *edit), 201);
}

Result<http::Response> updateDraft(const PricingDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, "interval-not-found");
    const Result<pricing::DraftEdit> edit = draftOf(context);
    if (!id || !edit)
        return Failure(!id ? id.error() : edit.error());
    return answer(d, d.timelines.updateDraft(context.caller->account, *id, *edit));
}

Result<http::Response> deleteDraft(const PricingDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    const qint64 version = query.integer("timeline_version", 0, mostVersions, -1);
    if (version < 0)
        query.fail("timeline_version", "required", "This parameter is required.");
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const Result<Id> id = idOf(context, "interval-not-found");
    return id ? answer(d, d.timelines.deleteDraft(context.caller->account, *id, version)) : Failure(id.error());
}

template <IntervalAct act>
Result<http::Response> actOn(const PricingDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, "interval-not-found");
    const Result<QJsonObject> body = pricingBody(context);
    if (!id || !body)
        return Failure(!id ? id.error() : body.error());
    JsonReader reader(*body);
    pricing::ActEdit edit;
    edit.timelineVersion = reader.integer("timeline_version", 0, mostVersions);
    edit.gapConfirmation = reader.optionalString("gap_confirmation", 20).value_or(QString());
    edit.emergencyReason = reader.optionalString("emergency_reason", longestNote).value_or(QString());
    edit.note = reader.optionalString("note", longestNote).value_or(QString());
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return answer(d, d.timelines.act(context.caller->account, *id, act, edit));
}
} // namespace

QList<Route> timelineRoutes(const PricingDependencies &d) {
    const QString base = "/api/v1/pricing";
    const auto route = [&](const char *method, const char *below, staff::Permission permission, auto handler) {
        return Route{method, base + QLatin1StringView(below), Access::Permission, permission,
                     [&d, handler](const Context &context) { return handler(d, context); }};
    };
    using staff::Permission;
    return {route("GET", "/timelines", Permission::PricingRead, book),
            route("GET", "/plans/{id}/history", Permission::PricingRead, history),
            route("POST", "/plans/{id}/intervals", Permission::PricingEdit, addDraft),
            route("PUT", "/intervals/{id}", Permission::PricingEdit, updateDraft),
            route("DELETE", "/intervals/{id}", Permission::PricingEdit, deleteDraft),
            route("POST", "/intervals/{id}/submit", Permission::PricingEdit, actOn<IntervalAct::Submit>),
            route("POST", "/intervals/{id}/withdraw", Permission::PricingEdit, actOn<IntervalAct::Withdraw>),
            route("POST", "/intervals/{id}/approve", Permission::PricingApprove, actOn<IntervalAct::Approve>),
            route("POST", "/intervals/{id}/reject", Permission::PricingApprove, actOn<IntervalAct::Reject>),
            route("POST", "/intervals/{id}/rollback", Permission::PricingApprove, actOn<IntervalAct::Rollback>)};
}

QList<Route> pricingRoutes(const PricingDependencies &d) {
    return planRoutes(d) + timelineRoutes(d);
}

} // namespace wemo::api
