#pragma once
#include "models/core/time.h"

#include <QList>

namespace wemo::ui {

/// The value axis of a chart: where a value stands and which round values are marked. Linear from zero, or logarithmic
/// over whole decades.
class ValueScale final {
public:
    /// Up to at least `highest`, with about `wanted` steps that are 1, 2 or 5 times a power of ten and never below 1.
    static ValueScale linear(double highest, int wanted);
    /// From the whole decade below the lowest to a little over the highest, one decade at least; nothing stands
    /// below 1.
    static ValueScale logarithmic(double lowest, double highest);

    /// 0 at the bottom, 1 at the top, never outside.
    double position(double value) const;
    double top() const { return m_top; }
    const QList<double> &ticks() const { return m_ticks; }

private:
    ValueScale(double bottom, double top, bool logarithmic);
    double m_bottom;
    double m_top;
    bool m_logarithmic;
    QList<double> m_ticks;
};

/// 1, 2 or 5 times a power of ten, not below `rough` and not below 1.
double niceStep(double rough);
/// Round times of the clock of Taipei between the two, at most `most`.
QList<Instant> timeTicks(Instant first, Instant last, int most);

} // namespace wemo::ui
