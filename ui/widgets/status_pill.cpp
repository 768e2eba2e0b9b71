#include "ui/widgets/status_pill.h"

#include <QPainter>
#include <QPainterPath>

namespace wemo::ui {

namespace {
constexpr int pillHeight = 22;
constexpr int shapeSize = 8;
constexpr int sidePadding = 8;
constexpr int gap = 6;

/// A shape of its own for each tone: it stays readable without colour.
void paintShape(QPainter &painter, const QRectF &box, Tone tone) {
    const QPointF c = box.center();
    const qreal r = box.width() / 2;
    QPen pen(painter.brush().color(), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    switch (tone) {
    case Tone::Neutral:
        painter.setPen(pen);
        painter.drawLine(QPointF(c.x() - r + 1, c.y()), QPointF(c.x() + r - 1, c.y()));
        break;
    case Tone::Info:
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    case Tone::Progress:
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawArc(box.adjusted(0.8, 0.8, -0.8, -0.8), 30 * 16, 250 * 16);
        break;
    case Tone::Success:
        painter.setPen(pen);
        painter.drawPolyline(QPolygonF{
            {c.x() - r + 0.5, c.y() + 0.3}, {c.x() - 0.8, c.y() + r - 1.2}, {c.x() + r - 0.3, c.y() - r + 1.4}});
        break;
    case Tone::Warning:
        painter.drawPolygon(QPolygonF{{c.x(), c.y() - r}, {c.x() + r, c.y() + r - 0.6}, {c.x() - r, c.y() + r - 0.6}});
        break;
    case Tone::Danger:
        painter.setPen(pen);
        painter.drawLine(box.topLeft() + QPointF(1.2, 1.2), box.bottomRight() - QPointF(1.2, 1.2));
        painter.drawLine(box.topRight() + QPointF(-1.2, 1.2), box.bottomLeft() + QPointF(1.2, -1.2));
        break;
    }
}

QFont pillFont(const QFont &base) {
    QFont font = base;
    font.setPixelSize(pixelSize(TextSize::Small));
    font.setWeight(QFont::Medium);
    return font;
}
} // namespace

QSize pillSize(const Pill &pill, const QFont &font) {
    const int text = QFontMetrics(pillFont(font)).horizontalAdvance(pill.word);
    return {sidePadding + shapeSize + gap + text + sidePadding + 2, pillHeight};
}

void paintPill(QPainter &painter, const QRect &bounds, const Pill &pill, const QFont &font) {
    const Tokens &tokens = Tokens::current();
    QSize size = pillSize(pill, font);
    size.setWidth(std::min(size.width(), bounds.width()));
    const QRect box(QPoint(bounds.left(), bounds.center().y() - pillHeight / 2 + 1), size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.toneTint(pill.tone));
    painter.drawRoundedRect(box, pillHeight / 2.0, pillHeight / 2.0);
    painter.setBrush(tokens.toneText(pill.tone));
    paintShape(painter,
               QRectF(box.left() + sidePadding, box.center().y() - shapeSize / 2.0 + 0.5, shapeSize, shapeSize),
               pill.tone);
    painter.setFont(pillFont(font));
    painter.setPen(tokens.toneText(pill.tone));
    const QRect text = box.adjusted(sidePadding + shapeSize + gap, 0, -sidePadding + 2, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(pill.word, Qt::ElideRight, text.width()));
    painter.restore();
}

StatusPill::StatusPill(QWidget *parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusPill::setPill(const Pill &pill) {
    m_pill = pill;
    setAccessibleName(pill.word);
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const {
    return pillSize(m_pill, font());
}

void StatusPill::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    paintPill(painter, rect(), m_pill, font());
}

} // namespace wemo::ui
