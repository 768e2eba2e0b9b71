#include "services/blocking/import_file.h"

namespace wemo::blocking {

ImportFile::ImportFile(storage::Database &database, const runtime::Secrets &secrets, Id import)
    : m_database(database)
    , m_secrets(secrets)
    , m_import(import) {}

void ImportFile::seek(qint64 byte, qint64 line) {
    m_parts.reset();
    m_from = byte;
    m_line = line;
}

Result<void> ImportFile::open() {
    auto parts =
        m_database.read([this](storage::Connection &connection) { return ImportStore(connection).parts(m_import); });
    if (!parts)
        return Failure(parts.error());
    m_parts = *std::move(parts);
    m_nextPart = 0;
    while (m_nextPart < m_parts->size() && m_from >= m_parts->at(m_nextPart).size)
        m_from -= m_parts->at(m_nextPart++).size;
    qint64 byte = m_from;
    for (qsizetype i = 0; i < m_nextPart; ++i)
        byte += m_parts->at(i).size;
    m_reader = CsvReader(byte, m_line);
    return {};
}

Result<void> ImportFile::feed() {
    if (m_nextPart == m_parts->size()) {
        m_reader.finish();
        return {};
    }
    const int number = m_parts->at(m_nextPart++).number;
    const auto bytes = m_database.read(
        [&](storage::Connection &connection) { return ImportStore(connection).part(m_import, number, m_secrets); });
    if (!bytes)
        return Failure(bytes.error());
    m_reader.feed(bytes->mid(m_from));
    m_from = 0;
    return {};
}

Result<std::optional<CsvRecord>> ImportFile::next() {
    if (!m_parts)
        if (const Result<void> opened = open(); !opened)
            return Failure(opened.error());
    while (true) {
        if (std::optional<CsvRecord> record = m_reader.next())
            return record;
        if (m_reader.isFinished())
            return std::optional<CsvRecord>();
        if (const Result<void> fed = feed(); !fed)
            return Failure(fed.error());
    }
}

} // namespace wemo::blocking
