#include "tests/support/postgres_server.h"

#include <pwd.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <csignal>

namespace wemo::tests {

namespace {
QString newestPrograms() {
    const QDir versions("/usr/lib/postgresql");
    QString best;
    int bestVersion = 0;
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names)
        if (name.toInt() > bestVersion && QFile::exists(versions.filePath(name + "/bin/initdb"))) {
            bestVersion = name.toInt();
            best = versions.filePath(name + "/bin");
        }
    if (best.isEmpty())
        qFatal("PostgreSQL is not installed (apt install postgresql)");
    return best;
}

void mustRun(const Subprocess::Start &start) {
    if (Subprocess::run(start) == 0)
        return;
    QFile log(start.logFile);
    const QByteArray text = log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    qFatal("%s failed: %s", qPrintable(start.command.join(' ')), text.constData());
}
} // namespace

PostgresServer::PostgresServer(Kind kind)
    : m_kind(kind)
    , m_programs(newestPrograms()) {
    if (::geteuid() == 0) { // the server refuses to run as root
        const passwd *user = ::getpwnam("postgres");
        if (!user)
            user = ::getpwnam("nobody");
        m_uid = user->pw_uid;
        m_gid = user->pw_gid;
        if (::chown(qPrintable(m_folder.path()), m_uid, m_gid) != 0)
            qFatal("cannot give %s away", qPrintable(m_folder.path()));
    }
    const QString data = m_folder.filePath("data");
    const QString log = m_folder.filePath("log");
    const QString version = m_programs.section('/', -2, -2);
    const QString stored = QString(WEMO_BINARY_DIR "/tests/postgres-%1-%2").arg(version).arg(m_uid);
    QDir().mkpath(WEMO_BINARY_DIR "/tests");
    QLockFile lock(stored + ".lock");
    lock.lock();
    if (!QDir(stored).exists()) {
        mustRun({{m_programs + "/initdb", "-D", data, "-U", "wemo", "--auth=trust", "--encoding=UTF8", "--locale=C",
                  "--no-sync", "--wal-segsize=1"},
                 m_folder.path(),
                 log,
                 m_uid,
                 m_gid});
        mustRun({{"cp", "-a", "--reflink=auto", data, stored + ".new"}, "/", log});
        QDir().rename(stored + ".new", stored);
    } else {
        lock.unlock();
        mustRun({{"cp", "-a", "--reflink=auto", stored, data}, "/", log});
    }
    lock.unlock();
    if (!start())
        qFatal("PostgreSQL does not start: %s", this->log().constData());
}

PostgresServer::~PostgresServer() {
    m_process.stop(SIGQUIT);
}

bool PostgresServer::start() {
    Subprocess::Start start;
    start.command = {m_programs + "/postgres", "-D", m_folder.filePath("data"), "-k", m_folder.path()};
    QStringList settings{"listen_addresses=", "max_connections=100", "log_min_messages=fatal"};
    if (m_kind == Kind::Quick)
        settings += {"fsync=off", "full_page_writes=off", "shared_buffers=16MB", "autovacuum=off", "max_wal_size=64MB"};
    else
        settings += {"fsync=on", "synchronous_commit=on", "shared_buffers=256MB", "max_wal_size=1GB"};
    for (const QString &setting : std::as_const(settings))
        start.command += {"-c", setting};
    start.folder = m_folder.path();
    start.logFile = m_folder.filePath("log");
    start.uid = m_uid;
    start.gid = m_gid;
    start.onParentDeath = SIGQUIT; // its quick stop, which also takes its shared memory away
    m_process = Subprocess(start);
    return waitUntil(
               20'000,
               [this] { return !m_process.running() || storage::Database::open(options("postgres")).has_value(); }) &&
           m_process.running();
}

void PostgresServer::kill() {
    m_process.stop(SIGQUIT);
}

storage::Options PostgresServer::options(const QString &database) const {
    storage::Options options;
    options.dialect = storage::Dialect::Postgres;
    options.host = m_folder.path();
    options.user = "wemo";
    options.database = database;
    return options;
}

storage::Options PostgresServer::createDatabase() {
    const storage::Options made = options(QString("test_%1").arg(++m_databases));
    const QString name = "tests-" + m_folder.path();
    {
        QSqlDatabase admin = QSqlDatabase::addDatabase("QPSQL", name);
        admin.setHostName(made.host);
        admin.setUserName(made.user);
        admin.setDatabaseName("postgres");
        QSqlQuery query(admin.open() ? admin : QSqlDatabase());
        if (!query.exec("CREATE DATABASE " + made.database))
            qFatal("%s", qPrintable(query.lastError().text() + admin.lastError().text()));
    }
    QSqlDatabase::removeDatabase(name);
    return made;
}

QByteArray PostgresServer::log() const {
    QFile file(m_folder.filePath("log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PostgresServer &PostgresServer::shared() {
    static PostgresServer server;
    return server;
}

} // namespace wemo::tests
