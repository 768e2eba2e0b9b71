#pragma once
#include "models/core/result.h"
#include "models/core/time.h"
#include "models/pricing/money.h"

#include <QJsonObject>

#include <vector>

namespace wemo::pricing {

enum class BenefitKind : quint8 { Pass, Code, Credit };
enum class BenefitEffect : quint8 {
    FreeMinutes, ///< the time charge of the first minutes
    Percent,     ///< of what is left, in hundredths of a percent
    Amount,      ///< at most that much; what it leaves unused is lost (a code) or kept (credit)
};

/// What the rider brings along. At most one of each kind is used, in the order pass, code, credit.
struct Benefit {
    BenefitKind kind = BenefitKind::Code;
    QString code; ///< which pass or code it is
    BenefitEffect effect = BenefitEffect::Amount;
    qint64 value = 0;         ///< minutes, hundredths of a percent, or a Rate (credit: whole TWD only)
    std::optional<Rate> most; ///< it never gives more
    bool operator==(const Benefit &) const = default;
};

/// The facts a fare follows from. Words (model, tier, zone, product) are codes of the catalog.
struct Ride {
    QString product = QStringLiteral("per_minute");
    QString model;
    QString tier;
    QString pickupZone;
    QString returnZone;
    Instant start;
    qint64 seconds = 0; ///< from start to end
    qint64 metres = 0;
    std::optional<qint64> packageHours; ///< hourly product: which package was bought
    std::vector<Benefit> benefits;
    bool operator==(const Ride &) const = default;

    /// A part counts as a whole.
    qint64 minutes() const { return seconds / 60 + (seconds % 60 != 0); }
    qint64 kilometres() const { return metres / 1000 + (metres % 1000 != 0); }
};

constexpr qint64 longestRideSeconds = 366LL * 86'400;
constexpr qint64 farthestRideMetres = 100'000'000;

/// Members product, model, tier, pickup_zone, return_zone, start (ISO with Z or the offset of Taipei), minutes or
/// seconds, km (up to three decimals) or metres, package_hours, time_zone (if given, Asia/Taipei), benefits. Every
/// mistake at its field: negative, absurd (beyond the longest ride), a start that is no time or carries another zone's
/// offset.
Result<Ride> rideFromJson(const QJsonObject &json, const QString &path = {});
QJsonObject toJson(const Ride &ride);
/// The same rules for a ride put together otherwise (a form, a CSV row).
QList<FieldError> check(const Ride &ride);

} // namespace wemo::pricing
