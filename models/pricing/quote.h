#pragma once
#include "models/pricing/config.h"
#include "models/pricing/ride.h"

#include <QVarLengthArray>

namespace wemo::pricing {

enum class LineKind : quint8 {
    Base,
    Time,
    Distance,
    Package,
    Overtime,
    ExtraDistance,
    Zone,
    Calendar,
    Cap,
    Floor,
    Pass,
    Code,
    Rounding,
    Credit
};
enum class Unit : quint8 { Once, Minutes, Kilometres, Intervals, Windows, Percent };
QString toString(LineKind kind); ///< base, time, …, extra_distance
std::optional<LineKind> lineKindFromString(QStringView text);
QString toString(Unit unit);
std::optional<Unit> unitFromString(QStringView text);

/// One step of a fare: `amount` is what it adds, `quantity` × `rate` how it came about (except where a limit cut it
/// off: then `amount` is what was left).
struct Line {
    LineKind kind = LineKind::Base;
    Unit unit = Unit::Once;
    bool isCut = false; ///< the amount is nearer to 0 than quantity × rate: there was no more to take off
    int stretch = 0;    ///< whose config: 0 but for the later stretches of a split ride
    int component = -1; ///< its place in the config; -1 = of no component (benefits, rounding)
    int part = 0;       ///< which segment, package, fee, rule or benefit of it
    qint64 quantity = 1;
    Rate rate = 0;
    Rate amount = 0;
    bool operator==(const Line &) const = default;
};

/// A priced ride. The sum of the lines' amounts is `due` × perTwd, and neither is ever below 0.
struct Quote {
    QVarLengthArray<Line, 10> lines;
    Rate rent = 0;  ///< what the config asks, before benefits and rounding
    qint64 due = 0; ///< whole TWD
};

/// A stretch of the ride and the config in force in it; the first begins at minute 0.
struct Stretch {
    const Config *config = nullptr;
    qint64 fromMinute = 0;
};

/// Prices a ride. Deterministic and exact: integers all the way, the same facts give the same lines on every machine.
/// Fails with InvalidInput (the ride's field) for what check(Ride) refuses and for a package that is not for sale, and
/// with code "overflow" where an amount does not fit.
Result<Quote> quote(const Config &config, const Ride &ride);
/// The same over several configs, for plans that are split where one config follows another: each minute is charged by
/// the config in force when it begins, at its place in the ride; kilometres follow the minutes in proportion; all that
/// is no time or distance charge is the first config's. At most 100 stretches.
Result<Quote> quote(const std::vector<Stretch> &stretches, const Ride &ride);

/// How often a segment charges: 0 if M ≤ start, 1 if interval = 0, else ⌈(min(M, end) − start) / interval⌉.
qint64 countOf(const Segment &segment, qint64 units);

} // namespace wemo::pricing
