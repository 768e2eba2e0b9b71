// The part of FareCurve that asks the engine.
#include "ui/pages/pricing/fare_curve.h"

#include <algorithm>

namespace wemo::pages::pricing {

using namespace wemo::pricing;

namespace {
constexpr qint64 mostSamples = 400;
constexpr qint64 usualMinutes = 120;
constexpr qint64 usualKilometres = 30;
constexpr qint64 beyondPackage = 120; ///< minutes
constexpr qint64 rangesTried[]{120, 180, 240, 360, 480, 720, 1440};

const Package *firstPackage(const Config &config) {
    const Packages *packages = config.find<Packages>();
    return packages && !packages->packages.empty() ? &packages->packages.front() : nullptr;
}

void place(Ride &ride, FareAxis axis, qint64 at) {
    if (axis == FareAxis::Minutes)
        ride.seconds = at * 60;
    else
        ride.metres = at * 1000;
}

Ride rideOn(const Config &config, Ride ride) {
    if (const Package *package = firstPackage(config)) {
        ride.product = QStringLiteral("hourly");
        ride.packageHours = package->hours;
    } else {
        ride.packageHours.reset();
    }
    return ride;
}

/// Where the time charge meets its first cap, so that one sees it bend.
qint64 minutesToCap(const Config &config, const Cap &cap) {
    Ride ride;
    ride.start = fromMs(1'795'320'000'000);
    for (const qint64 minutes : rangesTried) {
        place(ride, FareAxis::Minutes, minutes * 4 / 5);
        const Result<Quote> priced = quote(config, ride);
        if (!priced || priced->due * perTwd >= cap.amount)
            return minutes;
    }
    return rangesTried[std::size(rangesTried) - 1];
}
} // namespace

qint64 fareRange(const Config &config, FareAxis axis) {
    if (const Package *package = firstPackage(config))
        return axis == FareAxis::Minutes ? package->hours * 60 + beyondPackage
                                         : std::max(usualKilometres, package->includedKm * 2);
    if (axis == FareAxis::Kilometres)
        return usualKilometres;
    const Cap *cap = config.find<Cap>();
    return cap ? minutesToCap(config, *cap) : usualMinutes;
}

FareSamples fareSamples(const Config &config, Ride ride, FareAxis axis, qint64 range) {
    FareSamples samples;
    ride = rideOn(config, std::move(ride));
    const qint64 step = std::max<qint64>(1, (range + mostSamples - 2) / (mostSamples - 1));
    for (qint64 at = 0; at <= range; at += step) {
        place(ride, axis, at);
        const Result<Quote> priced = quote(config, ride);
        samples.at.append(at);
        samples.due.append(priced ? std::optional(priced->due) : std::nullopt);
    }
    return samples;
}

} // namespace wemo::pages::pricing
