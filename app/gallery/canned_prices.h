#pragma once
#include "models/pricing/book.h"

namespace wemo::gallery {

/// Plans, configs and intervals around an instant: what is public of WeMo's prices of 2019, and an invented rest with
/// one of everything a timeline can show. Ids are the same every time.
struct CannedPrices {
    QList<wemo::pricing::CatalogEntry> catalog;
    wemo::pricing::TimelineBook book; ///< configs with their config
};
CannedPrices cannedPrices(Instant now);

} // namespace wemo::gallery
