#pragma once
#include <QString>
#include <QtGlobal>

#include <optional>

namespace wemo::pricing {

/// Ten-thousandths of a TWD: what every rate and every amount inside a fare is counted in. Only what a rider pays in
/// the end is whole TWD.
using Rate = qint64;
constexpr Rate perTwd = 10'000;

/// Nothing where the result does not fit 63 bits.
inline std::optional<qint64> checkedAdd(qint64 a, qint64 b) {
    qint64 sum = 0;
    return __builtin_add_overflow(a, b, &sum) ? std::nullopt : std::optional(sum);
}
inline std::optional<qint64> checkedMultiply(qint64 a, qint64 b) {
    qint64 product = 0;
    return __builtin_mul_overflow(a, b, &product) ? std::nullopt : std::optional(product);
}

/// "2.5", "-0.0001", "15": the form in JSON, CSV and fields; never an exponent, no zeros that say nothing.
QString rateText(Rate rate);
/// Reads what rateText writes, and what people do ("2.50", "+3"); nothing for more than four decimals that count, for
/// what does not fit, for "NaN" and other words.
std::optional<Rate> rateFromText(QStringView text);

/// Up to whole TWD: 17.0001 is 18, -0.5 is 0.
constexpr qint64 roundedUp(Rate rate) {
    return rate >= 0 ? rate / perTwd + (rate % perTwd != 0) : rate / perTwd;
}

} // namespace wemo::pricing
