#include "services/blocking/ban_batch.h"
#include "services/blocking/ban_importer.h"
#include "services/blocking/import_interrupted.h"
#include "services/runtime/failpoint.h"

#include <array>
#include <cstring>
#include <unordered_set>

namespace wemo::blocking {

/// What a check has counted.
struct BanImporter::Tally {
    struct Key {
        std::array<char, 16> bytes;
        bool operator==(const Key &) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key &key) const {
            std::size_t value = 0;
            std::memcpy(&value, key.bytes.data(), sizeof value);
            return value;
        }
    };
    std::unordered_set<Key, Hash> seen; ///< hashes of the file
    QList<QByteArray> fresh;            ///< those that the list was not asked about yet
    QList<ImportError> errors;

    bool isFirst(const QByteArray &hash) {
        Key key{};
        std::copy_n(hash.constData(), key.bytes.size(), key.bytes.begin());
        return seen.insert(key).second;
    }
};

Result<void> BanImporter::check(ImportRecord &record) {
    BanImport &import = record.import;
    import.lines = import.good = import.bad = import.duplicates = import.done = 0;
    ImportFile file(m_desk.database, m_desk.secrets, import.id);
    Result<ImportColumns> columns = columnsOf(record, file);
    if (!columns)
        return columns.error().code == "import-interrupted" ? Result<void>() : Failure(columns.error());
    Tally tally;
    const auto askList = [&]() -> Result<void> {
        const auto known = m_desk.database.read(
            [&](storage::Connection &connection) { return countKnown(connection, tally.fresh, m_desk.clock.now()); });
        if (!known)
            return Failure(known.error());
        import.duplicates += *known;
        import.good += tally.fresh.size() - *known;
        tally.fresh.clear();
        return note(record);
    };
    while (true) {
        const auto next = file.next();
        if (!next)
            return Failure(next.error());
        if (!*next)
            break;
        ++import.lines;
        const ImportResult<ImportRow> row = columns->read(**next, m_desk.clock.now());
        if (!row) {
            ++import.bad;
            if (tally.errors.size() < mostErrors)
                tally.errors.append(row.error());
        } else if (QByteArray hash = hashOf(*row, m_desk.secrets.lookupKey); tally.isFirst(hash)) {
            tally.fresh.append(std::move(hash));
        } else {
            ++import.duplicates;
        }
        if (import.lines % m_batch == 0) {
            if (m_stopping)
                return importInterrupted();
            if (const Result<void> asked = askList(); !asked)
                return asked;
        }
    }
    WEMO_FAILPOINT("bans.import-checked");
    if (const Result<void> asked = askList(); !asked)
        return asked;
    import.state = record.isDryRun ? ImportState::Ready : ImportState::Writing;
    return finish(record, &tally.errors, true);
}

} // namespace wemo::blocking
