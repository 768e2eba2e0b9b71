#include "ui/pages/campaigns/sheet_view.h"
#include "ui/widgets/tokens.h"

#include <QLineEdit>
#include <QPainter>

namespace wemo::pages::campaigns {

namespace {
constexpr int padding = 10;
constexpr int corner = 8;
constexpr int gap = 8;

void paintBackground(QPainter &painter, const QStyleOptionViewItem &option, bool changed, bool wrong) {
    const ui::Tokens &tokens = ui::Tokens::current();
    const QRect &cell = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const char *fill = selected ? "selection" : wrong ? "danger-tint" : changed ? "accent-tint" : "surface";
    painter.fillRect(cell, tokens.color(fill));
    painter.setPen(tokens.color("hairline"));
    painter.drawLine(cell.bottomLeft(), cell.bottomRight());
    painter.drawLine(cell.topRight(), cell.bottomRight());
    if (!changed)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.color(wrong ? "danger-text" : "accent"));
    painter.drawPolygon(
        QPolygon{{cell.topLeft(), cell.topLeft() + QPoint(corner, 0), cell.topLeft() + QPoint(0, corner)}});
}

void paintFocus(QPainter &painter, const QRect &cell) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ui::Tokens::current().color("focus"), 2));
    painter.drawRect(cell.adjusted(1, 1, -2, -2));
}
} // namespace

void SheetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const ui::Tokens &tokens = ui::Tokens::current();
    const bool changed = index.data(SheetModel::ChangedRole).toBool();
    const bool wrong = !index.data(SheetModel::FaultRole).toString().isEmpty();
    painter->save();
    paintBackground(*painter, option, changed, wrong);
    QRect text = option.rect.adjusted(padding, 0, -padding, -1);
    if (wrong) {
        painter->setFont(ui::uiFont(ui::TextSize::Body, QFont::Bold));
        painter->setPen(tokens.color("danger-text"));
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("!"));
        text.setLeft(text.left() + padding);
    }
    const QFont font = ui::uiFont(ui::TextSize::Body, changed ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(tokens.color(wrong ? "danger-text" : changed ? "accent-text" : "text"));
    const QString now = index.data(Qt::DisplayRole).toString();
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QFontMetrics metrics(font);
    painter->drawText(text, int(alignment), metrics.elidedText(now, Qt::ElideRight, text.width()));
    const QString old = index.data(SheetModel::OldRole).toString();
    QFont struck = ui::uiFont(ui::TextSize::Small);
    struck.setStrikeOut(true);
    const int room = text.width() - metrics.horizontalAdvance(now) - gap;
    if (changed && !old.isEmpty() && !index.data(SheetModel::TextRole).toBool() &&
        QFontMetrics(struck).horizontalAdvance(old) <= room) {
        painter->setFont(struck);
        painter->setPen(tokens.color("text-muted"));
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, old);
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocus(*painter, option.rect);
    painter->restore();
}

QWidget *SheetDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const {
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setAccessibleName(tr("New value"));
    editor->setStyleSheet(QStringLiteral("border-radius: 0; min-height: 0; padding: 0 8px;"));
    editor->setAlignment(Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
    return editor;
}

void SheetDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex &) const {
    editor->setGeometry(option.rect);
}

} // namespace wemo::pages::campaigns
