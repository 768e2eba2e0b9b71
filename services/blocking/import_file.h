#pragma once
#include "services/blocking/csv_reader.h"
#include "services/blocking/import_store.h"

namespace wemo::blocking {

/// The records of an import's file, read part by part: two parts' memory, whatever its size. Of one thread.
class ImportFile {
public:
    ImportFile(storage::Database &database, const runtime::Secrets &secrets, Id import);

    /// Goes on at a byte at which a record begins.
    void seek(qint64 byte, qint64 line);
    /// Nothing at the end.
    Result<std::optional<CsvRecord>> next();
    qint64 line() const { return m_reader.line(); } ///< of the next record

private:
    Result<void> open();
    Result<void> feed();

    storage::Database &m_database;
    const runtime::Secrets &m_secrets;
    const Id m_import;
    std::optional<QList<ImportStore::Part>> m_parts;
    qsizetype m_nextPart = 0;
    qint64 m_from = 0; ///< byte of the file to begin at
    qint64 m_line = 1;
    CsvReader m_reader;
};

} // namespace wemo::blocking
