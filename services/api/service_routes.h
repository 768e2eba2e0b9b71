#pragma once
#include "services/api/router.h"
#include "services/metrics/registry.h"

namespace wemo::api {

/// One of the things /readyz asks.
struct ReadinessCheck {
    QString name; ///< storage, redis, gateway
    std::function<Result<void>()> check;
};

struct ServiceDependencies {
    metrics::Registry &metrics;
    QList<ReadinessCheck> checks;
    QString environment; ///< local, staging, production
    bool demo = false;
    Instant startedAt;
    std::function<void()> beforeMetrics = {}; ///< brings gauges up to date for a scrape
};

/// /healthz, /readyz, /metrics, /api/v1/about and /api/v1/demo-accounts: what the service says of itself.
QList<Route> serviceRoutes(const ServiceDependencies &dependencies);

} // namespace wemo::api
