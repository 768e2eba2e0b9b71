#pragma once
#include "models/pricing/book.h"
#include "models/pricing/campaign.h"

namespace wemo::demo {

/// All prices of the invented company, past, present and planned, as of an instant. Authors are `writer`, approvers
/// `checker`: user names of demo accounts, whose ids and shown names are put in when it is written.
struct InventedPricing {
    static constexpr auto writer = "pricing";
    static constexpr auto checker = "pricing2";

    QList<pricing::CatalogEntry> catalog;
    QList<pricing::Plan> plans;
    QList<pricing::ConfigRecord> configs;
    QList<pricing::Interval> intervals;
    pricing::Campaign campaign; ///< a draft over several plans
};

/// The same base gives the same prices, ids included.
InventedPricing inventPricing(Instant base);

} // namespace wemo::demo
