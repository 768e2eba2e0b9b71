#include "ui/pages/campaigns/price_raise.h"

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

namespace {
constexpr qint64 whole = 10'000; ///< a hundred percent, in hundredths

qint64 floorDivided(qint64 a, qint64 b) {
    return a / b - (a % b != 0 && a < 0);
}

/// The multiple of `step` by the rule; halves go away from the lower one. Of two steps, `unit` counts as one.
std::optional<qint64> rounded(qint64 numerator, qint64 unit, PriceRaise::Rounding rounding) {
    const qint64 lower = floorDivided(numerator, unit);
    const qint64 rest = numerator - lower * unit;
    if (rounding == PriceRaise::Rounding::Up)
        return lower + (rest > 0);
    return rounding == PriceRaise::Rounding::Down ? lower : lower + (rest >= unit - rest);
}
} // namespace

std::optional<QString> raised(const QString &cell, const PriceRaise &raise) {
    const std::optional<Rate> before = rateFromText(cell);
    if (!before || cell.trimmed().isEmpty() || raise.step < 1)
        return std::nullopt;
    const bool percent = raise.kind == PriceRaise::Kind::Percent;
    const auto factor = percent ? checkedAdd(whole, raise.value) : std::optional<qint64>(1);
    const auto exact =
        percent ? (factor ? checkedMultiply(*before, *factor) : std::nullopt) : checkedAdd(*before, raise.value);
    const auto unit = checkedMultiply(raise.step, percent ? whole : 1);
    const auto steps = exact && unit ? rounded(*exact, *unit, raise.rounding) : std::nullopt;
    const auto after = steps ? checkedMultiply(*steps, raise.step) : std::nullopt;
    return after ? std::optional(rateText(*after)) : std::nullopt;
}

} // namespace wemo::pages::campaigns
