#include "tests/services/pricing/desk_world.h"

#include <QJsonArray>
#include <QTest>

#include <thread>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

namespace {
template <typename T>
QString codeOf(const Result<T> &result) {
    return result ? QString() : result.error().code;
}
template <typename T>
QString fieldOf(const Result<T> &result) {
    return result || result.error().fields.isEmpty()
               ? QString()
               : result.error().fields.first().path + " " + result.error().fields.first().code;
}
bool isAnyInstantCoveredTwice(const QList<Interval> &timeline) {
    for (qsizetype i = 0; i < timeline.size(); ++i)
        for (qsizetype k = 0; k < i; ++k)
            if (isPublished(timeline[i]) && isPublished(timeline[k]) && timeline[i].overlaps(timeline[k]))
                return true;
    return false;
}
} // namespace

class TimelinesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraftBecomesThePrice_data() { StorageFixture::dialects(); }
    void aDraftBecomesThePrice() {
        DeskWorld world;
        const PlanTimeline first = world.planInForce();
        auto timeline = world.timelines.addDraft(world.lin, first.plan.id, world.edit(first.plan, 24, {}, 3));
        QCOMPARE(codeOf(timeline), QString());
        QVERIFY(timeline->problems.isEmpty());
        timeline = world.act(world.lin, *timeline, IntervalAct::Submit);
        QVERIFY(timeline && timeline->touched->state == IntervalState::Submitted);
        timeline = world.act(world.chen, *timeline, IntervalAct::Approve);
        QCOMPARE(codeOf(timeline), QString());
        QCOMPARE(timeline->touched->approver, "Chen");
        QCOMPARE(toString(statusOf(*timeline->touched, world.clock.now())), "scheduled");
        QCOMPARE(toString(statusOf(*timeline->touched, world.at(24))), "effective");
        QCOMPARE(world.rateAt(23), 2.5);
        QCOMPARE(world.rateAt(24), 3.0);
        QCOMPARE(timeline->touched->predecessorId, first.touched->id);

        const auto history = world.timelines.history(first.plan.id, 10);
        QCOMPARE(history->first().action, "pricing.interval.approve");
        QCOMPARE(history->first().actor, "chen");
        QCOMPARE(history->last().action, "pricing.plan.create");
    }

    void whatTheRulesRefuse_data() { StorageFixture::dialects(); }
    void whatTheRulesRefuse() {
        DeskWorld world;
        const PlanTimeline first = world.planInForce();
        const auto draft = [&](qint64 from, std::optional<qint64> to) {
            const auto now = world.timelines.timeline(first.plan.id);
            return world.timelines.addDraft(world.lin, first.plan.id, world.edit(now->plan, from, to, 4));
        };
        QCOMPARE(fieldOf(draft(24, 24)), "to empty");
        QCOMPARE(fieldOf(draft(24, 23)), "to inverted");
        QCOMPARE(fieldOf(draft(-1, {})), "from past");
        QVERIFY(world.publish(world.timelines.timeline(first.plan.id)->plan, 48, {}, 3));

        auto open = draft(24, {}); // saved with its problem, and not handed in
        QCOMPARE(open->problems.size(), 1);
        const auto refused = world.act(world.lin, *open, IntervalAct::Submit);
        QCOMPARE(codeOf(refused), "overlap");
        QCOMPARE(refused.error().extra.value("intervals").toArray().size(), 2);

        auto holed = draft(24, 40);
        const auto gap = world.act(world.lin, *holed, IntervalAct::Submit);
        QCOMPARE(codeOf(gap), "gap");
        QCOMPARE(gap.error().extra.value("gaps").toArray().size(), 1);
        QCOMPARE(codeOf(world.act(world.lin, *holed, IntervalAct::Submit, "yes")), "gap");
        holed = world.act(world.lin, *holed, IntervalAct::Submit, QString::fromUtf8("空窗"));
        QCOMPARE(codeOf(holed), QString());
        QCOMPARE(codeOf(world.act(world.lin, *holed, IntervalAct::Approve)), "four-eyes");
        QCOMPARE(fieldOf(world.act(world.chen, *holed, IntervalAct::Reject)), "note required");
        holed = world.act(world.chen, *holed, IntervalAct::Reject, {}, "Why the gap?");
        QVERIFY(holed && holed->touched->state == IntervalState::Draft);
        QCOMPARE(codeOf(world.act(world.chen, *holed, IntervalAct::Approve)), "wrong-state");
        QVERIFY(world.timelines.deleteDraft(world.lin, holed->touched->id, holed->plan.timelineVersion));
        QCOMPARE(codeOf(world.timelines.deleteDraft(world.lin, holed->touched->id, 0)), "interval-not-found");
    }

    void theLeadTimeIsKeptButForEmergencies_data() { StorageFixture::dialects(); }
    void theLeadTimeIsKeptButForEmergencies() {
        DeskWorld world;
        const PlanTimeline first = world.planInForce();
        DraftEdit edit = world.edit(first.plan, 0, {}, 4);
        edit.from = world.clock.now() + std::chrono::minutes(19);
        auto draft = world.timelines.addDraft(world.lin, first.plan.id, edit);
        QVERIFY(draft && draft->problems.size() == 1);
        QCOMPARE(fieldOf(world.act(world.lin, *draft, IntervalAct::Submit)), "from lead-time");
        const auto urgent = [&](const PlanTimeline &timeline, IntervalAct act, const staff::Account &who) {
            return world.timelines.act(who, timeline.touched->id, act,
                                       {timeline.plan.timelineVersion, {}, "Wrong price on the street", {}});
        };
        draft = urgent(*draft, IntervalAct::Submit, world.lin);
        QCOMPARE(codeOf(draft), QString());
        world.clock.set(draft->touched->from - Milliseconds(4'999)); // too late for all services to hear of it
        QCOMPARE(fieldOf(urgent(*draft, IntervalAct::Approve, world.chen)), "from lead-time");
        world.clock.set(draft->touched->from - Milliseconds(5'000));
        QCOMPARE(codeOf(urgent(*draft, IntervalAct::Approve, world.chen)), QString());
    }

    void aStaleSaveIsToldWhatChanged_data() { StorageFixture::dialects(); }
    void aStaleSaveIsToldWhatChanged() {
        DeskWorld world;
        const PlanTimeline first = world.planInForce();
        QVERIFY(world.timelines.addDraft(world.chen, first.plan.id, world.edit(first.plan, 24, {}, 3)));
        const auto late = world.timelines.addDraft(world.lin, first.plan.id, world.edit(first.plan, 30, {}, 4));
        QCOMPARE(codeOf(late), "stale-timeline");
        const auto told = planTimelineFromJson(late.error().extra.value("timeline").toObject());
        QVERIFY(told && told->intervals.size() == 2);
        QCOMPARE(told->plan.timelineVersion, first.plan.timelineVersion + 1);
    }

    void takingBackBringsTheFormerPrice_data() { StorageFixture::dialects(); }
    void takingBackBringsTheFormerPrice() {
        DeskWorld world;
        const PlanTimeline first = world.planInForce();
        const auto fresh = world.publish(first.plan, 24, {}, 3);
        QVERIFY(fresh);
        world.clock.set(world.at(30));
        QCOMPARE(codeOf(world.act(world.lin, *fresh, IntervalAct::Withdraw)), "wrong-state");
        const auto back = world.act(world.lin, *fresh, IntervalAct::Rollback, {}, "Riders complain");
        QCOMPARE(codeOf(back), QString());
        QCOMPARE(world.rateAt(29), 3.0);
        QCOMPARE(world.rateAt(30), 2.5);
        QCOMPARE(back->intervals.last().rollbackOf, fresh->touched->id);
        QCOMPARE(codeOf(world.act(world.lin, *back, IntervalAct::Rollback)), "ended");
    }

    void whatIsScheduledCanBeWithdrawn_data() { StorageFixture::dialects(); }
    void whatIsScheduledCanBeWithdrawn() {
        DeskWorld world;
        const PlanTimeline first = world.planInForce();
        const auto fresh = world.publish(first.plan, 24, {}, 3);
        const auto gone = world.act(world.lin, *fresh, IntervalAct::Withdraw);
        QCOMPARE(codeOf(gone), QString());
        QVERIFY(gone->touched->state == IntervalState::Withdrawn);
        QCOMPARE(world.rateAt(1'000), 2.5);
    }

    void publishingAndTakingBackResolvesAsBefore_data() { StorageFixture::dialects(); }
    void publishingAndTakingBackResolvesAsBefore() {
        DeskWorld world;
        PlanTimeline timeline = world.planInForce();
        Dice chance(5);
        for (int round = 0; round < 15; ++round) {
            const qint64 from = 10 + chance(200);
            const StoredBook before = world.book();
            const auto fresh = world.publish(
                timeline.plan, from, chance(1) ? std::optional(from + 1 + chance(99)) : std::nullopt, 5 + round);
            if (fresh) {
                const auto back = world.act(world.lin, *fresh, IntervalAct::Rollback);
                QCOMPARE(codeOf(back), QString());
                const StoredBook after = world.book();
                for (qint64 hour = 3; hour < 400; ++hour)
                    QCOMPARE(DeskWorld::rateAt(after, world.at(hour)), DeskWorld::rateAt(before, world.at(hour)));
            }
            timeline = *world.timelines.timeline(timeline.plan.id);
            if (round % 3 == 0) // something that stays, for the next ones to meet
                if (const auto kept = world.publish(timeline.plan, 250 + 20 * round, {}, 100 + round))
                    timeline = *kept;
            timeline = *world.timelines.timeline(timeline.plan.id);
        }
    }

    void twoAtOnceNeverOverlap_data() { StorageFixture::dialects(); }
    void twoAtOnceNeverOverlap() {
        DeskWorld world;
        const PlanTimeline first = world.planInForce();
        std::atomic<int> published = 0;
        std::atomic<int> stale = 0;
        const auto work = [&](unsigned seed) {
            auto database = storage::Database::open(world.fixture.options());
            IdSource ids(world.clock, 100 + seed);
            const staff::AuditLog audit(world.clock, ids);
            const Desk desk{**database, world.clock, ids, audit, [] {}};
            const Timelines timelines(desk);
            Dice chance(seed);
            for (int round = 0; round < 60; ++round) {
                const auto now = timelines.timeline(first.plan.id);
                if (!now)
                    continue;
                const qint64 from = 10 + chance(500);
                DraftEdit edit =
                    world.edit(now->plan, from, chance(2) ? std::optional(from + 1 + chance(80)) : std::nullopt, 3);
                auto timeline = timelines.addDraft(world.lin, first.plan.id, edit);
                const auto act = [&](const staff::Account &who, IntervalAct which) {
                    if (timeline)
                        timeline = timelines.act(who, timeline->touched->id, which,
                                                 {timeline->plan.timelineVersion, "GAP", {}, {}});
                };
                act(world.lin, IntervalAct::Submit);
                act(world.chen, IntervalAct::Approve);
                published += timeline.has_value();
                if (chance(3) == 0)
                    act(world.chen, IntervalAct::Rollback);
                stale += codeOf(timeline) == "stale-timeline";
            }
        };
        std::thread one(work, 1), other(work, 2);
        one.join();
        other.join();
        const auto timeline = world.timelines.timeline(first.plan.id);
        QVERIFY(!isAnyInstantCoveredTwice(timeline->intervals));
        QVERIFY(published > 5);
        QVERIFY(stale > 0); // they did meet
    }

    void theDatabaseRefusesAnOverlapByItself_data() { StorageFixture::dialects(); }
    void theDatabaseRefusesAnOverlapByItself() {
        DeskWorld world;
        const PlanTimeline first = world.planInForce();
        Interval second = *first.touched;
        second.id = world.ids.next();
        second.from = world.at(5);
        const auto insert = [&](const Interval &interval) {
            return world.fixture.database().write(
                [&](storage::Connection &connection) { return Store(connection).insertInterval(interval); });
        };
        QVERIFY(!insert(second));
        second.state = IntervalState::Draft;
        QVERIFY(insert(second));
        second.state = IntervalState::Approved;
        QVERIFY(!world.fixture.database().write(
            [&](storage::Connection &connection) { return Store(connection).updateInterval(second); }));
    }

private:
    /// A number from 0 to `most`.
    class Dice {
    public:
        explicit Dice(unsigned seed)
            : m_chance(seed) {}
        qint64 operator()(qint64 most) { return m_chance.upTo(most); }

    private:
        pricing::test::Chance m_chance;
    };
};

QTEST_APPLESS_MAIN(TimelinesTest)
#include "timelines_test.moc"
