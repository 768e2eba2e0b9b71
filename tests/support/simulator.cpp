#include "tests/support/simulator.h"

#include <QFile>
#include <QJsonDocument>

#include <csignal>

namespace wemo::tests {

Simulator::Simulator(QString callbackUrl)
    : m_callbackUrl(std::move(callbackUrl)) {}

QByteArray Simulator::log() const {
    QFile file(m_folder.filePath("log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool Simulator::start() {
    const QString listen = m_address.isEmpty() ? QStringLiteral("127.0.0.1:0") : m_address.mid(7);
    QFile::remove(m_folder.filePath("log"));
    Subprocess::Start how;
    how.command = {WEMO_PROGRAM_DIR "/wemo-gateway-simulator", "--listen", listen, "--state",
                   m_folder.filePath("state")};
    how.folder = m_folder.path();
    how.logFile = m_folder.filePath("log");
    how.environment = {"WEMO_SIMULATOR_UID=tester", "WEMO_SIMULATOR_PASSWORD=secret",
                       "WEMO_SIMULATOR_CALLBACK_URL=" + m_callbackUrl};
    m_process = Subprocess(how);
    return waitUntil(10'000, [this] {
        const QList<QByteArray> lines = log().split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject said = QJsonDocument::fromJson(line).object();
            if (said.value("event") == "ready")
                m_address = said.value("address").toString();
            if (said.contains("event"))
                return said.value("event") == "ready";
        }
        return false;
    });
}

void Simulator::kill() {
    m_process.signal(SIGKILL);
    m_process.waitFor(5'000);
}

int Simulator::terminate() {
    int status = 0;
    m_process.signal(SIGTERM);
    return m_process.waitFor(5'000, &status) && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

QJsonObject Simulator::get(const QString &path) {
    http::ClientRequest request;
    request.url = m_address + path;
    const auto answer = m_client.send(request);
    return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
}

bool Simulator::behave(const QJsonObject &behaviour) {
    http::ClientRequest request;
    request.method = "POST";
    request.url = m_address + "/simulator/behaviour";
    request.body = QJsonDocument(behaviour).toJson();
    const auto answer = m_client.send(request);
    return answer && answer->status == 200;
}

QJsonArray Simulator::handset(const QString &number, const QString &after) {
    return get("/simulator/handset?number=" + number + "&after=" + after).value("messages").toArray();
}

QJsonArray Simulator::submissions(qint64 after, int limit) {
    QString path = QString("/simulator/submissions?after=%1").arg(after);
    if (limit > 0)
        path += QString("&limit=%1").arg(limit);
    return get(path).value("submissions").toArray();
}

QJsonObject Simulator::counts() {
    return get("/simulator/counts");
}

http::Response Simulator::ask(const QString &endpoint, const QByteArray &body, const http::Headers &more) {
    http::ClientRequest request;
    request.method = "POST";
    request.url = m_address + "/API21/HTTP/" + endpoint + ".ashx";
    request.headers = more;
    const QByteArray type = body.startsWith('{') ? "application/json" : "application/x-www-form-urlencoded";
    request.headers.emplaceBack("Content-Type", type);
    request.body = body;
    const auto answer = m_client.send(request);
    http::Response none;
    none.status = 0;
    return answer ? *answer : none;
}

} // namespace wemo::tests
