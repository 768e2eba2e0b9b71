#pragma once
#include "ui/sheets/table.h"

namespace wemo::sheets {

/// Rows of a file on their way into a table: the first becomes the header, all are held against the limits, somebody
/// is told how far it is.
class RowCollector final {
public:
    explicit RowCollector(const Progress &progress)
        : m_progress(progress) {}

    /// Errors: too-many-rows, too-large (cells in all), canceled.
    Result<void> add(QStringList row);
    /// Rows as long as the header or longer, none that are empty at the end; one that is empty altogether has no cells.
    Table take();

private:
    const Progress &m_progress;
    Table m_table;
    qint64 m_rows = 0;
    qint64 m_cells = 0;
};

/// Whether it goes on; asks now and then only.
bool goesOn(const Progress &progress, qint64 done, qint64 total);
Failure canceled();
Failure tooManyRows();

} // namespace wemo::sheets
