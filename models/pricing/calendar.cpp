#include "models/pricing/calendar.h"

#include <algorithm>

namespace wemo::pricing {

namespace {
constexpr qint64 msOfMinute = 60'000;
constexpr qint64 msOfDay = 86'400'000;
constexpr qint64 julianDayOfEpoch = 2'440'588; // 1970-01-01
constexpr qint64 weekdayOfEpoch = 3;           // a Thursday, Monday being 0

qint64 floorDiv(qint64 a, qint64 b) {
    return a / b - (a % b < 0);
}
qint64 ceilDiv(qint64 a, qint64 b) {
    return -floorDiv(-a, b);
}

/// Days since 1970 by the local clock.
qint64 dayOf(qint64 localMs) {
    return floorDiv(localMs, msOfDay);
}

bool isOn(const Calendar &calendar, const CalendarRule &rule, qint64 day) {
    const qint64 weekday = ((day + weekdayOfEpoch) % 7 + 7) % 7;
    if (!(rule.weekdays & (1 << weekday)))
        return false;
    if (rule.holidays == HolidayRule::Any)
        return true;
    const QDate date = QDate::fromJulianDay(day + julianDayOfEpoch);
    const bool isHoliday = std::binary_search(calendar.holidays.begin(), calendar.holidays.end(), date);
    return isHoliday == (rule.holidays == HolidayRule::Only);
}

struct Span {
    qint64 begin, end; ///< local milliseconds, [begin, end)
};
Span spanOn(const CalendarRule &rule, qint64 day) {
    const qint64 midnight = day * msOfDay;
    const qint64 end = rule.toMinute > rule.fromMinute ? rule.toMinute : rule.toMinute + 1440;
    return {midnight + rule.fromMinute * msOfMinute, midnight + end * msOfMinute};
}
} // namespace

bool holdsAt(const Calendar &calendar, const CalendarRule &rule, Instant at) {
    const qint64 local = toMs(at) + localOffsetMs;
    const qint64 today = dayOf(local);
    for (qint64 day = today - 1; day <= today; ++day) {
        const Span span = spanOn(rule, day);
        if (span.begin <= local && local < span.end && isOn(calendar, rule, day))
            return true;
    }
    return false;
}

qint64 minutesInside(const Calendar &calendar, const CalendarRule &rule, Instant start, qint64 first, qint64 last) {
    if (first >= last)
        return 0;
    const qint64 begin = toMs(start) + localOffsetMs;
    const qint64 lastDay = dayOf(begin + last * msOfMinute);
    qint64 count = 0;
    for (qint64 day = dayOf(begin + first * msOfMinute) - 1; day <= lastDay; ++day) {
        if (!isOn(calendar, rule, day))
            continue;
        // The spans of two days never meet: one is at most a day long.
        const Span span = spanOn(rule, day);
        const qint64 from = std::clamp(ceilDiv(span.begin - begin, msOfMinute), first, last);
        const qint64 to = std::clamp(ceilDiv(span.end - begin, msOfMinute), first, last);
        count += to - from;
    }
    return count;
}

} // namespace wemo::pricing
