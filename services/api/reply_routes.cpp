#include "services/api/reply_routes.h"

#include "services/api/query_reader.h"

#include <QJsonArray>

namespace wemo::api {

namespace {
Result<http::Response> list(sms::ReplyList &replies, const Context &context) {
    QueryReader query(context.request.query);
    const int limit = static_cast<int>(query.integer("limit", 1, 500, 100));
    const QString cursor = query.text("cursor").value_or(QString());
    const QString number = query.text("number", 60).value_or(QString());
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const Result<sms::ReplyPage> page = replies.page(number, limit, cursor);
    if (!page)
        return Failure(page.error());
    QJsonArray items;
    for (const sms::Reply &reply : page->items)
        items.append(toJson(reply));
    const QJsonValue next = page->nextCursor.isEmpty() ? QJsonValue() : QJsonValue(page->nextCursor);
    return json({{"items", items}, {"next_cursor", next}});
}
} // namespace

QList<Route> replyRoutes(sms::ReplyList &replies) {
    return {{"GET", "/api/v1/sms/replies", Access::Permission, staff::Permission::SmsRead,
             [&replies](const Context &context) { return list(replies, context); }}};
}

} // namespace wemo::api
