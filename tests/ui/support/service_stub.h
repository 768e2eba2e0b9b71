#pragma once
#include "models/staff/session.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace wemo::tests {

/// A small HTTP/1.1 server in the test's own thread: answers what it is told, notes what it was asked, streams events.
class ServiceStub final : public QObject {
public:
    struct Request {
        QByteArray method;
        QString path;                          ///< with the query
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
        QByteArray token() const { return headers.value("authorization").mid(7); }
        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };
    struct Answer {
        int status = 200;
        QByteArray body = "{}";
        QList<QByteArray> headers = {};
        bool silent = false; ///< never answer
        bool stream = false; ///< headers of an event stream, then stay open
    };
    using Handler = std::function<Answer(const Request &)>;

    ServiceStub() {
        connect(&m_server, &QTcpServer::newConnection, this, &ServiceStub::accept);
        start();
    }
    void start() {
        m_server.listen(QHostAddress::LocalHost, m_port);
        m_port = m_server.serverPort();
    }
    /// Closes the port and every connection: what a killed service looks like.
    void stop() {
        m_server.close();
        const auto sockets = findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets)
            socket->abort();
        const auto served = m_server.findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : served)
            socket->abort();
        streams.clear();
    }
    QUrl url() const { return QUrl(QString("http://127.0.0.1:%1").arg(m_port)); }
    void on(const QByteArray &method, const QString &path, Handler handler) {
        m_handlers.insert(method + " " + path.toUtf8(), std::move(handler));
    }
    void answer(const QByteArray &method, const QString &path, const QJsonObject &json, int status = 200) {
        on(method, path, [=](const Request &) { return Answer{status, QJsonDocument(json).toJson()}; });
    }
    static Answer problem(int status, const QString &code, const QJsonObject &more = {}) {
        QJsonObject json{
            {"code", code}, {"status", status}, {"detail", "Refused: " + code + "."}, {"request_id", "req-7"}};
        for (auto it = more.begin(); it != more.end(); ++it)
            json.insert(it.key(), it.value());
        return {
            status, QJsonDocument(json).toJson(), {"X-Request-Id: req-7", "Content-Type: application/problem+json"}};
    }
    int count(const QString &path) const {
        return static_cast<int>(
            std::count_if(requests.cbegin(), requests.cend(), [&](const Request &r) { return r.path == path; }));
    }
    void send(const QByteArray &bytes) {
        for (const auto &stream : std::as_const(streams))
            if (stream) {
                stream->write(bytes);
                stream->flush();
            }
    }
    /// Ends the streams as a service that drains does.
    void endStreams() {
        for (const auto &stream : std::as_const(streams))
            if (stream)
                stream->disconnectFromHost();
        streams.clear();
    }

    /// What the console needs to come up and sign in: about, demo accounts, session, events.
    void playConsole(staff::Role role = staff::Role::Admin);
    static staff::Session session(const QString &access, const QString &refresh,
                                  staff::Role role = staff::Role::Admin) {
        return {access, fromMs(4'000'000'000'000), refresh, fromMs(4'000'000'000'000), {7, "mei", "Mei Lin", role}};
    }

    QList<Request> requests;
    QList<QPointer<QTcpSocket>> streams;

private:
    void accept() {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        }
    }
    void read(QTcpSocket *socket) {
        QByteArray buffer = socket->property("in").toByteArray() + socket->readAll();
        for (;;) {
            const qsizetype end = buffer.indexOf("\r\n\r\n");
            if (end < 0)
                break;
            Request request = parse(buffer.left(end));
            const qsizetype length = request.headers.value("content-length").toLongLong();
            if (buffer.size() < end + 4 + length)
                break;
            request.body = buffer.mid(end + 4, length);
            buffer.remove(0, end + 4 + length);
            requests.append(request);
            reply(socket, request);
        }
        socket->setProperty("in", buffer);
    }
    static Request parse(const QByteArray &head) {
        const QList<QByteArray> lines = head.split('\n');
        const QList<QByteArray> first = lines.first().trimmed().split(' ');
        Request request{first.value(0), QString::fromUtf8(first.value(1)), {}, {}};
        for (const QByteArray &line : lines.mid(1))
            request.headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
        return request;
    }
    void reply(QTcpSocket *socket, const Request &request) {
        const QByteArray path = request.path.section('?', 0, 0).toUtf8();
        const Handler handler = m_handlers.value(request.method + " " + path);
        const Answer answer = handler ? handler(request) : problem(404, "not-found");
        if (answer.silent)
            return;
        QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\n";
        for (const QByteArray &header : answer.headers)
            head += header + "\r\n";
        if (answer.stream) {
            socket->write(head + "Content-Type: text/event-stream\r\n\r\n");
            streams.append(socket);
        } else {
            socket->write(head + "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n" +
                          answer.body);
        }
        socket->flush();
    }

    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QByteArray, Handler> m_handlers;
};

inline void ServiceStub::playConsole(staff::Role role) {
    answer("GET", "/healthz", {});
    answer("GET", "/api/v1/about",
           {{"name", "wemo-service"},
            {"version", "1"},
            {"environment", "local"},
            {"demo", true},
            {"started_at", "2026-11-22T05:18:50.123Z"}});
    QJsonArray accounts;
    const QList<QPair<QString, staff::Role>> people{{"Chen Yi-Chun", staff::Role::CustomerService},
                                                    {"Lin Mei", staff::Role::Pricing},
                                                    {"Wang Hao", staff::Role::Qa},
                                                    {"Huang Li", staff::Role::Admin}};
    for (const auto &person : people)
        accounts.append(
            toJson(staff::DemoAccount{toString(person.second), "demo-password", person.first, person.second}));
    answer("GET", "/api/v1/demo-accounts", {{"accounts", accounts}});
    on("POST", "/api/v1/session", [role](const Request &request) {
        if (request.json().value("password").toString() == "wrong")
            return problem(401, "wrong-credentials");
        return Answer{201, QJsonDocument(toJson(session("access-1", "refresh-1", role))).toJson()};
    });
    on("DELETE", "/api/v1/session", [](const Request &) { return Answer{204, {}}; });
    on("GET", "/api/v1/events", [](const Request &) { return Answer{200, {}, {}, false, true}; });
}

} // namespace wemo::tests
