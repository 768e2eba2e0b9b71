#pragma once
#include "services/http/client.h"
#include "services/runtime/seal.h"
#include "tests/support/simulator.h"
#include "tests/support/subprocess.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <optional>

namespace wemo::tests {

/// The real wemo-service in local mode, with a Redis of its own. May be killed and started again.
class ServiceProgram {
public:
    /// On a data folder of the test's, with a free port at each start and a gateway simulator that ends with it.
    explicit ServiceProgram(QString dataFolder, QStringList arguments = {}, QStringList environment = {});
    /// On a data folder and port of its own, without demo data, beside a gateway simulator that outlives it.
    explicit ServiceProgram(QStringList arguments = {});
    Q_DISABLE_COPY_MOVE(ServiceProgram)
    /// Arguments with which what a crash leaves is picked up within a second or two.
    static QStringList quickRecovery();

    /// Starts it and waits for its ready line; false: see output(). It kills itself at `failpoint`.
    bool start(const QString &failpoint = {});
    /// Starts it and waits for its end: its exit code.
    int startAndFail();
    void kill();     ///< SIGKILL
    int terminate(); ///< SIGTERM; its exit code, -1 if it had none in 15 s
    /// Killed by SIGKILL within `ms`, which is what a failpoint does.
    bool diesOfKill(int ms = 15'000);
    Subprocess &process() { return m_process; }
    /// Processes whose command line names the data folder: the service and its children.
    QList<int> processes() const;

    QString folder() const { return m_dataFolder; }
    QString address() const { return m_address; }
    QList<QJsonObject> lines() const;                              ///< what it said on stdout
    QByteArray output() const;                                     ///< stdout and stderr of the last start, mixed
    QByteArray everythingLogged() const;                           ///< output() and the log file
    Simulator &simulator() { return *m_simulator; }                ///< only where it outlives the service
    const runtime::Secrets &secrets() const { return *m_secrets; } ///< likewise

    struct Answer {
        int status = 0; ///< 0: nobody answered
        QJsonObject body;
        http::Headers headers;
        QString code() const { return body["code"].toString(); }
    };
    Answer send(const QByteArray &method, const QString &path, const QByteArray &body = {}, const QString &token = {},
                const QByteArray &type = "application/json", const http::Headers &more = {});
    Answer post(const QString &path, const QJsonObject &body, const QByteArray &idempotencyKey = {});
    /// The access token of a demo account; empty if that failed.
    QString signIn(const QString &account);

private:
    void launch(const QString &failpoint = {});

    std::optional<QTemporaryDir> m_ownFolder;
    QString m_dataFolder;
    QString m_listen = QStringLiteral("127.0.0.1:0");
    QStringList m_arguments, m_environment;
    std::optional<runtime::Secrets> m_secrets;
    std::unique_ptr<Simulator> m_simulator;
    Subprocess m_process;
    QString m_address;
    int m_run = 0;
    http::Client m_client;
};

} // namespace wemo::tests
