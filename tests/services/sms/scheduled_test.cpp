#include "services/sms/sweeper.h"
#include "tests/services/sms/sending_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {
struct ScheduledWorld : SendingWorld {
    bool started = redis.start();
    queue::Queue &lane = lanes.of(sms::Purpose::Transactional);
    sms::Sweeper sweeper{{database, log, gateways, receipts, metrics, afterCommit, sms::LostJobs::addJobsTo(lanes)},
                         {}};
    Id later(minutes delay) {
        sms::NewMessage message = SendingWorld::notice();
        message.sendAt = clock.now() + delay;
        return send(message);
    }
    /// What the relay does with the job of a scheduled message.
    bool relay(Id id, Milliseconds delay) {
        queue::JobOptions options;
        options.delay = delay;
        options.priority = 101;
        return lane.add(sms::Lanes::jobOf(id, options)).has_value();
    }
};
} // namespace

class ScheduledTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsLeftAloneUntilItsTime_data() { StorageFixture::dialects(); }
    void itIsLeftAloneUntilItsTime() {
        ScheduledWorld world;
        QVERIFY(world.started);
        const Id id = world.later(minutes(30)); // its job is lost
        world.clock.advance(minutes(29));
        QCOMPARE(world.sweeper.sweep().value_or(-1), 0);
        QCOMPARE(world.lane.counts()->waiting, 0LL);
        world.clock.advance(minutes(1) + seconds(11));
        QCOMPARE(world.sweeper.sweep().value_or(-1), 1);
        QCOMPARE(world.lane.counts()->waiting, 1LL);
        QVERIFY(world.work(id).outcome == queue::Outcome::Done);
        QCOMPARE(world.state(id), "accepted"); // its validity counts from then on
    }

    void aJobThatCameToTheQueueTooLateIsNotLater_data() { StorageFixture::dialects(); }
    void aJobThatCameToTheQueueTooLateIsNotLater() {
        ScheduledWorld world;
        QVERIFY(world.started);
        const Id id = world.later(minutes(30));
        QVERIFY(world.relay(id, minutes(30))); // after an outage of twenty minutes
        world.clock.advance(minutes(30) + seconds(11));
        QCOMPARE(world.lane.counts()->delayed, 1LL);
        QVERIFY(world.sweeper.sweep());
        QCOMPARE(world.lane.counts()->delayed, 0LL);
        QCOMPARE(world.lane.counts()->prioritized, 1LL);
    }

    void aCanceledOneLeavesTheQueue_data() { StorageFixture::dialects(); }
    void aCanceledOneLeavesTheQueue() {
        ScheduledWorld world;
        QVERIFY(world.started);
        const Id id = world.later(minutes(30));
        QVERIFY(world.relay(id, minutes(30)));
        QVERIFY(world.acts.cancel(id, SendingWorld::act()));
        QCOMPARE(world.lane.counts()->delayed, 0LL);
        world.clock.advance(minutes(31));
        QVERIFY(world.sweeper.sweep());
        QCOMPARE(world.lane.counts()->waiting, 0LL);
        QCOMPARE(world.state(id), "canceled");
    }
};

QTEST_GUILESS_MAIN(ScheduledTest)
#include "scheduled_test.moc"
