#pragma once
#include "ui/sheets/table.h"

class QIODevice;

namespace wemo::sheets {

/// The first sheet of a workbook: shared and inline text, numbers, booleans as TRUE and FALSE, dates as 2026-11-24 or
/// 2026-11-24 14:00:00, formulas by the value that was kept with them. Empty cells are empty texts, rows are as long as
/// their last cell. Errors: not-a-workbook, old-workbook (.xls), password, damaged, no-sheet, too-large,
/// too-many-rows, unreadable.
Result<Table> readXlsx(const QString &path, const Progress &progress = {});
/// Read to its end first.
Result<Table> readXlsx(QIODevice &device, const Progress &progress = {});

/// One sheet, the header bold and frozen. Replaces the file when all of it is written. Errors: too-many-rows,
/// too-many-columns, cell-too-long (names the cell), unwritable.
Result<void> writeXlsx(const Table &table, const QString &path, const Progress &progress = {});

/// By what the file begins with, whatever its name: a workbook or CSV.
Result<Table> readFile(const QString &path, const Progress &progress = {});
/// By its name: ".csv" in any case is CSV, everything else a workbook.
Result<void> writeFile(const Table &table, const QString &path, const Progress &progress = {});

} // namespace wemo::sheets
