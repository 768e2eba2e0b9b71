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
    if (what == "counts" && request.method == "GET")
        return counts();
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
    const int limit = value(request, "limit").isEmpty() ? -1 : value(request, "limit").toInt();
    for (const SubmissionNote &note : m_network.submissions(value(request, "after").toLongLong(), limit))
        list.append(toJson(note));
    return json({{"submissions", list}});
}

http::Response Control::counts() const {
    qint64 submissions = 0;
    qint64 taken = 0;
    QHash<QString, int> times;
    for (const SubmissionNote &note : m_network.submissions(0, -1)) {
        ++submissions;
        taken += note.taken ? 1 : 0;
        times[note.reference] += note.taken ? 1 : 0;
    }
    QJsonArray twice;
    for (auto reference = times.cbegin(); reference != times.cend(); ++reference)
        if (*reference > 1)
            twice.append(QJsonObject{{"reference", reference.key()}, {"taken", *reference}});
    return json({{"submissions", submissions}, {"taken", taken}, {"references", times.size()}, {"twice", twice}});
}

const char *Control::help() {
    return "Asked of the simulator itself, under /simulator/ (all fields: app/gateway_simulator/control.h):\n"
           "  GET  health\n"
           "  GET  handset?number=0912345678&after=ID   what arrived there\n"
           "  GET  submissions?after=ID&limit=N         every request to send, as it came\n"
           "  GET  counts                               how often each of our references was taken\n"
           "  POST behaviour                            what happens next, as JSON:\n"
           "    {\"reset\":true, \"seed\":7, \"credit\":1000, \"per_second\":50, \"handset_ms\":300,\n"
           "     \"answers\":[{\"kind\":\"drop\",\"count\":2,\"takes\":true,\"number\":\"0912*\"}],\n"
           "     \"chance\":[{\"kind\":\"server-error\",\"rate\":0.05,\"takes\":0.5}],\n"
           "     \"receipts\":[{\"steps\":[{\"status\":\"100\",\"after_ms\":10}],\"before_answer\":true}],\n"
           "     \"receipt_chance\":[{\"kind\":\"double\",\"rate\":0.2}],\n"
           "     \"queries\":[{\"kind\":\"empty\"}], \"query_chance\":[], \"forget_tokens\":true}\n"
           "    An answer fits by gateway (every8d, mitake), endpoint, number and reference; scripts go before\n"
           "    chance.\n";
}

http::Response Control::behaviour(const http::Request &request) {
    const Result<QJsonObject> object = parseJsonObject(request.body);
    if (!object)
        return refused(object.error());
    const Result<void> set = m_behaviour.set(*object);
    return set ? json({}) : refused(set.error());
}

} // namespace wemo::simulator
