#include "services/api/sms_send_routes.h"

#include "services/api/body.h"
#include "services/api/idempotency_key.h"
#include "services/api/query_reader.h"
#include "services/runtime/seal.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace wemo::api {

namespace {
using Answer = Result<http::Response>;

/// Keys of one caller are no other's, nor those that the service gives its own messages.
QString ownKey(const Caller &caller, const QString &key) {
    const QString who = caller.isService ? caller.account.username : idToString(caller.account.id);
    return key.isEmpty() ? QString() : QString("send:%1:%2").arg(who, key);
}

Result<sms::NewMessage> messageOf(const SmsSendDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    const Result<QString> key = idempotencyKeyOf(context.request);
    if (!body || !key)
        return Failure(!body ? body.error() : key.error());
    auto message = sms::newMessageFromJson(*body, d.templates, d.log.clock().now());
    if (!message)
        return message;
    if (message->purpose == sms::Purpose::Otp && !context.caller->isService)
        return failure(ErrorKind::Forbidden, "not-permitted", "Codes are sent by services, never by a person.");
    message->requestId = context.request.requestId;
    message->idempotencyKey = ownKey(*context.caller, *key);
    if (!key->isEmpty()) // an object's members are sorted, so their order in the request does not matter
        message->fingerprint =
            runtime::hmac(QJsonDocument(*body).toJson(QJsonDocument::Compact), d.fingerprintKey).left(16);
    return message;
}

Result<void> note(const SmsSendDependencies &d, storage::Connection &connection, const Caller &caller,
                  const sms::Message &message) {
    if (caller.isService) // its own log knows; the message does as well
        return {};
    const QJsonObject after{{"number", message.maskedNumber},
                            {"template", message.templateName},
                            {"purpose", toString(message.purpose)},
                            {"text", message.text}};
    return d.audit.record(
        connection,
        {caller.account.id, caller.account.username, "sms.send", "sms-message/" + idToString(message.id), {}, after});
}

Answer send(const SmsSendDependencies &d, const Context &context) {
    const Result<sms::NewMessage> wanted = messageOf(d, context);
    if (!wanted)
        return Failure(wanted.error());
    const auto sent = d.database.write([&](storage::Connection &connection) -> Result<sms::Message> {
        const Result<sms::Requested> requested = d.sender.add(connection, *wanted);
        if (!requested)
            return Failure(requested.error());
        const auto record = d.log.lock(connection, requested->id);
        if (!record)
            return Failure(record.error());
        const auto noted = requested->isNew ? note(d, connection, *context.caller, record->message) : Result<void>();
        return noted ? Result<sms::Message>(record->message) : Failure(noted.error());
    });
    if (!sent)
        return Failure(sent.error());
    d.sender.committed();
    return json(toJson(*sent), 202);
}

Answer templates(const SmsSendDependencies &d, const Context &context) {
    if (const Result<void> read = QueryReader(context.request.query).finish(); !read)
        return Failure(read.error());
    QJsonArray items;
    for (const sms::Template &one : d.templates.all())
        items.append(toJson(one));
    return json({{"items", items}});
}

Answer previewTemplate(const SmsSendDependencies &d, const Context &context) {
    const sms::Template *one = d.templates.find(context.parameters.value("name"));
    if (!one)
        return failure(ErrorKind::NotFound, "template-not-found", "There is no template of this name.");
    const Result<QJsonObject> body = jsonBody(context.request);
    const auto preview = body ? sms::previewFromJson(*body, *one, d.price) : Failure(body.error());
    return preview ? Answer(json(toJson(*preview))) : Failure(preview.error());
}

Answer previewText(const SmsSendDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const QString text = reader.string("text", 4000, 0);
    const auto purpose =
        reader.has("purpose") ? reader.word("purpose", sms::purposeFromString) : sms::Purpose::Transactional;
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return json(toJson(sms::previewOf(text, d.price(purpose))));
}
} // namespace

QList<Route> smsSendRoutes(const SmsSendDependencies &d) {
    using staff::Permission;
    const auto route = [&d](const char *method, const char *pattern, Permission permission, auto handler) {
        return Route{method, QString::fromLatin1(pattern), Access::PermissionOrService, permission,
                     [d, handler](const Context &context) { return handler(d, context); }};
    };
    return {route("POST", "/api/v1/sms/messages", Permission::SmsSend, send),
            route("GET", "/api/v1/sms/templates", Permission::SmsRead, templates),
            route("POST", "/api/v1/sms/templates/{name}/preview", Permission::SmsRead, previewTemplate),
            route("POST", "/api/v1/sms/preview", Permission::SmsRead, previewText)};
}

} // namespace wemo::api
