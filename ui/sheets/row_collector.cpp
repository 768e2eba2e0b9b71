#include "ui/sheets/row_collector.h"

#include <algorithm>

namespace wemo::sheets {

namespace {
constexpr qint64 progressEvery = 1000; ///< rows
}

Result<void> RowCollector::add(QStringList row) {
    if (++m_rows > mostRows)
        return tooManyRows();
    while (!row.isEmpty() && row.back().isEmpty())
        row.removeLast();
    m_cells += row.isEmpty() ? 0 : std::max(row.size(), m_table.header.size());
    if (m_cells > mostCells)
        return failure(ErrorKind::TooLarge, "too-large", "The sheet has more cells than are read here.");
    if (!goesOn(m_progress, m_rows, 0))
        return canceled();
    if (m_rows == 1) {
        m_table.header = std::move(row);
        return {};
    }
    while (!row.isEmpty() && row.size() < m_table.header.size())
        row.append(QString());
    m_table.rows.append(std::move(row));
    return {};
}

Table RowCollector::take() {
    while (!m_table.rows.isEmpty() && m_table.rows.back().isEmpty())
        m_table.rows.removeLast();
    return std::move(m_table);
}

bool goesOn(const Progress &progress, qint64 done, qint64 total) {
    return !progress || done % progressEvery != 0 || progress(done, total);
}

Failure canceled() {
    return failure(ErrorKind::Canceled, "canceled", "It was stopped.");
}

Failure tooManyRows() {
    return failure(ErrorKind::TooLarge, "too-many-rows", QString("A sheet has at most %1 rows.").arg(mostRows));
}

} // namespace wemo::sheets
