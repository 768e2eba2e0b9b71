#include "ui/pages/timeline/draft_motion.h"
#include "ui/widgets/time_text.h"

#include <QTest>

namespace wemo::pages::timeline {

using namespace wemo::pricing;
using namespace std::chrono;
using Grip = DraftMotion::Grip;

/// Moving a draft: where it snaps to, and what is said to be wrong there.
class DraftMotionTest final : public QObject {
    Q_OBJECT

    static Instant day(int day, int hour = 0, int minute = 0) {
        return ui::fromTaipei(QDateTime(QDate(2026, 12, day), QTime(hour, minute), Qt::UTC));
    }
    static Interval interval(Id id, Instant from, std::optional<Instant> to, IntervalState state) {
        Interval made;
        made.id = id;
        made.from = from;
        made.to = to;
        made.state = state;
        return made;
    }
    const Instant m_now = day(1, 10, 7);
    const Interval m_draft = interval(9, day(5), day(8), IntervalState::Draft);
    QList<Interval> m_timeline{interval(1, day(1) - hours(24 * 90), day(20, 6), IntervalState::Approved),
                               interval(2, day(20, 6), std::nullopt, IntervalState::Approved), m_draft};

    DraftMotion motion(Grip grip, Milliseconds tolerance = hours(3)) const {
        return {m_timeline, m_draft, grip, {m_now, minutes(20), hours(24), tolerance}};
    }
    static bool has(const DraftMotion &motion, TimelineFault fault) {
        const auto &problems = motion.problems();
        return std::any_of(problems.begin(), problems.end(),
                           [fault](const TimelineProblem &problem) { return problem.fault == fault; });
    }

private Q_SLOTS:
    void theBodySnapsToMidnightInTaipeiAndKeepsItsLength() {
        DraftMotion moved = motion(Grip::Body);
        moved.dragTo(hours(24 * 3 + 5));
        QCOMPARE(moved.draft().from, day(8));
        QCOMPARE(*moved.draft().to, day(11));
        QVERIFY(moved.hasMoved());
        moved.dragTo(Milliseconds(0));
        QVERIFY(!moved.hasMoved());
    }

    void anEdgeOfANeighbourIsStrongerThanTheGrid() {
        DraftMotion end = motion(Grip::End);
        end.dragTo(hours(24 * 12 + 4));
        QCOMPARE(*end.draft().to, day(20, 6));
        QCOMPARE(end.draft().from, m_draft.from);
        DraftMotion body = motion(Grip::Body);
        body.dragTo(hours(24 * 12 + 5)); // its end is an hour off the edge, its beginning near none
        QCOMPARE(*body.draft().to, day(20, 6));
        QCOMPARE(body.draft().from, day(17, 6));
    }

    void theEarliestLawfulTimeDrawsIt() {
        DraftMotion moved = motion(Grip::Start);
        moved.dragTo(day(1, 11) - m_draft.from);
        QCOMPARE(moved.draft().from, day(1, 10, 28)); // 20 minutes and one to spare
        QVERIFY(!has(moved, TimelineFault::Lead) && !has(moved, TimelineFault::Past));
    }

    void pastLeadOverlapAndGapAreToldAtOnce() {
        DraftMotion moved = motion(Grip::Body, Milliseconds(0));
        moved.dragTo(-hours(24 * 6));
        QVERIFY(has(moved, TimelineFault::Past));
        moved.dragTo(hours(24 * 13));
        QVERIFY(has(moved, TimelineFault::Overlap));
        QCOMPARE(moved.problems().constFirst().other, Id(2));
        moved.dragTo(Milliseconds(0));
        QVERIFY(!has(moved, TimelineFault::Overlap));
        QVERIFY(has(moved, TimelineFault::Gap)); // from its end to the 20th
    }

    void keysMoveByTheGridAndNeverBelowOneStep() {
        DraftMotion moved = motion(Grip::Body);
        moved.nudge(1);
        QCOMPARE(moved.draft().from, day(6));
        moved.nudge(-2);
        QCOMPARE(moved.draft().from, day(4));
        DraftMotion end = motion(Grip::End);
        for (int i = 0; i < 9; ++i)
            end.nudge(-1);
        QCOMPARE(*end.draft().to, m_draft.from + hours(24));
        DraftMotion start = motion(Grip::Start);
        start.dragTo(hours(24 * 9));
        QCOMPARE(start.draft().from, *m_draft.to - hours(24));
    }

    void offTheGridTheFirstStepIsToTheNextBoundary() {
        Interval odd = m_draft;
        odd.from = day(5, 14);
        odd.to.reset();
        DraftMotion moved(m_timeline, odd, Grip::Body, {m_now, minutes(20), hours(24), Milliseconds(0)});
        moved.nudge(1);
        QCOMPARE(moved.draft().from, day(6));
        QVERIFY(!moved.draft().to);
    }
};

} // namespace wemo::pages::timeline

QTEST_MAIN(wemo::pages::timeline::DraftMotionTest)
#include "draft_motion_test.moc"
