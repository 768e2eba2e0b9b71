#include "models/pricing/campaign_rules.h"
#include "tests/models/pricing/tariffs.h"

#include <QTest>

using namespace wemo;
using namespace wemo::pricing;

namespace {
Instant at(qint64 hours) {
    return pricing::test::tuesdayAfternoon + std::chrono::hours(hours);
}
Interval interval(Id id, qint64 from, std::optional<qint64> to) {
    Interval result;
    result.id = id;
    result.planId = 1;
    result.configId = 100 + id;
    result.from = at(from);
    if (to)
        result.to = at(*to);
    result.state = IntervalState::Approved;
    return result;
}
Interval draft(qint64 from) {
    Interval result = interval(0, from, {});
    result.configId = 500;
    result.campaignId = 9;
    return result;
}
Plan plan() {
    Plan plan;
    plan.id = 1;
    return plan;
}
QStringList codes(const PlanOutcome &outcome) {
    QStringList result;
    for (const CampaignProblem &problem : outcome.problems)
        result.append(problem.code + (problem.isFatal ? "" : "?"));
    return result;
}
/// As the store does: what has no id is given one.
QList<Interval> stored(QList<Interval> timeline, Id &next) {
    for (Interval &one : timeline)
        if (one.id == 0)
            one.id = ++next;
    return timeline;
}
} // namespace

class CampaignRulesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itGoesToWhereItsBaseEnds() {
        const QList<Interval> timeline{interval(1, 0, 50), interval(2, 50, {})};
        const PlanOutcome outcome = publishedOver(plan(), timeline, draft(20), 101);
        QCOMPARE(codes(outcome), QStringList());
        QCOMPARE(configAt(outcome.timeline, at(19)), 101);
        QCOMPARE(configAt(outcome.timeline, at(20)), 500);
        QCOMPARE(configAt(outcome.timeline, at(49)), 500);
        QCOMPARE(configAt(outcome.timeline, at(50)), 102);
    }

    void whatIsInItsWay_data() {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<Id>("base");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("nothing") << qint64(20) << Id(101) << QStringList();
        QTest::newRow("another base") << qint64(20) << Id(102) << QStringList{"base-changed"};
        QTest::newRow("begins with its base") << qint64(50) << Id(102) << QStringList{"overlap"};
        QTest::newRow("a gap behind it, as before") << qint64(60) << Id(102) << QStringList{"gap?"};
        QTest::newRow("in a gap") << qint64(75) << Id(102) << QStringList{"no-price-before"};
        QTest::newRow("retired by then") << qint64(95) << Id(103) << QStringList{"plan-retired"};
    }
    void whatIsInItsWay() {
        QFETCH(qint64, from);
        QFETCH(Id, base);
        QFETCH(QStringList, expected);
        const QList<Interval> timeline{interval(1, 0, 50), interval(2, 50, 70), interval(3, 80, {})};
        Plan retiring = plan();
        retiring.retiredAt = at(90);
        const PlanOutcome outcome = publishedOver(retiring, timeline, draft(from), base);
        QCOMPARE(codes(outcome), expected);
        if (isAnyFatal(outcome.problems))
            QCOMPARE(outcome.timeline, timeline);
    }

    void thePriceThatIsThereIsNoChange() {
        Interval same = draft(20);
        same.configId = 101;
        const PlanOutcome outcome = publishedOver(plan(), {interval(1, 0, {})}, same, 101);
        QCOMPARE(codes(outcome), QStringList{"unchanged?"});
        QCOMPARE(outcome.timeline.size(), 1);
    }

    void theHourIsTheWholesAffair() {
        Campaign campaign;
        campaign.publishAt = at(1);
        const auto problems = [&](Instant now) {
            const auto found = problemsOf(campaign, now, defaultLeadTime, Milliseconds(5'000));
            return found.isEmpty() ? QString() : found.first().code;
        };
        QCOMPARE(problems(at(1) - std::chrono::minutes(20)), QString());
        QCOMPARE(problems(at(1) - std::chrono::minutes(19)), "lead-time");
        QCOMPARE(problems(at(2)), "past");
        campaign.emergencyReason = "Now";
        QCOMPARE(problems(at(1) - std::chrono::seconds(5)), QString());
        QCOMPARE(problems(at(1) - std::chrono::seconds(4)), "lead-time");
        campaign.publishAt = fromMs(0);
        QCOMPARE(problems(at(1)), "out-of-range");
    }

    /// What came before was itself taken back: it does not return from the dead.
    void whatWasTakenBackDoesNotComeBack() {
        Id next = 10;
        const QList<Interval> first{interval(1, 0, {})};
        Interval second = interval(2, 30, {});
        const QList<Interval> scheduled = published(first, second);
        const QList<Interval> both = stored(publishedOver(plan(), scheduled, draft(40), 102).timeline, next);
        const auto gone = rollbackOf(both, both[1], at(10));
        QVERIFY(gone && gone->isWithdrawn);
        const QList<Interval> without = stored(applied(both, 2, *gone, at(10)), next);
        QCOMPARE(configAt(without, at(40)), 500);
        const PlanOutcome back = takenBack(without, 9, at(11));
        QCOMPARE(codes(back), QStringList());
        QCOMPARE(configAt(back.timeline, at(35)), 101);
        QCOMPARE(configAt(back.timeline, at(45)), 101);
    }

    void aLaterChangeStandsInTheWayUntilItIsTakenBack() {
        Id next = 10;
        QList<Interval> timeline = stored(publishedOver(plan(), {interval(1, 0, {})}, draft(20), 101).timeline, next);
        const Interval top = interval(5, 40, 60);
        timeline = published(timeline, top);
        const PlanOutcome refused = takenBack(timeline, 9, at(30));
        QCOMPARE(codes(refused), QStringList{"later-change"});
        QCOMPARE(refused.problems.first().other, 5);
        QCOMPARE(refused.timeline, timeline);
        const auto back = rollbackOf(timeline, timeline.last(), at(50)); // while it is in force
        QVERIFY(back);
        timeline = stored(applied(timeline, 5, *back, at(50)), next);
        QCOMPARE(configAt(timeline, at(70)), 500);
        const PlanOutcome clear = takenBack(timeline, 9, at(55));
        QCOMPARE(codes(clear), QStringList());
        QCOMPARE(configAt(clear.timeline, at(54)), 500);
        QCOMPARE(configAt(clear.timeline, at(55)), 101);
        QCOMPARE(configAt(clear.timeline, at(10'000)), 101);
    }

    void thousandsOfThemResolveAsBefore() {
        pricing::test::Chance chance(3);
        int compared = 0;
        for (int round = 0; round < 3'000; ++round) {
            Id next = 10;
            QList<Interval> timeline{interval(1, 0, {})};
            for (Id id = 2; id < 2 + chance.upTo(4); ++id) {
                const qint64 from = chance.upTo(100);
                const Interval one =
                    interval(id, from, chance.once(2) ? std::optional(from + 1 + chance.upTo(30)) : std::nullopt);
                bool isOverlap = false;
                for (const TimelineProblem &problem : check(timeline, one, one.from, Milliseconds(0)))
                    isOverlap = isOverlap || problem.fault == TimelineFault::Overlap;
                if (!isOverlap)
                    timeline = published(timeline, one);
            }
            const qint64 from = chance.upTo(100);
            const PlanOutcome there = publishedOver(plan(), timeline, draft(from), configAt(timeline, at(from)));
            if (isAnyFatal(there.problems))
                continue;
            const Instant when = at(chance.upTo(150)) + Milliseconds(chance.upTo(2));
            const PlanOutcome back = takenBack(stored(there.timeline, next), 9, when);
            QCOMPARE(codes(back), QStringList());
            QVERIFY2(areAlike(timeline, back.timeline, when), qPrintable(QString::number(round)));
            QVERIFY(areAlike(timeline, there.timeline, at(200)) == (configAt(there.timeline, at(200)) != 500));
            ++compared;
        }
        QVERIFY(compared > 1'500);
    }
};

QTEST_APPLESS_MAIN(CampaignRulesTest)
#include "campaign_rules_test.moc"
