#include "tests/support/peer.h"

#include <sys/prctl.h>

#include <QDeadlineTimer>
#include <QJsonDocument>

#include <csignal>

namespace wemo::tests {

Peer::Peer(const QStringList &command) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("NODE_PATH", QStringLiteral(WEMO_BINARY_DIR "/peers/node_modules"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(command.first(), command.mid(1));
    answerTo(0); // "ready"
}

Peer::~Peer() {
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5'000))
        kill();
}

QStringList Peer::node(const QString &script, const QStringList &arguments) {
    return QStringList{"node", QStringLiteral(WEMO_SOURCE_DIR "/tests/peers/") + script} + arguments;
}

QStringList Peer::engine(const QString &socket) {
    return {QStringLiteral(WEMO_BINARY_DIR "/tests/queue_peer"), socket};
}

QJsonValue Peer::call(const QString &what, const QJsonObject &args) {
    return answerTo(send(what, args));
}

int Peer::send(const QString &what, QJsonObject args) {
    args.insert("id", ++m_lastId);
    args.insert("do", what);
    m_process.write(QJsonDocument(args).toJson(QJsonDocument::Compact) + '\n');
    m_process.waitForBytesWritten(1'000);
    return m_lastId;
}

QJsonValue Peer::answerTo(int id, int withinMs) {
    const QDeadlineTimer deadline(withinMs);
    read();
    while (!m_answers.contains(id) && !deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        read();
    }
    if (!m_answers.contains(id)) {
        m_error = QStringLiteral("no answer");
    } else {
        const QJsonObject answer = m_answers.take(id);
        m_error = answer.value("error").toString();
        if (answer.contains("ok"))
            return answer.value("ok");
    }
    qWarning("%s: %s", qPrintable(m_process.arguments().join(' ')), qPrintable(m_error));
    return QJsonValue::Undefined;
}

void Peer::read() {
    while (m_process.canReadLine()) {
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        m_answers.insert(line.value("id").toInt(), line);
    }
}

void Peer::kill() {
    m_process.kill();
    m_process.waitForFinished(5'000);
}

} // namespace wemo::tests
