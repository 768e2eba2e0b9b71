#pragma once
#include "models/pricing/gbfs.h"
#include "services/pricing/price_book.h"

namespace wemo::pricing {

/// One system_pricing_plans.json, as bytes, with what HTTP says of it.
struct GbfsFeed {
    QByteArray text;
    QByteArray etag;       ///< quoted; the same bytes have the same
    qint64 ttlSeconds = 0; ///< nothing in it changes before, as far as is published now
};

/// What is for sale at an instant. The same book and instant give the same bytes.
GbfsFeed gbfsFeed(const PriceBook &book, GbfsVersion version, Instant at);

} // namespace wemo::pricing
