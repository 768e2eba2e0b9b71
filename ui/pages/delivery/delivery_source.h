#pragma once
#include "models/delivery/alarm.h"
#include "models/delivery/delivery_stats.h"
#include "ui/client/api_client.h"

namespace wemo::pages::delivery {

/// What a gateway has left, in its own credits.
struct GatewayBalance {
    QString name;
    std::optional<double> credits;
};

/// The service: how sending goes, and the prefixes it is stopped to.
class DeliverySource final {
public:
    explicit DeliverySource(ui::ApiClient &client)
        : m_client(client) {}

    QFuture<ui::ApiResult<wemo::delivery::StatsReport>> statistics(Instant from, Instant to,
                                                                   wemo::delivery::Grouping by);
    QFuture<ui::ApiResult<QList<wemo::delivery::Alarm>>> alarms();     ///< that last
    QFuture<ui::ApiResult<QList<wemo::delivery::Breaker>>> breakers(); ///< in force
    QFuture<ui::ApiResult<QList<GatewayBalance>>> balances();
    QFuture<ui::ApiResult<wemo::delivery::Breaker>> lift(const QString &prefix, const QString &reason);
    QFuture<ui::ApiResult<wemo::delivery::Breaker>> stop(const QString &prefix, const QString &reason);

private:
    ui::ApiClient &m_client;
};

} // namespace wemo::pages::delivery
