#pragma once
#include "models/pricing/quote.h"

#include <random>

/// Configs and rides that several tests of this folder price.
namespace wemo::pricing::test {

inline Rate twd(double amount) {
    return static_cast<Rate>(amount * perTwd + (amount < 0 ? -0.5 : 0.5));
}

/// 2026-11-24 14:00 in Taipei, a Tuesday.
inline const Instant tuesdayAfternoon = fromMs(1'795'500'000'000);

inline Ride ride(qint64 minutes, qint64 metres, Instant start = tuesdayAfternoon) {
    Ride ride;
    ride.start = start;
    ride.seconds = minutes * 60;
    ride.metres = metres;
    return ride;
}

/// Adults in 2019: the first 6 minutes 15, then 2.5 a minute.
inline Config adult() {
    Config config;
    config.components = {Base{twd(15), 6}, TimeSegments{{{6, {}, twd(2.5), 1}}}};
    return config;
}

/// A random config whose rates are all ≥ 0, without discounts: what a longer or farther ride may never be cheaper
/// under.
class Chance {
public:
    explicit Chance(unsigned seed)
        : m_generator(seed) {}
    qint64 upTo(qint64 most) { return std::uniform_int_distribution<qint64>(0, most)(m_generator); }
    bool once(int in) { return upTo(in - 1) == 0; }
    Rate rate(int most) { return upTo(most) * perTwd + (once(2) ? upTo(perTwd - 1) : 0); }

    std::vector<Segment> segments(qint64 first, qint64 reach, bool mayFall) {
        std::vector<Segment> result;
        for (qint64 i = 0; i <= upTo(2); ++i) {
            Segment segment;
            segment.start = first + upTo(reach);
            if (once(2))
                segment.end = segment.start + 1 + upTo(reach);
            segment.rate = mayFall && once(3) ? -rate(5) : rate(9);
            segment.interval = once(5) ? 0 : 1 + upTo(4);
            result.push_back(segment);
        }
        return result;
    }

    Config config(bool mayFall) {
        Config config;
        const Base base{rate(50), upTo(20)};
        config.components = {base, TimeSegments{segments(base.minutes, 60, mayFall)}};
        if (once(2))
            config.components.push_back(DistanceSegments{segments(0, 20, mayFall)});
        if (once(3))
            config.components.push_back(ZoneFees{{{"", "", mayFall ? -rate(30) : rate(30)}}});
        if (once(2))
            config.components.push_back(calendar(mayFall));
        return config;
    }

    Calendar calendar(bool mayFall) {
        CalendarRule rule;
        rule.weekdays = static_cast<int>(1 + upTo(126));
        rule.fromMinute = static_cast<int>(upTo(1439));
        rule.toMinute = static_cast<int>(1 + upTo(1439));
        if (rule.toMinute == rule.fromMinute)
            rule.toMinute = 1440;
        rule.effect = static_cast<CalendarEffect>(upTo(2));
        rule.value = rule.effect == CalendarEffect::Percent ? upTo(5000) : rate(5);
        if (mayFall && once(2))
            rule.value = -rule.value;
        return {{rule}, {}};
    }

    Ride randomRide() {
        Ride ride = test::ride(0, upTo(60'000), fromMs(toMs(tuesdayAfternoon) + upTo(30LL * 86'400'000)));
        ride.seconds = upTo(once(4) ? 200'000 : 9'000);
        ride.pickupZone = "taipei";
        ride.returnZone = once(2) ? "taipei" : "taoyuan";
        return ride;
    }

private:
    std::mt19937 m_generator;
};

} // namespace wemo::pricing::test
