#include "ui/pages/sms/sms_log_model.h"

#include "ui/pages/sms/message_cells.h"
#include "ui/pages/sms/state_text.h"
#include "ui/widgets/status_pill.h"

namespace wemo::pages::sms {

using wemo::sms::Message;
using wemo::sms::MessageFilter;

namespace {
constexpr qint64 freshMs = 2'500;
} // namespace

SmsLogModel::SmsLogModel(MessageSource &source, std::function<Instant()> now, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_now(std::move(now))
    , m_loader(pageSize, [this](int page) { return m_cache.has(page); }) {
    // Queued: an answer that is there at once must not come back into the loader while it still decides.
    connect(&m_loader, &ui::PageLoader::pageWanted, this, &SmsLogModel::onPageWanted, Qt::QueuedConnection);
    connect(&m_loader, &ui::PageLoader::outlineWanted, this, &SmsLogModel::onOutlineWanted, Qt::QueuedConnection);
    connect(&m_loader, &ui::PageLoader::rowCountChanged, this, &SmsLogModel::onRowCount);
}

int SmsLogModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(total());
}

int SmsLogModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant SmsLogModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Message *message = messageAt(index.row());
    if (role == LoadedRole)
        return message != nullptr;
    if (!message)
        return {};
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(*message, column, m_now());
    case Qt::ToolTipRole:
        return cellToolTip(*message, column, m_now());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter) | int(isFigure(column) ? Qt::AlignRight : Qt::AlignLeft);
    case RawRole:
        return cellValue(*message, column);
    case FreshRole:
        return toMs(m_now()) - m_fresh.value(message->id, 0) < freshMs;
    case ui::StatusPillDelegate::toneRole:
        return static_cast<int>(stateTone(message->state));
    default:
        return {};
    }
}

QVariant SmsLogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter) | int(isFigure(column) ? Qt::AlignRight : Qt::AlignLeft);
    return {};
}

const Message *SmsLogModel::messageAt(int row) const {
    return row < m_head.size() ? (row < 0 ? nullptr : &m_head.at(row)) : m_cache.find(row - m_head.size());
}

int SmsLogModel::rowOf(Id id) const {
    for (qsizetype i = 0; i < m_head.size(); ++i)
        if (m_head.at(i).id == id)
            return static_cast<int>(i);
    const qint64 row = m_cache.indexOf([id](const Message &message) { return message.id == id; });
    return row < 0 || row >= m_rows ? -1 : static_cast<int>(row + m_head.size());
}

void SmsLogModel::setFilter(const MessageFilter &filter) {
    m_filter = filter;
    beginResetModel();
    m_cache.clear();
    m_head.clear();
    m_rows = 0;
    m_estimate = 0;
    m_status = Status::Loading;
    endResetModel();
    refresh();
}

void SmsLogModel::refresh() {
    m_wasComplete = isComplete();
    m_replacing = true;
    m_early.clear();
    m_unseen.clear();
    m_error.reset();
    if (m_status == Status::Failed)
        m_status = Status::Loading;
    m_loader.restart();
    Q_EMIT changed();
}

void SmsLogModel::retry() {
    if (m_status == Status::Failed || m_replacing)
        return refresh();
    m_error.reset();
    m_loader.retry();
    Q_EMIT changed();
}

void SmsLogModel::setVisibleRange(int first, int last) {
    const qint64 shift = m_head.size();
    for (qint64 page = std::max<qint64>(0, first - shift) / pageSize;
         page <= std::max<qint64>(0, last - shift) / pageSize; ++page)
        m_cache.touch(static_cast<int>(page));
    if (!m_replacing)
        m_loader.setVisibleRange(first - shift, last - shift);
}

void SmsLogModel::onPageWanted(const ui::PageRequest &request) {
    if (request.epoch != m_loader.epoch())
        return;
    m_source.page(m_filter, request.cursor, request.limit)
        .then(this, [this, request](const ui::ApiResult<MessagePage> &page) { onPage(request, page); });
}

void SmsLogModel::onOutlineWanted(quint64 epoch) {
    if (epoch != m_loader.epoch())
        return;
    m_source.outline(m_filter, pageSize).then(this, [this, epoch](const ui::ApiResult<ui::ListOutline> &outline) {
        if (!outline) {
            if (m_loader.outlineFailed(epoch))
                fail(outline.error());
            return;
        }
        if (m_loader.outlineLoaded(epoch, *outline))
            m_estimate = outline->isExact ? outline->total : outline->estimate;
        Q_EMIT changed();
    });
}

void SmsLogModel::onPage(const ui::PageRequest &request, const ui::ApiResult<MessagePage> &page) {
    if (request.epoch != m_loader.epoch())
        return;
    if (!page) {
        m_loader.pageFailed(request);
        return fail(page.error());
    }
    if (m_replacing)
        return replaceAll(request, *page);
    m_cache.put(request.page, page->items);
    m_loader.pageLoaded(request, static_cast<int>(page->items.size()), page->nextCursor);
    const int first = static_cast<int>(qint64(request.page) * pageSize + m_head.size());
    const int last = std::min(rowCount(), first + static_cast<int>(page->items.size())) - 1;
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    Q_EMIT changed();
}

void SmsLogModel::replaceAll(const ui::PageRequest &request, const MessagePage &page) {
    beginResetModel();
    m_cache.clear();
    m_head.clear();
    m_cache.put(0, page.items);
    m_loader.pageLoaded(request, static_cast<int>(page.items.size()), page.nextCursor);
    m_rows = m_loader.rowCount();
    m_replacing = false;
    m_status = Status::Ready;
    m_error.reset();
    endResetModel();
    for (const Message &message : std::exchange(m_early, {}))
        applyLive(message);
    Q_EMIT changed();
}

void SmsLogModel::onRowCount(qint64 rows) {
    if (m_replacing || rows == m_rows)
        return;
    const int head = static_cast<int>(m_head.size());
    const int from = static_cast<int>(m_rows);
    const int to = static_cast<int>(rows);
    if (to > from) {
        beginInsertRows({}, head + from, head + to - 1);
        m_rows = rows;
        endInsertRows();
    } else {
        beginRemoveRows({}, head + to, head + from - 1);
        m_rows = rows;
        endRemoveRows();
    }
}

void SmsLogModel::fail(const ui::ApiError &error) {
    m_error = error;
    if (total() == 0)
        m_status = Status::Failed;
    Q_EMIT changed();
}

void SmsLogModel::tick() {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Created), index(rowCount() - 1, Created), {Qt::DisplayRole});
}

void SmsLogModel::retranslate() {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace wemo::pages::sms
