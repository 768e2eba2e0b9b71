#pragma once
#include "services/api/router.h"
#include "services/pricing/impact_tasks.h"
#include "services/pricing/price_books.h"

namespace wemo::api {

struct ImpactDependencies {
    pricing::ImpactTasks &tasks;
    const pricing::PriceBooks &books;
    /// What a campaign changes; NotFound where there is none.
    std::function<Result<QList<pricing::PriceChange>>(Id campaign)> changesOf;
};

/// /api/v1/pricing/impacts: what a price change would have done to past rides. What `dependencies` names outlives the
/// routes.
QList<Route> impactRoutes(const ImpactDependencies &dependencies);

} // namespace wemo::api
