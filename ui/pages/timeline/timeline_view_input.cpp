// The part of TimelineView that listens to mouse and keys.
#include "ui/pages/timeline/interval_text.h"
#include "ui/pages/timeline/timeline_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace wemo::pages::timeline {

using namespace wemo::pricing;
using Grip = DraftMotion::Grip;

DraftMotion::Rules TimelineView::rules() const {
    constexpr double near = 8; // pixels
    return {m_now, defaultLeadTime, TimeAxis::step(m_scale.msPerPixel),
            Milliseconds(static_cast<qint64>(near * m_scale.msPerPixel))};
}

bool TimelineView::startMotion(int row, const Bar &bar, Grip grip) {
    if (!m_editable || bar.interval.state != IntervalState::Draft)
        return false;
    m_motion.emplace(m_rows.at(row).intervals(), bar.interval, grip, rules());
    m_motionRow = row;
    return true;
}

void TimelineView::finishMotion() {
    if (!m_motion)
        return;
    const DraftMotion done = *std::exchange(m_motion, std::nullopt);
    m_dragging = false;
    viewport()->update();
    announce();
    if (done.hasMoved())
        Q_EMIT draftMoved(done.original(), done.draft());
}

void TimelineView::cancelMotion() {
    m_motion.reset();
    m_dragging = false;
    m_pressed.reset();
    viewport()->update();
    announce();
}

// ---- mouse

void TimelineView::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return QAbstractScrollArea::mousePressEvent(event);
    if (m_motion)
        cancelMotion();
    const QPoint at = event->pos();
    const Hit hit = hitAt(at);
    m_pressed = at;
    if (hit.row >= 0)
        select(hit.row, hit.bar ? hit.bar->interval.id : 0, false);
    if (hit.bar && startMotion(hit.row, *hit.bar, hit.grip))
        m_dragging = true;
    else if (at.x() > nameWidth())
        m_panFrom = at;
}

void TimelineView::mouseMoveEvent(QMouseEvent *event) {
    const QPoint at = event->pos();
    if (!m_pressed)
        return followHover(at);
    if (m_dragging && m_motion) {
        const double moved = (at.x() - m_pressed->x()) * m_scale.msPerPixel;
        m_motion->dragTo(Milliseconds(static_cast<qint64>(moved)));
        return viewport()->update();
    }
    if (m_panning || (at - *m_pressed).manhattanLength() > 4) {
        m_panning = true;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (at.x() - m_panFrom.x()));
        m_panFrom = at;
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton || !m_pressed)
        return QAbstractScrollArea::mouseReleaseEvent(event);
    const bool moved = (m_motion && m_motion->hasMoved()) || m_panning;
    m_pressed.reset();
    m_panning = false;
    finishMotion();
    if (!moved && currentPlan() != 0 && hitAt(event->pos()).row >= 0)
        Q_EMIT opened(currentPlan(), m_interval);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event) {
    const Hit hit = hitAt(event->pos());
    if (hit.row >= 0 && !hit.bar && event->pos().x() > nameWidth() && m_editable)
        Q_EMIT draftRequested(m_rows.at(hit.row).plan.id);
}

void TimelineView::followHover(const QPoint &at) {
    const Hit hit = hitAt(at);
    const bool movable = hit.bar && m_editable && hit.bar->interval.state == IntervalState::Draft;
    Qt::CursorShape shape =
        hit.row >= 0 && (hit.bar || at.x() < nameWidth()) ? Qt::PointingHandCursor : Qt::ArrowCursor;
    if (movable)
        shape = hit.grip == Grip::Body ? Qt::OpenHandCursor : Qt::SizeHorCursor;
    viewport()->setCursor(shape);
}

void TimelineView::wheelEvent(QWheelEvent *event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            horizontalScrollBar()->setValue(horizontalScrollBar()->value() - event->angleDelta().y() -
                                            event->angleDelta().x());
            return event->accept();
        }
        return QAbstractScrollArea::wheelEvent(event);
    }
    const double x = std::max(0.0, event->position().x() - nameWidth());
    m_scale.zoom(std::pow(1.2, event->angleDelta().y() / 120.0), x);
    adjustBars();
    viewport()->update();
    event->accept();
    Q_EMIT rangeChanged();
}

