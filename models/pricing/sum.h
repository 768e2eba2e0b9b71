#pragma once
#include "models/pricing/money.h"

namespace wemo::pricing {

/// Sums and products that remember whether one of them did not fit; a chain of them is asked once, at its end.
class Exact {
public:
    qint64 sum(qint64 a, qint64 b) {
        qint64 result = 0;
        m_isOver |= __builtin_add_overflow(a, b, &result);
        return result;
    }
    qint64 product(qint64 a, qint64 b) {
        qint64 result = 0;
        m_isOver |= __builtin_mul_overflow(a, b, &result);
        return result;
    }
    /// a × b / 10,000, half a unit away from 0.
    qint64 share(qint64 a, qint64 b) {
        constexpr qint64 whole = 10'000;
        const qint64 rest = product(a % whole, b);
        const qint64 rounded = rest / whole + (rest % whole >= whole / 2) - (rest % whole <= -whole / 2);
        return sum(product(a / whole, b), rounded);
    }
    bool isOver() const { return m_isOver; }

private:
    bool m_isOver = false;
};

} // namespace wemo::pricing
