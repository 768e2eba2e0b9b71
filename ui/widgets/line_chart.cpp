#include "ui/widgets/line_chart.h"

#include "ui/widgets/time_text.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include <cmath>

namespace wemo::ui {

namespace {
constexpr int keyStride = 10;
constexpr auto longestByTime = std::chrono::hours(48);
} // namespace

LineChart::LineChart(Unit unit, QWidget *parent)
    : QWidget(parent)
    , m_unit(unit) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LineChart::setTitle(const QString &title) {
    m_title = title;
    setAccessibleName(title);
    update();
}

void LineChart::setEmptyText(const QString &text) {
    m_emptyText = text;
    describe();
    update();
}

void LineChart::setLogarithmic(bool logarithmic) {
    m_logarithmic = logarithmic;
    update();
}

void LineChart::setData(QList<Instant> times, QList<ChartSeries> series) {
    m_times = std::move(times);
    m_series = std::move(series);
    for ([[maybe_unused]] const ChartSeries &line : std::as_const(m_series))
        Q_ASSERT(line.values.size() == m_times.size());
    if (m_cursor && *m_cursor >= m_times.size())
        m_cursor.reset();
    describe();
    update();
}

bool LineChart::isEmpty() const {
    for (const ChartSeries &series : m_series)
        for (const double value : series.values)
            if (!std::isnan(value) && (value > 0 || m_unit != Unit::Count))
                return false;
    return true;
}

void LineChart::setCursor(std::optional<int> index) {
    if (index && (*index < 0 || *index >= m_times.size()))
        index.reset();
    if (index == m_cursor)
        return;
    m_cursor = index;
    describe();
    update();
}

void LineChart::move(std::optional<int> index) {
    setCursor(index);
    Q_EMIT cursorMoved(m_cursor);
}

QString LineChart::valueText(double value) const {
    if (std::isnan(value))
        return QStringLiteral("–");
    if (m_unit == Unit::Count)
        return QLocale().toString(std::llround(value));
    if (m_unit == Unit::Percent)
        return tr("%1 %").arg(QLocale().toString(value, 'f', 1));
    if (value > 0 && value < 10)
        return tr("%1 ms").arg(QLocale().toString(value, 'f', value < 1 ? 2 : 1));
    return durationText(Milliseconds(std::llround(value)));
}

bool LineChart::isOverDays() const {
    return !m_times.isEmpty() && m_times.constLast() - m_times.constFirst() > longestByTime;
}

QString LineChart::timeText(Instant at) const {
    return isOverDays() ? toTaipei(at).toString(QStringLiteral("M/d hh:mm")) : timeOfDay(at).left(5);
}

double LineChart::shown(const ChartSeries &series) const {
    if (m_cursor)
        return series.values.at(*m_cursor);
    for (auto value = series.values.crbegin(); value != series.values.crend(); ++value)
        if (!std::isnan(*value))
            return *value;
    return std::numeric_limits<double>::quiet_NaN();
}

/// What the picture says, in words: at the cursor the values, else the span, the newest and the highest of each line.
void LineChart::describe() {
    if (isEmpty())
        return setAccessibleDescription(m_emptyText);
    QStringList parts;
    for (const ChartSeries &series : std::as_const(m_series)) {
        if (m_cursor) {
            parts.append(QStringLiteral("%1 %2").arg(series.name, valueText(shown(series))));
            continue;
        }
        double highest = 0;
        for (const double value : series.values)
            highest = std::isnan(value) ? highest : std::max(highest, value);
        parts.append(tr("%1: now %2, at most %3").arg(series.name, valueText(shown(series)), valueText(highest)));
    }
    const QString when = m_cursor ? timeText(m_times.at(*m_cursor))
                                  : tr("%1 to %2").arg(timeText(m_times.constFirst()), timeText(m_times.constLast()));
    setAccessibleDescription(QStringLiteral("%1. %2").arg(when, parts.join(QStringLiteral("; "))));
}

void LineChart::leaveEvent(QEvent *event) {
    if (!hasFocus())
        move(std::nullopt);
    QWidget::leaveEvent(event);
}

void LineChart::focusOutEvent(QFocusEvent *event) {
    move(std::nullopt);
    QWidget::focusOutEvent(event);
}

void LineChart::keyPressEvent(QKeyEvent *event) {
    const int last = static_cast<int>(m_times.size()) - 1;
    const int here = m_cursor.value_or(last + 1);
    std::optional<int> next;
    switch (event->key()) {
    case Qt::Key_Left:
        next = here - 1;
        break;
    case Qt::Key_Right:
        next = m_cursor ? here + 1 : last;
        break;
    case Qt::Key_PageUp:
        next = here - keyStride;
        break;
    case Qt::Key_PageDown:
        next = here + keyStride;
        break;
    case Qt::Key_Home:
        next = 0;
        break;
    case Qt::Key_End:
        next = last;
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    if (last >= 0)
        move(std::clamp(*next, 0, last));
}

} // namespace wemo::ui
