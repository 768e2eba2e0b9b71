#pragma once
#include "models/core/result.h"
#include "models/pricing/money.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <variant>
#include <vector>

namespace wemo::pricing {

/// A segment in the meaning of GBFS 3.0: `start` is inclusive, `end` exclusive, an interval of 0 charges once, and
/// segments that overlap add. Minutes in a time component, kilometres in a distance one.
struct Segment {
    qint64 start = 0;
    std::optional<qint64> end; ///< nothing = for ever
    Rate rate = 0;             ///< for each begun interval; may be negative
    qint64 interval = 1;
    bool operator==(const Segment &) const = default;
};

/// A flat fee that covers the first minutes.
struct Base {
    Rate price = 0;
    qint64 minutes = 0; ///< covered; time segments may not start before
    bool operator==(const Base &) const = default;
};

struct TimeSegments {
    std::vector<Segment> segments;
    bool operator==(const TimeSegments &) const = default;
};

struct DistanceSegments {
    std::vector<Segment> segments;
    bool operator==(const DistanceSegments &) const = default;
};

/// Hours bought in one piece. Which one a ride is on, the ride says.
struct Package {
    qint64 hours = 0;
    Rate price = 0;
    qint64 includedKm = 0;
    Rate overtimePerMinute = 0;
    Rate extraPerKm = 0;
    bool operator==(const Package &) const = default;
};
struct Packages {
    std::vector<Package> packages;
    bool operator==(const Packages &) const = default;
};

/// A fee (or, negative, a subsidy) by pick-up and return zone. An empty zone stands for any; the entry that names more
/// wins, and of two that name one each the pick-up's. A subsidy never takes what lies below under 0.
struct ZoneFee {
    QString from;
    QString to;
    Rate amount = 0;
    bool operator==(const ZoneFee &) const = default;
};
struct ZoneFees {
    std::vector<ZoneFee> fees; ///< ascending by from, then to
    bool operator==(const ZoneFees &) const = default;
};

enum class HolidayRule : quint8 { Any, Only, Never };
enum class CalendarEffect : quint8 {
    Percent,   ///< of what lies below, by the instant of the start; in hundredths of a percent
    Flat,      ///< once, by the instant of the start
    PerMinute, ///< for each begun minute that begins inside
};

/// A surcharge or discount by local time, weekday and holiday. All rules that apply are added; a discount never takes
/// what lies below under 0.
struct CalendarRule {
    QString nameZh;
    QString nameEn;
    int weekdays = 127; ///< bit 0 = Monday … bit 6 = Sunday
    HolidayRule holidays = HolidayRule::Any;
    int fromMinute = 0;  ///< of the local day, inclusive
    int toMinute = 1440; ///< exclusive; not after fromMinute = past midnight, of the day it began on
    CalendarEffect effect = CalendarEffect::Percent;
    qint64 value = 0; ///< hundredths of a percent, or a Rate
    bool operator==(const CalendarRule &) const = default;
};
struct Calendar {
    std::vector<CalendarRule> rules;
    std::vector<QDate> holidays; ///< local days, ascending: what "holiday" means to this config, for ever
    bool operator==(const Calendar &) const = default;
};

enum class CapScope : quint8 {
    Time, ///< base, packages, time segments
    Rent, ///< everything below; what is no time charge counts in the window the ride ends in
};
/// At most `amount` in each window of `minutes` from the start of the ride. Of several caps the one with the shorter
/// window comes first, and the longer window is a multiple of it.
struct Cap {
    Rate amount = 0;
    qint64 minutes = 1440;
    CapScope scope = CapScope::Time;
    bool operator==(const Cap &) const = default;
};

using Component = std::variant<Base, TimeSegments, DistanceSegments, Packages, ZoneFees, Calendar, Cap>;
/// base, time, distance, packages, zones, calendar, cap.
QString componentWord(const Component &component);

/// An immutable tariff. Components stand in the order of the variant above, each kind once (caps may be several).
struct Config {
    std::vector<Component> components;
    bool takesPass = true;
    bool takesCode = true;
    bool takesCredit = true;
    bool operator==(const Config &) const = default;

    template <typename T>
    const T *find() const {
        for (const Component &component : components)
            if (const T *found = std::get_if<T>(&component))
                return found;
        return nullptr;
    }
};

/// The zone of the clock by which calendars are read, and the only one a config may name.
constexpr auto localTimeZone = "Asia/Taipei";
constexpr qint64 localOffsetMs = 8 * 3'600'000; ///< since 1980 without daylight saving time

/// {"time_zone":"Asia/Taipei","currency":"TWD","takes":["pass","code","credit"],"components":[{"component":"base",
/// "price":"15","minutes":6}, {"component":"time","segments":[{"start":6,"rate":"2.5","interval":1}]}, …]}. Money is a
/// decimal string.
QJsonObject toJson(const Config &config);
/// Strict: an unknown component, field or word, and all that check() finds, each at its path below `path`.
Result<Config> configFromJson(const QJsonObject &json, const QString &path = {});
/// What is wrong with a config that was put together by hand: paths such as "components[1].segments[0].end". Codes:
/// inverted, empty, out-of-range, wrong-order, twice, covered-by-base, needs-price, ambiguous.
QList<FieldError> check(const Config &config);

/// Puts what has a fixed order into it: components, zone fees, holidays. configFromJson does so with the latter two; a
/// stack in another order is refused there.
void arrange(Config &config);
void arrange(ZoneFees &zones);
void arrange(Calendar &calendar);

/// The same text for the same tariff, whatever order its JSON had: what a config's fingerprint is made of.
QByteArray canonicalText(const Config &config);
/// SHA-256 of it, hexadecimal.
QString fingerprintOf(const Config &config);

} // namespace wemo::pricing
