#pragma once
#include "services/api/router.h"
#include "services/pricing/price_books.h"

namespace wemo::api {

struct QuoteDependencies {
    const pricing::PriceBooks &books;
    const Clock &clock;
};

/// /api/v1/quotes and what is in force: for staff, and for the rent service by its key. No SQL is run and nothing is
/// written. What `dependencies` names outlives the routes.
QList<Route> quoteRoutes(const QuoteDependencies &dependencies);

} // namespace wemo::api
