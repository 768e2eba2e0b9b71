#pragma once
#include "services/storage/database.h"
#include "tests/support/subprocess.h"

#include <QTemporaryDir>

namespace wemo::tests {

/// A private PostgreSQL on a Unix socket in a folder of its own, run as another user where the test is root. The
/// cluster is copied from a template in the build folder, which the first test makes.
class PostgresServer {
public:
    enum class Kind {
        Quick,   ///< forgets what a crash of the machine would take
        Durable, ///< waits for the disk at every commit, and vacuums: as in production, for benchmarks
    };
    explicit PostgresServer(Kind kind = Kind::Quick);
    ~PostgresServer();
    Q_DISABLE_COPY_MOVE(PostgresServer)

    bool start();
    void kill();
    /// A new, empty database; may be called while the server runs.
    storage::Options createDatabase();
    QByteArray log() const;
    int port() const { return 5432; } ///< of the socket's file name only; no TCP
    QString folder() const { return m_folder.path(); }

    /// The one that the tests of this program share; started on first use, stopped at the end.
    static PostgresServer &shared();

private:
    storage::Options options(const QString &database) const;
    const Kind m_kind;
    QTemporaryDir m_folder;
    QString m_programs;
    uid_t m_uid = 0;
    gid_t m_gid = 0;
    Subprocess m_process;
    int m_databases = 0;
};

} // namespace wemo::tests
