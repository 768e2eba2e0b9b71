#pragma once
#include "models/core/time.h"
#include "models/pricing/config.h"

/// The tariffs of the invented company. What is public fact is WeMo's of October 2019; the rest is invented, and the
/// plans that have it say so in their names.
namespace wemo::demo {

using Tenths = qint64; ///< of a TWD

/// A flat fee for the first six minutes, then so much a minute.
pricing::Config meterTariff(qint64 flat, Tenths perMinute);
pricing::Config adultTariff(); ///< public: 15 for six minutes, then 2.5
pricing::Config youngTariff(); ///< public: 9 for six minutes, then 1.5
/// Public: lengths of 4, 10, 30 and 66 hours, overtime 3/min, extra mileage 3.5/km. Invented: prices and kilometres.
pricing::Config hourlyTariff(int percent);

pricing::Config withNightDiscount(pricing::Config config);
/// A surcharge on the fixed national holidays of the years given.
pricing::Config withHolidays(pricing::Config config, int firstYear, int lastYear);
pricing::Config withDayCap(pricing::Config config, qint64 amount);
pricing::Config withDistance(pricing::Config config, qint64 fromKm, Tenths perKm);
/// Every pick-up zone by every return zone: nothing at home, a fee by distance, and a subsidy back into the city.
pricing::Config withZoneMatrix(pricing::Config config);
/// Dearer by so many percent where it is a meter, rates rounded to 0.1.
pricing::Config dearer(pricing::Config config, int percent);

} // namespace wemo::demo
