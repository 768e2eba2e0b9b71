#include "services/demo/bulk_settings.h"
#include "services/demo/marks.h"
#include "services/demo/pricing_company.h"
#include "services/demo/ride_invention.h"
#include "services/demo/rows.h"

namespace wemo::demo {

using storage::Connection;

namespace {
constexpr int chunkSize = 5'000; // a fraction of a second: others write in between

Failure unpriced() {
    return failure(ErrorKind::Internal, "demo-data", "The demo data cannot be written.", "a ride has no price");
}

QString plateOf(int vehicle) {
    return QString("EDM-%1").arg(vehicle, 4, 10, QChar(u'0'));
}

/// False where nothing prices it.
bool add(Rows &rows, const InventedRide &made, const pricing::PriceBook &book) {
    const pricing::PriceBook::Row *row = book.rowFor(made.ride);
    const pricing::PriceBook::Slot *slot = row ? row->at(made.ride.start) : nullptr;
    if (!slot)
        return false;
    const Result<pricing::Quote> priced = pricing::quote(slot->config(), made.ride);
    if (!priced)
        return false;
    const pricing::Ride &ride = made.ride;
    rows.begin().add(made.id).add(plateOf(made.vehicle)).add(ride.product).add(ride.model).add(ride.tier);
    rows.add(ride.pickupZone).add(ride.returnZone).add(ride.packageHours.value_or(0)).add(toMs(ride.start));
    rows.add(toMs(made.end)).add(made.odometerStart).add(made.odometerEnd).add(made.batteryStart);
    rows.add(made.batteryEnd).add(slot->record->id).add(priced->due).end();
    return true;
}

Result<void> writeChunk(storage::Database &database, int chunk, Instant base, const QString &rows) {
    return database.write([&](Connection &connection) -> Result<void> {
        const Result<bool> isMine = mark(connection, chunk, base);
        if (!isMine || !*isMine)
            return isMine ? Result<void>() : Failure(isMine.error());
        const auto done = connection.execute("demo/insert_rides", {{"rows", rows}});
        return done ? Result<void>() : Failure(done.error());
    });
}
} // namespace

Result<void> PricingCompany::seedRides(const std::atomic<bool> &canceled) {
    const Result<Marks> prices = marksOf(m_database, pricingMarks);
    const Result<Marks> there = marksOf(m_database, rideMarks);
    if (!prices || !there)
        return Failure(!prices ? prices.error() : there.error());
    const int chunks = (m_scale.rides + chunkSize - 1) / chunkSize;
    if (!prices->base || there->chunks.size() >= chunks)
        return {};
    // What was charged then follows from the prices as they were invented, whatever people have changed since.
    const pricing::PriceBook book(bookOf(inventPricing(*prices->base)));
    const BulkSettings bulk(m_database);
    RideInvention invention(*prices->base, m_scale.rides, m_scale.seed);
    for (int chunk = 0, done = 0; chunk < chunks; ++chunk) {
        const bool isThere = there->chunks.contains(rideMarks.first + chunk);
        Rows rows;
        for (int i = 0; i < chunkSize && done < m_scale.rides; ++i, ++done) {
            const InventedRide made = invention.next(); // also where it is there: the next follow from it
            if (!isThere && !add(rows, made, book))
                return unpriced();
        }
        if (isThere)
            continue;
        if (canceled)
            return failure(ErrorKind::Canceled, "canceled", "The demo data was not finished.");
        if (const Result<void> ok = writeChunk(m_database, rideMarks.first + chunk, *prices->base, rows.take()); !ok)
            return ok;
    }
    return {};
}

} // namespace wemo::demo
