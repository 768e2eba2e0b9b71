#pragma once
#include "services/api/router.h"
#include "services/pricing/price_books.h"

namespace wemo::api {

struct GbfsDependencies {
    const pricing::PriceBooks &books;
    const Clock &clock;
};

/// /gbfs/{3.0,2.3}/system_pricing_plans.json: what is for sale, for whoever asks. What `dependencies` names outlives
/// the routes.
QList<Route> gbfsRoutes(const GbfsDependencies &dependencies);

} // namespace wemo::api
