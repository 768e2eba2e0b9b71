#pragma once
#include "services/api/router.h"
#include "services/delivery/delivery_monitor.h"

namespace wemo::api {

/// /api/v1/sms/statistics, /alarms and /breakers: how sending goes, and the prefixes it is stopped to. `monitor`
/// outlives the routes.
QList<Route> deliveryRoutes(delivery::DeliveryMonitor &monitor, const Clock &clock);

} // namespace wemo::api
