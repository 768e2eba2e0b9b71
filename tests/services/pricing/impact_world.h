#pragma once
#include "services/pricing/ride_archive.h"
#include "services/pricing/ride_reader.h"
#include "tests/services/pricing/book_world.h"
#include "tests/support/storage_fixture.h"

/// Past rides for tests of the impact.
namespace wemo::tests {

struct PastRide {
    Id id = 0;
    pricing::Ride ride;
};

inline Result<void> insertRide(storage::Connection &connection, const PastRide &past) {
    const qint64 start = toMs(past.ride.start);
    const auto done = connection.execute("pricing/insert_ride", {{"id", past.id},
                                                                 {"vehicle", "EWA-0001"},
                                                                 {"product", past.ride.product},
                                                                 {"model", past.ride.model},
                                                                 {"tier", past.ride.tier},
                                                                 {"pickup_zone", past.ride.pickupZone},
                                                                 {"return_zone", past.ride.returnZone},
                                                                 {"package_hours", past.ride.packageHours.value_or(0)},
                                                                 {"started_at", start},
                                                                 {"ended_at", start + past.ride.seconds * 1000},
                                                                 {"odometer_start", 1000},
                                                                 {"odometer_end", 1000 + past.ride.metres},
                                                                 {"battery_start", 90},
                                                                 {"battery_end", 80},
                                                                 {"config_id", 1},
                                                                 {"due", 15}});
    return done ? Result<void>() : Failure(done.error());
}

/// False where the store refused one.
inline bool insertRides(storage::Database &database, const QList<PastRide> &rides) {
    const auto done = database.write([&](storage::Connection &connection) -> Result<void> {
        for (const PastRide &past : rides)
            if (const Result<void> one = insertRide(connection, past); !one)
                return one;
        return {};
    });
    return done.has_value();
}

/// Adults and youngsters in turn on two models, every minute from the start of 2025 on.
inline QList<PastRide> someRides(int count, Id firstId = 1) {
    QList<PastRide> rides;
    for (int i = 0; i < count; ++i) {
        const int n = static_cast<int>(firstId) + i;
        pricing::Ride one = ride("2025-01-01T00:00:00Z", 1 + n % 45, n % 3 == 0 ? "young" : "adult");
        one.start += Milliseconds(n * 60'000LL);
        one.model = n % 2 == 0 ? "fly" : "candy";
        rides.append({firstId + i, one});
    }
    return rides;
}

inline pricing::PastRides inMemory(storage::Database &database) {
    std::atomic<qint64> read = 0;
    const std::atomic<bool> never = false;
    return pricing::RideArchive(database).upToDate(read, never).value();
}

} // namespace wemo::tests
