#include "ui/pages/queue/action_forms.h"
#include "ui/pages/queue/job_cells.h"
#include "ui/pages/queue/queue_text.h"

#include <QTest>

namespace wemo::pages::queue {

using namespace std::chrono;
using wemo::queue::ChangeOutcome;
using wemo::queue::JobState;
using wemo::queue::LimitSummary;
using wemo::queue::QueueSummary;

class QueueTextTest final : public QObject {
    Q_OBJECT

    static QueueSummary queue() {
        QueueSummary queue;
        queue.name = QStringLiteral("sms-marketing");
        queue.counts = {1'000, 200, 40, 3, 500, 12};
        return queue;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theLimitIsSaidAsWhatIsFree() {
        QCOMPARE(limitText(LimitSummary{50, 10, 0.7, Milliseconds(0)}), QStringLiteral("3 of 10 free"));
        QCOMPARE(limitText(LimitSummary{50, 10, 0, Milliseconds(0)}), QStringLiteral("10 of 10 free"));
        QCOMPARE(limitText(LimitSummary{50, 10, 1, Milliseconds(120)}),
                 QString::fromUtf8("0 of 10 free · next in 120 ms"));
        QCOMPARE(rateText(50), QStringLiteral("50 a second"));
        QCOMPARE(rateText(0.5), QStringLiteral("0.5 a second"));
    }

    void theWorkOfAQueueFitsALine() {
        QCOMPARE(workLine(queue().counts),
                 QString::fromUtf8("1,200 waiting  ·  40 delayed  ·  3 active  ·  12 failed"));
        QCOMPARE(workLine({}), QStringLiteral("Nothing to do"));
    }

    void refusalsSayWhy() {
        ChangeOutcome outcome;
        QCOMPARE(refusalSummary(outcome), QString());
        outcome.refused = {{QStringLiteral("sms-1"), QStringLiteral("code-expired")}};
        outcome.refusedTotal = 1;
        QCOMPARE(refusalSummary(outcome),
                 QStringLiteral("Job sms-1 was left as it is: its verification code has expired."));
        outcome.refused.append({QStringLiteral("sms-2"), QStringLiteral("active")});
        outcome.refused.append({QStringLiteral("sms-3"), QStringLiteral("code-expired")});
        outcome.refusedTotal = 40;
        QCOMPARE(refusalSummary(outcome), QStringLiteral("40 jobs were left as they are: its verification code has "
                                                         "expired; a worker is running it now."));
        QCOMPARE(refusalText(QStringLiteral("of-tomorrow")), QStringLiteral("of-tomorrow")); // never hidden
    }

    void everyStateHasWords() {
        for (const JobState state : wemo::queue::allJobStates()) {
            QVERIFY(!stateWord(state).isEmpty() && !emptyTitle(state).isEmpty() && !emptySentence(state).isEmpty());
            for (int column = 0; column < JobModel::ColumnCount; ++column)
                QVERIFY(!columnTitle(static_cast<JobModel::Column>(column), state).isEmpty());
        }
    }

    void dueAndLocksAreSaid() {
        const Instant now = fromMs(1'795'329'012'000);
        QCOMPARE(dueText(now + seconds(12), now), QStringLiteral("in 12.0 s"));
        QCOMPARE(dueText(now - seconds(12), now), QStringLiteral("due 12 s ago"));
        QCOMPARE(lockText(Milliseconds(4'000)), QStringLiteral("lock for 4.0 s"));
        QCOMPARE(lockText(std::nullopt), QStringLiteral("no lock: its worker is gone"));
    }

    void theVerbNamesCountAndTarget() {
        JobTarget target;
        target.queue = queue();
        target.state = JobState::Failed;
        target.count = 12;
        target.all = true;
        QCOMPARE(jobForm(JobVerb::Replay, target).verb({}), QStringLiteral("Retry 12 failed jobs"));
        target.search = QStringLiteral("0912");
        QCOMPARE(jobForm(JobVerb::Remove, target).verb({}), QString::fromUtf8("Remove all failed jobs with “0912”"));
        const ActionForm drain = drainForm(queue());
        QVERIFY(drain.dangerous);
        QCOMPARE(drain.verb({{field::delayed, false}}), QStringLiteral("Remove 1,200 jobs"));
        QCOMPARE(drain.verb({{field::delayed, true}}), QStringLiteral("Remove 1,240 jobs"));
        const ActionForm clean = cleanForm(queue(), JobState::Completed);
        QCOMPARE(clean.verb({{field::state, "completed"}, {field::olderThan, 0}, {field::most, 10'000}}),
                 QStringLiteral("Remove 500 completed jobs"));
        QCOMPARE(clean.verb({{field::state, "failed"}, {field::olderThan, 3'600'000}, {field::most, 5}}),
                 QStringLiteral("Remove up to 5 failed jobs"));
        QCOMPARE(limitForm(queue()).verb({{field::limited, false}}), QStringLiteral("Remove the limit"));
        QCOMPARE(limitForm(queue()).verb({{field::limited, true}, {field::perSecond, 20.0}}),
                 QStringLiteral("Limit to 20 a second"));
    }
};

} // namespace wemo::pages::queue

QTEST_MAIN(wemo::pages::queue::QueueTextTest)
#include "queue_text_test.moc"
