#pragma once
#include "services/pricing/plans.h"
#include "services/pricing/timelines.h"
#include "tests/models/pricing/tariffs.h"
#include "tests/support/fake_clock.h"
#include "tests/support/storage_fixture.h"

namespace wemo::tests {

/// A store with two words in its catalog, a plan and its first config in force since long ago; two people to work on
/// it.
struct DeskWorld {
    StorageFixture fixture;
    FakeClock clock{pricing::test::tuesdayAfternoon};
    IdSource ids{clock, 7};
    staff::AuditLog audit{clock, ids};
    pricing::Desk desk{fixture.database(), clock, ids, audit, [] {}};
    pricing::Plans plans{desk};
    pricing::Timelines timelines{desk};
    const staff::Account lin{1, "lin", "Lin", staff::Role::Pricing};
    const staff::Account chen{2, "chen", "Chen", staff::Role::Pricing};

    Instant at(qint64 hours) const { return pricing::test::tuesdayAfternoon + std::chrono::hours(hours); }

    static pricing::Plan planEdit(const QString &code, const QString &model = {}) {
        pricing::Plan plan;
        plan.code = code;
        plan.nameZh = "一般方案";
        plan.nameEn = "Standard";
        plan.model = model;
        return plan;
    }

    static pricing::Config config(double rate) {
        pricing::Config config = pricing::test::adult();
        std::get<pricing::TimeSegments>(config.components[1]).segments[0].rate = pricing::test::twd(rate);
        return config;
    }

    pricing::DraftEdit edit(const pricing::Plan &plan, qint64 from, std::optional<qint64> to, double rate) const {
        pricing::DraftEdit edit;
        edit.from = at(from);
        if (to)
            edit.to = at(*to);
        edit.config = config(rate);
        edit.timelineVersion = plan.timelineVersion;
        return edit;
    }

    Result<pricing::PlanTimeline> act(const staff::Account &who, const pricing::PlanTimeline &timeline,
                                      pricing::IntervalAct act, const QString &gap = {},
                                      const QString &note = {}) const {
        return timelines.act(who, timeline.touched->id, act, {timeline.plan.timelineVersion, gap, {}, note});
    }

    /// Draft, submitted by Lin, approved by Chen.
    Result<pricing::PlanTimeline> publish(const pricing::Plan &plan, qint64 from, std::optional<qint64> to,
                                          double rate) const {
        using pricing::IntervalAct;
        Result<pricing::PlanTimeline> timeline = timelines.addDraft(lin, plan.id, edit(plan, from, to, rate));
        if (timeline)
            timeline = act(lin, *timeline, IntervalAct::Submit, "GAP");
        if (timeline)
            timeline = act(chen, *timeline, IntervalAct::Approve);
        return timeline;
    }

    /// A plan whose first price (2.5) comes into force in an hour; the clock is moved past it.
    pricing::PlanTimeline planInForce(const QString &code = "standard") {
        for (const char *model : {"candy", "fly"})
            (void)plans.addCatalogEntry(lin, {"model", QString::fromLatin1(model), "車", "Scooter"});
        (void)plans.addCatalogEntry(lin, {"product", "per_minute", "分鐘計費", "Per minute"});
        const auto plan = plans.create(lin, planEdit(code));
        if (!plan)
            qFatal("plan: %s", qPrintable(plan.error().code + plan.error().detail));
        const auto timeline = publish(*plan, 1, {}, 2.5);
        if (!timeline)
            qFatal("publish: %s", qPrintable(timeline.error().code + timeline.error().detail));
        clock.advance(std::chrono::hours(2));
        return *timeline;
    }

    static double rateAt(const pricing::StoredBook &book, Instant at) {
        const auto interval = pricing::inForce(book.intervals, at);
        for (const pricing::ConfigRecord &record : book.configs)
            if (interval && record.id == interval->configId)
                return static_cast<double>(record.config->find<pricing::TimeSegments>()->segments[0].rate) /
                       static_cast<double>(pricing::perTwd);
        return 0;
    }
    pricing::StoredBook book() {
        return *fixture.database().read(
            [](storage::Connection &connection) { return pricing::Store(connection).book(); });
    }
    double rateAt(qint64 hours) { return rateAt(book(), at(hours)); }
};

} // namespace wemo::tests
