#pragma once
#include "models/queue/stats_point.h"

#include <QWidget>

namespace wemo::ui {
class LineChart;
} // namespace wemo::ui

namespace wemo::pages::queue {

/// What the queue did, minute by minute: throughput, and how long jobs waited, ran and were late. One cursor for all.
class QueueCharts final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueCharts)

public:
    explicit QueueCharts(QWidget *parent = nullptr);
    void setPoints(QList<wemo::queue::StatsPoint> points);
    /// The last answer failed: where nothing is known, that is what they say.
    void setUnread();
    void setLogarithmic(bool logarithmic);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    using Measure = std::optional<wemo::queue::Percentiles> wemo::queue::StatsPoint::*;
    void arrange();
    void fill();
    void fillTimes(ui::LineChart &chart, const QList<Instant> &times, Measure measure);
    void retranslate();

    QList<wemo::queue::StatsPoint> m_points;
    bool m_unread = false;
    ui::LineChart *m_throughput;
    ui::LineChart *m_wait;
    ui::LineChart *m_run;
    ui::LineChart *m_late;
};

} // namespace wemo::pages::queue
