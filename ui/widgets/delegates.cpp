#include "ui/widgets/status_pill.h"

#include <QApplication>
#include <QPainter>

namespace wemo::ui {

namespace {
constexpr int cellPadding = 12;

/// Background, selection and focus as the style paints them, without the text.
void paintCell(QPainter *painter, QStyleOptionViewItem option) {
    option.text.clear();
    option.icon = {};
    option.features &= ~QStyleOptionViewItem::HasDisplay;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
}

int digitWidth(const QFontMetrics &metrics) {
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

int figuresWidth(const QFontMetrics &metrics, const QString &text) {
    const int digit = digitWidth(metrics);
    int width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? digit : metrics.horizontalAdvance(c);
    return width;
}
} // namespace

StatusPillDelegate::StatusPillDelegate(QObject *parent)
    : QStyledItemDelegate(parent) {}

void StatusPillDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintCell(painter, item);
    if (!item.text.isEmpty())
        paintPill(*painter, item.rect.adjusted(cellPadding - 4, 0, -4, 0),
                  {static_cast<Tone>(index.data(toneRole).toInt()), item.text}, item.font);
}

QSize StatusPillDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    return pillSize({Tone::Neutral, index.data().toString()}, option.font) + QSize(2 * cellPadding, 8);
}

FigureDelegate::FigureDelegate(QObject *parent)
    : QStyledItemDelegate(parent) {}

void FigureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintCell(painter, item);
    const QRect box = item.rect.adjusted(cellPadding, 0, -cellPadding, 0);
    const int digit = digitWidth(item.fontMetrics);
    const bool right = item.displayAlignment & Qt::AlignRight;
    int x = right ? box.right() + 1 - figuresWidth(item.fontMetrics, item.text) : box.left();
    const int y = box.center().y() + (item.fontMetrics.ascent() - item.fontMetrics.descent()) / 2 + 1;
    painter->save();
    painter->setClipRect(box);
    painter->setFont(item.font);
    painter->setPen(
        item.palette.color(item.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));
    for (const QChar c : std::as_const(item.text)) {
        const int advance = item.fontMetrics.horizontalAdvance(c);
        const int cell = c.isDigit() ? digit : advance;
        painter->drawText(x + (cell - advance) / 2, y, QString(c));
        x += cell;
    }
    painter->restore();
}

QSize FigureDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    return {figuresWidth(option.fontMetrics, index.data().toString()) + 2 * cellPadding, metrics::rowHeight};
}

} // namespace wemo::ui
