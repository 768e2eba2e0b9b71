#include "services/demo/pricing_company.h"

#include "services/demo/marks.h"
#include "services/demo/people.h"
#include "services/demo/pricing_writer.h"

namespace wemo::demo {

using storage::Connection;

PricingCompany::PricingCompany(storage::Database &database, const Clock &clock, People who, Scale scale)
    : m_database(database)
    , m_clock(clock)
    , m_people(std::move(who))
    , m_scale(scale) {}

Result<void> PricingCompany::seedPrices() {
    const Result<Marks> there = marksOf(m_database, pricingMarks);
    if (!there)
        return Failure(there.error());
    if (!there->chunks.isEmpty())
        return {};
    const Instant base = m_clock.now();
    const InventedPricing invented = inventPricing(base);
    return m_database.write([&](Connection &connection) -> Result<void> {
        const Result<bool> isMine = mark(connection, pricingMarks.first, base);
        if (!isMine || !*isMine)
            return isMine ? Result<void>() : Failure(isMine.error());
        return PricingWriter(connection, m_people.writer, m_people.checker).write(invented, base);
    });
}

pricing::BookParts bookOf(const InventedPricing &invented) {
    return {0, invented.plans, invented.intervals, invented.configs, {}};
}

} // namespace wemo::demo
