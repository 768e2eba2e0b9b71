#include "services/storage/link.h"

#include "services/storage/sql_error.h"

#include <QSqlError>
#include <QSqlRecord>

#include <atomic>

namespace wemo::storage {

namespace {
QString nextName() {
    static std::atomic<quint64> count = 0;
    return QString("wemo-%1").arg(++count);
}

QStringList settings(Dialect dialect) {
    // WAL with synchronous NORMAL: a commit is in the kernel's hands before it is answered, so a killed process loses
    // nothing and the file is never damaged; only a power cut may take the last commits. Production uses PostgreSQL.
    if (dialect == Dialect::Sqlite)
        return {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA foreign_keys = ON",
                "PRAGMA temp_store = MEMORY"};
    // A killed service's statement, and the locks it holds, end within a second (PostgreSQL 14 and newer can do that).
    // Compiling a statement to machine code takes longer than any of ours runs.
    return {"SET jit = off", "SET client_connection_check_interval = '1s'", "SET statement_timeout = '15s'",
            "SET idle_in_transaction_session_timeout = '60s'", "SET client_min_messages = warning"};
}

QString connectOptions(const Options &options) {
    if (options.dialect == Dialect::Sqlite)
        return "QSQLITE_BUSY_TIMEOUT=5000";
    // Without these a lost peer would hold a thread for many minutes.
    const QStringList limits{"connect_timeout=3", "keepalives_idle=10", "keepalives_interval=5", "keepalives_count=3",
                             "tcp_user_timeout=15000"};
    QStringList parts = options.connectOptions.split(';', Qt::SkipEmptyParts);
    for (const QString &limit : limits)
        if (!options.connectOptions.contains(limit.section('=', 0, 0)))
            parts += limit;
    return parts.join(';');
}

/// Qt binds a null QString as NULL; here only an invalid or typed-null QVariant is.
QVariant bound(const QVariant &value) {
    if (value.isNull())
        return {};
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return QString("");
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

const QVariant *find(const Params &params, const QString &name) {
    for (const auto &[key, value] : params)
        if (key == name)
            return &value;
    return nullptr;
}

Rows readAll(QSqlQuery &query) {
    Rows rows;
    const QSqlRecord record = query.record();
    while (query.next()) {
        QHash<QString, QVariant> values;
        for (int column = 0; column < record.count(); ++column)
            values.insert(record.fieldName(column), query.value(column));
        rows.append(Row(std::move(values)));
    }
    return rows;
}
} // namespace

Link::Link(const Options &given, QueryFiles &files)
    : options(given)
    , m_files(files)
    , m_connectionName(nextName()) {}

Link::~Link() {
    close();
}

void Link::close() {
    // In this order: without their driver the statements end quietly, else each would ask a lost server to forget it.
    if (m_database.isValid()) {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_connectionName);
    }
    m_stale.clear();
    m_prepared.clear();
}

Result<void> Link::ensureOpen() {
    if (m_database.isValid() && alive())
        return {};
    close();
    const bool sqlite = options.dialect == Dialect::Sqlite;
    m_database = QSqlDatabase::addDatabase(sqlite ? "QSQLITE" : "QPSQL", m_connectionName);
    if (!m_database.isValid())
        return failure(ErrorKind::Internal, "no-sql-driver", "The Qt driver of the database is not installed.",
                       "install libqt6sql6-sqlite and libqt6sql6-psql");
    m_database.setDatabaseName(sqlite ? options.path : options.database);
    m_database.setConnectOptions(connectOptions(options));
    if (!sqlite) {
        m_database.setHostName(options.host);
        m_database.setPort(options.port);
        m_database.setUserName(options.user);
        m_database.setPassword(options.password);
    }
    if (!m_database.open()) {
        Error error = toError(options.dialect, m_database.lastError(), "open");
        // Whatever the reason, to the caller a database that does not open is one that is not there.
        error.kind = ErrorKind::Unavailable;
        close();
        return failure(std::move(error));
    }
    const QStringList statements = settings(options.dialect);
    for (const QString &statement : statements)
        if (const Result<void> done = execRaw(statement); !done) {
            close();
            return done;
        }
    return {};
}

void Link::transactionEnded() {
    for (const QString &key : std::as_const(m_stale))
        m_prepared.erase(key);
    m_stale.clear();
}

Error Link::fail(Error error) {
    if (!firstFailure)
        firstFailure = error;
    return error;
}

Error Link::fail(const QSqlQuery &query, const QString &statement) {
    mayPassNextTime = mayPassNextTime || storage::mayPassNextTime(options.dialect, query.lastError());
    Error error = toError(options.dialect, query.lastError(), statement);
    if (!alive())
        error = Error{ErrorKind::Unavailable,
                      "storage-unavailable",
                      "The database cannot be reached just now.",
                      error.detail,
                      {},
                      1000};
    return fail(std::move(error));
}

Result<void> Link::execRaw(const QString &sql) {
    QSqlQuery query(m_database);
    if (query.exec(sql))
        return {};
    return failure(fail(query, sql.section('\n', 0, 0).left(60)));
}

Result<Link::Prepared *> Link::prepared(const QString &key, const QString &name, const QSet<QString> &with) {
    if (const auto found = m_prepared.find(key); found != m_prepared.end())
        return &found->second;
    Result<Statement> statement = m_files.statement(name, with);
    if (!statement)
        return failure(fail(statement.error()));
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    // PostgreSQL prepares no DDL, and without parameters there is little to win: such a text is sent each time.
    const bool direct = statement->names.isEmpty();
    if (!direct && !query.prepare(statement->sql))
        return failure(fail(query, name));
    const QString text = direct ? statement->sql : QString();
    return &m_prepared.emplace(key, Prepared{std::move(query), std::move(statement->names), text}).first->second;
}

Result<void> Link::run(const QString &name, const Params &params, const QSet<QString> &with,
                       const std::function<void(QSqlQuery &)> &read) {
    QStringList words(with.cbegin(), with.cend());
    words.sort();
    const QString key = name + '?' + words.join('&');
    const Result<Prepared *> found = prepared(key, name, with);
    if (!found)
        return Failure(found.error());
    QSqlQuery &query = (*found)->query;
    int position = 0;
    for (const QString &wanted : (*found)->names) {
        const QVariant *value = find(params, wanted);
        if (!value)
            return failure(fail({ErrorKind::Internal, "missing-parameter", "The service has a fault.",
                                 QString("%1 needs :%2").arg(name, wanted)}));
        query.bindValue(position++, bound(*value));
    }
    const QString &text = (*found)->text;
    if (!(text.isEmpty() ? query.exec() : query.exec(text))) {
        const Error error = fail(query, name);
        m_stale += key; // a plan that no longer fits the schema is made anew
        return failure(error);
    }
    read(query);
    // SQLite may fail while stepping through rows, after exec() went well.
    if (query.lastError().isValid())
        return failure(fail(query, name));
    query.finish();
    return {};
}

Result<Rows> Link::run(const QString &name, const Params &params, const QSet<QString> &with, qint64 *changed) {
    Rows rows;
    const Result<void> done = run(name, params, with, [&](QSqlQuery &query) {
        if (changed)
            *changed = query.numRowsAffected();
        rows = readAll(query);
    });
    return done ? Result<Rows>(std::move(rows)) : Failure(done.error());
}

Result<void> Link::scan(const QString &name, const Params &params, const QSet<QString> &with,
                        const std::function<void(const Cells &)> &each) {
    return run(name, params, with, [&](QSqlQuery &query) {
        const Cells cells(query);
        while (query.next())
            each(cells);
    });
}

} // namespace wemo::storage
