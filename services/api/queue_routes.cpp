#include "services/api/queue_routes.h"

#include "services/api/body.h"
#include "services/api/query_reader.h"
#include "services/api/queue_route_parts.h"
#include "services/phone/parse.h"

#include <QJsonArray>

namespace wemo::api {

namespace {
constexpr int maxSearch = 200;
constexpr int messagesOfANumber = 200;

Result<http::Response> list(const QueueDependencies &d, const Context &context) {
    if (const Result<void> read = QueryReader(context.request.query).finish(); !read)
        return Failure(read.error());
    QJsonArray items;
    for (const ServedQueue &served : d.queues) {
        const Result<queue::QueueSummary> summary = queue::Inspector(*served.queue).summary();
        if (!summary)
            return Failure(summary.error());
        items.append(toJson(*summary));
    }
    return json({{"items", items}});
}

Result<http::Response> stats(const QueueDependencies &, const ServedQueue &served, const Context &context) {
    QueryReader query(context.request.query);
    const int minutes = static_cast<int>(query.integer("minutes", 1, 1440, 60));
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const Result<QList<queue::StatsPoint>> points = queue::Inspector(*served.queue).stats(minutes);
    if (!points)
        return Failure(points.error());
    QJsonArray array;
    for (const queue::StatsPoint &point : *points)
        array.append(toJson(point));
    return json({{"points", array}});
}

Result<http::Response> jobs(const QueueDependencies &d, const ServedQueue &served, const Context &context) {
    QueryReader query(context.request.query);
    const std::optional<QString> state = query.text("state", 20), cursor = query.text("cursor", 1000);
    queue::JobFilter filter{{}, query.text("search", maxSearch).value_or(QString()).trimmed()};
    const int limit = static_cast<int>(query.integer("limit", 1, 500, 50));
    if (state && !state->isEmpty()) {
        filter.state = queue::jobStateFromString(*state);
        if (!filter.state)
            query.fail("state", "unknown-word", "No state of jobs has this name.");
    }
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const Result<queue::JobSearch> search = jobSearchOf(d, filter);
    if (!search)
        return Failure(search.error());
    const auto page = queue::Inspector(*served.queue).page(*search, cursor.value_or(QString()), limit);
    return page ? Result<http::Response>(json(toJson(*page))) : Failure(page.error());
}

Result<http::Response> job(const QueueDependencies &, const ServedQueue &served, const Context &context) {
    if (const Result<void> read = QueryReader(context.request.query).finish(); !read)
        return Failure(read.error());
    const auto detail = queue::Inspector(*served.queue).detail(context.parameters.value("job"));
    return detail ? Result<http::Response>(json(toJson(*detail))) : Failure(detail.error());
}
} // namespace

Result<queue::JobSearch> jobSearchOf(const QueueDependencies &d, const queue::JobFilter &filter) {
    queue::JobSearch search{filter.state, filter.search, {}};
    if (filter.search.isEmpty())
        return search;
    search.jobIds.append(filter.search);
    if (idFromString(filter.search))
        search.jobIds.append("sms-" + filter.search);
    if (!phone::parse(filter.search))
        return search;
    sms::MessageFilter messages;
    messages.number = filter.search;
    const Result<sms::MessagePage> page = d.messages.page(messages, messagesOfANumber, {});
    if (!page)
        return Failure(page.error());
    for (const sms::Message &message : page->items)
        search.jobIds.append("sms-" + idToString(message.id));
    return search;
}

Route queueRoute(const QueueDependencies &d, const char *method, const char *below, staff::Permission permission,
                 QueueHandler handler) {
    const auto run = [d, handler](const Context &context) -> Result<http::Response> {
        const std::string name = context.parameters.value("queue").toStdString();
        for (const ServedQueue &served : d.queues)
            if (served.queue->name() == name)
                return handler(d, served, context);
        return failure(ErrorKind::NotFound, "queue-not-found", "There is no such queue.");
    };
    return {method, "/api/v1/queues/{queue}" + QString::fromLatin1(below), Access::Permission, permission, run};
}

Result<QJsonObject> changeBody(const Context &context) {
    return jsonBody(context.request, 512 << 10);
}

Result<http::Response> summaryOf(const ServedQueue &served) {
    const Result<queue::QueueSummary> summary = queue::Inspector(*served.queue).summary();
    return summary ? Result<http::Response>(json(toJson(*summary))) : Failure(summary.error());
}

QList<Route> queueRoutes(const QueueDependencies &d) {
    using staff::Permission;
    const auto listAll = [d](const Context &context) { return list(d, context); };
    QList<Route> routes{{"GET", "/api/v1/queues", Access::Permission, Permission::QueueRead, listAll},
                        queueRoute(d, "GET", "/stats", Permission::QueueRead, stats),
                        queueRoute(d, "GET", "/jobs", Permission::QueueRead, jobs),
                        queueRoute(d, "GET", "/jobs/{job}", Permission::QueueRead, job)};
    return routes + queueJobRoutes(d) + queueControlRoutes(d);
}

} // namespace wemo::api
