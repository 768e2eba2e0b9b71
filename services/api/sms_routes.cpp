#include "services/api/sms_routes.h"

#include "services/api/body.h"
#include "services/api/query_reader.h"

#include <QJsonArray>

namespace wemo::api {

namespace {
constexpr int maxLimit = 2'000;
constexpr int maxAnchors = 5'000;

/// The filter's parameters, marked as known to the reader and read by their own codec.
Result<sms::MessageFilter> readFilter(QueryReader &query, const Context &context) {
    for (const char *one : {"number", "batch", "request"})
        query.text(one);
    for (const char *some : {"state", "reason", "gateway", "purpose", "template"})
        query.list(some);
    query.instant("from");
    query.instant("to");
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    return sms::messageFilterFromQuery(context.request.query);
}

Result<Id> idOf(const Context &context) {
    const std::optional<Id> id = idFromString(context.parameters.value("id"));
    if (!id)
        return failure(ErrorKind::NotFound, "message-not-found", "There is no such message.");
    return *id;
}

Result<http::Response> list(const SmsDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    const int limit = static_cast<int>(query.integer("limit", 1, maxLimit, 100));
    const std::optional<QString> cursor = query.text("cursor", 200);
    const Result<sms::MessageFilter> filter = readFilter(query, context);
    if (!filter)
        return Failure(filter.error());
    const Result<sms::MessagePage> page = d.list.page(*filter, limit, cursor.value_or(QString()));
    if (!page)
        return Failure(page.error());
    QJsonArray items;
    for (const sms::Message &message : page->items)
        items.append(toJson(message));
    const QJsonValue next = page->nextCursor.isEmpty() ? QJsonValue() : QJsonValue(page->nextCursor);
    return json({{"items", items}, {"next_cursor", next}});
}

Result<http::Response> outline(const SmsDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    const int every = static_cast<int>(query.integer("every", 10, maxLimit, 200));
    const Result<sms::MessageFilter> filter = readFilter(query, context);
    if (!filter)
        return Failure(filter.error());
    const Result<sms::MessageOutline> outline =
        d.list.outline(*filter, every, std::min(sms::MessageList::maxCounted, every * maxAnchors));
    if (!outline)
        return Failure(outline.error());
    return json({{"total", outline->total},
                 {"is_exact", outline->isExact},
                 {"estimate", outline->estimate},
                 {"every", outline->every},
                 {"anchors", QJsonArray::fromStringList(outline->anchors)}});
}

Result<http::Response> detail(const SmsDependencies &d, const Context &context) {
    if (const Result<void> read = QueryReader(context.request.query).finish(); !read)
        return Failure(read.error());
    const Result<Id> id = idOf(context);
    if (!id)
        return Failure(id.error());
    const Result<sms::MessageDetail> found = d.list.detail(*id);
    if (!found)
        return Failure(found.error());
    return json(toJson(*found));
}

Result<http::Response> reveal(const SmsDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context);
    if (!id)
        return Failure(id.error());
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    if (const Result<void> empty = JsonReader(*body).finish(); !empty)
        return Failure(empty.error());
    const staff::Account &actor = context.caller->account;
    const auto number = d.database.write([&](storage::Connection &connection) -> Result<phone::PhoneNumber> {
        Result<phone::PhoneNumber> revealed = d.log.reveal(connection, *id);
        if (!revealed)
            return revealed;
        const staff::AuditEntry entry{actor.id, actor.username, "sms.reveal", "sms-message/" + idToString(*id)};
        if (const Result<void> noted = d.audit.record(connection, entry); !noted)
            return Failure(noted.error());
        return revealed;
    });
    if (!number)
        return Failure(number.error());
    http::Response answer = json({{"number", number->e164()}});
    answer.headers.emplaceBack("Cache-Control", "no-store");
    return answer;
}
} // namespace

QList<Route> smsRoutes(const SmsDependencies &d) {
    using staff::Permission;
    const auto route = [&d](const char *method, const char *pattern, Permission permission, auto handler) {
        return Route{method, QString::fromLatin1(pattern), Access::Permission, permission,
                     [d, handler](const Context &context) { return handler(d, context); }};
    };
    return {route("GET", "/api/v1/sms/messages", Permission::SmsRead, list),
            route("GET", "/api/v1/sms/messages/outline", Permission::SmsRead, outline),
            Route{"GET", "/api/v1/sms/messages/{id}", Access::PermissionOrService, Permission::SmsRead,
                  [d](const Context &context) { return detail(d, context); }},
            route("POST", "/api/v1/sms/messages/{id}/reveal", Permission::SmsReveal, reveal)};
}

} // namespace wemo::api
