#include "ui/sheets/cell_value.h"
#include "ui/sheets/file_bytes.h"
#include "ui/sheets/row_collector.h"
#include "ui/sheets/row_writer.h"
#include "ui/sheets/xlsx.h"

#include <xlsxwriter.h>

#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <algorithm>

namespace wemo::sheets {

namespace {
constexpr double columnWidth = 14; ///< characters
constexpr qint64 copiedAtOnce = 1 << 20;

struct WorkbookDeleter {
    void operator()(lxw_workbook *workbook) const { lxw_workbook_free(workbook); }
};
using WorkbookHandle = std::unique_ptr<lxw_workbook, WorkbookDeleter>;

Failure tooManyColumns() {
    return failure(ErrorKind::TooLarge, "too-many-columns",
                   QString("A sheet has at most %1 columns.").arg(mostColumns));
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
/// The library keeps the rows in a file of its own and packs them in the end; it writes where it is told and leaves
/// half a file when it fails, so that it is told a place that goes away.
class XlsxRows final : public RowWriter {
public:
    explicit XlsxRows(const QString &path)
        : m_file(path) {}

    Result<void> open(const QStringList &header) {
        if (!m_folder.isValid() || !m_file.open(QIODevice::WriteOnly))
            return unwritable(m_folder.isValid() ? m_file.errorString() : m_folder.errorString());
        QByteArray scratch = QFile::encodeName(m_folder.path());
        lxw_workbook_options options{LXW_TRUE, scratch.data(), LXW_FALSE};
        m_workbook.reset(workbook_new_opt(QFile::encodeName(packed()).constData(), &options));
        m_sheet = m_workbook ? workbook_add_worksheet(m_workbook.get(), nullptr) : nullptr;
        lxw_format *bold = m_sheet ? workbook_add_format(m_workbook.get()) : nullptr;
        if (!bold)
            return unwritable("no memory");
        format_set_bold(bold);
        worksheet_freeze_panes(m_sheet, 1, 0);
        worksheet_set_column(m_sheet, 0, LXW_COL_MAX - 1, columnWidth, nullptr);
        // "007" is meant to be text.
        worksheet_ignore_errors(m_sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
        return write(header, bold);
    }

    Result<void> add(const QStringList &row) override { return write(row, nullptr); }

    Result<void> commit() override {
        const lxw_error error = workbook_close(m_workbook.release());
        return error == LXW_NO_ERROR ? copyInto(packed(), m_file) : unwritable(QString::fromUtf8(lxw_strerror(error)));
    }

private:
    QString packed() const { return m_folder.filePath("table.xlsx"); }

    Result<void> write(const QStringList &row, lxw_format *format) {
        if (m_next >= lxw_row_t(mostRows))
            return tooManyRows();
        if (row.size() > mostColumns)
            return tooManyColumns();
        return writeRow(m_sheet, m_next++, row, format);
    }

    QTemporaryDir m_folder;
    QSaveFile m_file;
    WorkbookHandle m_workbook;
    lxw_worksheet *m_sheet = nullptr; ///< the workbook's
    lxw_row_t m_next = 0;
};

Result<void> fits(const Table &table) {
    if (table.rows.size() >= mostRows)
        return tooManyRows();
    const auto isWide = [](const QStringList &row) { return row.size() > mostColumns; };
    const bool wide = isWide(table.header) || std::any_of(table.rows.begin(), table.rows.end(), isWide);
    return wide ? Result<void>(tooManyColumns()) : Result<void>();
}
} // namespace

Result<std::unique_ptr<RowWriter>> openXlsxRows(const QString &path, const QStringList &header) {
    auto rows = std::make_unique<XlsxRows>(path);
    if (Result<void> opened = rows->open(header); !opened)
        return Failure(opened.error());
    return std::unique_ptr<RowWriter>(std::move(rows));
}

Result<void> writeXlsx(const Table &table, const QString &path, const Progress &progress) {
    if (Result<void> fit = fits(table); !fit)
        return fit;
    const Result<std::unique_ptr<RowWriter>> rows = openXlsxRows(path, table.header);
    if (!rows)
        return Failure(rows.error());
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        if (Result<void> step = (*rows)->add(table.rows[row]); !step)
            return step;
        if (!goesOn(progress, row + 1, table.rows.size()))
            return canceled();
    }
    if (progress && !progress(table.rows.size(), table.rows.size())) // packing takes a while, and can't be stopped
        return canceled();
    return (*rows)->commit();
}

} // namespace wemo::sheets
