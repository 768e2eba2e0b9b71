#pragma once
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace wemo::ui {

/// Runs the bundled service for a console that was given no server: attaches to one that already runs on the data
/// folder (service.json and /healthz), else starts one, reads its progress, and starts it again when it dies. The child
/// gets SIGTERM when the console goes, however that goes.
class ServiceLauncher final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceLauncher)

public:
    enum class State {
        Idle,
        Starting,
        Running,
        Restarting, ///< it was running and is not; the next try is near
        Failed,     ///< it cannot start; `retry()` tries again
        Stopped,
    };
    struct Options {
        QString program;
        QString dataDir;
        QStringList arguments = {}; ///< after --data-dir
        int firstRetryMs = 250;
        int longestRetryMs = 8000;
        int tries = 3;      ///< starts that never got ready before it is called failed
        int watchMs = 1500; ///< how often a service that is not our child is looked at
    };
    struct Progress {
        QString step;
        qint64 done = 0;
        qint64 total = 0;
    };

    explicit ServiceLauncher(Options options, QObject *parent = nullptr);
    ~ServiceLauncher() override;

    void start();
    void retry();
    /// At exit, after the event loop: SIGTERM, then kill after `graceMs`. Leaves a service that is not ours alone.
    void stopAndWait(int graceMs);

    State state() const { return m_state; }
    bool isAttached() const { return m_attached; }
    const QUrl &address() const { return m_address; }
    const QString &failure() const { return m_failure; }
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

    /// Beside the console, then in ../libexec/wemo-console; empty when nowhere.
    static QString findProgram(const QString &consoleDir);
    /// $XDG_DATA_HOME/wemo-console, as the service itself would choose.
    static QString defaultDataDir();

Q_SIGNALS:
    void stateChanged(wemo::ui::ServiceLauncher::State state);
    void progressed(const wemo::ui::ServiceLauncher::Progress &progress);
    void ready(const QUrl &address);

private:
    void setState(State state);
    void attachOrSpawn();
    void askHealth(const QUrl &address, const std::function<void(bool)> &then);
    void watch();
    void spawn();
    void onOutput();
    void onLine(const QByteArray &line);
    void onGone();
    void onStartFailed();
    void becomeReady(const QUrl &address, bool attached);
    void tryAgainLater();
    QUrl writtenAddress() const;

    Options m_options;
    QNetworkAccessManager m_network;
    std::unique_ptr<QProcess> m_process;
    QTimer m_retryTimer;
    QTimer m_watchTimer;
    QUrl m_address;
    QString m_failure;
    QByteArray m_line;
    State m_state = State::Idle;
    int m_retryMs;
    int m_failedStarts = 0;
    int m_missedChecks = 0;
    bool m_attached = false;
    bool m_everReady = false;
};

} // namespace wemo::ui
