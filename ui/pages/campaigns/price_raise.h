#pragma once
#include "models/pricing/money.h"

namespace wemo::pages::campaigns {

/// "Raise by 5 %, to the nearest 0.5": one step over many prices.
struct PriceRaise {
    enum class Kind { Percent, Amount };
    enum class Rounding { Nearest, Up, Down };
    Kind kind = Kind::Percent;
    qint64 value = 0;             ///< hundredths of a percent, or a Rate; negative lowers
    wemo::pricing::Rate step = 1; ///< the result is a multiple of it; 1 = all four decimals stay
    Rounding rounding = Rounding::Nearest;
};

/// The cell's amount raised. Nothing where the cell holds no amount, or the result does not fit.
std::optional<QString> raised(const QString &cell, const PriceRaise &raise);

} // namespace wemo::pages::campaigns
