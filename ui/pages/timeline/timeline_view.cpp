#include "ui/pages/timeline/timeline_view.h"

#include "ui/pages/pricing/catalog_names.h"
#include "ui/pages/pricing/pricing_text.h"
#include "ui/pages/timeline/interval_text.h"
#include "ui/pages/timeline/timeline_accessible.h"
#include "ui/widgets/tokens.h"

#include <QScrollBar>

#include <algorithm>

namespace wemo::pages::timeline {

using namespace wemo::pricing;

namespace {
constexpr int widestName = 248;
constexpr int narrowestName = 184;
constexpr int laneTop[] = {4, 26};
constexpr int laneHeight[] = {20, 18};
constexpr int smallestBar = 3; ///< pixels: nothing that is there is invisible
constexpr std::chrono::hours day{24};
constexpr int openEnd = 100'000;
} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_body(ui::uiFont(ui::TextSize::Body))
    , m_small(ui::uiFont(ui::TextSize::Small))
    , m_strong(ui::uiFont(ui::TextSize::Body, QFont::DemiBold))
    , m_mono(ui::monospaceFont(ui::TextSize::Small)) {
    TimelineAccessible::install();
    setObjectName(QStringLiteral("timelineView"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Timeline"));
}

int TimelineView::nameWidth() const {
    return std::clamp(viewport()->width() / 4, narrowestName, widestName);
}

void TimelineView::setRows(const QList<Row> &rows, Instant now) {
    const Id plan = currentPlan();
    const Id interval = m_interval;
    const Id moving = m_motion ? m_motion->draft().id : 0;
    m_rows = rows;
    m_now = now;
    m_span = spanOf(m_rows, now);
    m_row = -1;
    m_interval = 0;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).plan.id != plan)
            continue;
        m_row = row;
        m_interval = m_rows.at(row).bar(interval) ? interval : 0;
    }
    if (m_motion) {
        const auto at =
            std::find_if(m_rows.begin(), m_rows.end(), [moving](const Row &row) { return row.bar(moving); });
        m_motionRow = static_cast<int>(at - m_rows.begin());
        if (at == m_rows.end())
            cancelMotion();
    }
    if (!m_placed && viewport()->width() > 200 && !m_rows.isEmpty())
        showRange(now - 150 * day, now + 120 * day);
    adjustBars();
    viewport()->update();
}

void TimelineView::setNow(Instant now) {
    m_now = now;
    viewport()->update();
}

void TimelineView::setStale(bool stale) {
    m_stale = stale;
    viewport()->update();
}

const Row *TimelineView::currentRow() const {
    return m_row >= 0 && m_row < m_rows.size() ? &m_rows.at(m_row) : nullptr;
}
const Bar *TimelineView::currentBar() const {
    const Row *row = currentRow();
    return row ? row->bar(m_interval) : nullptr;
}
Id TimelineView::currentPlan() const {
    const Row *row = currentRow();
    return row ? row->plan.id : 0;
}

void TimelineView::setCurrent(Id plan, Id interval) {
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).plan.id != plan)
            continue;
        m_row = row;
        m_interval = m_rows.at(row).bar(interval) ? interval : 0;
        scrollTo(row, currentBar());
    }
    viewport()->update();
}

void TimelineView::select(int row, Id interval, bool scroll) {
    if (row < 0 || row >= m_rows.size())
        return;
    m_row = row;
    m_interval = interval;
    if (scroll)
        scrollTo(row, currentBar());
    viewport()->update();
    announce();
    Q_EMIT currentChanged(currentPlan(), m_interval);
}

void TimelineView::announce() {
    QAccessibleEvent named(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&named);
}

QStringList TimelineView::describe(const Row &row, const Bar *bar) const {
    if (!bar)
        return {pages::pricing::planName(row.plan), row.plan.code,
                tr("%n interval(s)", nullptr, static_cast<int>(row.bars.size()))};
    QStringList parts{pages::pricing::planName(row.plan), tr("version %1").arg(bar->version),
                      pages::pricing::statusWord(bar->status),
                      pages::pricing::spanText(bar->interval.from, bar->interval.to)};
    if (!bar->interval.author.isEmpty())
        parts.append(tr("by %1").arg(bar->interval.author));
    if (!bar->interval.note.isEmpty())
        parts.append(bar->interval.note);
    return parts;
}

QString TimelineView::currentText() const {
    if (m_motion) {
        QStringList parts{pages::pricing::spanText(m_motion->draft().from, m_motion->draft().to)};
        for (const TimelineProblem &problem : m_motion->problems())
            parts.append(problemText(problem, m_rows.at(m_motionRow).intervals()));
        return parts.join(QStringLiteral(", "));
    }
    const Row *row = currentRow();
    return row ? describe(*row, currentBar()).join(QStringLiteral(", ")) : QString();
}

// ---- where things are

int TimelineView::rowTop(int row) const {
    return axisHeight + row * rowHeight - verticalScrollBar()->value();
}

int TimelineView::xOf(Instant at) const {
    return nameWidth() + static_cast<int>(std::clamp(m_scale.x(at), -double(openEnd), double(openEnd)));
}

QRect TimelineView::barRect(int row, const Interval &interval, int lane) const {
    const int left = xOf(interval.from);
    const int right = interval.to ? xOf(*interval.to) : openEnd;
    return {left, rowTop(row) + laneTop[lane], std::max(smallestBar, right - left - 1), laneHeight[lane]};
}

