#include "models/pricing/quote.h"

#include "models/core/enum_names.h"
#include "models/pricing/config_limits.h"
#include "models/pricing/stack.h"

#include <algorithm>

namespace wemo::pricing {

namespace {
constexpr EnumNames<LineKind, 14> kinds{{{LineKind::Base, "base"},
                                         {LineKind::Time, "time"},
                                         {LineKind::Distance, "distance"},
                                         {LineKind::Package, "package"},
                                         {LineKind::Overtime, "overtime"},
                                         {LineKind::ExtraDistance, "extra_distance"},
                                         {LineKind::Zone, "zone"},
                                         {LineKind::Calendar, "calendar"},
                                         {LineKind::Cap, "cap"},
                                         {LineKind::Floor, "floor"},
                                         {LineKind::Pass, "pass"},
                                         {LineKind::Code, "code"},
                                         {LineKind::Rounding, "rounding"},
                                         {LineKind::Credit, "credit"}}};
constexpr EnumNames<Unit, 6> units{{{Unit::Once, "once"},
                                    {Unit::Minutes, "minutes"},
                                    {Unit::Kilometres, "kilometres"},
                                    {Unit::Intervals, "intervals"},
                                    {Unit::Windows, "windows"},
                                    {Unit::Percent, "percent"}}};
constexpr std::size_t mostStretches = 100;

Failure refused(const QString &path, const QString &code, const QString &message) {
    Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
    error.fields = {{path, code, message}};
    return Failure(std::move(error));
}

Result<const Package *> packageOf(const Config &config, const Ride &ride) {
    const Packages *packages = config.find<Packages>();
    if (!packages) {
        if (ride.packageHours)
            return refused("package_hours", "not-for-sale", "This plan sells no packages.");
        return nullptr;
    }
    if (!ride.packageHours)
        return refused("package_hours", "required", "Say which package the ride is on.");
    for (const Package &package : packages->packages)
        if (package.hours == *ride.packageHours)
            return &package;
    return refused("package_hours", "not-for-sale", "No package of this plan has that many hours.");
}

void addConfig(Stack &stack, const Config &config) {
    const Cap *caps[mostCaps];
    int places[mostCaps];
    int count = 0;
    for (std::size_t i = 0; i < config.components.size(); ++i) {
        const Component &component = config.components[i];
        const int place = static_cast<int>(i);
        if (const auto *zones = std::get_if<ZoneFees>(&component)) {
            stack.addZones(*zones, place);
        } else if (const auto *calendar = std::get_if<Calendar>(&component)) {
            stack.addCalendar(*calendar, place);
        } else if (const auto *cap = std::get_if<Cap>(&component); cap && count < mostCaps) {
            caps[count] = cap;
            places[count++] = place;
        }
    }
    if (count > 0)
        stack.addCaps(caps, places, count);
}

void addBenefits(Stack &stack, const Config &config, const Ride &ride) {
    const auto each = [&](BenefitKind kind, auto add) {
        for (std::size_t i = 0; i < ride.benefits.size(); ++i)
            if (ride.benefits[i].kind == kind)
                add(ride.benefits[i], static_cast<int>(i));
    };
    each(BenefitKind::Pass, [&](const Benefit &benefit, int i) { stack.addBenefit(benefit, i, config.takesPass); });
    each(BenefitKind::Code, [&](const Benefit &benefit, int i) { stack.addBenefit(benefit, i, config.takesCode); });
    stack.addRounding();
    // Credit is kept in whole TWD, so it pays what is left after rounding, not before.
    each(BenefitKind::Credit, [&](const Benefit &benefit, int i) { stack.addCredit(benefit, i, config.takesCredit); });
}

Result<Quote> priced(const Legs &legs, const Ride &ride) {
    const Config &config = *legs[0].config;
    const Result<const Package *> package = packageOf(config, ride);
    if (!package)
        return Failure(package.error());
    Stack stack(legs, ride, *package);
    stack.addMeter();
    addConfig(stack, config);
    stack.addFloor();
    stack.noteRent();
    addBenefits(stack, config, ride);
    return stack.finish();
}

Result<void> accepted(const Ride &ride) {
    // Most rides are fine: only the others pay for the list of what is wrong.
    const bool isPlain = ride.start >= earliestTime && ride.start <= latestTime && ride.seconds >= 0 &&
                         ride.seconds <= longestRideSeconds && ride.metres >= 0 && ride.metres <= farthestRideMetres &&
                         ride.benefits.empty() && !ride.packageHours;
    if (isPlain)
        return {};
    QList<FieldError> errors = check(ride);
    if (errors.isEmpty())
        return {};
    Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
    error.fields = std::move(errors);
    return Failure(std::move(error));
}
} // namespace

QString toString(LineKind kind) {
    return kinds.toString(kind);
}
std::optional<LineKind> lineKindFromString(QStringView text) {
    return kinds.fromString(text);
}
QString toString(Unit unit) {
    return units.toString(unit);
}
std::optional<Unit> unitFromString(QStringView text) {
    return units.fromString(text);
}

Result<Quote> quote(const Config &config, const Ride &ride) {
    if (const Result<void> ok = accepted(ride); !ok)
        return Failure(ok.error());
    Legs legs;
    legs.append({&config, 0, 0, ride.minutes(), 0, ride.kilometres()});
    return priced(legs, ride);
}

Result<Quote> quote(const std::vector<Stretch> &stretches, const Ride &ride) {
    if (stretches.empty() || stretches.size() > mostStretches || stretches.front().fromMinute != 0)
        return failure(ErrorKind::Internal, "bad-stretches", "The service has a fault.", "stretches of a split ride");
    if (const Result<void> ok = accepted(ride); !ok)
        return Failure(ok.error());
    const qint64 minutes = ride.minutes();
    const auto kmAt = [&](qint64 minute) {
        const qint64 metres = minute >= minutes ? ride.metres : ride.metres * minute / minutes;
        return metres / 1000 + (metres % 1000 != 0);
    };
    Legs legs;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const qint64 from = std::min(stretches[i].fromMinute, minutes);
        const qint64 to = i + 1 < stretches.size() ? std::clamp(stretches[i + 1].fromMinute, from, minutes) : minutes;
        if (i == 0 || from < to)
            legs.append({stretches[i].config, static_cast<int>(i), from, to, from == 0 ? 0 : kmAt(from), kmAt(to)});
    }
    return priced(legs, ride);
}

} // namespace wemo::pricing
