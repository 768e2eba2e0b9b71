#pragma once
#include "models/pricing/impact.h"
#include "services/pricing/price_book.h"
#include "services/pricing/ride_archive.h"

namespace wemo::pricing {

/// What a plan is to have.
struct PriceChange {
    Id planId = 0;
    Config config;
};

struct ImpactRequest {
    QList<PriceChange> changes;
    Instant from; ///< rides that start in [from, to)
    Instant to;
};

/// Prices each past ride by what was in force at its start, and by the change's config where its plan is changed;
/// passes, codes and credit are left out. On two threads. A ride that no plan was for, or that the change would not
/// sell, counts as skipped. `done` counts looked-at rides up; canceled within some milliseconds (ErrorKind::Canceled).
Result<Impact> measureImpact(const PastRides &rides, const PriceBook &book, const ImpactRequest &request,
                             std::atomic<qint64> &done, const std::atomic<bool> &isCanceled);

} // namespace wemo::pricing
