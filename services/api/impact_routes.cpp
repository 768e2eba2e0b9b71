#include "services/api/impact_routes.h"

#include "models/core/json_parts.h"
#include "services/api/body.h"
#include "services/api/query_reader.h"

namespace wemo::api {

namespace {
using Answer = Result<http::Response>;
using pricing::ImpactRequest;
using pricing::PriceChange;

constexpr int mostChanges = 2000;
constexpr qsizetype largestBody = 1 << 20;

Result<PriceChange> readChange(const QJsonObject &json, const QString &path) {
    JsonReader reader(json, path);
    PriceChange change;
    change.planId = reader.id("plan_id");
    Result<pricing::Config> config = pricing::configFromJson(reader.object("config"), reader.pathOf("config"));
    if (config)
        change.config = *std::move(config);
    else
        reader.failAll(config.error().fields);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return change;
}

void refuseStrangers(JsonReader &reader, const QList<PriceChange> &changes, const pricing::PriceBook &book) {
    for (qsizetype i = 0; i < changes.size(); ++i)
        if (!book.rowOf(changes[i].planId))
            reader.fail(QString("changes[%1].plan_id").arg(i), "unknown-plan", "There is no such plan.");
}

Result<ImpactRequest> readRequest(const ImpactDependencies &d, const QJsonObject &body) {
    JsonReader reader(body);
    ImpactRequest request{{}, reader.instant("from"), reader.instant("to")};
    const std::optional<Id> campaign = reader.optionalId("campaign_id");
    if (!campaign || reader.has("changes")) {
        const auto changes = itemsFrom<PriceChange>(reader, "changes", mostChanges, readChange);
        request.changes = {changes.begin(), changes.end()};
    }
    if (campaign && reader.has("changes"))
        reader.fail("changes", "ambiguous", "Give either a campaign or changes.");
    if (reader.has("to") && request.to <= request.from)
        reader.fail("to", "inverted", "The period ends before it begins.");
    const auto book = d.books.current();
    if (!book)
        return Failure(book.error());
    refuseStrangers(reader, request.changes, **book);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    if (!campaign)
        return request;
    Result<QList<PriceChange>> changes = d.changesOf(*campaign);
    if (!changes)
        return Failure(changes.error());
    request.changes = *std::move(changes);
    return request;
}

Result<Id> taskOf(const Context &context) {
    if (const Result<void> read = QueryReader(context.request.query).finish(); !read)
        return Failure(read.error());
    return idFromString(context.parameters.value("task")).value_or(0); // 0 is nobody's
}

Answer begin(const ImpactDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request, largestBody);
    if (!body)
        return Failure(body.error());
    Result<ImpactRequest> request = readRequest(d, *body);
    if (!request)
        return Failure(request.error());
    const Result<Id> task = d.tasks.add(*std::move(request));
    return task ? Answer(json({{"task", idToString(*task)}}, 202)) : Failure(task.error());
}

Answer status(const ImpactDependencies &d, const Context &context) {
    const Result<Id> task = taskOf(context);
    if (!task)
        return Failure(task.error());
    const Result<pricing::ImpactStatus> status = d.tasks.status(*task);
    return status ? Answer(json(toJson(*status))) : Failure(status.error());
}

Answer cancel(const ImpactDependencies &d, const Context &context) {
    const Result<Id> task = taskOf(context);
    if (!task)
        return Failure(task.error());
    const Result<void> canceled = d.tasks.cancel(*task);
    return canceled ? Answer(noContent()) : Failure(canceled.error());
}
} // namespace

QList<Route> impactRoutes(const ImpactDependencies &d) {
    const auto route = [&d](const char *method, const char *pattern, auto handler) {
        return Route{method, QString::fromLatin1(pattern), Access::Permission, staff::Permission::PricingRead,
                     [d, handler](const Context &context) { return handler(d, context); }};
    };
    return {route("POST", "/api/v1/pricing/impacts", begin), route("GET", "/api/v1/pricing/impacts/{task}", status),
            route("DELETE", "/api/v1/pricing/impacts/{task}", cancel)};
}

} // namespace wemo::api
