#include "services/storage/sql_error.h"

#include <QSqlError>

namespace wemo::storage {

namespace {
Error unavailable(const QString &detail) {
    return {
        ErrorKind::Unavailable, "storage-unavailable", "The database cannot be reached just now.", detail, {}, 1000};
}

Error sqliteError(int code, const QString &detail) {
    switch (code) {
    case 2067: // SQLITE_CONSTRAINT_UNIQUE
    case 1555: // SQLITE_CONSTRAINT_PRIMARYKEY
        return {ErrorKind::Conflict, "duplicate", "This is there already.", detail};
    case 787: // SQLITE_CONSTRAINT_FOREIGNKEY
        return {ErrorKind::Conflict, "missing-reference", "Something this refers to is not there.", detail};
    default:
        break;
    }
    switch (code & 0xff) {
    case 5:  // BUSY
    case 6:  // LOCKED
    case 8:  // READONLY
    case 10: // IOERR
    case 13: // FULL
    case 14: // CANTOPEN
        return unavailable(detail);
    case 11: // CORRUPT
    case 26: // NOTADB
        return {ErrorKind::Unavailable, "storage-corrupt", "The database file is damaged or is not a database.",
                detail};
    default:
        return {ErrorKind::Internal, "storage-fault", "The service has a fault.", detail};
    }
}

Error postgresError(const QString &state, const QString &detail) {
    if (state == "23505")
        return {ErrorKind::Conflict, "duplicate", "This is there already.", detail};
    if (state == "23503")
        return {ErrorKind::Conflict, "missing-reference", "Something this refers to is not there.", detail};
    if (state == "57014") // statement_timeout
        return {ErrorKind::Timeout, "storage-timeout", "The database took too long.", detail};
    // No state at all is what libpq gives when the link broke. 53: out of connections, disk or memory.
    if (state.isEmpty() || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") ||
        state.startsWith("40") || state == "55P03")
        return unavailable(detail);
    return {ErrorKind::Internal, "storage-fault", "The service has a fault.", detail};
}
} // namespace

Error toError(Dialect dialect, const QSqlError &error, const QString &statement) {
    const QString native = error.nativeErrorCode();
    // The first line only: PostgreSQL puts the values of the row into DETAIL.
    const QString text = error.databaseText().section('\n', 0, 0).left(200);
    const QString detail = QString("%1: [%2] %3").arg(statement, native, text);
    return dialect == Dialect::Sqlite ? sqliteError(native.toInt(), detail) : postgresError(native, detail);
}

bool mayPassNextTime(Dialect dialect, const QSqlError &error) {
    return dialect == Dialect::Postgres && (error.nativeErrorCode() == "40001" || error.nativeErrorCode() == "40P01");
}

} // namespace wemo::storage
