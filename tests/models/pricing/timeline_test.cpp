#include "models/pricing/timeline.h"

#include <QTest>

#include <random>

using namespace wemo;
using namespace wemo::pricing;

namespace {
constexpr qint64 hour = 3'600'000;
const Instant now = fromMs(1'795'500'000'000);

Instant at(qint64 hours) {
    return now + Milliseconds(hours * hour);
}
Interval interval(Id id, qint64 from, std::optional<qint64> to, IntervalState state = IntervalState::Approved) {
    Interval result;
    result.id = id;
    result.configId = 100 + id;
    result.from = at(from);
    if (to)
        result.to = at(*to);
    result.state = state;
    return result;
}
Interval draft(qint64 from, std::optional<qint64> to) {
    return interval(99, from, to, IntervalState::Draft);
}
QStringList words(const QList<TimelineProblem> &problems) {
    QStringList result;
    for (const TimelineProblem &problem : problems)
        result.append(toString(problem.fault));
    return result;
}
Id configAt(const QList<Interval> &timeline, Instant when) {
    const auto found = inForce(timeline, when);
    return found ? found->configId : 0;
}
} // namespace

class TimelineTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStatusFollowsFromTheRecordAndTheClock() {
        QCOMPARE(toString(statusOf(draft(1, 2), now)), "draft");
        QCOMPARE(toString(statusOf(interval(1, 1, 2), now)), "scheduled");
        QCOMPARE(toString(statusOf(interval(1, 0, 2), now)), "effective");
        QCOMPARE(toString(statusOf(interval(1, -2, {}), now)), "effective");
        QCOMPARE(toString(statusOf(interval(1, -2, 0), now)), "ended");
        QCOMPARE(toString(statusOf(interval(1, 1, 2, IntervalState::Withdrawn), now)), "withdrawn");
    }

    void aDraftThatFollowsIsFine() {
        const QList<Interval> open{interval(1, -100, {})};
        QCOMPARE(words(check(open, draft(24, {}), now)), QStringList());
        const QList<Interval> closed{interval(1, -100, 24)};
        QCOMPARE(words(check(closed, draft(24, {}), now)), QStringList());
        QCOMPARE(words(check({}, draft(24, {}), now)), QStringList());
    }

    void badTimesAreTold() {
        QCOMPARE(words(check({}, draft(5, 5), now)), QStringList{"empty"});
        QCOMPARE(words(check({}, draft(5, 4), now)), QStringList{"inverted"});
        QCOMPARE(words(check({}, draft(-1, {}), now)), QStringList{"past"});
        Interval soon = draft(0, {});
        soon.from = now + Milliseconds(defaultLeadTime.count() - 1);
        QCOMPARE(words(check({}, soon, now)), QStringList{"lead-time"});
        soon.emergencyReason = "Wrong price on the street";
        QCOMPARE(words(check({}, soon, now)), QStringList());
        soon.from = now + defaultLeadTime;
        soon.emergencyReason.clear();
        QCOMPARE(words(check({}, soon, now)), QStringList());
        soon.from = fromMs(std::numeric_limits<qint64>::max() / 4);
        QCOMPARE(words(check({}, soon, now)), QStringList{"out-of-range"});
    }

    void anOverlapNamesTheOther() {
        const QList<Interval> timeline{interval(1, -100, 48), interval(2, 48, {})};
        const auto problems = check(timeline, draft(24, {}), now);
        QCOMPARE(words(problems), QStringList{"overlap"});
        QCOMPARE(problems[0].other, 2);
        QCOMPARE(words(check(timeline, draft(24, 48), now)), QStringList()); // ends the first, leaves the second
        QCOMPARE(words(check(timeline, draft(48, {}), now)), QStringList{"overlap"}); // it begins at the same instant
    }

    void gapsBesideTheDraftAreTold() {
        const QList<Interval> timeline{interval(1, -100, 10), interval(2, 48, {})};
        auto problems = check(timeline, draft(12, 40), now);
        QCOMPARE(words(problems), (QStringList{"gap", "gap"}));
        QVERIFY(problems[0].gapFrom == at(10) && problems[0].gapTo == at(12));
        QVERIFY(problems[1].gapFrom == at(40) && problems[1].gapTo == at(48));
        problems = check({interval(1, -100, {})}, draft(12, 40), now);
        QCOMPARE(words(problems), QStringList{"gap"});
        QVERIFY(problems[0].gapFrom == at(40) && !problems[0].gapTo);
    }

    void publishingEndsThePredecessor() {
        const QList<Interval> after = published({interval(1, -100, {})}, draft(24, {}));
        QCOMPARE(after.size(), 2);
        QVERIFY(after[0].to == at(24));
        QCOMPARE(after[1].predecessorId, 1);
        QVERIFY(!after[1].predecessorTo);
        QCOMPARE(configAt(after, at(23)), 101);
        QCOMPARE(configAt(after, at(24)), 199);
    }

    void whatCannotBeTakenBackSaysWhy() {
        const auto codeOf = [](const Interval &what, const QList<Interval> &timeline) {
            const auto rollback = rollbackOf(timeline, what, now);
            return rollback ? QString() : rollback.error().code;
        };
        QCOMPARE(codeOf(draft(1, 2), {}), "not-published");
        QCOMPARE(codeOf(interval(1, -2, -1), {}), "ended");
        QCOMPARE(codeOf(interval(1, -2, {}), {interval(1, -2, {})}), "nothing-before");
        QCOMPARE(codeOf(interval(1, 2, {}), {interval(1, 2, {})}), QString()); // it is only withdrawn
    }

    void publishingAndTakingBackLeavesEveryInstantAsItWas_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 5; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void publishingAndTakingBackLeavesEveryInstantAsItWas() {
        QFETCH(unsigned, seed);
        std::mt19937 generator(seed);
        const auto upTo = [&](qint64 most) { return std::uniform_int_distribution<qint64>(0, most)(generator); };
        for (int round = 0; round < 2000; ++round) {
            QList<Interval> timeline;
            qint64 end = -200;
            for (Id id = 1; id <= 1 + upTo(4); ++id) {
                const qint64 from = end + (upTo(2) == 0 ? upTo(50) : 0);
                end = from + 1 + upTo(120);
                timeline.append(interval(id, from, end));
            }
            if (upTo(1) == 0)
                timeline.last().to = std::nullopt;
            const qint64 from = 1 + upTo(200);
            Interval fresh = draft(from, upTo(1) == 0 ? std::nullopt : std::optional(from + 1 + upTo(200)));
            const auto problems = check(timeline, fresh, now);
            if (words(problems).contains("overlap"))
                continue;
            const QList<Interval> after = published(timeline, fresh);
            for (qint64 h = -250; h < 500; ++h) {
                int covering = 0;
                for (const Interval &one : after)
                    covering += isPublished(one) && one.contains(at(h));
                QVERIFY(covering <= 1);
            }
            // Taken back before it begins, at its first instant, or while it is in force.
            const Instant when = at(upTo(from + 100));
            const Interval &taken = after.last();
            const auto rollback = rollbackOf(after, taken, when);
            if (!rollback)
                continue;
            const QList<Interval> restored = applied(after, taken.id, *rollback, when);
            for (qint64 h = -250; h < 500; ++h)
                if (at(h) >= when || at(h) < taken.from)
                    QCOMPARE(configAt(restored, at(h)), configAt(timeline, at(h)));
        }
    }

    void gapsOfATimeline() {
        const QList<Interval> timeline{interval(1, 0, 10), interval(2, 12, 20)};
        const QList<Gap> gaps = gapsIn(timeline, at(30));
        QCOMPARE(gaps.size(), 2);
        QVERIFY((gaps[0] == Gap{at(10), at(12)}));
        QVERIFY((gaps[1] == Gap{at(20), std::nullopt}));
        QVERIFY(gapsIn({interval(1, 0, {})}, at(30)).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TimelineTest)
#include "timeline_test.moc"
