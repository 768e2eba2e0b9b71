#pragma once
#include "services/pricing/campaign_work.h"
#include "services/pricing/price_book.h"

namespace wemo::pricing {

/// A price book out of what is stored, or out of what would be.
std::shared_ptr<const PriceBook> bookOf(const StoredBook &stored);
/// What is stored with the campaign's plans as they are planned to be.
StoredBook withOutcomes(StoredBook stored, const std::vector<CampaignWork::Step> &steps);

/// What rides are priced by. Where there is no `before`, by the config each item was written over; `after` may be null.
struct SampleBooks {
    std::shared_ptr<const PriceBook> before, during, after;
};
/// Rides for each plan that changes; they start at `start`.
QList<SampleQuote> samplesOf(const std::vector<CampaignWork::Step> &steps, Instant start, const SampleBooks &books);

/// Whether every plan of both resolves alike at every instant from `since` on.
bool areAlike(const StoredBook &one, const StoredBook &other, Instant since);

} // namespace wemo::pricing
