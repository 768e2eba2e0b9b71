#include "ui/pages/sms/reply_model.h"

#include "ui/pages/sms/state_text.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/time_text.h"

namespace wemo::pages::sms {

ReplyModel::ReplyModel(ReplySource &source, std::function<Instant()> now, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_now(std::move(now))
    , m_loader(pageSize, [this](int page) { return m_cache.has(page); }) {
    connect(&m_loader, &ui::PageLoader::pageWanted, this, &ReplyModel::onPageWanted, Qt::QueuedConnection);
    // There is no outline of replies: they are read on from page to page.
    connect(&m_loader, &ui::PageLoader::outlineWanted, &m_loader, &ui::PageLoader::outlineFailed, Qt::QueuedConnection);
    connect(&m_loader, &ui::PageLoader::rowCountChanged, this, &ReplyModel::onRowCount);
}

int ReplyModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : m_rows;
}

int ReplyModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant ReplyModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Reply *reply = replyAt(index.row());
    if (role == ui::RowDelegate::loadedRole)
        return reply != nullptr;
    if (!reply)
        return {};
    if (role == Qt::ToolTipRole)
        return index.column() == At ? ui::dateAndTime(reply->at) : data(index, Qt::DisplayRole);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case At:
        return ui::shortTime(reply->at, m_now());
    case Number:
        return reply->maskedNumber;
    case Text:
        return reply->text.simplified();
    case Gateway:
        return gatewayName(reply->gateway);
    case MessageId:
        return reply->messageId ? idToString(*reply->messageId) : tr("No message known");
    default:
        return {};
    }
}

QVariant ReplyModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignVCenter | Qt::AlignLeft)) : QVariant();
    const QStringList titles{tr("Time"), tr("Number"), tr("Reply"), tr("Gateway"), tr("In answer to")};
    return titles.value(section);
}

void ReplyModel::setNumber(const QString &number) {
    if (number == m_number && m_status != Status::Failed)
        return;
    m_number = number;
    beginResetModel();
    m_cache.clear();
    m_rows = 0;
    endResetModel();
    m_status = Status::Loading;
    refresh();
}

void ReplyModel::refresh() {
    m_replacing = true;
    m_error.reset();
    m_loader.restart();
    Q_EMIT changed();
}

void ReplyModel::setVisibleRange(int first, int last) {
    for (int page = std::max(0, first) / pageSize; page <= std::max(0, last) / pageSize; ++page)
        m_cache.touch(page);
    if (!m_replacing)
        m_loader.setVisibleRange(first, last);
}

void ReplyModel::onPageWanted(const ui::PageRequest &request) {
    if (request.epoch != m_loader.epoch())
        return;
    m_source.page(m_number, request.cursor, request.limit)
        .then(this, [this, request](const ui::ApiResult<ReplyPage> &page) { onPage(request, page); });
}

void ReplyModel::onPage(const ui::PageRequest &request, const ui::ApiResult<ReplyPage> &page) {
    if (request.epoch != m_loader.epoch())
        return;
    if (!page) {
        m_loader.pageFailed(request);
        m_error = page.error();
        if (m_rows == 0)
            m_status = Status::Failed;
        return Q_EMIT changed();
    }
    const bool replaces = std::exchange(m_replacing, false);
    if (replaces) {
        beginResetModel();
        m_cache.clear();
        m_rows = static_cast<int>(page->items.size());
    }
    m_cache.put(request.page, page->items);
    m_status = Status::Ready;
    if (replaces)
        endResetModel();
    m_loader.pageLoaded(request, static_cast<int>(page->items.size()), page->nextCursor);
    const int first = request.page * pageSize;
    if (const int last = std::min(m_rows, first + static_cast<int>(page->items.size())) - 1; first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    Q_EMIT changed();
}

void ReplyModel::onRowCount(qint64 rows) {
    const int now = static_cast<int>(rows);
    if (m_replacing || now <= m_rows)
        return;
    beginInsertRows({}, m_rows, now - 1);
    m_rows = now;
    endInsertRows();
}

void ReplyModel::retranslate() {
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace wemo::pages::sms
