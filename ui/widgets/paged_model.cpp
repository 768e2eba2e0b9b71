#include "ui/widgets/paged_model.h"

namespace wemo::ui {

namespace {
constexpr int nearEnd = 30; ///< rows below the visible ones
} // namespace

PagedModel::PagedModel(QObject *parent)
    : QAbstractTableModel(parent) {}

void PagedModel::restart() {
    m_status = Status::Loading;
    m_error.reset();
    m_cursor.clear();
    clearRows();
    ask({}, pageSize);
    Q_EMIT changed();
}

void PagedModel::refresh() {
    if (m_status == Status::Failed)
        m_status = Status::Loading;
    const int pages = std::max(1, (rowCount() + pageSize - 1) / pageSize);
    ask({}, std::min(mostAtOnce, pages * pageSize));
    Q_EMIT changed();
}

void PagedModel::setVisibleRange(int, int last) {
    if (m_status == Status::Ready && !m_error && !m_busy && hasMore() && !isFull() && last + nearEnd >= rowCount())
        ask(m_cursor, pageSize);
}

quint64 PagedModel::begin() {
    m_busy = true;
    return ++m_epoch;
}

void PagedModel::fail(const ApiError &error) {
    m_busy = false;
    m_error = error;
    if (rowCount() == 0)
        m_status = Status::Failed;
    Q_EMIT changed();
}

void PagedModel::finish(const QString &nextCursor) {
    m_busy = false;
    m_error.reset();
    m_cursor = nextCursor;
    m_status = Status::Ready;
    Q_EMIT changed();
}

void PagedModel::tick(int column) {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole});
}

void PagedModel::retranslate() {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace wemo::ui
