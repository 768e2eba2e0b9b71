#include "ui/pages/simulator/stack_table.h"

#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QPainter>

namespace wemo::pages::simulator {

namespace {
constexpr int stepHeight = 48; // two lines
constexpr int padding = 12;
constexpr int figureWidth = 136;
constexpr int differenceWidth = 104;
constexpr int narrowestStep = 200;
constexpr int lineGap = 2;

void drawLine(QPainter &painter, const QRect &where, const QFont &font, const QColor &color, int alignment,
              const QString &text) {
    painter.setFont(font);
    painter.setPen(color);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, where.width());
    painter.drawText(where, alignment | Qt::AlignVCenter, shown);
}
} // namespace

StackTable::StackTable(QWidget *parent)
    : QTableView(parent) {
    setObjectName(QStringLiteral("stackTable"));
    setModel(&m_model);
    setItemDelegate(new StackDelegate(this));
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(stepHeight);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &StackTable::layOut);
}

void StackTable::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    layOut();
}

void StackTable::layOut() {
    int figures = 0;
    for (int column = 1; column < m_model.columnCount(); ++column) {
        setColumnWidth(column, column == StackModel::Last ? differenceWidth : figureWidth);
        figures += columnWidth(column);
    }
    setColumnWidth(StackModel::Step, std::max(narrowestStep, viewport()->width() - figures));
}

StackDelegate::StackDelegate(QObject *parent)
    : QStyledItemDelegate(parent) {}

void StackDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const ui::Tokens &tokens = ui::Tokens::current();
    const bool isTotal = index.data(StackModel::totalRole).toBool();
    const bool isDifferent = index.data(StackModel::differentRole).toBool();
    const bool isSelected = option.state & QStyle::State_Selected;
    const int alignment = index.data(Qt::TextAlignmentRole).toInt() & int(Qt::AlignHorizontal_Mask);
    painter->save();
    painter->fillRect(option.rect, tokens.color(isSelected    ? "selection"
                                                : isDifferent ? "warning-tint"
                                                              : (isTotal ? "sunken" : "surface")));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      tokens.color("hairline"));
    const QFont font = isTotal ? ui::uiFont(ui::TextSize::Heading, QFont::DemiBold) : ui::uiFont();
    const QString detail = index.data(StackModel::detailRole).toString();
    const QRect inside = option.rect.adjusted(padding, 0, -padding, -1);
    const QFont small = ui::uiFont(ui::TextSize::Small);
    const int height = QFontMetrics(font).height() + (detail.isEmpty() ? 0 : QFontMetrics(small).height() + lineGap);
    QRect line(inside.left(), inside.top() + (inside.height() - height) / 2, inside.width(),
               QFontMetrics(font).height());
    const QColor text = tokens.color(isSelected ? "on-selection" : isDifferent ? "warning-text" : "text");
    drawLine(*painter, line, font, index.column() == StackModel::Step && !isSelected ? tokens.color("text") : text,
             alignment, index.data().toString());
    line.moveTop(line.bottom() + 1 + lineGap);
    line.setHeight(QFontMetrics(small).height());
    if (!detail.isEmpty())
        drawLine(*painter, line, small,
                 isDifferent && !isSelected ? tokens.color("warning-text") : tokens.color("text-muted"), alignment,
                 detail);
    painter->restore();
}

QSize StackDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const {
    return {figureWidth, stepHeight};
}

} // namespace wemo::pages::simulator
