#pragma once
#include "models/pricing/ride.h"

namespace wemo::pages::simulator {

/// A pass or a code as it is typed; an empty value and code = none.
struct BenefitEntry {
    wemo::pricing::BenefitEffect effect = wemo::pricing::BenefitEffect::FreeMinutes;
    QString code;
    QString value; ///< minutes, percent or TWD, by the effect
    bool operator==(const BenefitEntry &) const = default;
};

/// A ride as a person types it, right or wrong: what the form shows, what a place holds and what is remembered.
struct RideEntry {
    QString product = QStringLiteral("per_minute");
    QString model;
    QString tier;
    QString pickupZone;
    QString returnZone;
    QString start;   ///< "2026/11/24 22:05" in Taipei, or ISO 8601
    QString minutes; ///< "30" or "6:01"; empty where `end` is given
    QString end;
    QString km;
    QString hours; ///< of the package; not of a ride by the minute
    BenefitEntry pass{};
    BenefitEntry code{wemo::pricing::BenefitEffect::Amount, {}, {}};
    QString credit;
    std::optional<QString> otherStart; ///< the same ride at another instant beside it
    bool operator==(const RideEntry &) const = default;

    bool isByMinute() const { return product == u"per_minute"; }
};

/// As a query string; what is empty is left out.
QString toPlace(const RideEntry &entry);
/// What the place does not name is empty.
RideEntry entryFromPlace(const QString &place);

struct ReadRides {
    wemo::pricing::Ride ride;
    std::optional<wemo::pricing::Ride> other;
    QList<FieldError> errors; ///< their paths are names of fields: start, minutes, end, km, hours, pass, code, credit,
                              ///< other_start; with any, the rides are not to be used
};
ReadRides readRides(const RideEntry &entry);
/// The field a path of the service stands for; the path itself where no field does.
QString fieldOf(const QString &path, const RideEntry &entry);

/// The local time of Taipei as the form shows it: "2026/11/24 22:05", with seconds where there are some.
QString startText(Instant at);
/// What startText writes, and people do: other separators, ISO 8601 with an offset. Fails with "bad-date" for a day
/// there is not, else "bad-time".
Result<QString> isoFrom(const QString &typed);

} // namespace wemo::pages::simulator
