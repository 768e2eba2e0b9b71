#include "services/pricing/impact_tasks.h"
#include "tests/support/fake_clock.h"

#include <QTest>

#include <semaphore>

using namespace wemo;
using namespace wemo::pricing;
using wemo::tests::FakeClock;

namespace {
/// Runs that wait until the test lets them end.
struct Held {
    std::counting_semaphore<100> end{0};
    std::atomic<int> begun = 0;
    ImpactTasks::Run run() {
        return [this](const ImpactRequest &, std::atomic<qint64> &done, std::atomic<qint64> &total,
                      const std::atomic<bool> &isCanceled) -> Result<Impact> {
            ++begun;
            total = 10;
            done = 4;
            while (!end.try_acquire_for(std::chrono::milliseconds(1)))
                if (isCanceled)
                    return failure(ErrorKind::Canceled, "canceled", "It was canceled.");
            Impact impact;
            impact.total.rides = 10;
            return impact;
        };
    }
};

ImpactState stateOf(ImpactTasks &tasks, Id task) {
    return tasks.status(task).value().state;
}
} // namespace

class ImpactTasksTest final : public QObject {
    Q_OBJECT

    FakeClock m_clock;
    IdSource m_ids{m_clock, 1};

private Q_SLOTS:
    void aTaskTellsHowFarItIsAndWhatCameOfIt() {
        Held held;
        ImpactTasks tasks(held.run(), m_clock, m_ids);
        tasks.start();
        const Id task = tasks.add({}).value();
        QTRY_COMPARE(held.begun.load(), 1);
        QTRY_COMPARE(tasks.status(task)->done, 4);
        QCOMPARE(tasks.status(task)->total, 10);
        QVERIFY(stateOf(tasks, task) == ImpactState::Running);
        held.end.release();
        QTRY_VERIFY(stateOf(tasks, task) == ImpactState::Done);
        QCOMPARE(tasks.status(task)->impact->total.rides, 10);
    }

    void oneRunsAtATimeAndTheOthersWait() {
        Held held;
        ImpactTasks tasks(held.run(), m_clock, m_ids);
        tasks.start();
        const Id first = tasks.add({}).value();
        QTRY_COMPARE(held.begun.load(), 1);
        QList<Id> waiting;
        for (std::size_t i = 0; i < ImpactTasks::mostWaiting; ++i)
            waiting.append(tasks.add({}).value());
        const auto tooMany = tasks.add({});
        QVERIFY(!tooMany && tooMany.error().kind == ErrorKind::TooManyRequests);
        QCOMPARE(held.begun.load(), 1);
        held.end.release(9);
        QTRY_VERIFY(stateOf(tasks, waiting.last()) == ImpactState::Done);
        QVERIFY(stateOf(tasks, first) == ImpactState::Done);
    }

    void canceledItEndsWhetherItRunsOrWaits() {
        Held held;
        ImpactTasks tasks(held.run(), m_clock, m_ids);
        tasks.start();
        const Id running = tasks.add({}).value(), waiting = tasks.add({}).value();
        QTRY_COMPARE(held.begun.load(), 1);
        QVERIFY(tasks.cancel(waiting));
        QVERIFY(tasks.cancel(running));
        QTRY_VERIFY(stateOf(tasks, waiting) == ImpactState::Canceled);
        QVERIFY(stateOf(tasks, running) == ImpactState::Canceled);
        QCOMPARE(held.begun.load(), 1);
        QVERIFY(tasks.cancel(running)); // changes nothing
        QVERIFY(stateOf(tasks, running) == ImpactState::Canceled);
    }

    void aFailureIsToldInItsWords() {
        ImpactTasks tasks(
            [](const ImpactRequest &, auto &, auto &, const auto &) -> Result<Impact> {
                return failure(ErrorKind::Unavailable, "storage-unavailable", "The database cannot be reached.",
                               "secret");
            },
            m_clock, m_ids);
        tasks.start();
        const Id task = tasks.add({}).value();
        QTRY_VERIFY(stateOf(tasks, task) == ImpactState::Failed);
        const QJsonObject json = toJson(tasks.status(task).value());
        QCOMPARE(json["code"].toString(), QString("storage-unavailable"));
        QCOMPARE(json["detail"].toString(), QString("The database cannot be reached."));
    }

    void anotherServicesTaskIsToldAsGone() {
        ImpactTasks tasks({}, m_clock, m_ids);
        QCOMPARE(tasks.status(12).error().code, QString("impact-gone"));
        QCOMPARE(tasks.cancel(12).error().code, QString("impact-gone"));
    }

    void anEndedTaskIsForgottenAfterAnHour() {
        Held held;
        held.end.release(2);
        ImpactTasks tasks(held.run(), m_clock, m_ids);
        tasks.start();
        const Id task = tasks.add({}).value();
        QTRY_VERIFY(stateOf(tasks, task) == ImpactState::Done);
        m_clock.advance(std::chrono::minutes(61));
        QVERIFY(tasks.add({}));
        QCOMPARE(tasks.status(task).error().code, QString("impact-gone"));
    }

    void stoppingCancelsWhatRuns() {
        Held held;
        ImpactTasks tasks(held.run(), m_clock, m_ids);
        tasks.start();
        const Id task = tasks.add({}).value();
        QTRY_COMPARE(held.begun.load(), 1);
        tasks.stop();
        QVERIFY(stateOf(tasks, task) == ImpactState::Canceled);
    }
};

QTEST_GUILESS_MAIN(ImpactTasksTest)
#include "impact_tasks_test.moc"
