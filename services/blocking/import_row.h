#pragma once
#include "models/blocking/ban_import.h"
#include "services/blocking/ban_row.h"
#include "services/blocking/csv_reader.h"

#include <QSet>

namespace wemo::blocking {

/// One ban of a file.
struct ImportRow {
    BanValue value;
    QString reason; ///< may be empty
    std::optional<Instant> expiresAt;
};

template <typename T>
using ImportResult = tl::expected<T, ImportError>;

/// What the columns of a file mean, and its lines by that: kind, one or more of value, prefix and cidr (a line fills
/// one of them), reason, expires_at, in any order. Of one thread.
class ImportColumns {
public:
    static ImportResult<ImportColumns> of(const CsvRecord &header);
    /// `column` of an error is the field's number in its line, from 1.
    ImportResult<ImportRow> read(const CsvRecord &record, Instant now);

private:
    QString cell(const CsvRecord &record, int column) const;
    ImportResult<BanValue> valueOf(const CsvRecord &record);
    Result<BanValue> numberOf(const QString &text);

    int m_kind = -1, m_reason = -1, m_expires = -1;
    QList<std::pair<BanMatch, int>> m_values;
    qsizetype m_count = 0;
    QSet<QString> m_known; ///< beginnings of numbers that exist
};

/// ISO 8601 with an offset, or a date alone, which is that whole day in Taipei.
std::optional<Instant> expiryFrom(const QString &text);

} // namespace wemo::blocking
