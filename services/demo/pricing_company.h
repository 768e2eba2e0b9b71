#pragma once
#include "models/staff/session.h"
#include "services/demo/pricing_invention.h"
#include "services/pricing/price_book.h"
#include "services/storage/database.h"

#include <atomic>

namespace wemo::demo {

/// The invented company's prices and what was ridden on them. The same seed and base give the same.
class PricingCompany {
public:
    struct People {
        staff::Account writer; ///< who proposes prices
        staff::Account checker;
    };
    struct Scale {
        int rides = 500'000;
        quint32 seed = 20'261'124;
    };
    PricingCompany(storage::Database &database, const Clock &clock, People who, Scale scale);

    /// Catalog, plans, timelines and a campaign, in one transaction; does nothing where they are.
    Result<void> seedPrices();
    /// Thirteen months of rides, oldest first, a chunk a transaction, each with its mark; goes on where it stopped.
    /// After seedPrices(). `canceled` ends it between two chunks (ErrorKind::Canceled).
    Result<void> seedRides(const std::atomic<bool> &canceled);

private:
    storage::Database &m_database;
    const Clock &m_clock;
    const People m_people;
    const Scale m_scale;
};

/// Invented prices as a book, without a store.
pricing::BookParts bookOf(const InventedPricing &invented);

} // namespace wemo::demo
