#include "services/api/sms_act_routes.h"

#include "services/api/body.h"
#include "services/api/query_reader.h"

namespace wemo::api {

namespace {
using Answer = Result<http::Response>;
constexpr int longestReason = 500;

Result<Id> idOf(const Context &context, const char *code) {
    const std::optional<Id> id = idFromString(context.parameters.value("id"));
    return id ? Result<Id>(*id) : failure(ErrorKind::NotFound, QString::fromLatin1(code), "There is no such thing.");
}

sms::Act actOf(const SmsActDependencies &d, const Context &context, const QString &action, Id target) {
    const staff::Account account = context.caller->account;
    sms::Act act{account.username, {}, context.request.requestId, {}};
    act.note = [&d, account, action, target](storage::Connection &connection, const sms::Message &message) {
        QJsonObject after{{"state", toString(message.state)}};
        if (message.id != target)
            after.insert("message", idToString(message.id));
        return d.audit.record(connection,
                              {account.id, account.username, action, "sms-message/" + idToString(target), {}, after});
    };
    return act;
}

using Step = Result<sms::Message> (sms::MessageActs::*)(Id, const sms::Act &);

/// One with a reason, which stands in the message's events.
Answer withReason(const SmsActDependencies &d, const Context &context, const char *action, Step step, int status) {
    const Result<Id> id = idOf(context, "message-not-found");
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!id || !body)
        return Failure(!id ? id.error() : body.error());
    JsonReader reader(*body);
    sms::Act act = actOf(d, context, QString::fromLatin1(action), *id);
    act.reason = reader.string("reason", longestReason);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    const auto message = (d.acts.*step)(*id, act);
    return message ? Answer(json(toJson(*message), status)) : Failure(message.error());
}

Answer resend(const SmsActDependencies &d, const Context &context) {
    return withReason(d, context, "sms.resend", &sms::MessageActs::resend, 201);
}

Answer cancel(const SmsActDependencies &d, const Context &context) {
    return withReason(d, context, "sms.cancel", &sms::MessageActs::cancel, 200);
}

Answer poll(const SmsActDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, "message-not-found");
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!id || !body)
        return Failure(!id ? id.error() : body.error());
    if (const Result<void> empty = JsonReader(*body).finish(); !empty)
        return Failure(empty.error());
    const auto message = d.acts.poll(*id, actOf(d, context, "sms.poll", *id));
    return message ? Answer(json(toJson(*message))) : Failure(message.error());
}

sms::MessageFilter filterOf(JsonReader &reader) {
    const auto filter = sms::messageFilterFromJson(reader.object("filter"), "filter");
    if (!filter)
        reader.failAll(filter.error().fields);
    return filter.value_or(sms::MessageFilter());
}

Answer previewBulk(const SmsActDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const sms::MessageFilter filter = filterOf(reader);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    const auto preview = d.bulks.preview(filter);
    return preview ? Answer(json(toJson(*preview))) : Failure(preview.error());
}

sms::BulkResends::Note bulkNote(const SmsActDependencies &d, const Context &context, const QString &action,
                                const QJsonObject &more) {
    return [&d, account = context.caller->account, action, more](storage::Connection &connection,
                                                                 const sms::BulkResend &bulk) {
        return d.audit.record(connection, {account.id, account.username, action,
                                           "sms-bulk-resend/" + idToString(bulk.id), more, toJson(bulk)});
    };
}

Answer beginBulk(const SmsActDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    sms::BulkResends::Order order;
    order.filter = filterOf(reader);
    order.reason = reader.string("reason", longestReason);
    order.expectedCount = reader.integer("expected_count", 0, 1'000'000'000);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    order.by = context.caller->account.username;
    order.requestId = context.request.requestId;
    QJsonObject shown = toJson(order.filter);
    if (shown.contains("number")) // the audit log holds no whole number
        shown["number"] = "•••";
    order.note = bulkNote(d, context, "sms.bulk-resend", {{"filter", shown}});
    const auto bulk = d.bulks.begin(order);
    if (!bulk)
        return Failure(bulk.error());
    d.wakeBulks();
    return json(toJson(*bulk), 202);
}

Answer bulk(const SmsActDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, "bulk-resend-not-found");
    const auto found = id ? d.bulks.find(*id) : Failure(id.error());
    return found ? Answer(json(toJson(*found))) : Failure(found.error());
}

Answer cancelBulk(const SmsActDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, "bulk-resend-not-found");
    const auto canceled = id ? d.bulks.cancel(*id, bulkNote(d, context, "sms.bulk-cancel", {})) : Failure(id.error());
    return canceled ? Answer(json(toJson(*canceled))) : Failure(canceled.error());
}
} // namespace

QList<Route> smsActRoutes(const SmsActDependencies &d) {
    using staff::Permission;
    const auto route = [&d](const char *method, const char *below, Access access, Permission permission, auto handler) {
        return Route{method, QStringLiteral("/api/v1/sms") + QLatin1StringView(below), access, permission,
                     [d, handler](const Context &context) { return handler(d, context); }};
    };
    const auto bulkRoute = [&route](const char *method, const char *below, auto handler) {
        return route(method, below, Access::Permission, Permission::SmsBulk, handler);
    };
    return {route("POST", "/messages/{id}/resend", Access::Permission, Permission::SmsSend, resend),
            route("POST", "/messages/{id}/cancel", Access::PermissionOrService, Permission::SmsSend, cancel),
            route("POST", "/messages/{id}/poll", Access::Permission, Permission::SmsSend, poll),
            bulkRoute("POST", "/bulk-resends/preview", previewBulk),
            bulkRoute("POST", "/bulk-resends", beginBulk),
            bulkRoute("GET", "/bulk-resends/{id}", bulk),
            bulkRoute("DELETE", "/bulk-resends/{id}", cancelBulk)};
}

} // namespace wemo::api
