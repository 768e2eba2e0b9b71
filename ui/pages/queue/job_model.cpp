#include "ui/pages/queue/job_model.h"

#include "ui/pages/queue/job_cells.h"

namespace wemo::pages::queue {

using wemo::queue::JobFilter;
using wemo::queue::JobPage;
using wemo::queue::JobRow;

namespace {
constexpr int nearEnd = 20; ///< rows below the visible ones
} // namespace

JobModel::JobModel(JobSource &source, std::function<Instant()> now, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_now(std::move(now)) {}

int JobModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JobModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant JobModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const JobRow &job = m_rows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(job, column, m_now());
    case Qt::ToolTipRole:
        return cellToolTip(job, column, m_now());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter) | int(isFigure(column) ? Qt::AlignRight : Qt::AlignLeft);
    case rawRole:
        return cellValue(job, column);
    default:
        return {};
    }
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column, m_filter.state.value_or(wemo::queue::JobState::Waiting));
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter) | int(isFigure(column) ? Qt::AlignRight : Qt::AlignLeft);
    return {};
}

const JobRow *JobModel::jobAt(int row) const {
    return row < 0 || row >= m_rows.size() ? nullptr : &m_rows.at(row);
}

int JobModel::rowOf(const QString &id) const {
    return m_rowOf.value(id, -1);
}

void JobModel::setQuery(const QString &queue, const JobFilter &filter) {
    m_queue = queue;
    m_filter = filter;
    m_status = Status::Loading;
    m_error.reset();
    m_total = m_scanned = 0;
    m_cursor.clear();
    replaceRows({});
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    refresh();
}

void JobModel::refresh() {
    if (m_queue.isEmpty())
        return;
    if (m_status == Status::Failed)
        m_status = Status::Loading;
    ask({});
}

void JobModel::searchOn() {
    if (hasMore() && !m_asking)
        ask(m_cursor);
}

void JobModel::setVisibleRange(int, int last) {
    if (m_status == Status::Ready && !m_error && !isPaused() && !isFull() && last + nearEnd >= m_rows.size())
        searchOn();
}

void JobModel::ask(const QString &cursor) {
    m_asking = true;
    const bool first = cursor.isEmpty();
    m_source.jobs(m_queue, m_filter, cursor, pageSize)
        .then(this, [this, first, epoch = ++m_epoch](const ui::ApiResult<JobPage> &page) {
            if (epoch == m_epoch)
                onPage(first, page);
        });
    if (m_asking)
        Q_EMIT changed();
}

void JobModel::onPage(bool first, const ui::ApiResult<JobPage> &page) {
    m_asking = false;
    if (!page) {
        m_error = page.error();
        if (m_rows.isEmpty())
            m_status = Status::Failed;
        return Q_EMIT changed();
    }
    m_error.reset();
    m_status = Status::Ready;
    m_cursor = page->nextCursor;
    m_total = page->total;
    m_scanned = page->scanned;
    m_pausedAtLimit = page->items.size() < pageSize;
    if (first)
        replaceRows(page->items);
    else
        appendRows(page->items);
    Q_EMIT changed();
}

/// Where the same jobs stand in the same places, their rows change in place: a selection and a place to read at outlive
/// the refresh.
void JobModel::replaceRows(QList<JobRow> rows) {
    const bool same =
        rows.size() == m_rows.size() && std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(),
                                                   [](const JobRow &a, const JobRow &b) { return a.id == b.id; });
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_rowOf.clear();
    for (int row = 0; row < m_rows.size(); ++row)
        m_rowOf.insert(m_rows.at(row).id, row);
    endResetModel();
}

/// Jobs move while one reads on: what is here already is not listed twice.
void JobModel::appendRows(const QList<JobRow> &rows) {
    QList<JobRow> added;
    for (const JobRow &row : rows)
        if (!m_rowOf.contains(row.id))
            added.append(row);
    if (added.isEmpty())
        return;
    const int from = rowCount();
    beginInsertRows({}, from, from + static_cast<int>(added.size()) - 1);
    for (const JobRow &row : std::as_const(added)) {
        m_rowOf.insert(row.id, static_cast<int>(m_rows.size()));
        m_rows.append(row);
    }
    endInsertRows();
}

void JobModel::tick() {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Took), {Qt::DisplayRole});
}

void JobModel::retranslate() {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace wemo::pages::queue
