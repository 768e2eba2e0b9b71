#pragma once
#include "services/storage/database.h"
#include "services/storage/query_files.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace wemo::storage {

/// One thread's connection to one database, with its prepared statements. Belongs to its thread: made, used and closed
/// there.
struct Link {
    Link(const Options &options, QueryFiles &files);
    ~Link();
    Q_DISABLE_COPY_MOVE(Link)

    Result<void> ensureOpen();
    void close();
    /// False once the server is gone; asks the driver, sends nothing.
    bool alive() const { return m_database.isOpen(); }
    Result<void> execRaw(const QString &sql);
    /// After COMMIT or ROLLBACK: PostgreSQL frees no statement inside a failed transaction.
    void transactionEnded();
    Result<Rows> run(const QString &name, const Params &params, const QSet<QString> &with, qint64 *changed);
    Result<void> scan(const QString &name, const Params &params, const QSet<QString> &with,
                      const std::function<void(const Cells &)> &each);

    const Options options;
    bool inTransaction = false;
    bool mayPassNextTime = false;      ///< see sql_error.h; of this transaction
    std::optional<Error> firstFailure; ///< of this transaction

private:
    struct Prepared {
        QSqlQuery query;
        QStringList names;
        QString text; ///< empty where the query is prepared
    };
    /// Executed; what `read` leaves of the answer is let go.
    Result<void> run(const QString &name, const Params &params, const QSet<QString> &with,
                     const std::function<void(QSqlQuery &)> &read);
    Result<Prepared *> prepared(const QString &key, const QString &name, const QSet<QString> &with);
    Error fail(const QSqlQuery &query, const QString &statement);
    Error fail(Error error);

    QueryFiles &m_files;
    const QString m_connectionName;
    QSqlDatabase m_database;
    std::map<QString, Prepared> m_prepared;
    QStringList m_stale; ///< of m_prepared, to be forgotten
};

} // namespace wemo::storage