bool TimelineView::viewportEvent(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Hit hit = hitAt(help->pos());
    if (hit.row < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), describe(m_rows.at(hit.row), hit.bar).join(u'\n'), viewport());
    return true;
}

// ---- keys

bool TimelineView::event(QEvent *event) {
    // While something is moved, Esc is about that and not about the page.
    if (event->type() == QEvent::ShortcutOverride && m_motion) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Left || key == Qt::Key_Right) {
            event->accept();
            return true;
        }
    }
    // Alt and the arrows are back and forward elsewhere.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const Bar *bar = currentBar();
        if (key->modifiers().testFlag(Qt::AltModifier) && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right) &&
            m_editable && bar && bar->interval.state == IntervalState::Draft) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool TimelineView::moveByKey(const QKeyEvent &event) {
    const int by = event.key() == Qt::Key_Left ? -1 : event.key() == Qt::Key_Right ? 1 : 0;
    const Bar *bar = currentBar();
    if (by == 0 || !event.modifiers().testFlag(Qt::AltModifier) || !bar)
        return false;
    const Grip grip = event.modifiers().testFlag(Qt::ShiftModifier) ? Grip::End : Grip::Body;
    if (!m_motion && !startMotion(m_row, *bar, grip))
        return false;
    m_motion->setGrip(grip);
    m_motion->nudge(by);
    viewport()->update();
    announce();
    return true;
}

void TimelineView::stepRow(int by) {
    const int row = std::clamp(m_row + by, 0, static_cast<int>(m_rows.size()) - 1);
    const Bar *from = currentBar();
    const bool isNow = !from || from->interval.contains(m_now);
    const Instant middle = isNow ? m_now : std::clamp(from->interval.from, range().first, range().second);
    const QList<Bar> &bars = m_rows.at(row).bars;
    const auto near = std::min_element(bars.begin(), bars.end(), [middle](const Bar &one, const Bar &other) {
        const auto distance = [middle](const Bar &bar) {
            return bar.interval.contains(middle) ? Milliseconds(0) : std::chrono::abs(bar.interval.from - middle);
        };
        return distance(one) < distance(other);
    });
    select(row, near == bars.end() ? 0 : near->interval.id, true);
}

void TimelineView::stepBar(int by) {
    const Row *row = currentRow();
    if (!row)
        return stepRow(0);
    qsizetype at = -1;
    for (qsizetype i = 0; i < row->bars.size(); ++i)
        if (row->bars.at(i).interval.id == m_interval)
            at = i;
    const qsizetype next = std::clamp<qsizetype>(at + by, -1, row->bars.size() - 1);
    select(m_row, next < 0 ? 0 : row->bars.at(next).interval.id, true);
}

void TimelineView::keyPressEvent(QKeyEvent *event) {
    if (m_rows.isEmpty() || moveByKey(*event))
        return;
    const int page = std::max(1, (viewport()->height() - axisHeight) / rowHeight - 1);
    switch (event->key()) {
    case Qt::Key_Escape:
        return m_motion ? cancelMotion() : QAbstractScrollArea::keyPressEvent(event);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_motion)
            return finishMotion();
        if (currentPlan() != 0)
            Q_EMIT opened(currentPlan(), m_interval);
        return;
    case Qt::Key_Up:
        return stepRow(-1);
    case Qt::Key_Down:
        return stepRow(m_row < 0 ? 0 : 1);
    case Qt::Key_PageUp:
        return stepRow(-page);
    case Qt::Key_PageDown:
        return stepRow(page);
    case Qt::Key_Left:
        return stepBar(-1);
    case Qt::Key_Right:
        return stepBar(1);
    case Qt::Key_Home:
        return stepBar(-1'000'000);
    case Qt::Key_End:
        return stepBar(1'000'000);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace wemo::pages::timeline
