#pragma once
#include "services/api/router.h"
#include "services/pricing/plans.h"
#include "services/pricing/timelines.h"

namespace wemo::api {

struct PricingDependencies {
    pricing::Plans plans;
    pricing::Timelines timelines;
    const Clock &clock;
};

/// /api/v1/pricing: the main table, timelines and configs, and what is done to them. What `dependencies` names outlives
/// the routes.
QList<Route> pricingRoutes(const PricingDependencies &dependencies);

} // namespace wemo::api
