#pragma once
#include "ui/widgets/tokens.h"

#include <QStyledItemDelegate>
#include <QWidget>

namespace wemo::ui {

/// A tinted pill with a word and a shape, so that a status is never told by colour alone.
struct Pill {
    Tone tone = Tone::Neutral;
    QString word;
};

void paintPill(QPainter &painter, const QRect &bounds, const Pill &pill, const QFont &font);
QSize pillSize(const Pill &pill, const QFont &font);

class StatusPill final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusPill)

public:
    explicit StatusPill(QWidget *parent = nullptr);
    void setPill(const Pill &pill);
    const Pill &pill() const { return m_pill; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Pill m_pill;
};

/// Paints the display text of a cell as a pill; the model gives the Tone (as int) in `toneRole`.
class StatusPillDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusPillDelegate)

public:
    static constexpr int toneRole = Qt::UserRole + 900;
    explicit StatusPillDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Right- or left-aligned figures with every digit as wide as the widest: columns of times and amounts stand still.
class FigureDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureDelegate)

public:
    explicit FigureDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace wemo::ui
