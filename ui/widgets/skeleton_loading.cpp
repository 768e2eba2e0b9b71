#include "ui/widgets/skeleton_loading.h"

#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QTimerEvent>

namespace wemo::ui {

namespace {
constexpr int patienceMs = 150;
constexpr double widths[] = {0.62, 0.48, 0.70, 0.55, 0.40, 0.66};
} // namespace

SkeletonLoading::SkeletonLoading(QWidget *parent)
    : QWidget(parent) {
    setAccessibleName(tr("Loading"));
}

void SkeletonLoading::showEvent(QShowEvent *event) {
    m_visibleNow = false;
    if (m_timer)
        killTimer(m_timer);
    m_timer = startTimer(patienceMs);
    QWidget::showEvent(event);
}

void SkeletonLoading::timerEvent(QTimerEvent *event) {
    if (event->timerId() != m_timer)
        return;
    killTimer(m_timer);
    m_timer = 0;
    m_visibleNow = true;
    update();
}

void SkeletonLoading::paintEvent(QPaintEvent *) {
    if (!m_visibleNow)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Tokens::current().color("skeleton"));
    int row = 0;
    for (int y = 12; y + 12 < height(); y += metrics::rowHeight, ++row) {
        const double part = widths[static_cast<std::size_t>(row) % std::size(widths)];
        painter.drawRoundedRect(QRectF(12, y, 96, 12), 4, 4);
        painter.drawRoundedRect(QRectF(132, y, (width() - 260) * part, 12), 4, 4);
        painter.drawRoundedRect(QRectF(width() - 92, y, 80, 12), 4, 4);
    }
}

} // namespace wemo::ui
