#pragma once
#include "ui/sheets/table.h"

#include <memory>

namespace wemo::sheets {

/// A sheet that is written as its rows come: memory does not grow with their number. What stands at the path stays as
/// it was until `commit`; a writer that goes away before leaves nothing behind. One thread at a time, any thread.
class RowWriter {
public:
    virtual ~RowWriter() = default;
    /// Errors: too-many-rows, too-many-columns, cell-too-long (workbooks), unwritable. After one of them only the end
    /// of the writer makes sense.
    virtual Result<void> add(const QStringList &row) = 0;
    /// Replaces the file. Packing a workbook of a million rows takes seconds, and cannot be stopped.
    virtual Result<void> commit() = 0;
};

/// By its name: ".csv" in any case is CSV, everything else a workbook. The header stands in the file already.
Result<std::unique_ptr<RowWriter>> openRows(const QString &path, const QStringList &header);
Result<std::unique_ptr<RowWriter>> openCsvRows(const QString &path, const QStringList &header);
Result<std::unique_ptr<RowWriter>> openXlsxRows(const QString &path, const QStringList &header);

} // namespace wemo::sheets
