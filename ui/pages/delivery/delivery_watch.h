#pragma once
#include "ui/pages/delivery/delivery_source.h"

#include <QTimer>

namespace wemo::pages::delivery {

/// Everything the dashboard shows, as last read.
struct Picture {
    wemo::delivery::StatsReport overTime;  ///< by hour, over more than two days by day
    wemo::delivery::StatsReport breakdown; ///< by gateway, prefix or template
    QList<wemo::delivery::Alarm> alarms;
    QList<wemo::delivery::Breaker> breakers;
    QList<GatewayBalance> balances;
};

/// Reads the dashboard's picture while somebody looks, every few seconds and when told that something changed. The
/// latest question wins; what was read before stays when one fails.
class DeliveryWatch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryWatch)

public:
    DeliveryWatch(DeliverySource &source, std::function<Instant()> now, QObject *parent = nullptr);

    void start(); ///< and reads at once
    void stop();
    void refresh();
    void setDays(int days);
    void setBreakdown(wemo::delivery::Grouping by);

    int days() const { return m_days; }
    wemo::delivery::Grouping breakdown() const { return m_by; }
    const std::optional<Picture> &picture() const { return m_picture; }
    const std::optional<ui::ApiError> &error() const { return m_error; }

Q_SIGNALS:
    void updated();

private:
    void ask();
    template <typename T>
    void take(QFuture<ui::ApiResult<T>> answer, T Picture::*member, bool isNeeded = true);
    void settle();

    DeliverySource &m_source;
    std::function<Instant()> m_now;
    QTimer m_timer;
    int m_days = 1;
    wemo::delivery::Grouping m_by = wemo::delivery::Grouping::Gateway;
    std::optional<Picture> m_picture;
    std::optional<ui::ApiError> m_error;
    Picture m_coming;
    std::optional<ui::ApiError> m_failure;
    int m_open = 0; ///< answers still to come
    quint64 m_epoch = 0;
};

} // namespace wemo::pages::delivery
