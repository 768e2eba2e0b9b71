#pragma once
#include "models/core/json_reader.h"

namespace wemo::blocking {

/// Where an import of bans from a file stands.
enum class ImportState {
    Receiving, ///< its parts are coming in
    Checking,
    Ready,   ///< checked: may be committed, or dropped
    Writing, ///< committed, being written
    Done,
    Failed,
    Undone, ///< all of it was taken back
    Canceled,
};
QString toString(ImportState state);
std::optional<ImportState> importStateFromString(QStringView text);

/// What is wrong in one line of the file; line and column count from 1.
struct ImportError {
    qint64 line = 0;
    int column = 0;
    QString code;
    QString message;
    QString text; ///< what stands there
    bool operator==(const ImportError &) const = default;
};

struct BanImport {
    Id id = 0;
    QString name; ///< of the file
    ImportState state = ImportState::Receiving;
    qint64 lines = 0; ///< read so far
    qint64 good = 0;
    qint64 bad = 0;
    qint64 duplicates = 0;     ///< on the list already, or twice in the file
    QList<ImportError> errors; ///< the first thousand
    qint64 done = 0;           ///< written or, while it is taken back, lifted so far
    qint64 total = 0;          ///< bytes of the file while it is received, lines to come otherwise; 0 = not known
    QString author;            ///< a name
    std::optional<Instant> createdAt;
    QString detail; ///< why it failed
    bool operator==(const BanImport &) const = default;
};

QJsonObject toJson(const ImportError &error);
Result<ImportError> importErrorFromJson(const QJsonObject &json);
QJsonObject toJson(const BanImport &import);
Result<BanImport> banImportFromJson(const QJsonObject &json);

} // namespace wemo::blocking
