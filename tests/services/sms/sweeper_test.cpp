#include "tests/services/sms/sms_world.h"
#include "tests/support/redis_server.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {
/// The world with a real queue behind it.
struct SweptWorld : SmsWorld {
    RedisServer redis;
    bool started = redis.start();
    redis::Pool pool{redis.options()};
    sms::Lanes lanes{pool, "bull", {}};
    queue::Queue &queue = lanes.of(sms::Purpose::Otp);
    sms::Sweeper sweeper{{database, log, gateways, receipts, metrics, afterCommit, sms::LostJobs::addJobsTo(lanes)},
                         {}};
    int sweep() { return sweeper.sweep().value_or(-1); }
};
} // namespace

class SweeperTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRecordWithoutAJobGetsItAgain_data() { StorageFixture::dialects(); }
    void aRecordWithoutAJobGetsItAgain() {
        SweptWorld world;
        QVERIFY(world.started);
        const Id id = world.send();
        QCOMPARE(world.sweep(), 0); // too young: its outbox row is on the way
        world.clock.advance(seconds(11));
        QCOMPARE(world.sweep(), 1);
        QCOMPARE(world.queue.counts()->waiting, 1LL);
        QCOMPARE(world.sweep(), 0); // the job is there now
        QCOMPARE(world.state(id), "created");
    }

    void aSubmissionLeftBehindIsGivenUp_data() { StorageFixture::dialects(); }
    void aSubmissionLeftBehindIsGivenUp() {
        SweptWorld world;
        QVERIFY(world.started);
        const Id id = world.send();
        QStringList seen;
        world.gateway.whileSubmitting = [&](const sms::Submission &) {
            world.clock.advance(seconds(59));
            world.sweep();
            seen.append(world.state(id));
            world.clock.advance(seconds(2));
            world.sweep();
            seen.append(world.state(id));
        };
        world.work(id);
        QCOMPARE(seen, QStringList({"submitting", "submit_unknown"}));
    }

    void aSubmissionWhoseJobWasLostIsToldSoon_data() { StorageFixture::dialects(); }
    void aSubmissionWhoseJobWasLostIsToldSoon() {
        SweptWorld world;
        QVERIFY(world.started);
        const Id id = world.send();
        QStringList seen;
        world.gateway.whileSubmitting = [&](const sms::Submission &) {
            world.clock.advance(seconds(9));
            world.sweep();
            QCOMPARE(world.queue.counts()->waiting, 0LL);
            world.clock.advance(seconds(2));
            world.sweep();
            world.sweep();
            QCOMPARE(world.queue.counts()->waiting, 1LL);
            seen.append(world.state(id));
            QCOMPARE(world.work(id).outcome, queue::Outcome::Done); // the added job
            seen.append(world.state(id));
        };
        world.work(id);
        seen.append(world.state(id)); // the first worker lived after all: its answer still counts
        QCOMPARE(seen, QStringList({"submitting", "submit_unknown", "accepted"}));
        QCOMPARE(world.gateway.submissions.size(), qsizetype(1));
    }

    void aJobThatIsThereIsNotAddedAgain_data() { StorageFixture::dialects(); }
    void aJobThatIsThereIsNotAddedAgain() {
        SweptWorld world;
        QVERIFY(world.started);
        const Id id = world.send();
        QVERIFY(!world.queue.add(world.lanes.job(id))->isDuplicate);
        int added = -1;
        world.gateway.whileSubmitting = [&](const sms::Submission &) {
            world.clock.advance(seconds(11));
            added = world.sweep();
        };
        world.work(id);
        QCOMPARE(added, 0);
        QCOMPARE(world.queue.counts()->waiting, 1LL);
    }

    void aRetryThatWasLostIsAddedAgain_data() { StorageFixture::dialects(); }
    void aRetryThatWasLostIsAddedAgain() {
        SweptWorld world;
        QVERIFY(world.started);
        world.gateway.answers = {
            {sms::DeliveryState::Failed, {}, "unreachable", "gateway-unreachable", "not there", 0, true}};
        const Id id = world.send();
        world.work(id);
        world.clock.advance(seconds(61));
        QCOMPARE(world.sweep(), 1);
        QCOMPARE(world.state(id), "submitting");
        QCOMPARE(world.queue.counts()->waiting, 1LL);
    }

    void asksAtItsTimesAndGivesUpAtTheDeadline_data() { StorageFixture::dialects(); }
    void asksAtItsTimesAndGivesUpAtTheDeadline() {
        SweptWorld world;
        QVERIFY(world.started);
        const Id id = world.send();
        world.work(id);
        QList<int> askedAt;
        for (int minute = 1; minute <= 64; ++minute) {
            const qsizetype before = world.gateway.queries.size();
            world.clock.advance(minutes(1));
            QVERIFY(world.sweep() >= 0);
            if (world.gateway.queries.size() > before)
                askedAt.append(minute);
            if (minute < 62)
                QCOMPARE(world.state(id), "accepted"); // an empty answer is "not known yet"
        }
        QCOMPARE(askedAt, QList<int>({1, 5, 7, 15, 60}));
        QCOMPARE(world.state(id), "unknown");
        QCOMPARE(world.detail(id).message.reason, "no-receipt");
        // A soft end: a late receipt still settles it.
        QVERIFY(world.receipts.take(world.receipt(id, "100")));
        QCOMPARE(world.state(id), "delivered");
        QCOMPARE(world.sweep(), 0);
    }

    void aQuerySettlesWhatNoReceiptDid_data() { StorageFixture::dialects(); }
    void aQuerySettlesWhatNoReceiptDid() {
        SweptWorld world;
        QVERIFY(world.started);
        const Id id = world.send();
        world.work(id);
        world.gateway.known = QList<sms::Receipt>{world.receipt(id, "0")};
        world.clock.advance(minutes(1));
        QCOMPARE(world.sweep(), 1);
        QCOMPARE(world.state(id), "sent");
        sms::Receipt someoneElse = world.receipt(id, "101", 1, 9);
        world.gateway.known = QList<sms::Receipt>{someoneElse, world.receipt(id, "100")};
        world.clock.advance(minutes(4));
        QCOMPARE(world.sweep(), 1);
        QCOMPARE(world.state(id), "delivered");
        QCOMPARE(world.detail(id).events.last().source, "poll");
        world.clock.advance(minutes(60));
        QCOMPARE(world.sweep(), 0);
    }

    void aGatewayThatCannotBeAskedIsAskedAgain_data() { StorageFixture::dialects(); }
    void aGatewayThatCannotBeAskedIsAskedAgain() {
        SweptWorld world;
        QVERIFY(world.started);
        const Id id = world.send();
        world.work(id);
        world.gateway.known = failure(ErrorKind::Unavailable, "gateway-error", "down");
        world.clock.advance(minutes(1));
        QVERIFY(world.sweep() >= 0);
        QCOMPARE(world.state(id), "accepted");
        world.gateway.known = QList<sms::Receipt>{world.receipt(id, "100")};
        world.clock.advance(minutes(4));
        world.sweep();
        QCOMPARE(world.state(id), "delivered");
    }

    void aRecordNobodyEverTookExpires_data() { StorageFixture::dialects(); }
    void aRecordNobodyEverTookExpires() {
        SweptWorld world;
        QVERIFY(world.started);
        const Id id = world.send();
        world.clock.advance(minutes(63));
        world.sweep();
        QCOMPARE(world.state(id), "expired");
        QCOMPARE(world.detail(id).message.reason, "not-sent-in-time");
    }

    void anUnknownOutcomeIsTriedAgainOnlyUnderAKeyTheGatewayKnows_data() {
        QTest::addColumn<storage::Dialect>("dialect");
        QTest::addColumn<bool>("isKeyed");
        for (const bool isKeyed : {false, true}) {
            QTest::addRow("sqlite, %d", isKeyed) << storage::Dialect::Sqlite << isKeyed;
            QTest::addRow("postgres, %d", isKeyed) << storage::Dialect::Postgres << isKeyed;
        }
    }
    void anUnknownOutcomeIsTriedAgainOnlyUnderAKeyTheGatewayKnows() {
        QFETCH(bool, isKeyed);
        SweptWorld world;
        QVERIFY(world.started);
        if (isKeyed)
            world.gateway.idempotent = std::chrono::hours(12);
        sms::Sweeper sweeper{{world.database, world.log, world.gateways, world.receipts, world.metrics,
                              world.afterCommit, sms::LostJobs::addJobsTo(world.lanes)},
                             {}};
        const Id id = world.send();
        world.gateway.whileSubmitting = [](const sms::Submission &) { throw std::runtime_error("killed"); };
        try {
            world.work(id);
        } catch (const std::runtime_error &) {
        }
        world.clock.advance(seconds(61));
        QVERIFY(sweeper.sweep());
        QCOMPARE(world.state(id), "submit_unknown");
        QVERIFY(queue::Control(world.queue).drain(true)); // the job that was to tell of it
        world.clock.advance(seconds(11));
        QCOMPARE(sweeper.sweep().value_or(-1), isKeyed ? 1 : 0);
        QCOMPARE(world.queue.counts()->waiting, isKeyed ? 1LL : 0LL);
    }

    void manyQueriesAtOnce_data() { StorageFixture::dialects(); }
    void manyQueriesAtOnce() {
        SweptWorld world;
        QVERIFY(world.started);
        sms::SweepOptions options;
        options.pollThreads = 3;
        options.batch = 5;
        sms::Sweeper sweeper{{world.database, world.log, world.gateways, world.receipts, world.metrics,
                              world.afterCommit, sms::LostJobs::addJobsTo(world.lanes)},
                             options};
        QList<Id> ids;
        for (int i = 0; i < 12; ++i) {
            ids.append(world.send());
            world.work(ids.last());
        }
        world.clock.advance(minutes(1));
        QVERIFY(sweeper.sweep());
        QCOMPARE(world.gateway.queries.size(), qsizetype(12));
        QCOMPARE(QSet<QString>(world.gateway.queries.cbegin(), world.gateway.queries.cend()).size(), qsizetype(12));
    }

    void theThreadStops_data() { StorageFixture::dialects(); }
    void theThreadStops() {
        SweptWorld world;
        QVERIFY(world.started);
        const Id id = world.send();
        world.clock.advance(seconds(11));
        world.sweeper.start();
        QTRY_COMPARE(world.queue.counts()->waiting, 1LL);
        world.sweeper.stop();
        QCOMPARE(world.state(id), "created");
    }
};

QTEST_GUILESS_MAIN(SweeperTest)
#include "sweeper_test.moc"
