#pragma once
#include "models/core/result.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <mutex>

class QSqlQuery;

namespace wemo::storage {

enum class Dialect { Sqlite, Postgres };

struct Options {
    Dialect dialect = Dialect::Sqlite;
    QString path; ///< SQLite: the file
    /// PostgreSQL: as QSqlDatabase takes them; the password comes from configuration, never from a command line.
    QString host, database, user, password, connectOptions;
    int port = 5432;
    QString sqlRoot = ":/sql"; ///< where the named queries and migrations are
};

/// An invalid QVariant is NULL; a null QString or QByteArray is an empty text, not NULL. What the statement does not
/// name is left out; what it names and is not here is a fault.
using Params = QList<std::pair<QString, QVariant>>;

struct Link;
class QueryFiles;

/// One row of an answer, by column name.
class Row {
public:
    explicit Row(QHash<QString, QVariant> values)
        : m_values(std::move(values)) {}
    QString text(const char *column) const;
    qint64 integer(const char *column) const;
    std::optional<qint64> optionalInteger(const char *column) const;
    QByteArray bytes(const char *column) const;
    bool isNull(const char *column) const;

private:
    QHash<QString, QVariant> m_values;
};
using Rows = QList<Row>;

/// The row a scan stands at, by place: for answers of many thousands, where looking cells up by name takes longer than
/// reading them.
class Cells {
public:
    explicit Cells(const QSqlQuery &query)
        : m_query(query) {}
    qint64 integer(int column) const; ///< NULL is 0
    QString text(int column) const;
    QByteArray bytes(int column) const;

private:
    const QSqlQuery &m_query;
};

/// A leased connection of this thread, inside one transaction. Runs named queries: resources/sql/<dialect>/<name>.sql,
/// else resources/sql/common/<name>.sql, with :named placeholders. A line that starts with "--? word " is part of the
/// statement only where `with` holds that word, which is how a filter's optional conditions stay in SQL files.
/// A statement that failed spoils its transaction on both dialects: it can only be rolled back. Where a duplicate is to
/// be expected, write ON CONFLICT DO NOTHING and look at the number of rows.
class Connection {
public:
    /// Rows may be empty: that is "none there", while a store that is down is ErrorKind::Unavailable.
    Result<Rows> query(const QString &name, const Params &params = {}, const QSet<QString> &with = {});
    /// Number of rows changed. A violated uniqueness is ErrorKind::Conflict with code "duplicate".
    Result<qint64> execute(const QString &name, const Params &params = {}, const QSet<QString> &with = {});
    /// Gives the rows one after another to `each` instead of collecting them.
    Result<void> scan(const QString &name, const Params &params, const std::function<void(const Cells &)> &each,
                      const QSet<QString> &with = {});
    Dialect dialect() const;

private:
    friend class Database;
    explicit Connection(Link &link)
        : m_link(link) {}
    Result<Rows> run(const QString &name, const Params &params, const QSet<QString> &with, qint64 *changed);
    Link &m_link;
};

/// A SQLite file (WAL) or a PostgreSQL database. Thread-safe: each thread has its own connection, made on first use,
/// remade when lost, closed when the thread ends.
class Database {
public:
    static Result<std::unique_ptr<Database>> open(const Options &options);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    Dialect dialect() const { return m_options.dialect; }
    /// Brings the schema up to date, one migration a transaction, resuming where it stopped; several services may start
    /// at once. A schema newer than this program is refused with code "schema-too-new".
    Result<void> migrate();
    Result<void> ping();

    /// Runs `work` (Connection& → Result<T>) in a read transaction (one snapshot).
    template <typename Work>
    auto read(Work work) -> std::invoke_result_t<Work, Connection &> {
        return transact<std::invoke_result_t<Work, Connection &>>(false, work);
    }
    /// Runs `work` in a write transaction: BEGIN IMMEDIATE behind this process's one writer on SQLite; READ COMMITTED,
    /// repeated on serialization failure or deadlock, on PostgreSQL. Commits if it gives a value, else rolls back; so
    /// `work` may run more than once and must have no effect outside the connection.
    template <typename Work>
    auto write(Work work) -> std::invoke_result_t<Work, Connection &> {
        return transact<std::invoke_result_t<Work, Connection &>>(true, work);
    }

private:
    explicit Database(Options options);
    /// begin → body → commit or roll back; `body` gives true to commit. Retries what may be retried.
    Result<void> run(bool writing, const std::function<Result<void>(Connection &)> &body);
    template <typename R, typename Work>
    R transact(bool writing, Work &work) {
        std::optional<R> result;
        const Result<void> done = run(writing, [&](Connection &connection) -> Result<void> {
            result.emplace(work(connection));
            if (!*result)
                return Failure(result->error());
            return {};
        });
        if (!done)
            return Failure(done.error());
        return std::move(*result);
    }

    Result<void> attempt(Link &link, bool writing, const std::function<Result<void>(Connection &)> &body, bool *again);
    Link &link();

    const Options m_options;
    const quint64 m_serial; ///< tells this database's connections from those of others in the thread's map
    const std::unique_ptr<QueryFiles> m_files;
    std::mutex m_writer; ///< SQLite: one writer at a time queues here, in user space, instead of polling a file lock
};

} // namespace wemo::storage
