#include "ui/client/service_launcher.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QStandardPaths>

#include <csignal>

namespace wemo::ui {

namespace {
constexpr int healthTimeoutMs = 1000;
constexpr qsizetype longestLine = 64 * 1024;

/// Runs in the child between fork and exec: only async-signal-safe calls.
void dieWithParent(pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent)
        ::_exit(1);
}
} // namespace

ServiceLauncher::ServiceLauncher(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_retryMs(m_options.firstRetryMs) {
    m_retryTimer.setSingleShot(true);
    m_watchTimer.setInterval(m_options.watchMs);
    connect(&m_retryTimer, &QTimer::timeout, this, &ServiceLauncher::attachOrSpawn);
    connect(&m_watchTimer, &QTimer::timeout, this, &ServiceLauncher::watch);
}

ServiceLauncher::~ServiceLauncher() {
    stopAndWait(2000);
}

QString ServiceLauncher::findProgram(const QString &consoleDir) {
    for (const QString &folder : {consoleDir, consoleDir + "/../libexec/wemo-console", consoleDir + "/../libexec"}) {
        const QFileInfo candidate(folder + "/wemo-service");
        if (candidate.isExecutable())
            return candidate.canonicalFilePath();
    }
    return {};
}

QString ServiceLauncher::defaultDataDir() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/wemo-console";
}

void ServiceLauncher::start() {
    setState(State::Starting);
    attachOrSpawn();
}

void ServiceLauncher::retry() {
    m_failedStarts = 0;
    m_retryMs = m_options.firstRetryMs;
    start();
}

QUrl ServiceLauncher::writtenAddress() const {
    QFile file(m_options.dataDir + "/service.json");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QUrl(QJsonDocument::fromJson(file.read(4096)).object().value("address").toString());
}

void ServiceLauncher::attachOrSpawn() {
    const QUrl address = writtenAddress();
    if (address.isEmpty()) {
        spawn();
        return;
    }
    askHealth(address, [this, address](bool healthy) {
        if (healthy)
            becomeReady(address, true);
        else
            spawn();
    });
}

void ServiceLauncher::askHealth(const QUrl &address, const std::function<void(bool)> &then) {
    QUrl url = address;
    url.setPath("/healthz");
    QNetworkRequest request(url);
    request.setTransferTimeout(healthTimeoutMs);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [reply, then] {
        reply->deleteLater();
        then(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200);
    });
}

void ServiceLauncher::watch() {
    askHealth(m_address, [this](bool healthy) {
        m_missedChecks = healthy ? 0 : m_missedChecks + 1;
        if (m_attached && m_missedChecks >= 2)
            onGone();
    });
}

void ServiceLauncher::spawn() {
    if (m_state == State::Stopped || m_process)
        return;
    m_process = std::make_unique<QProcess>();
    m_line.clear();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->setChildProcessModifier([parent = ::getpid()] { dieWithParent(parent); });
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &ServiceLauncher::onOutput);
    connect(m_process.get(), &QProcess::finished, this, &ServiceLauncher::onGone);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            onStartFailed();
    });
    m_process->start(m_options.program, QStringList{"--data-dir", m_options.dataDir} + m_options.arguments);
    m_process->closeWriteChannel();
}

void ServiceLauncher::onOutput() {
    m_line += m_process->readAllStandardOutput();
    for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
        const QByteArray line = m_line.left(end);
        m_line.remove(0, end + 1);
        onLine(line);
    }
    if (m_line.size() > longestLine)
        m_line.clear();
}

void ServiceLauncher::onLine(const QByteArray &line) {
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const QString event = json.value("event").toString();
    if (event == "progress")
        Q_EMIT progressed(
            {json.value("step").toString(), json.value("done").toInteger(), json.value("total").toInteger()});
    else if (event == "ready")
        becomeReady(QUrl(json.value("address").toString()), false);
    else if (event == "failed")
        m_failure = json.value("message").toString();
}

void ServiceLauncher::becomeReady(const QUrl &address, bool attached) {
    if (m_state == State::Stopped)
        return;
    m_address = address;
    m_attached = attached;
    m_everReady = true;
    m_failure.clear();
    m_failedStarts = m_missedChecks = 0;
    m_retryMs = m_options.firstRetryMs;
    if (attached)
        m_watchTimer.start();
    setState(State::Running);
    Q_EMIT ready(address);
}

void ServiceLauncher::onGone() {
    m_watchTimer.stop();
    if (m_process) {
        onOutput();
        m_process.release()->deleteLater(); // it is its signal that brought us here
    }
    m_attached = false;
    if (m_state == State::Stopped)
        return;
    if (m_state != State::Running)
        ++m_failedStarts;
    tryAgainLater();
}

void ServiceLauncher::onStartFailed() {
    m_failure = m_process->errorString();
    m_process.release()->deleteLater();
    ++m_failedStarts;
    tryAgainLater();
}

void ServiceLauncher::tryAgainLater() {
    if (m_failedStarts >= m_options.tries) {
        setState(State::Failed);
        return;
    }
    setState(m_everReady ? State::Restarting : State::Starting);
    m_retryTimer.start(m_retryMs);
    m_retryMs = std::min(m_retryMs * 2, m_options.longestRetryMs);
}

void ServiceLauncher::stopAndWait(int graceMs) {
    setState(State::Stopped);
    m_retryTimer.stop();
    m_watchTimer.stop();
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->terminate();
    if (!m_process->waitForFinished(graceMs)) {
        m_process->kill();
        m_process->waitForFinished(2000);
    }
    m_process.reset();
}

void ServiceLauncher::setState(State state) {
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace wemo::ui
