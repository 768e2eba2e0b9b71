#pragma once
#include "models/core/result.h"

#include <QList>
#include <QStringList>

#include <functional>

/// Tables in files: XLSX and CSV, without any idea of what stands in them. Every cell is a text. A cell that reads like
/// a plain number (isPlainNumber) becomes a number in a workbook and comes back as the same text; anything else, "007"
/// and "1e5" too, is and stays text.
namespace wemo::sheets {

struct Table {
    QStringList header; ///< the first row
    QList<QStringList> rows;
    bool operator==(const Table &) const = default;
};

/// Told now and then, in the thread that works: rows done and rows in all (0 = not known yet); a last time before a
/// file is replaced. False stops the work, which then ends in ErrorKind::Canceled and leaves no file.
using Progress = std::function<bool(qint64 done, qint64 total)>;

constexpr qint64 mostBytes = 50LL * 1024 * 1024;          ///< of a file
constexpr qint64 mostUnpackedBytes = 400LL * 1024 * 1024; ///< of one part of a workbook
constexpr qint64 mostCells = 20'000'000;
constexpr int mostRows = 1'048'576; ///< of a sheet, its header included
constexpr int mostColumns = 16'384;
constexpr int mostCellLength = 32'767; ///< UTF-16 units a cell of a workbook holds

/// An optional minus, digits without a needless leading zero, at most 15 of them, and decimals that do not end in 0:
/// what a spreadsheet program gives back unchanged.
bool isPlainNumber(const QString &text);

} // namespace wemo::sheets
