#include "tests/support/service_program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <csignal>

namespace wemo::tests {

ServiceProgram::ServiceProgram(QString dataFolder, QStringList arguments, QStringList environment)
    : m_dataFolder(std::move(dataFolder))
    , m_arguments(std::move(arguments))
    , m_environment(std::move(environment)) {}

ServiceProgram::ServiceProgram(QStringList arguments)
    : m_ownFolder(std::in_place)
    , m_dataFolder(m_ownFolder->filePath("data"))
    , m_listen(QString("127.0.0.1:%1").arg(freeTcpPort()))
    , m_arguments(arguments.contains("--demo") ? arguments : QStringList{"--demo", "false"} + arguments)
    , m_environment({"WEMO_GATEWAY_UID=tester", "WEMO_GATEWAY_PASSWORD=secret"})
    , m_simulator(std::make_unique<Simulator>()) {
    QDir().mkpath(m_dataFolder);
    if (const auto secrets = runtime::Secrets::load(m_dataFolder + "/secrets.json", true)) {
        m_secrets = *secrets;
        m_simulator->setCallbackUrl("http://" + m_listen + "/webhooks/every8d/" +
                                    QString::fromLatin1(m_secrets->webhookToken));
    }
}

QStringList ServiceProgram::quickRecovery() {
    return {"--queue-lock-ms", "500", "--queue-sweep-ms",  "100", "--queue-backoff-ms", "50",
            "--sms-sweep-ms",  "200", "--sms-lost-job-ms", "1000"};
}

void ServiceProgram::launch(const QString &failpoint) {
    ++m_run;
    Subprocess::Start start;
    start.command =
        QStringList{WEMO_PROGRAM_DIR "/wemo-service", "--data-dir", m_dataFolder, "--listen", m_listen} + m_arguments;
    if (m_simulator)
        start.command += {"--gateway-url", m_simulator->address()};
    start.logFile = QString("%1.out-%2").arg(m_dataFolder).arg(m_run);
    start.environment = m_environment;
    if (!failpoint.isEmpty())
        start.environment.append("WEMO_FAILPOINT=" + failpoint);
    m_process = Subprocess(start);
}

bool ServiceProgram::start(const QString &failpoint) {
    if (m_simulator && (!m_secrets || (m_simulator->address().isEmpty() && !m_simulator->start())))
        return false;
    launch(failpoint);
    m_address.clear();
    waitUntil(60'000, [this] {
        const QList<QJsonObject> said = lines();
        for (const QJsonObject &line : said)
            if (line["event"] == "ready")
                m_address = line["address"].toString();
        return !m_address.isEmpty() || !m_process.running();
    });
    return !m_address.isEmpty();
}

int ServiceProgram::startAndFail() {
    launch();
    int status = 0;
    return m_process.waitFor(60'000, &status) && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void ServiceProgram::kill() {
    m_process.signal(SIGKILL);
    m_process.waitFor(5'000);
}

int ServiceProgram::terminate() {
    int status = 0;
    m_process.signal(SIGTERM);
    return m_process.waitFor(15'000, &status) && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool ServiceProgram::diesOfKill(int ms) {
    int status = 0;
    return m_process.waitFor(ms, &status) && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

QByteArray ServiceProgram::output() const {
    QFile file(QString("%1.out-%2").arg(m_dataFolder).arg(m_run));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray ServiceProgram::everythingLogged() const {
    QFile file(m_dataFolder + "/service.log");
    return file.open(QIODevice::ReadOnly) ? output() + file.readAll() : output();
}

QList<QJsonObject> ServiceProgram::lines() const {
    QList<QJsonObject> result;
    const QList<QByteArray> all = output().split('\n');
    for (const QByteArray &line : all)
        if (const QJsonObject object = QJsonDocument::fromJson(line).object();
            object.contains("event") && !object.contains("at"))
            result.append(object);
    return result;
}

QList<int> ServiceProgram::processes() const {
    QList<int> result;
    const QStringList entries = QDir("/proc").entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        QFile commandLine("/proc/" + entry + "/cmdline");
        const int pid = entry.toInt();
        if (pid == 0 || pid == ::getpid() || !commandLine.open(QIODevice::ReadOnly))
            continue;
        const QString folder = QFile::symLinkTarget("/proc/" + entry + "/cwd");
        if (QString::fromLocal8Bit(commandLine.readAll()).contains(m_dataFolder) || folder.startsWith(m_dataFolder))
            result.append(pid);
    }
    return result;
}

ServiceProgram::Answer ServiceProgram::send(const QByteArray &method, const QString &path, const QByteArray &body,
                                            const QString &token, const QByteArray &type, const http::Headers &more) {
    http::ClientRequest request;
    request.method = method;
    request.url = m_address + path;
    request.body = body;
    request.headers = more;
    request.headers.emplaceBack("Content-Type", type);
    if (!token.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + token.toLatin1());
    const auto answer = m_client.send(request);
    if (!answer)
        return {};
    return {answer->status, QJsonDocument::fromJson(answer->body).object(), answer->headers};
}

ServiceProgram::Answer ServiceProgram::post(const QString &path, const QJsonObject &body,
                                            const QByteArray &idempotencyKey) {
    http::Headers more;
    if (!idempotencyKey.isEmpty())
        more.emplaceBack("Idempotency-Key", idempotencyKey);
    return send("POST", path, QJsonDocument(body).toJson(), {}, "application/json", more);
}

QString ServiceProgram::signIn(const QString &account) {
    const QJsonObject credentials{{"username", account}, {"password", "wemo-demo-" + account}};
    return send("POST", "/api/v1/session", QJsonDocument(credentials).toJson()).body["access_token"].toString();
}

} // namespace wemo::tests
