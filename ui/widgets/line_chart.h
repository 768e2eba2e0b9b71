#pragma once
#include "ui/widgets/chart_scale.h"
#include "ui/widgets/tokens.h"

#include <QWidget>

#include <optional>

namespace wemo::ui {

/// One line of a chart: a value a moment, NaN where nothing was measured. Lines are told apart by colour, by dashes and
/// by the shape of their marks, in the order they are given.
struct ChartSeries {
    QString name;
    Tone tone = Tone::Neutral;
    QList<double> values;
};

/// Lines over time, painted: the first over a tinted area. The legend tells the values under the cursor, which follows
/// the mouse or the arrow keys; without one, the newest. A text of the same content is its accessible description.
class LineChart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineChart)

public:
    enum class Unit { Count, Milliseconds, Percent };

    explicit LineChart(Unit unit, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    /// What stands there while there is nothing to draw.
    void setEmptyText(const QString &text);
    void setLogarithmic(bool logarithmic);
    /// Every series has a value for every moment.
    void setData(QList<Instant> times, QList<ChartSeries> series);
    bool isEmpty() const;

    /// The moment that is read out; several charts over the same time may share it.
    std::optional<int> cursor() const { return m_cursor; }
    void setCursor(std::optional<int> index);
    QString valueText(double value) const;
    QSize sizeHint() const override { return {280, 148}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    void cursorMoved(std::optional<int> index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Frame; ///< where things stand in one painting
    Frame frame() const;
    ValueScale scale() const;
    void paintHeader(QPainter &painter) const;
    void paintAxes(QPainter &painter, const Frame &frame) const;
    void paintRun(QPainter &painter, const Frame &frame, const QPolygonF &run, int index) const;
    void paintSeries(QPainter &painter, const Frame &frame, int index) const;
    void paintCursor(QPainter &painter, const Frame &frame) const;
    void move(std::optional<int> index);
    void describe();
    QString legendText(const ChartSeries &series, bool name, bool value) const;
    int legendWidth(const QFontMetrics &metrics, bool name, bool value) const;
    /// The time of the day, over more than two days the date too.
    QString timeText(Instant at) const;
    bool isOverDays() const;
    /// Under the cursor, else the newest that was measured.
    double shown(const ChartSeries &series) const;

    Unit m_unit;
    bool m_logarithmic = false;
    QString m_title;
    QString m_emptyText;
    QList<Instant> m_times;
    QList<ChartSeries> m_series;
    std::optional<int> m_cursor;
};

} // namespace wemo::ui
