#include "models/pricing/config.h"
#include "models/pricing/config_limits.h"

#include <algorithm>

namespace wemo::pricing {

namespace {
/// Collects what is wrong below one path.
class Findings {
public:
    explicit Findings(QList<FieldError> &errors)
        : m_errors(errors) {}

    void at(const QString &path) { m_path = path; }
    void add(const QString &name, const char *code, const QString &message) {
        m_errors.append({name.isEmpty() ? m_path : m_path + "." + name, QString::fromLatin1(code), message});
    }
    void range(const QString &name, qint64 value, qint64 least, qint64 most) {
        if (value < least || value > most)
            add(name, "out-of-range", QString("Expected a number from %1 to %2.").arg(least).arg(most));
    }
    void rate(const QString &name, Rate value, Rate least = -mostRate) {
        if (value < least || value > mostRate)
            add(name, "out-of-range", QString("Expected %1 to %2 TWD.").arg(rateText(least), rateText(mostRate)));
    }
    void count(const QString &name, std::size_t size, int most) {
        if (size == 0)
            add(name, "empty", "Give at least one.");
        else if (size > static_cast<std::size_t>(most))
            add(name, "too-many", QString("At most %1 entries.").arg(most));
    }

private:
    QList<FieldError> &m_errors;
    QString m_path;
};

QString indexed(const QString &path, const char *name, std::size_t index) {
    return QString("%1.%2[%3]").arg(path, QString::fromLatin1(name)).arg(index);
}

void checkSegments(Findings &found, const QString &path, const std::vector<Segment> &segments, qint64 most) {
    found.count("segments", segments.size(), mostSegments);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment &segment = segments[i];
        found.at(indexed(path, "segments", i));
        found.range("start", segment.start, 0, most);
        found.range("interval", segment.interval, 0, most);
        found.rate("rate", segment.rate);
        if (!segment.end)
            continue;
        if (*segment.end < segment.start)
            found.add("end", "inverted", "The segment ends before it starts.");
        else if (*segment.end == segment.start)
            found.add("end", "empty", "The segment ends where it starts, so it never charges.");
        else
            found.range("end", *segment.end, 1, most);
    }
}

void checkPackages(Findings &found, const QString &path, const std::vector<Package> &packages) {
    found.count("packages", packages.size(), mostPackages);
    for (std::size_t i = 0; i < packages.size(); ++i) {
        const Package &package = packages[i];
        found.at(indexed(path, "packages", i));
        found.range("hours", package.hours, 1, mostHours);
        found.rate("price", package.price, 0);
        found.range("included_km", package.includedKm, 0, mostKilometres);
        found.rate("overtime_per_minute", package.overtimePerMinute, 0);
        found.rate("extra_per_km", package.extraPerKm, 0);
        const auto isSame = [&](const Package &other) { return other.hours == package.hours; };
        if (std::any_of(packages.begin(), packages.begin() + static_cast<std::ptrdiff_t>(i), isSame))
            found.add("hours", "twice", "Another package has the same number of hours.");
    }
}

bool isBefore(const ZoneFee &one, const ZoneFee &other) {
    return std::tie(one.from, one.to) < std::tie(other.from, other.to);
}

void checkFees(Findings &found, const QString &path, const std::vector<ZoneFee> &fees) {
    found.count("fees", fees.size(), mostFees);
    for (std::size_t i = 0; i < fees.size(); ++i) {
        found.at(indexed(path, "fees", i));
        found.rate("amount", fees[i].amount);
        if (i == 0 || isBefore(fees[i - 1], fees[i]))
            continue;
        if (isBefore(fees[i], fees[i - 1]))
            found.add({}, "wrong-order", "Zone fees stand in the order of their zones.");
        else
            found.add({}, "twice", "There is a fee for these two zones already.");
    }
}

void checkRule(Findings &found, const CalendarRule &rule, bool hasHolidays) {
    if (rule.weekdays <= 0 || rule.weekdays > everyDay)
        found.add("weekdays", "empty", "Choose at least one day.");
    found.range("from", rule.fromMinute, 0, minutesOfDay - 1);
    found.range("to", rule.toMinute, 1, minutesOfDay);
    if (rule.fromMinute == rule.toMinute)
        found.add("to", "empty", "It ends when it begins.");
    if (rule.effect == CalendarEffect::Percent)
        found.range("value", rule.value, leastPercent, mostPercent);
    else
        found.rate("value", rule.value);
    if (rule.holidays == HolidayRule::Only && !hasHolidays)
        found.add("holidays", "empty", "It is for holidays only, and no holidays are given.");
}

void checkCalendar(Findings &found, const QString &path, const Calendar &calendar) {
    found.count("rules", calendar.rules.size(), mostRules);
    if (calendar.holidays.size() > mostHolidays)
        found.add("holidays", "too-many", QString("At most %1 entries.").arg(mostHolidays));
    for (std::size_t i = 0; i < calendar.rules.size(); ++i) {
        found.at(indexed(path, "rules", i));
        checkRule(found, calendar.rules[i], !calendar.holidays.empty());
    }
    for (std::size_t i = 0; i < calendar.holidays.size(); ++i) {
        found.at(indexed(path, "holidays", i));
        if (!calendar.holidays[i].isValid())
            found.add({}, "bad-date", "There is no such day.");
        else if (i > 0 && calendar.holidays[i] == calendar.holidays[i - 1])
            found.add({}, "twice", "This day is named twice.");
        else if (i > 0 && calendar.holidays[i] < calendar.holidays[i - 1])
            found.add({}, "wrong-order", "Holidays stand in the order of the calendar.");
    }
}

void checkCap(Findings &found, const Cap &cap, const Cap *shorter) {
    found.rate("amount", cap.amount, 0);
    found.range("minutes", cap.minutes, shortestWindow, mostMinutes);
    if (shorter && (shorter->minutes <= 0 || cap.minutes <= shorter->minutes || cap.minutes % shorter->minutes != 0))
        found.add("minutes", "not-a-multiple",
                  "The longer window must be a multiple of the shorter, which comes first.");
}

void checkBase(Findings &found, const Base &base) {
    found.rate("price", base.price, 0);
    found.range("minutes", base.minutes, 0, mostMinutes);
}

void checkCovered(Findings &found, const Config &config, const QString &path, const TimeSegments &time) {
    const Base *base = config.find<Base>();
    for (std::size_t i = 0; base && i < time.segments.size(); ++i) {
        found.at(indexed(path, "segments", i));
        if (time.segments[i].start < base->minutes)
            found.add("start", "covered-by-base",
                      QString("The flat fee covers the first %1 minutes.").arg(base->minutes));
    }
}

void checkOrder(Findings &found, const Config &config, std::size_t i) {
    if (i == 0)
        return;
    const std::size_t kind = config.components[i].index();
    const std::size_t before = config.components[i - 1].index();
    if (kind < before)
        found.add({}, "wrong-order", "The stack's order is base, time, distance, packages, zones, calendar, cap.");
    else if (kind == before && !std::holds_alternative<Cap>(config.components[i]))
        found.add({}, "twice", "A config has only one component of this kind.");
}

void checkWhole(Findings &found, const Config &config) {
    found.at("components");
    const bool hasPackages = config.find<Packages>();
    const bool isMetered = config.find<Base>() || config.find<TimeSegments>() || config.find<DistanceSegments>();
    if (!hasPackages && !isMetered)
        found.add({}, "needs-price", "Nothing in this config asks for money: add a base, a rate or packages.");
    if (hasPackages && isMetered)
        found.add({}, "ambiguous", "Packages bring their own price: they do not go with base, time or distance.");
    const auto isCap = [](const Component &component) { return std::holds_alternative<Cap>(component); };
    if (std::count_if(config.components.begin(), config.components.end(), isCap) > mostCaps)
        found.add({}, "too-many", QString("At most %1 caps.").arg(mostCaps));
}

struct ComponentCheck {
    Findings &found;
    const Config &config;
    const QString &path;
    std::size_t index;

