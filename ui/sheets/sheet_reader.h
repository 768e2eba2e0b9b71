#pragma once
#include "ui/sheets/row_collector.h"
#include "ui/sheets/workbook.h"

namespace wemo::sheets {

/// The rows of one sheet.
class SheetReader final {
public:
    SheetReader(const Workbook &book, const Progress &progress)
        : m_book(book)
        , m_rows(progress) {}
    Result<Table> read(QIODevice &part);

private:
    Result<void> beginRow(QStringView place);
    Result<void> endRow();
    Result<void> readCell(QXmlStreamReader &xml);
    Result<QString> textOf(QStringView type, int style, const QString &value) const;

    const Workbook &m_book;
    RowCollector m_rows;
    QStringList m_row;
    qint64 m_rowNumber = 0; ///< from 1, of the row that is being read
};

} // namespace wemo::sheets
