#include "ui/sheets/cell_value.h"
#include "ui/sheets/file_bytes.h"
#include "ui/sheets/row_collector.h"
#include "ui/sheets/xlsx.h"

#include <xlsxwriter.h>

#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

namespace wemo::sheets {

namespace {
constexpr double columnWidth = 14; ///< characters
constexpr qint64 copiedAtOnce = 1 << 20;

struct WorkbookDeleter {
    void operator()(lxw_workbook *workbook) const { lxw_workbook_free(workbook); }
};
using WorkbookHandle = std::unique_ptr<lxw_workbook, WorkbookDeleter>;

Result<void> fits(const Table &table) {
    if (table.rows.size() >= mostRows)
        return tooManyRows();
    const auto isWide = [](const QStringList &row) { return row.size() > mostColumns; };
    if (isWide(table.header) || std::any_of(table.rows.begin(), table.rows.end(), isWide))
        return failure(ErrorKind::TooLarge, "too-many-columns",
                       QString("A sheet has at most %1 columns.").arg(mostColumns));
    return {};
}

Failure cellTooLong(lxw_row_t row, lxw_col_t column) {
    char name[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell(name, row, column);
    Error error{ErrorKind::TooLarge,
                "cell-too-long",
                QString("Cell %1 has more than the %2 characters a workbook's cell holds.")
                    .arg(QString::fromLatin1(name))
                    .arg(mostCellLength),
                {}};
    error.extra.insert("cell", QString::fromLatin1(name));
    return failure(std::move(error));
}

Result<void> writeRow(lxw_worksheet *sheet, lxw_row_t row, const QStringList &cells, lxw_format *format) {
    lxw_col_t column = 0;
    for (const QString &cell : cells) {
        if (cell.size() > mostCellLength)
            return cellTooLong(row, column);
        lxw_error error = LXW_NO_ERROR;
        if (isPlainNumber(cell))
            error = worksheet_write_number(sheet, row, column, cell.toDouble(), format);
        else if (!cell.isEmpty())
            error = worksheet_write_string(sheet, row, column, escaped(cell).toUtf8().constData(), format);
        if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
            return cellTooLong(row, column);
        if (error != LXW_NO_ERROR)
            return unwritable(QString::fromUtf8(lxw_strerror(error)));
        ++column;
    }
    return {};
}

Result<void> writeRows(lxw_workbook *workbook, const Table &table, const Progress &progress) {
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, nullptr);
    lxw_format *bold = workbook_add_format(workbook);
    if (!sheet || !bold)
        return unwritable("no memory");
    format_set_bold(bold);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_set_column(sheet, 0, LXW_COL_MAX - 1, columnWidth, nullptr);
    // "007" is meant to be text.
    worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    Result<void> step = writeRow(sheet, 0, table.header, bold);
    for (qsizetype row = 0; step && row < table.rows.size(); ++row) {
        step = writeRow(sheet, static_cast<lxw_row_t>(row + 1), table.rows[row], nullptr);
        if (step && !goesOn(progress, row + 1, table.rows.size()))
            return canceled();
    }
    return step;
}

Result<void> pack(const QString &path, const QString &folder, const Table &table, const Progress &progress) {
    QByteArray scratch = QFile::encodeName(folder);
    lxw_workbook_options options{LXW_TRUE, scratch.data(), LXW_FALSE};
    WorkbookHandle workbook(workbook_new_opt(QFile::encodeName(path).constData(), &options));
    if (!workbook)
        return unwritable("no workbook");
    if (Result<void> rows = writeRows(workbook.get(), table, progress); !rows)
        return rows;
    const lxw_error error = workbook_close(workbook.release());
    return error == LXW_NO_ERROR ? Result<void>() : unwritable(QString::fromUtf8(lxw_strerror(error)));
}

Result<void> copyInto(const QString &from, QSaveFile &to) {
    QFile packed(from);
    if (!packed.open(QIODevice::ReadOnly))
        return unwritable(packed.errorString());
    while (!packed.atEnd()) {
        const QByteArray piece = packed.read(copiedAtOnce);
        if (piece.isEmpty() || to.write(piece) != piece.size())
            return unwritable(to.errorString());
    }
    return to.commit() ? Result<void>() : unwritable(to.errorString());
}
} // namespace

Result<void> writeXlsx(const Table &table, const QString &path, const Progress &progress) {
    if (Result<void> fit = fits(table); !fit)
        return fit;
    // The library writes where it is told, and leaves half a file when it fails.
    const QTemporaryDir folder;
    QSaveFile file(path);
    if (!folder.isValid() || !file.open(QIODevice::WriteOnly))
        return unwritable(folder.isValid() ? file.errorString() : folder.errorString());
    const QString packed = folder.filePath("table.xlsx");
    if (Result<void> written = pack(packed, folder.path(), table, progress); !written)
        return written;
    if (progress && !progress(table.rows.size(), table.rows.size())) // packing takes a while, and can't be stopped
        return canceled();
    return copyInto(packed, file);
}

} // namespace wemo::sheets
