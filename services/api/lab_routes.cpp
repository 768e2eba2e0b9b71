#include "services/api/lab_routes.h"

#include "models/auth/challenge.h"
#include "services/api/query_reader.h"
#include "services/phone/parse.h"

#include <QJsonArray>

namespace wemo::api {

namespace {
Failure unreadable(const QString &why) {
    return failure(ErrorKind::Unavailable, "handset-unreachable", "The virtual handset does not answer.", why);
}

Result<QJsonObject> readHandset(const QByteArray &body) {
    const auto object = parseJsonObject(body);
    if (!object)
        return unreadable(object.error().code);
    QJsonArray messages;
    const QJsonArray received = object->value("messages").toArray();
    for (const QJsonValue &value : received) {
        const auto message = auth::handsetMessageFromJson(value.toObject());
        if (!message)
            return unreadable(message.error().code);
        messages.append(auth::toJson(*message));
    }
    return QJsonObject{{"messages", messages}};
}

Result<phone::PhoneNumber> parseNumber(const QString &text) {
    auto number = phone::parse(text);
    if (!number)
        number.error().fields = {{"number", number.error().code, number.error().message}};
    return number;
}

Result<http::Response> handset(const LabDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    const auto text = query.text("number", 60);
    const auto after = query.text("after", 40);
    if (!text)
        query.fail("number", "required", "Say whose handset it is.");
    if (const auto read = query.finish(); !read)
        return Failure(read.error());
    const auto number = parseNumber(*text);
    if (!number)
        return Failure(number.error());
    if (d.simulatorUrl.isEmpty())
        return failure(ErrorKind::NotFound, "no-handset", "The gateway is real here: there is no handset to look at.");
    QUrlQuery asked{{"number", number->national()}};
    if (after)
        asked.addQueryItem("after", QString::fromLatin1(after->toUtf8().toPercentEncoding()));
    http::ClientRequest request;
    request.url = d.simulatorUrl + "/simulator/handset?" + asked.toString(QUrl::FullyEncoded);
    request.timeout = std::chrono::seconds(3);
    const auto response = d.client.send(request);
    if (!response)
        return unreadable(response.error().error.code);
    if (response->status != 200)
        return unreadable("status " + QString::number(response->status));
    const auto messages = readHandset(response->body);
    if (!messages)
        return Failure(messages.error());
    http::Response answer = json(*messages);
    answer.headers.emplaceBack("Cache-Control", "no-store");
    return answer;
}
} // namespace

QList<Route> labRoutes(const LabDependencies &d) {
    return {{"GET", "/api/v1/lab/handset", Access::Permission, staff::Permission::LabUse,
             [d](const Context &context) { return handset(d, context); }}};
}

} // namespace wemo::api