QRect TimelineView::barRect(Id interval) const {
    for (int row = 0; row < m_rows.size(); ++row)
        if (const Bar *bar = m_rows.at(row).bar(interval))
            return barRect(row, bar->interval, bar->lane()) & viewport()->rect();
    return {};
}

TimelineView::Hit TimelineView::hitAt(const QPoint &at) const {
    constexpr int edge = 6;
    Hit hit;
    hit.isInAxis = at.y() < axisHeight;
    const int row = (at.y() - axisHeight + verticalScrollBar()->value()) / rowHeight;
    if (hit.isInAxis || row < 0 || row >= m_rows.size())
        return hit;
    hit.row = row;
    if (at.x() < nameWidth())
        return hit;
    for (const Bar &bar : m_rows.at(row).bars) {
        const QRect box = barRect(row, bar.interval, bar.lane());
        if (!box.adjusted(-2, -2, 2, 2).contains(at))
            continue;
        hit.bar = &bar;
        hit.grip = DraftMotion::Grip::Body;
        if (bar.interval.to && at.x() > box.right() - edge)
            hit.grip = DraftMotion::Grip::End;
        else if (bar.interval.to && at.x() < box.left() + edge)
            hit.grip = DraftMotion::Grip::Start;
    }
    return hit;
}

// ---- scrolling and zooming

void TimelineView::adjustBars() {
    const QScopedValueRollback<bool> adjusting(m_adjusting, true);
    m_fitted = chartWidth();
    const int page = std::max(1, viewport()->height() - axisHeight);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(rowHeight);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_rows.size()) * rowHeight - page));
    // Half a page of room at either side of all there is.
    const double room = chartWidth() / 2.0;
    const double first = m_scale.x(m_span.first) - room;
    const double last = m_scale.x(m_span.second) + room - chartWidth();
    horizontalScrollBar()->setPageStep(chartWidth());
    horizontalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::max(last, 0.0) - std::min(first, 0.0))));
    horizontalScrollBar()->setValue(static_cast<int>(-std::min(first, 0.0)));
}

void TimelineView::takeOrigin() {
    const double room = chartWidth() / 2.0;
    const double first = std::min(m_scale.x(m_span.first) - room, 0.0);
    m_scale.origin = m_scale.at(first + horizontalScrollBar()->value());
    Q_EMIT rangeChanged();
}

void TimelineView::scrollContentsBy(int dx, int) {
    if (m_adjusting)
        return;
    if (dx != 0)
        takeOrigin();
    viewport()->update();
}

void TimelineView::zoomBy(double factor) {
    const double x = std::clamp(m_scale.x(m_now), 0.0, double(chartWidth()));
    const bool nowInSight = x > 0 && x < chartWidth();
    m_scale.zoom(factor, nowInSight ? x : chartWidth() / 2.0);
    adjustBars();
    viewport()->update();
    Q_EMIT rangeChanged();
}

void TimelineView::showRange(Instant from, Instant to) {
    m_placed = true;
    m_scale.fit(from, to, chartWidth());
    adjustBars();
    viewport()->update();
    Q_EMIT rangeChanged();
}

void TimelineView::fit() {
    const Milliseconds margin = (m_span.second - m_span.first) / 20 + day;
    showRange(m_span.first - margin, m_span.second + 3 * margin);
}

void TimelineView::goToday() {
    const auto [from, to] = range();
    const Milliseconds width = to - from;
    showRange(m_now - width * 2 / 5, m_now + width * 3 / 5);
}

std::pair<Instant, Instant> TimelineView::range() const {
    return {m_scale.at(0), m_scale.at(chartWidth())};
}

void TimelineView::scrollTo(int row, const Bar *bar) {
    const int top = row * rowHeight;
    const int page = viewport()->height() - axisHeight;
    if (top < verticalScrollBar()->value())
        verticalScrollBar()->setValue(top);
    else if (top + rowHeight > verticalScrollBar()->value() + page)
        verticalScrollBar()->setValue(top + rowHeight - page);
    if (!bar)
        return;
    const QRect box = barRect(row, bar->interval, bar->lane());
    const auto [from, to] = range();
    if (box.right() < nameWidth() + 8 || box.left() > viewport()->width() - 24)
        showRange(bar->interval.from - (to - from) / 4, bar->interval.from + (to - from) * 3 / 4);
}

void TimelineView::resizeEvent(QResizeEvent *event) {
    QAbstractScrollArea::resizeEvent(event);
    if (!m_placed && !m_rows.isEmpty() && viewport()->width() > 200)
        showRange(m_now - 150 * day, m_now + 120 * day);
    else if (m_placed && m_fitted > 1) // what was in sight stays so beside the panel
        showRange(m_scale.origin, m_scale.at(m_fitted));
    adjustBars();
    if (const Bar *bar = currentBar(); bar && !m_motion)
        scrollTo(m_row, bar);
    Q_EMIT rangeChanged();
}

void TimelineView::changeEvent(QEvent *event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        m_texts.clear();
        m_widths.clear();
        setAccessibleName(tr("Timeline"));
        viewport()->update();
    }
}

} // namespace wemo::pages::timeline
