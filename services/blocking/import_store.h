#pragma once
#include "models/blocking/ban_import.h"
#include "services/blocking/ban_desk.h"

namespace wemo::blocking {

/// An import as it stands in SQL.
struct ImportRecord {
    BanImport import;      ///< without its errors
    bool isDryRun = false; ///< waits, once checked, for being committed
    QString wish;          ///< "cancel" or "undo", while it is taken back
    Id authorId = 0;
    qint64 totalBytes = 0;
    qint64 nextByte = 0, nextLine = 1; ///< where writing goes on
    Id lastId = 0;                     ///< up to which its bans are taken back
    QString undoReason;
    QString owner; ///< the service that works on it
};

/// The rows of imports. Lives inside one transaction.
class ImportStore {
public:
    explicit ImportStore(storage::Connection &connection)
        : m_connection(connection) {}

    Result<void> insert(const ImportRecord &record, Instant now);
    /// NotFound "import-not-found".
    Result<ImportRecord> read(Id id);
    Result<ImportRecord> lock(Id id); ///< likewise; nobody else changes it until the end of the transaction
    Result<QList<ImportRecord>> newest(Id before, int limit);
    Result<void> setState(const ImportRecord &record, Instant now);            ///< takes it from whoever works on it
    Result<bool> save(const ImportRecord &record, Instant now, Instant until); ///< false: it is another's now

    struct Part {
        int number = 0;
        qint64 size = 0;
    };
    Result<QList<Part>> parts(Id id);
    /// False: the same is there already. Conflict "other-part" where another is, "wrong-state" once all have come.
    Result<bool> addPart(const ImportRecord &record, int number, const QByteArray &bytes,
                         const runtime::Secrets &secrets);
    Result<QByteArray> part(Id id, int number, const runtime::Secrets &secrets);
    Result<void> deleteParts(Id id);

    Result<void> replaceErrors(Id id, const QList<ImportError> &errors, const runtime::Secrets &secrets);
    Result<QList<ImportError>> errors(Id id, const runtime::Secrets &secrets);

private:
    storage::Connection &m_connection;
};

} // namespace wemo::blocking
