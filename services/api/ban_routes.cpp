#include "services/api/ban_routes.h"

#include "models/core/json_parts.h"
#include "services/api/body.h"
#include "services/api/pricing_route_parts.h"
#include "services/api/query_reader.h"

namespace wemo::api {

namespace {
using blocking::BanList;
constexpr auto notFound = "ban-not-found";

template <typename T>
Result<http::Response> answer(const Result<T> &value, int status = 200) {
    return value ? Result<http::Response>(json(toJson(*value), status)) : Failure(value.error());
}

Result<http::Response> list(const BanDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    const int limit = static_cast<int>(query.integer("limit", 1, BanList::mostAtOnce, 100));
    const QString cursor = query.text("cursor", 400).value_or(QString());
    for (const char *known : {"kind", "q", "state", "import"})
        (void)query.text(QLatin1StringView(known), blocking::longestValue);
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const auto filter = blocking::banFilterFromQuery(context.request.query);
    return filter ? answer(d.bans.page(*filter, limit, cursor)) : Failure(filter.error());
}

Result<http::Response> search(const BanDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const QString value = reader.string("value", blocking::longestValue);
    const QString kind = reader.optionalString("kind", blocking::longestKind).value_or(QString());
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    const auto bans = d.bans.catching(kind, value);
    return bans ? Result<http::Response>(json({{"items", toArray(*bans)}, {"next_cursor", QJsonValue()}}))
                : Failure(bans.error());
}

Result<http::Response> add(const BanDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    const Result<blocking::NewBan> ban = body ? blocking::newBanFromJson(*body) : Failure(body.error());
    return ban ? answer(d.bans.add(context.caller->account, *ban), 201) : Failure(ban.error());
}

Result<http::Response> update(const BanDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, notFound);
    const Result<qint64> version = versionOf(context);
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!id || !version || !body)
        return Failure(!id ? id.error() : !version ? version.error() : body.error());
    JsonReader reader(*body);
    const blocking::BanEdit edit{reader.string("reason", blocking::longestReason),
                                 reader.optionalInstant("expires_at")};
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return answer(d.bans.update(context.caller->account, *id, *version, edit));
}

Result<http::Response> lift(const BanDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    QList<Id> ids;
    for (const QString &text : reader.strings("ids", BanList::mostAtOnce, 20)) {
        ids.append(idFromString(text).value_or(0));
        if (ids.last() == 0)
            reader.fail("ids", "bad-id", "One of these is no id.");
    }
    const QString reason = reader.string("reason", blocking::longestReason);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    const auto lifted = d.bans.lift(context.caller->account, ids, reason);
    return lifted ? Result<http::Response>(json(toJson(*lifted, "lifted"))) : Failure(lifted.error());
}

Result<http::Response> undo(const BanDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const QString token = reader.string("undo", 100);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    const auto undone = d.bans.undoLift(context.caller->account, token);
    return undone ? Result<http::Response>(json(toJson(*undone, "banned"))) : Failure(undone.error());
}
} // namespace

QList<Route> banRoutes(const BanDependencies &d) {
    const auto route = [&](const char *method, const char *below, staff::Permission permission, auto handler) {
        return Route{method, QString("/api/v1/blocking/bans") + QLatin1StringView(below), Access::Permission,
                     permission, [&d, handler](const Context &context) { return handler(d, context); }};
    };
    using staff::Permission;
    return {route("GET", "", Permission::BlockingRead, list),
            route("POST", "/search", Permission::BlockingRead, search),
            route("POST", "", Permission::BlockingAct, add),
            route("PUT", "/{id}", Permission::BlockingAct, update),
            route("POST", "/lift", Permission::BlockingAct, lift),
            route("POST", "/undo", Permission::BlockingAct, undo)};
}

} // namespace wemo::api
