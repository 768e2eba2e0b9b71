#include "services/demo/ride_invention.h"

#include "services/demo/chance.h"
#include "services/demo/people.h"

#include <algorithm>

namespace wemo::demo {

namespace {
constexpr const char *zones[] = {"taipei", "new-taipei", "taoyuan", "taichung", "kaohsiung"};
constexpr int upToZone[] = {45, 70, 80, 90, 100}; // of a hundred vehicles
constexpr int leastVehicles = 60, mostVehicles = 5000, ridesOfAVehicle = 100;
constexpr double percentOfAKm = 1.3;

/// What may be asked of chance for one ride or vehicle.
enum Question : quint64 { Zone, Model, Odometer, Battery, Tier, Hourly, Package, Length, LongTail, Speed, Elsewhere };

/// Vehicles take turns, so that none is on two rides at once, in an order that is not the same each round.
int vehicleOf(int ride, int vehicles) {
    const int round = ride / vehicles, place = ride % vehicles;
    return (place + round * 17) % vehicles;
}

const char *returnZone(int pickup, const Chance &chance) {
    const bool isNorth = pickup <= 2; // the three counties of the north grow into each other
    if (!isNorth || chance.unit(Elsewhere) > 0.07)
        return zones[pickup];
    return zones[(pickup + 1 + (chance.unit(Elsewhere) < 0.012 ? 1 : 0)) % 3];
}

void ridePackage(pricing::Ride &ride, const Chance &chance) {
    constexpr qint64 lengths[] = {4, 10, 30, 66};
    constexpr double upTo[] = {0.5, 0.8, 0.94, 1};
    const double which = chance.unit(Package);
    const auto place = std::upper_bound(std::begin(upTo), std::end(upTo), which) - std::begin(upTo);
    ride.product = "hourly";
    ride.packageHours = lengths[std::min<std::ptrdiff_t>(place, 3)];
    const double share = 0.55 + 0.5 * chance.unit(Length); // some come back late
    ride.seconds = static_cast<qint64>(share * static_cast<double>(*ride.packageHours) * 3600);
    ride.metres = static_cast<qint64>(static_cast<double>(*ride.packageHours) * (1500 + 9500 * chance.unit(Speed)));
}

void rideMeter(pricing::Ride &ride, const Chance &chance) {
    const double usual = chance.unit(Length), tail = chance.unit(LongTail);
    double minutes = 3 + 14 * usual + 40 * tail * tail * tail * tail;
    if (tail > 0.992)
        minutes += 180 * usual;
    ride.seconds = static_cast<qint64>(minutes * 60);
    ride.metres = static_cast<qint64>(minutes * (230 + 200 * chance.unit(Speed)));
}
} // namespace

RideInvention::RideInvention(Instant base, int rides, quint32 seed)
    : m_rhythm(base, days, std::max(rides, 1), seed, false)
    , m_seed(seed) {
    const int count = std::clamp(rides / ridesOfAVehicle, leastVehicles, mostVehicles);
    for (int i = 0; i < count; ++i) {
        const Chance chance(seed + 1, static_cast<quint64>(i));
        const int where = chance.below(Zone, 100);
        const auto zone = std::upper_bound(std::begin(upToZone), std::end(upToZone), where) - std::begin(upToZone);
        m_vehicles.push_back({static_cast<int>(zone), chance.unit(Model) < 0.4, chance.below(Odometer, 30'000'000),
                              40 + chance.below(Battery, 60)});
    }
}

InventedRide RideInvention::next() {
    const int index = m_next++;
    const Chance chance(m_seed, static_cast<quint64>(index));
    InventedRide made;
    made.vehicle = vehicleOf(index, static_cast<int>(m_vehicles.size()));
    Vehicle &vehicle = m_vehicles[static_cast<std::size_t>(made.vehicle)];
    pricing::Ride &ride = made.ride;
    ride.model = vehicle.isFly ? "fly" : "candy";
    ride.tier = chance.unit(Tier) < 0.35 ? "young" : "adult";
    ride.pickupZone = QString::fromLatin1(zones[vehicle.zone]);
    ride.returnZone = QString::fromLatin1(returnZone(vehicle.zone, chance));
    if (chance.unit(Hourly) < 0.03)
        ridePackage(ride, chance);
    else
        rideMeter(ride, chance);
    made.end = m_rhythm.at(index);
    made.id = idAt(made.end, static_cast<quint32>(index));
    ride.start = made.end - Milliseconds(ride.seconds * 1000);
    const int drained = 1 + static_cast<int>(static_cast<double>(ride.metres) / 1000 * percentOfAKm);
    if (vehicle.battery < drained + 15) // somebody came by and changed it
        vehicle.battery = 88 + chance.below(Battery, 13);
    made.batteryStart = vehicle.battery;
    made.batteryEnd = vehicle.battery = std::max(4, vehicle.battery - drained);
    made.odometerStart = vehicle.odometer;
    made.odometerEnd = vehicle.odometer += ride.metres;
    return made;
}

} // namespace wemo::demo
