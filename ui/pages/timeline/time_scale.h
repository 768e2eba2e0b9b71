#pragma once
#include "models/core/time.h"

#include <QCoreApplication>
#include <QList>

namespace wemo::pages::timeline {

/// Time on a line of pixels.
struct TimeScale {
    Instant origin;                ///< at x = 0
    double msPerPixel = 3'600'000; ///< within the two limits

    static constexpr double finest = 7'200;           ///< two hours on 1000 pixels
    static constexpr double coarsest = 1'200'000'000; ///< 38 years on 1000 pixels
    double x(Instant at) const { return static_cast<double>((at - origin).count()) / msPerPixel; }
    Instant at(double x) const { return origin + Milliseconds(static_cast<qint64>(x * msPerPixel)); }
    /// What is at `x` stays there. Above 1 is nearer.
    void zoom(double factor, double x);
    /// From `from` to `to` on `width` pixels.
    void fit(Instant from, Instant to, double width);
};

/// A line of the axis; times of Taipei.
struct Tick {
    Instant at;
    QString text;
};

/// What the axis says: figures below, and above them the day, month or year they belong to.
class TimeAxis {
    Q_DECLARE_TR_FUNCTIONS(TimeAxis)

public:
    enum class Unit { QuarterHour, Hour, ThreeHours, SixHours, Day, Week, Month, Quarter, Year, FiveYears };
    /// The smallest one whose labels have room.
    static Unit unitFor(double msPerPixel);
    static QList<Tick> ticks(const TimeScale &scale, double width);
    /// The first may begin left of 0.
    static QList<Tick> headings(const TimeScale &scale, double width);
    /// What drafts snap to and keys move by at this zoom.
    static Milliseconds step(double msPerPixel);
};

} // namespace wemo::pages::timeline
