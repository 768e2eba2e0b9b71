#pragma once
#include "services/redis/pool.h"
#include "tests/support/subprocess.h"

#include <QTemporaryDir>

namespace wemo::tests {

/// A private redis-server on a Unix socket in a folder of its own. May be killed and started again in the middle of a
/// test.
class RedisServer {
public:
    struct Setup {
        bool keepsData = false;     ///< append-only file: what was written outlives kill()
        int tcpPort = 0;            ///< 0 = Unix socket only
        QStringList arguments = {}; ///< more of redis-server's own
    };
    RedisServer()
        : RedisServer(Setup{}) {}
    explicit RedisServer(Setup setup);
    Q_DISABLE_COPY_MOVE(RedisServer)

    /// Waits until it answers. False: see log().
    bool start();
    void kill();                    ///< SIGKILL
    void freeze(bool frozen);       ///< SIGSTOP, SIGCONT: connected, and silent
    redis::Options options() const; ///< over the Unix socket, with short time limits
    QString socket() const;
    QString folder() const { return m_folder.path(); }
    QByteArray log() const;

private:
    Setup m_setup;
    QTemporaryDir m_folder;
    Subprocess m_process;
};

} // namespace wemo::tests
