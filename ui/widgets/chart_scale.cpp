#include "ui/widgets/chart_scale.h"

#include "ui/widgets/time_text.h"

#include <algorithm>
#include <cmath>

namespace wemo::ui {

using namespace std::chrono;

namespace {
constexpr minutes roundSteps[] = {1min,   2min,   5min, 10min, 15min, 30min, 60min, 120min, 180min,
                                  360min, 720min, 24h,  48h,   120h,  168h,  336h,  720h,   2160h};
constexpr int mostDecades = 12;
constexpr double headroom = 0.08; ///< of a decade
} // namespace

ValueScale::ValueScale(double bottom, double top, bool logarithmic)
    : m_bottom(bottom)
    , m_top(top)
    , m_logarithmic(logarithmic) {}

ValueScale ValueScale::linear(double highest, int wanted) {
    const double reach = std::isfinite(highest) ? std::max(highest, 1.0) : 1.0;
    const double step = niceStep(reach / std::max(1, wanted));
    ValueScale scale(0, std::ceil(reach / step) * step, false);
    for (double tick = 0; tick <= scale.m_top + step / 2; tick += step)
        scale.m_ticks.append(tick);
    return scale;
}

ValueScale ValueScale::logarithmic(double lowest, double highest) {
    const double low = std::isfinite(lowest) ? std::max(lowest, 1.0) : 1.0;
    const double high = std::isfinite(highest) ? std::max(highest, low) : low;
    const double first = std::floor(std::log10(low));
    const double last = std::clamp(std::log10(high) + headroom, first + 1, first + mostDecades);
    ValueScale scale(first, last, true);
    for (double decade = first; decade <= last; ++decade)
        scale.m_ticks.append(std::pow(10.0, decade));
    return scale;
}

double ValueScale::position(double value) const {
    const double at = m_logarithmic ? std::log10(std::max(value, 1e-9)) : value;
    return std::clamp((at - m_bottom) / (m_top - m_bottom), 0.0, 1.0);
}

double niceStep(double rough) {
    if (!(rough > 1))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (rough <= factor * power * (1 + 1e-9))
            return factor * power;
    return 10 * power;
}

QList<Instant> timeTicks(Instant first, Instant last, int most) {
    if (last <= first || most < 1)
        return {};
    const auto span = last - first;
    minutes step = roundSteps[std::size(roundSteps) - 1];
    for (const minutes candidate : roundSteps)
        if (span / candidate <= most - 1) {
            step = candidate;
            break;
        }
    // Counted from midnight, so that marks stand on 14:15, not on 14:07.
    const Instant midnight = startOfDay(first);
    const auto passed = (first - midnight + step - Milliseconds(1)) / step;
    QList<Instant> ticks;
    for (Instant tick = midnight + passed * step; tick <= last && ticks.size() < most; tick += step)
        ticks.append(tick);
    return ticks;
}

} // namespace wemo::ui
