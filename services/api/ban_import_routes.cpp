#include "models/core/json_parts.h"
#include "services/api/ban_routes.h"
#include "services/api/body.h"
#include "services/api/pricing_route_parts.h"
#include "services/api/query_reader.h"

namespace wemo::api {

namespace {
using blocking::BanImports;
constexpr auto notFound = "import-not-found";
constexpr int longestName = 200;

Result<http::Response> answer(const Result<blocking::BanImport> &import, int status = 200) {
    return import ? Result<http::Response>(json(toJson(*import), status)) : Failure(import.error());
}

bool isCsv(const Context &context) {
    return context.request.header("Content-Type").toLower().startsWith("text/csv");
}

Failure notCsv() {
    return failure(ErrorKind::InvalidInput, "unsupported-media-type", "The body must be text/csv.");
}

/// A small file, whole, in the body.
Result<http::Response> startWhole(const BanDependencies &d, const Context &context, BanImports::Start start) {
    const staff::Account &actor = context.caller->account;
    start.totalBytes = context.request.body.size();
    const auto started = d.imports.start(actor, start);
    if (!started)
        return Failure(started.error());
    const auto added = d.imports.addPart(started->id, 1, context.request.body);
    return answer(added, 202);
}

/// The name and size of a file that comes in parts.
Result<http::Response> startParts(const BanDependencies &d, const Context &context, BanImports::Start start) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    start.name = reader.string("name", longestName);
    start.totalBytes = reader.integer("total_bytes", 1, BanImports::mostBytes);
    start.waits = reader.optionalBoolean("dry_run").value_or(true);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return answer(d.imports.start(context.caller->account, start), 201);
}

Result<http::Response> start(const BanDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    BanImports::Start start;
    start.waits = query.integer("dry_run", 0, 1, 0) == 1;
    start.name = query.text("name", longestName).value_or(QString());
    if (isCsv(context) && start.name.isEmpty())
        query.fail("name", "required", "This parameter is required.");
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    return isCsv(context) ? startWhole(d, context, start) : startParts(d, context, start);
}

Result<http::Response> addPart(const BanDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, notFound);
    if (!id || !isCsv(context))
        return id ? notCsv() : Failure(id.error());
    bool isNumber = false;
    const int number = context.parameters["n"].toInt(&isNumber);
    return answer(d.imports.addPart(*id, isNumber ? number : -1, context.request.body));
}

Result<http::Response> commit(const BanDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, notFound);
    return id ? answer(d.imports.commit(context.caller->account, *id), 202) : Failure(id.error());
}

Result<http::Response> get(const BanDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, notFound);
    return id ? answer(d.imports.get(*id)) : Failure(id.error());
}

Result<http::Response> newest(const BanDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    const int limit = static_cast<int>(query.integer("limit", 1, 200, 50));
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const auto imports = d.imports.newest(limit);
    return imports ? Result<http::Response>(json({{"items", toArray(*imports)}, {"next_cursor", QJsonValue()}}))
                   : Failure(imports.error());
}

Result<http::Response> cancel(const BanDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, notFound);
    return id ? answer(d.imports.cancel(context.caller->account, *id)) : Failure(id.error());
}

Result<http::Response> undo(const BanDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, notFound);
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!id || !body)
        return Failure(!id ? id.error() : body.error());
    JsonReader reader(*body);
    const QString reason = reader.string("reason", blocking::longestReason);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return answer(d.imports.undo(context.caller->account, *id, reason), 202);
}
} // namespace

QList<Route> banImportRoutes(const BanDependencies &d) {
    const auto route = [&](const char *method, const char *below, auto handler) {
        return Route{method, QString("/api/v1/blocking/ban-imports") + QLatin1StringView(below), Access::Permission,
                     staff::Permission::BlockingImport,
                     [&d, handler](const Context &context) { return handler(d, context); }};
    };
    return {route("GET", "", newest),
            route("POST", "", start),
            route("GET", "/{id}", get),
            route("DELETE", "/{id}", cancel),
            route("PUT", "/{id}/parts/{n}", addPart),
            route("POST", "/{id}/commit", commit),
            route("POST", "/{id}/undo", undo)};
}

} // namespace wemo::api