    void operator()(const Base &base) const { checkBase(found, base); }
    void operator()(const TimeSegments &time) const {
        checkSegments(found, path, time.segments, mostMinutes);
        checkCovered(found, config, path, time);
    }
    void operator()(const DistanceSegments &distance) const {
        checkSegments(found, path, distance.segments, mostKilometres);
    }
    void operator()(const Packages &packages) const { checkPackages(found, path, packages.packages); }
    void operator()(const ZoneFees &zones) const { checkFees(found, path, zones.fees); }
    void operator()(const Calendar &calendar) const { checkCalendar(found, path, calendar); }
    void operator()(const Cap &cap) const {
        const Cap *before = index > 0 ? std::get_if<Cap>(&config.components[index - 1]) : nullptr;
        checkCap(found, cap, before);
    }
};
} // namespace

QList<FieldError> check(const Config &config) {
    QList<FieldError> errors;
    Findings found(errors);
    for (std::size_t i = 0; i < config.components.size(); ++i) {
        const QString path = QString("components[%1]").arg(i);
        found.at(path);
        checkOrder(found, config, i);
        found.at(path);
        std::visit(ComponentCheck{found, config, path, i}, config.components[i]);
    }
    checkWhole(found, config);
    return errors;
}

void arrange(ZoneFees &zones) {
    std::stable_sort(zones.fees.begin(), zones.fees.end(), isBefore);
}

void arrange(Calendar &calendar) {
    std::sort(calendar.holidays.begin(), calendar.holidays.end());
}

void arrange(Config &config) {
    const auto key = [](const Component &component) {
        const Cap *cap = std::get_if<Cap>(&component);
        return std::pair(component.index(), cap ? cap->minutes : 0);
    };
    std::stable_sort(config.components.begin(), config.components.end(),
                     [&](const Component &one, const Component &other) { return key(one) < key(other); });
    for (Component &component : config.components) {
        if (auto *zones = std::get_if<ZoneFees>(&component))
            arrange(*zones);
        else if (auto *calendar = std::get_if<Calendar>(&component))
            arrange(*calendar);
    }
}

} // namespace wemo::pricing
