// The part of LineChart that paints.
#include "ui/widgets/line_chart.h"
#include "ui/widgets/time_text.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace wemo::ui {

namespace {
constexpr int headerHeight = 40; ///< title and legend
constexpr int footerHeight = 18; ///< times
constexpr int wantedSteps = 3;
constexpr int timeMarkWidth = 64;
constexpr int markSize = 8;
constexpr int legendGap = 10;
constexpr int areaAlpha = 150;

/// Each line has a shape of its own.
void paintMark(QPainter &painter, const QPointF &at, int index, const QColor &color, double size = markSize) {
    const double r = size / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (index % 3 == 0)
        painter.drawEllipse(at, r, r);
    else if (index % 3 == 1)
        painter.drawRect(QRectF(at.x() - r + 0.5, at.y() - r + 0.5, size - 1, size - 1));
    else
        painter.drawPolygon(
            QPolygonF{{at.x(), at.y() - r}, {at.x() + r, at.y() + r - 0.5}, {at.x() - r, at.y() + r - 0.5}});
    painter.restore();
}

QPen linePen(const QColor &color, int index) {
    QPen pen(color, 1.6, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (index % 3 == 1)
        pen.setDashPattern({5, 2.5});
    else if (index % 3 == 2)
        pen.setDashPattern({1.5, 1.5});
    return pen;
}

QString axisText(double value, LineChart::Unit unit) {
    if (unit == LineChart::Unit::Percent)
        return LineChart::tr("%1 %").arg(QLocale().toString(std::llround(value)));
    if (unit == LineChart::Unit::Count)
        return value < 10'000 ? QLocale().toString(std::llround(value))
                              : LineChart::tr("%1k").arg(QLocale().toString(value / 1000, 'g', 3));
    if (value < 1000)
        return LineChart::tr("%1 ms").arg(QLocale().toString(std::llround(value)));
    if (std::fmod(value, 60'000) != 0) // 100 s is rounder than 1.67 min
        return LineChart::tr("%1 s").arg(QLocale().toString(std::llround(value / 1000)));
    return LineChart::tr("%1 min").arg(QLocale().toString(std::llround(value / 60'000)));
}
} // namespace

struct LineChart::Frame {
    QRectF plot;
    ValueScale values;
    qsizetype count;

    double x(qsizetype index) const {
        return count < 2 ? plot.center().x()
                         : plot.left() + plot.width() * static_cast<double>(index) / static_cast<double>(count - 1);
    }
    double y(double value) const { return plot.bottom() - plot.height() * values.position(value); }
};

ValueScale LineChart::scale() const {
    double lowest = std::numeric_limits<double>::infinity();
    double highest = 0;
    if (m_unit == Unit::Percent)
        return ValueScale::linear(100, 2);
    for (const ChartSeries &series : m_series)
        for (const double value : series.values) {
            if (std::isnan(value))
                continue;
            lowest = std::min(lowest, value);
            highest = std::max(highest, value);
        }
    return m_logarithmic ? ValueScale::logarithmic(lowest, highest) : ValueScale::linear(highest, wantedSteps);
}

LineChart::Frame LineChart::frame() const {
    const ValueScale values = scale();
    const QFontMetrics metrics(uiFont(TextSize::Small));
    int left = 0;
    for (const double tick : values.ticks())
        left = std::max(left, metrics.horizontalAdvance(axisText(tick, m_unit)));
    const QRectF plot = QRectF(rect()).adjusted(left + 8, headerHeight + 6, -6, -footerHeight - 2);
    return {plot, values, m_times.size()};
}

void LineChart::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Tokens &tokens = Tokens::current();
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.color("focus"), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
    }
    painter.setFont(uiFont(TextSize::Small));
    const Frame all = frame();
    paintHeader(painter);
    if (isEmpty()) {
        painter.setPen(tokens.color("text-muted"));
        painter.drawText(QRectF(rect()).adjusted(8, headerHeight, -8, 0), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    paintAxes(painter, all);
    // The first line is what one looks for: on top of the others.
    for (int index = static_cast<int>(m_series.size()) - 1; index >= 0; --index)
        paintSeries(painter, all, index);
    if (m_cursor)
        paintCursor(painter, all);
}

QString LineChart::legendText(const ChartSeries &series, bool name, bool value) const {
    if (!value || isEmpty())
        return series.name;
    return name ? QStringLiteral("%1 %2").arg(series.name, valueText(shown(series))) : valueText(shown(series));
}

int LineChart::legendWidth(const QFontMetrics &metrics, bool name, bool value) const {
    int width = 0;
    for (const ChartSeries &series : m_series)
        width += markSize + 5 + metrics.horizontalAdvance(legendText(series, name, value)) + legendGap;
    return width;
}

void LineChart::paintHeader(QPainter &painter) const {
    const Tokens &tokens = Tokens::current();
    const QRect line(6, 2, width() - 12, 18);
    painter.setFont(uiFont(TextSize::Small, QFont::DemiBold));
    painter.setPen(tokens.color("text"));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setFont(uiFont(TextSize::Small));
    painter.setPen(tokens.color("text-muted"));
    if (m_cursor)
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, timeText(m_times.at(*m_cursor)));
    const QFontMetrics metrics = painter.fontMetrics();
    const bool both = legendWidth(metrics, true, true) - legendGap <= width() - 8;
    int x = 6;
    for (int index = 0; index < m_series.size(); ++index) {
        const ChartSeries &series = m_series.at(index);
        const QString text = legendText(series, both || !m_cursor, both || m_cursor.has_value());
        paintMark(painter, QPointF(x + markSize / 2.0, 30), index, tokens.toneText(series.tone));
        x += markSize + 5;
        painter.setPen(tokens.color("text-muted"));
        painter.drawText(QRect(x, 21, width() - x, 18), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text) + legendGap;
    }
}

void LineChart::paintAxes(QPainter &painter, const Frame &frame) const {
    const Tokens &tokens = Tokens::current();
    const QColor hairline = tokens.color("hairline");
    for (const double tick : frame.values.ticks()) {
        const double y = std::round(frame.y(tick)) + 0.5;
        painter.setPen(hairline);
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        painter.setPen(tokens.color("text-muted"));
        painter.drawText(QRectF(0, y - 8, frame.plot.left() - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         axisText(tick, m_unit));
    }
    const int most = std::max(1, static_cast<int>(frame.plot.width()) / timeMarkWidth);
    const Instant first = m_times.constFirst();
    const double span = static_cast<double>((m_times.constLast() - first).count());
    for (const Instant tick : timeTicks(first, m_times.constLast(), most)) {
        const double x = frame.plot.left() + frame.plot.width() * static_cast<double>((tick - first).count()) / span;
        painter.setPen(hairline);
        painter.drawLine(QPointF(x, frame.plot.bottom() + 1), QPointF(x, frame.plot.bottom() + 4));
        painter.setPen(tokens.color("text-muted"));
        const double left = std::clamp(x - 20, frame.plot.left() - 6, width() - 40.0);
        painter.drawText(QRectF(left, frame.plot.bottom() + 4, 40, 14), Qt::AlignHCenter | Qt::AlignVCenter,
                         isOverDays() ? toTaipei(tick).toString(QStringLiteral("M/d")) : timeOfDay(tick).left(5));
    }
}

/// A stretch without gaps; a lone moment between two gaps is a mark.
void LineChart::paintRun(QPainter &painter, const Frame &frame, const QPolygonF &run, int index) const {
    const Tokens &tokens = Tokens::current();
    const Tone tone = m_series.at(index).tone;
    if (run.size() == 1)
        return paintMark(painter, run.first(), index, tokens.toneText(tone), 5);
    if (index == 0 && !run.isEmpty()) {
        QPolygonF area = run;
        area << QPointF(run.last().x(), frame.plot.bottom()) << QPointF(run.first().x(), frame.plot.bottom());
        QColor tint = tokens.toneTint(tone);
        tint.setAlpha(areaAlpha);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        painter.drawPolygon(area);
    }
    painter.setPen(linePen(tokens.toneText(tone), index));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(run);
}

void LineChart::paintSeries(QPainter &painter, const Frame &frame, int index) const {
    const QList<double> &values = m_series.at(index).values;
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF run;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!std::isnan(values.at(i)))
            run << QPointF(frame.x(i), frame.y(values.at(i)));
        else
            paintRun(painter, frame, std::exchange(run, {}), index);
    }
    paintRun(painter, frame, run, index);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void LineChart::paintCursor(QPainter &painter, const Frame &frame) const {
    const Tokens &tokens = Tokens::current();
    const double x = frame.x(*m_cursor);
    painter.setPen(QPen(tokens.color("text-muted"), 1));
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    for (int index = static_cast<int>(m_series.size()) - 1; index >= 0; --index) {
        const double value = m_series.at(index).values.at(*m_cursor);
        if (std::isnan(value))
            continue;
        paintMark(painter, QPointF(x, frame.y(value)), index, tokens.color("surface"), markSize + 3);
        paintMark(painter, QPointF(x, frame.y(value)), index, tokens.toneText(m_series.at(index).tone));
    }
}

void LineChart::mouseMoveEvent(QMouseEvent *event) {
    const Frame all = frame();
    if (m_times.isEmpty() || isEmpty())
        return;
    const double share = (event->position().x() - all.plot.left()) / std::max(1.0, all.plot.width());
    const auto last = static_cast<double>(m_times.size() - 1);
    move(static_cast<int>(std::clamp(std::round(share * last), 0.0, last)));
}

} // namespace wemo::ui
