#pragma once
#include "models/pricing/config.h"
#include "services/pricing/price_books.h"
#include "services/pricing/quoting.h"

/// Small price books for tests.
namespace wemo::tests {

inline Instant at(const char *iso) {
    return fromIso(QString::fromLatin1(iso)).value();
}

/// A flat fee for the first minutes, then so much a minute (in TWD; 25 stands for 2.5).
inline pricing::Config meter(qint64 flat, qint64 minutes, qint64 tenthsPerMinute) {
    pricing::Config config;
    config.components = {pricing::Base{flat * pricing::perTwd, minutes},
                         pricing::TimeSegments{{{minutes, std::nullopt, tenthsPerMinute * pricing::perTwd / 10, 1}}}};
    return config;
}

inline pricing::Ride ride(const char *start, qint64 minutes, const QString &tier = "adult") {
    pricing::Ride ride;
    ride.model = "candy";
    ride.tier = tier;
    ride.pickupZone = ride.returnZone = "taipei";
    ride.start = at(start);
    ride.seconds = minutes * 60;
    ride.metres = minutes * 300;
    return ride;
}

class BookBuilder {
public:
    /// The id is the plan's place from 1.
    pricing::Plan &plan(const QString &code, const QString &tier, const QString &model = {}) {
        pricing::Plan plan;
        plan.id = m_parts.plans.size() + 1;
        plan.code = plan.nameEn = plan.nameZh = code;
        plan.tier = tier;
        plan.model = model;
        m_parts.plans.append(plan);
        return m_parts.plans.last();
    }
    /// A published interval of the last plan with a config of its own; ids are 100 × the plan's and on.
    BookBuilder &from(const char *from, const pricing::Config &config, const char *to = nullptr) {
        pricing::ConfigRecord record;
        record.planId = m_parts.plans.last().id;
        record.version = ++m_version;
        record.id = record.planId * 100 + m_version;
        record.config = config;
        record.fingerprint = pricing::fingerprintOf(config);
        m_parts.configs.append(record);
        return again(from, record.id, to);
    }
    /// With a config that is there already.
    BookBuilder &again(const char *from, Id config, const char *to = nullptr) {
        pricing::Interval interval;
        interval.id = 1000 + m_parts.intervals.size();
        interval.planId = m_parts.plans.last().id;
        interval.configId = config;
        interval.from = at(from);
        if (to)
            interval.to = at(to);
        interval.state = pricing::IntervalState::Approved;
        m_parts.intervals.append(interval);
        return *this;
    }
    pricing::BookParts &parts() { return m_parts; }
    std::shared_ptr<const pricing::PriceBook> book() const {
        return std::make_shared<const pricing::PriceBook>(m_parts);
    }

private:
    pricing::BookParts m_parts;
    qint64 m_version = 0;
};

/// The public tariff of October 2019, and another for adults on FLY from 2024 on, dearer from 2025 on.
inline BookBuilder usualBook() {
    BookBuilder builder;
    builder.plan("adult", "adult");
    builder.from("2019-10-01T00:00:00+08:00", meter(15, 6, 25));
    builder.plan("young", "young");
    builder.from("2019-10-01T00:00:00+08:00", meter(9, 6, 15));
    builder.plan("fly-adult", "adult", "fly");
    builder.from("2024-01-01T00:00:00+08:00", meter(18, 6, 30), "2025-01-01T00:00:00+08:00");
    builder.from("2025-01-01T00:00:00+08:00", meter(20, 6, 35));
    return builder;
}

/// A store that a test changes by hand.
class HandSource final : public pricing::BookSource {
public:
    Result<qint64> version() override {
        const std::lock_guard lock(mutex);
        ++asked;
        return isAway ? Result<qint64>(failure(ErrorKind::Unavailable, "away", "It is away.")) : parts.version;
    }
    Result<pricing::BookParts> load() override {
        const std::lock_guard lock(mutex);
        ++loaded;
        return parts;
    }
    std::mutex mutex;
    pricing::BookParts parts;
    bool isAway = false;
    std::atomic<int> asked = 0;
    std::atomic<int> loaded = 0;
};

} // namespace wemo::tests
