#pragma once
#include "ui/sheets/table.h"

class QIODevice;

namespace wemo::sheets {

/// RFC 4180. UTF-8 with or without a byte order mark, UTF-16 with one; what is neither is taken for Big5 (cp950), as
/// Excel in Taiwan saves it. The separator is the comma, or a tab or semicolon where the first line has no comma. An
/// apostrophe that writeCsv put there is taken off.
/// Errors: too-large, too-many-rows, unknown-encoding, open-quote (names the line), unreadable.
Result<Table> readCsv(QIODevice &device, const Progress &progress = {});
Result<Table> readCsv(const QString &path, const Progress &progress = {});

/// UTF-8 with a byte order mark, CRLF. A cell that a spreadsheet program would run as a formula (it begins with
/// = + - @, a tab or CR and is no plain number) gets an apostrophe in front, and so does one that begins with an
/// apostrophe, so that reading takes off exactly what was added.
Result<void> writeCsv(const Table &table, QIODevice &device, const Progress &progress = {});
/// Replaces the file when all of it is written.
Result<void> writeCsv(const Table &table, const QString &path, const Progress &progress = {});

} // namespace wemo::sheets
