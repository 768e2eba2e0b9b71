#include "ui/pages/delivery/delivery_charts.h"

#include "ui/widgets/line_chart.h"

#include <QEvent>
#include <QHBoxLayout>

namespace wemo::pages::delivery {

using ui::ChartSeries;
using ui::LineChart;
using ui::Tone;
using namespace wemo::delivery;

namespace {
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double tenThousand = 10'000;

double percent(const std::optional<double> &share) {
    return share ? *share * 100 : nothing;
}
double ms(const std::optional<Milliseconds> &time) {
    return time ? static_cast<double>(time->count()) : nothing;
}
} // namespace

DeliveryCharts::DeliveryCharts(QWidget *parent)
    : QWidget(parent)
    , m_rate(new LineChart(LineChart::Unit::Percent, this))
    , m_time(new LineChart(LineChart::Unit::Milliseconds, this))
    , m_cost(new LineChart(LineChart::Unit::Count, this)) {
    setObjectName(QStringLiteral("deliveryCharts"));
    m_rate->setObjectName(QStringLiteral("chartRate"));
    m_time->setObjectName(QStringLiteral("chartTime"));
    m_cost->setObjectName(QStringLiteral("chartCost"));
    m_time->setLogarithmic(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    const QList<LineChart *> charts{m_rate, m_time, m_cost};
    for (LineChart *chart : charts) {
        row->addWidget(chart, 1);
        connect(chart, &LineChart::cursorMoved, this, [charts](std::optional<int> index) {
            for (LineChart *other : charts)
                other->setCursor(index);
        });
    }
    retranslate();
}

void DeliveryCharts::setReport(const StatsReport &report) {
    m_report = report;
    retranslate();
}

void DeliveryCharts::fill() {
    QList<Instant> times;
    ChartSeries delivered{tr("Delivered"), Tone::Success, {}};
    ChartSeries used{tr("Codes used"), Tone::Info, {}};
    ChartSeries half{tr("Half within"), Tone::Info, {}};
    ChartSeries most{tr("95 % within"), Tone::Warning, {}};
    ChartSeries cost{tr("NT$"), Tone::Progress, {}};
    for (const StatsItem &item : std::as_const(m_report.items)) {
        const Result<Instant> at = fromIso(item.key);
        if (!at)
            continue;
        times.append(*at);
        delivered.values.append(percent(item.stats.deliveryRate()));
        used.values.append(percent(item.stats.verifiedRatio()));
        half.values.append(ms(item.stats.toDelivery.quantile(0.5)));
        most.values.append(ms(item.stats.toDelivery.quantile(0.95)));
        cost.values.append(static_cast<double>(item.stats.cost) / tenThousand);
    }
    m_rate->setData(times, {delivered, used});
    m_time->setData(times, {half, most});
    m_cost->setData(times, {cost});
}

void DeliveryCharts::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DeliveryCharts::retranslate() {
    m_rate->setTitle(tr("Arrived"));
    m_time->setTitle(tr("Time to delivery"));
    m_cost->setTitle(m_report.by == Grouping::Day ? tr("Cost a day") : tr("Cost an hour"));
    for (LineChart *chart : {m_rate, m_time, m_cost})
        chart->setEmptyText(tr("Nothing was sent in this time."));
    m_rate->setToolTip(tr("Delivered, of the messages whose end is known or overdue; used, of the codes asked for"));
    m_time->setToolTip(tr("From when a message was to be sent to when it was on the handset"));
    fill();
}

} // namespace wemo::pages::delivery
