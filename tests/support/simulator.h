#pragma once
#include "services/http/client.h"
#include "tests/support/subprocess.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace wemo::tests {

/// The real gateway simulator, in a folder of its own, its state kept over restarts.
class Simulator {
public:
    explicit Simulator(QString callbackUrl = {});
    Q_DISABLE_COPY_MOVE(Simulator)

    /// Waits until it says where it listens; a second start takes the same port.
    bool start();
    void kill();     ///< SIGKILL
    int terminate(); ///< SIGTERM; its exit code, -1 if it had to be killed
    QString address() const { return m_address; }
    void setCallbackUrl(const QString &url) { m_callbackUrl = url; }
    QByteArray log() const;

    bool behave(const QJsonObject &behaviour);
    QJsonArray handset(const QString &number, const QString &after = {});
    QJsonArray submissions(qint64 after = 0, int limit = 0); ///< 0 = as many as it gives at once
    QJsonObject counts(); ///< how often each reference was taken; see the simulator's control.h
    /// Of the vendor's endpoints; `body` is a form, or JSON if it starts with "{".
    http::Response ask(const QString &endpoint, const QByteArray &body, const http::Headers &more = {});

    QJsonObject get(const QString &path);

private:
    QTemporaryDir m_folder;
    QString m_callbackUrl;
    QString m_address;
    Subprocess m_process;
    http::Client m_client;
};

} // namespace wemo::tests
