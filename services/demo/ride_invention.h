#pragma once
#include "services/demo/rhythm.h"
#include "services/pricing/price_book.h"

namespace wemo::demo {

/// A past ride of the invented company.
struct InventedRide {
    Id id = 0;
    int vehicle = 0;
    pricing::Ride ride;
    Instant end;
    qint64 odometerStart = 0; ///< metres; goes on where the vehicle's last ride ended
    qint64 odometerEnd = 0;
    int batteryStart = 0; ///< percent
    int batteryEnd = 0;
};

/// Invents rides one after another, oldest first: each vehicle's odometer and battery follow from its rides before.
class RideInvention {
public:
    static constexpr int days = 396; // thirteen months

    RideInvention(Instant base, int rides, quint32 seed);
    InventedRide next();

private:
    struct Vehicle {
        int zone = 0;
        bool isFly = false;
        qint64 odometer = 0;
        int battery = 0;
    };
    Rhythm m_rhythm;
    const quint32 m_seed;
    int m_next = 0;
    std::vector<Vehicle> m_vehicles;
};

} // namespace wemo::demo
