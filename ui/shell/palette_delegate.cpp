#include "ui/shell/palette_delegate.h"

#include "ui/shell/palette_model.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

namespace wemo::ui {

PaletteDelegate::PaletteDelegate(QObject *parent)
    : QStyledItemDelegate(parent) {}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Tokens &tokens = Tokens::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.color("selection"));
        painter->drawRoundedRect(option.rect, metrics::radius, metrics::radius);
    }
    QRect box = option.rect.adjusted(12, 0, -12, 0);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, QRect(box.left(), box.center().y() - 8, 16, 16));
    box.setLeft(box.left() + 28);

    painter->setFont(uiFont(TextSize::Small));
    painter->setPen(tokens.color("text-muted"));
    const QString shortcut = index.data(PaletteModel::ShortcutRole).toString();
    painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, shortcut);
    box.setRight(box.right() - painter->fontMetrics().horizontalAdvance(shortcut) - 12);

    painter->setFont(uiFont());
    painter->setPen(tokens.color("text"));
    const QString title = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width());
    painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, title);
    box.setLeft(box.left() + painter->fontMetrics().horizontalAdvance(title) + 12);

    painter->setFont(uiFont(TextSize::Small));
    painter->setPen(tokens.color("text-muted"));
    const QString hint = index.data(PaletteModel::HintRole).toString();
    painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(hint, Qt::ElideRight, box.width()));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const {
    return {100, metrics::rowHeight};
}

} // namespace wemo::ui
