#include "app/gateway_simulator/control.h"

#include "app/gateway_simulator/vendor.h"
#include "models/core/json_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace wemo::simulator {

namespace {
http::Response json(const QJsonObject &object, int status = 200) {
    http::Response response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

http::Response refused(const Error &error) {
    QJsonArray errors;
    for (const FieldError &field : error.fields)
        errors.append(QJsonObject{{"path", field.path}, {"code", field.code}, {"message", field.message}});
    return json({{"code", error.code}, {"title", error.message}, {"errors", errors}}, 422);
}

QString value(const http::Request &request, const char *name) {
    return request.query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded).trimmed();
}
} // namespace

Control::Control(Behaviour &behaviour, Network &network)
    : m_behaviour(behaviour)
    , m_network(network) {}

http::Response Control::handle(const http::Request &request) {
    const QString what = request.path.section(u'/', 2);
    if (what == "handset" && request.method == "GET")
        return handset(request);
    if (what == "submissions" && request.method == "GET")
        return submissions(request);
    if (what == "behaviour" && request.method == "POST")
        return behaviour(request);
    if (what == "health" && request.method == "GET")
        return json({{"status", "ok"}});
    return json({{"code", "not-found"}}, 404);
}

http::Response Control::handset(const http::Request &request) const {
    QString number = value(request, "number");
    if (number.startsWith(u"886"))
        number.prepend(u'+');
    QJsonArray messages;
    for (const SimMessage &m : m_network.handset(vendorNumber(number), value(request, "after").toLongLong()))
        messages.append(QJsonObject{
            {"id", QString::number(m.arrival)}, {"text", m.text}, {"received_at", toIso(fromMs(m.receivedAt))}});
    return json({{"messages", messages}});
}

http::Response Control::submissions(const http::Request &request) const {
    QJsonArray list;
    for (const SubmissionNote &note : m_network.submissions(value(request, "after").toLongLong()))
        list.append(toJson(note));
    return json({{"submissions", list}});
}

http::Response Control::behaviour(const http::Request &request) {
    const Result<QJsonObject> object = parseJsonObject(request.body);
    if (!object)
        return refused(object.error());
    const Result<void> set = m_behaviour.set(*object);
    return set ? json({}) : refused(set.error());
}

} // namespace wemo::simulator
