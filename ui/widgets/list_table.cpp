#include "ui/widgets/list_table.h"

#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

namespace wemo::ui {

namespace {
constexpr int cellPadding = 12;
} // namespace

ListTable::ListTable(QWidget *parent)
    : QTableView(parent) {
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    verticalHeader()->setMinimumSectionSize(metrics::compactRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setMinimumSectionSize(48);
    viewport()->setAttribute(Qt::WA_Hover);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ListTable::report);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (selectionModel()->selectedRows().size() <= 1) // else rows are being collected
            Q_EMIT opened(index);
    });
    setItemDelegate(new RowDelegate(RowDelegate::Kind::Text, this));
}

void ListTable::setModel(QAbstractItemModel *model) {
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &ListTable::report, Qt::QueuedConnection);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ListTable::report, Qt::QueuedConnection);
}

bool ListTable::isAtTop() const {
    return verticalScrollBar()->value() == 0;
}

void ListTable::keyPressEvent(QKeyEvent *event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        event->accept();
        Q_EMIT opened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void ListTable::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        Q_EMIT widthChanged(event->size().width());
    report();
}

bool ListTable::viewportEvent(QEvent *event) {
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
        hover(rowAt(static_cast<QHoverEvent *>(event)->position().toPoint().y()));
    else if (event->type() == QEvent::HoverLeave || event->type() == QEvent::Wheel)
        hover(-1);
    return QTableView::viewportEvent(event);
}

/// The whole row is one thing to click on, so all of it lights up.
void ListTable::hover(int row) {
    if (row == m_hovered)
        return;
    const int before = std::exchange(m_hovered, row);
    for (const int changed : {before, row})
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
}

void ListTable::rowsInserted(const QModelIndex &parent, int first, int last) {
    // What a person reads stays where it is when rows come in above it.
    const int value = verticalScrollBar()->value();
    const int top = rowAt(0);
    QTableView::rowsInserted(parent, first, last);
    if (value > 0 && first <= top)
        verticalScrollBar()->setValue(value + (last - first + 1) * verticalHeader()->defaultSectionSize());
}

void ListTable::report() {
    if (!model() || model()->rowCount() == 0)
        return;
    const int first = std::max(0, rowAt(0));
    const int end = rowAt(viewport()->height() - 1);
    Q_EMIT visibleRangeChanged(first, end < 0 ? model()->rowCount() - 1 : end);
    if (const bool atTop = isAtTop(); atTop != m_atTop) {
        m_atTop = atTop;
        Q_EMIT atTopChanged(atTop);
    }
}

RowDelegate::RowDelegate(Kind kind, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_kind(kind) {}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem row = option;
    // The whole row is the item: its selection shows the focus, and it is hovered as one.
    row.state &= ~(QStyle::State_HasFocus | QStyle::State_MouseOver);
    const auto *table = qobject_cast<const ListTable *>(option.widget);
    if (table && table->hoveredRow() == index.row() && !(row.state & QStyle::State_Selected))
        painter->fillRect(row.rect, Tokens::current().color(QStringLiteral("hover")));
    if (index.data(freshRole).toBool() && !(row.state & QStyle::State_Selected))
        painter->fillRect(row.rect, Tokens::current().toneTint(Tone::Info));
    if (const QVariant loaded = index.data(loadedRole); loaded.isValid() && !loaded.toBool())
        paintSkeleton(*painter, row, index);
    else if (m_kind == Kind::Pill)
        m_pill.paint(painter, row, index);
    else if (m_kind == Kind::Figure)
        m_figure.paint(painter, row, index);
    else
        paintText(*painter, row, index);
}

void RowDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString text = std::exchange(row.text, QString());
    const QWidget *view = option.widget;
    view->style()->drawControl(QStyle::CE_ItemViewItem, &row, &painter, view);
    const QRect cell = row.rect.adjusted(cellPadding, 0, -cellPadding, 0);
    const QFont font = m_kind == Kind::Monospace ? monospaceFont(TextSize::Small) : row.font;
    const bool selected = row.state & QStyle::State_Selected;
    painter.save();
    painter.setFont(font);
    painter.setPen(row.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter.drawText(cell, static_cast<int>(row.displayAlignment) | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, cell.width()));
    painter.restore();
}

void RowDelegate::paintSkeleton(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem row = option;
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, &painter, option.widget);
    const int width = option.rect.width() - 2 * cellPadding;
    // Widths differ from row to row as text does, and stay the same for a row.
    const int share = 45 + (index.row() * 37 + index.column() * 23) % 40;
    const QRect bar(option.rect.left() + cellPadding, option.rect.center().y() - 4, width * share / 100, 8);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Tokens::current().color(QStringLiteral("skeleton")));
    painter.drawRoundedRect(bar, 4, 4);
    painter.restore();
}

} // namespace wemo::ui
