#pragma once
#include "models/delivery/delivery_stats.h"

#include <QWidget>

namespace wemo::ui {
class LineChart;
} // namespace wemo::ui

namespace wemo::pages::delivery {

/// How sending went over time: the share delivered and the share of codes used, how long delivery took, and what it
/// cost. One cursor for all.
class DeliveryCharts final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryCharts)

public:
    explicit DeliveryCharts(QWidget *parent = nullptr);
    void setReport(const wemo::delivery::StatsReport &report);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retranslate();

    wemo::delivery::StatsReport m_report;
    ui::LineChart *m_rate;
    ui::LineChart *m_time;
    ui::LineChart *m_cost;
};

} // namespace wemo::pages::delivery
