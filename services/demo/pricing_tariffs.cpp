#include "services/demo/pricing_tariffs.h"

namespace wemo::demo {

using namespace pricing;

namespace {
constexpr qint64 flatMinutes = 6;
constexpr Rate tenth = perTwd / 10;
constexpr Tenths overtime = 30, extraKm = 35;

Rate raised(Rate rate, int percent) {
    return (rate * (100 + percent) / 100 + tenth / 2) / tenth * tenth;
}

Config with(Config config, Component component) {
    config.components.push_back(std::move(component));
    arrange(config);
    return config;
}
} // namespace

Config meterTariff(qint64 flat, Tenths perMinute) {
    Config config;
    config.components = {Base{flat * perTwd, flatMinutes},
                         TimeSegments{{{flatMinutes, std::nullopt, perMinute * tenth, 1}}}};
    return config;
}

Config adultTariff() {
    return meterTariff(15, 25);
}
Config youngTariff() {
    return meterTariff(9, 15);
}

Config hourlyTariff(int percent) {
    struct Length {
        qint64 hours, price, km;
    };
    constexpr Length lengths[] = {{4, 199, 40}, {10, 349, 80}, {30, 649, 150}, {66, 1199, 300}};
    Packages packages;
    for (const Length &length : lengths)
        packages.packages.push_back(
            {length.hours, length.price * percent / 100 * perTwd, length.km, overtime * tenth, extraKm * tenth});
    Config config;
    config.components = {packages};
    return config;
}

Config withNightDiscount(Config config) {
    Calendar calendar;
    calendar.rules = {{QString("夜間優惠"), "Night discount", 127, HolidayRule::Any, 22 * 60, 6 * 60,
                       CalendarEffect::Percent, -1000}};
    return with(std::move(config), calendar);
}

Config withHolidays(Config config, int firstYear, int lastYear) {
    Calendar calendar;
    calendar.rules = {{QString("國定假日加價"), "National holiday surcharge", 127, HolidayRule::Only, 0, 1440,
                       CalendarEffect::Percent, 1500}};
    constexpr std::pair<int, int> days[] = {{1, 1}, {2, 28}, {4, 4}, {5, 1}, {10, 10}};
    for (int year = firstYear; year <= lastYear; ++year)
        for (const auto &[month, day] : days)
            calendar.holidays.emplace_back(year, month, day);
    return with(std::move(config), calendar);
}

Config withDayCap(Config config, qint64 amount) {
    return with(std::move(config), Cap{amount * perTwd, 1440, CapScope::Time});
}

Config withDistance(Config config, qint64 fromKm, Tenths perKm) {
    return with(std::move(config), DistanceSegments{{{fromKm, std::nullopt, perKm * tenth, 1}}});
}

Config withZoneMatrix(Config config) {
    struct Row {
        const char *from;
        qint64 fees[5]; // to Taipei, New Taipei, Taoyuan, Taichung, Kaohsiung
    };
    constexpr const char *to[] = {"taipei", "new-taipei", "taoyuan", "taichung", "kaohsiung"};
    constexpr Row rows[] = {{"taipei", {0, 10, 60, 600, 900}},
                            {"new-taipei", {-5, 0, 50, 600, 900}},
                            {"taoyuan", {30, 30, 0, 500, 800}},
                            {"taichung", {600, 600, 500, 0, 500}},
                            {"kaohsiung", {900, 900, 800, 500, 0}}};
    ZoneFees zones;
    for (const Row &row : rows)
        for (std::size_t i = 0; i < std::size(to); ++i)
            zones.fees.push_back({QString::fromLatin1(row.from), QString::fromLatin1(to[i]), row.fees[i] * perTwd});
    return with(std::move(config), zones);
}

Config dearer(Config config, int percent) {
    for (Component &component : config.components) {
        if (auto *base = std::get_if<Base>(&component))
            base->price = raised(base->price, percent) / perTwd * perTwd;
        else if (auto *time = std::get_if<TimeSegments>(&component))
            for (Segment &segment : time->segments)
                segment.rate = raised(segment.rate, percent);
    }
    return config;
}

} // namespace wemo::demo
