#pragma once
#include "models/pricing/ride.h"

/// How far the numbers of a config may go.
namespace wemo::pricing {

inline constexpr Rate mostRate = 1'000'000 * perTwd;
inline constexpr qint64 mostMinutes = longestRideSeconds / 60;
inline constexpr qint64 mostKilometres = farthestRideMetres / 1000;
inline constexpr qint64 mostHours = mostMinutes / 60;
inline constexpr qint64 shortestWindow = 10;    ///< minutes of a cap
inline constexpr qint64 leastPercent = -10'000; ///< hundredths: everything off
inline constexpr qint64 mostPercent = 100'000;
inline constexpr int minutesOfDay = 1440;
inline constexpr int everyDay = 127;

/// Times of rides and intervals: anything beyond is a slip.
inline constexpr Instant earliestTime = fromMs(946'684'800'000); // 2000
inline constexpr Instant latestTime = fromMs(7'258'118'400'000); // 2200

inline constexpr int mostComponents = 12;
inline constexpr int mostSegments = 50;
inline constexpr int mostPackages = 50;
inline constexpr int mostFees = 5000;
inline constexpr int mostRules = 50;
inline constexpr int mostHolidays = 1000;
inline constexpr int mostCaps = 3;

} // namespace wemo::pricing
