#include "ui/pages/queue/queue_charts.h"

#include "ui/widgets/line_chart.h"

#include <QEvent>
#include <QHBoxLayout>

namespace wemo::pages::queue {

using ui::ChartSeries;
using ui::LineChart;
using ui::Tone;
using wemo::queue::Percentiles;
using wemo::queue::StatsPoint;

namespace {
constexpr int roomForAll = 800;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
} // namespace

QueueCharts::QueueCharts(QWidget *parent)
    : QWidget(parent)
    , m_throughput(new LineChart(LineChart::Unit::Count, this))
    , m_wait(new LineChart(LineChart::Unit::Milliseconds, this))
    , m_run(new LineChart(LineChart::Unit::Milliseconds, this))
    , m_late(new LineChart(LineChart::Unit::Milliseconds, this)) {
    setObjectName(QStringLiteral("queueCharts"));
    m_throughput->setObjectName(QStringLiteral("chartThroughput"));
    m_wait->setObjectName(QStringLiteral("chartWait"));
    m_run->setObjectName(QStringLiteral("chartRun"));
    m_late->setObjectName(QStringLiteral("chartLate"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    const QList<LineChart *> charts{m_throughput, m_wait, m_run, m_late};
    for (LineChart *chart : charts) {
        row->addWidget(chart, 1);
        connect(chart, &LineChart::cursorMoved, this, [charts](std::optional<int> index) {
            for (LineChart *other : charts)
                other->setCursor(index);
        });
    }
    retranslate();
}

void QueueCharts::setPoints(QList<StatsPoint> points) {
    m_points = std::move(points);
    if (std::exchange(m_unread, false))
        retranslate();
    fill();
}

void QueueCharts::setUnread() {
    if (m_unread)
        return;
    m_unread = true;
    retranslate();
}

void QueueCharts::setLogarithmic(bool logarithmic) {
    for (LineChart *chart : {m_wait, m_run, m_late})
        chart->setLogarithmic(logarithmic);
}

void QueueCharts::fill() {
    QList<Instant> times;
    QList<double> completed, failed, retried;
    for (const StatsPoint &point : std::as_const(m_points)) {
        times.append(point.at);
        completed.append(static_cast<double>(point.completed));
        failed.append(static_cast<double>(point.failed));
        retried.append(static_cast<double>(point.retried));
    }
    m_throughput->setData(times, {{tr("Done"), Tone::Success, completed},
                                  {tr("Failed"), Tone::Danger, failed},
                                  {tr("Retried"), Tone::Warning, retried}});
    fillTimes(*m_wait, times, &StatsPoint::wait);
    fillTimes(*m_run, times, &StatsPoint::run);
    fillTimes(*m_late, times, &StatsPoint::late);
}

void QueueCharts::fillTimes(LineChart &chart, const QList<Instant> &times, Measure measure) {
    ChartSeries half{QStringLiteral("p50"), Tone::Info, {}};
    ChartSeries most{QStringLiteral("p95"), Tone::Progress, {}};
    ChartSeries worst{QStringLiteral("p99"), Tone::Warning, {}};
    for (const StatsPoint &point : std::as_const(m_points)) {
        const std::optional<Percentiles> &took = point.*measure;
        half.values.append(took ? took->p50 : nothing);
        most.values.append(took ? took->p95 : nothing);
        worst.values.append(took ? took->p99 : nothing);
    }
    chart.setData(times, {half, most, worst});
}

/// Where there is room for two only, the two that tell whether riders wait.
void QueueCharts::arrange() {
    const bool all = width() >= roomForAll;
    m_run->setVisible(all);
    m_late->setVisible(all);
}

void QueueCharts::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void QueueCharts::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QueueCharts::retranslate() {
    m_throughput->setTitle(tr("Jobs a minute"));
    m_wait->setTitle(tr("Waited"));
    m_run->setTitle(tr("Ran for"));
    m_late->setTitle(tr("Late after due"));
    m_throughput->setEmptyText(tr("No job ended in this time."));
    for (LineChart *chart : {m_wait, m_run})
        chart->setEmptyText(tr("No job ran in this time."));
    m_late->setEmptyText(tr("No delayed job ran in this time."));
    if (m_unread)
        for (LineChart *chart : {m_throughput, m_wait, m_run, m_late})
            chart->setEmptyText(tr("Could not be read."));
    m_wait->setToolTip(tr("From being ready to run to being taken: half, 95 % and 99 % of the jobs took no longer"));
    m_run->setToolTip(tr("From being taken to being done or failed"));
    m_late->setToolTip(tr("Delayed jobs: from when they were due to being taken"));
    fill();
}

} // namespace wemo::pages::queue
