#pragma once
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>

namespace wemo::tests {

/// Another program at the queue, steered by JSON lines (tests/peers/lines.js): {"id","do",…} → {"id","ok"|"error"}.
/// Belongs to the thread that made it; the program ends with this object or with the test.
class Peer {
public:
    explicit Peer(const QStringList &command);
    /// A script of tests/peers with its packages, which the fixture "peers" has installed.
    static QStringList node(const QString &script, const QStringList &arguments);
    /// tests/peers/queue_peer.cpp: our engine.
    static QStringList engine(const QString &socket);
    ~Peer();
    Q_DISABLE_COPY_MOVE(Peer)

    /// Sends and waits for the answer. Undefined, and said aloud, if it was an error or none came within a minute.
    QJsonValue call(const QString &what, const QJsonObject &args = {});
    /// The two halves of call(), so that several peers can work at once.
    int send(const QString &what, QJsonObject args = {});
    QJsonValue answerTo(int id, int withinMs = 60'000);
    /// Of the last call; empty if it went well.
    QString error() const { return m_error; }
    void kill(); ///< SIGKILL
    bool running() const { return m_process.state() == QProcess::Running; }
    qint64 pid() const { return m_process.processId(); }

private:
    void read();
    QProcess m_process;
    QHash<int, QJsonObject> m_answers;
    QString m_error;
    int m_lastId = 0;
};

} // namespace wemo::tests
