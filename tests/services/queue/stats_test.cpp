#include "services/queue/stats.h"
#include "tests/support/redis_server.h"

#include <QTest>

using namespace wemo;
using namespace wemo::queue;
using wemo::tests::RedisServer;

class StatsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void percentilesAreRightToATenth() {
        Histogram histogram;
        QCOMPARE(histogram.percentile(0.5), 0.0);
        for (int ms = 1; ms <= 1000; ++ms)
            histogram.add(ms);
        QCOMPARE(histogram.total(), 1000LL);
        for (const double share : {0.5, 0.95, 0.99})
            QVERIFY(std::abs(histogram.percentile(share) - share * 1000) < share * 100);
        Histogram extremes;
        extremes.add(0);
        extremes.add(1e12);
        QVERIFY(extremes.percentile(0.5) <= 0.1);
        QVERIFY(extremes.percentile(1) > 1e6);
    }

    void severalServicesAddUp() {
        RedisServer server;
        redis::Pool pool(server.options());
        Queue queue(pool, "q");
        StatsRecorder first, second;
        constexpr long long now = 1'700'000'000'000;
        first.add({JobObservation::Outcome::Completed, 3, 10, {}}, now);
        second.add({JobObservation::Outcome::Failed, 3, {}, 4.0}, now);
        second.add({JobObservation::Outcome::Retried, 3, {}, {}}, now + 60'000);
        second.addStalled(2, now + 60'000);
        redis::Connection connection = *pool.lease();
        QVERIFY(first.flush(connection, queue.base()));
        QVERIFY(second.flush(connection, queue.base()));
        QVERIFY(second.flush(connection, queue.base())); // nothing new
        const auto stats = readStats(queue, now / 60'000 - 1, now / 60'000 + 1);
        QCOMPARE(stats->size(), std::size_t(3));
        QVERIFY(stats->at(0).isEmpty());
        QCOMPARE(stats->at(1).completed, 1LL);
        QCOMPARE(stats->at(1).failed, 1LL);
        QCOMPARE(stats->at(1).run.total(), 2LL);
        QCOMPARE(stats->at(1).wait.total(), 1LL);
        QCOMPARE(stats->at(1).late.total(), 1LL);
        QCOMPARE(stats->at(2).retried, 1LL);
        QCOMPARE(stats->at(2).stalled, 2LL);
        QVERIFY(pool.command({"TTL", "bull:q:wemo:stats:" + std::to_string(now / 60'000)})->integer > 0);
    }

    void whatCannotBeSentIsKept() {
        RedisServer server({.keepsData = true});
        redis::Pool pool(server.options());
        Queue queue(pool, "q");
        StatsRecorder recorder;
        recorder.add({JobObservation::Outcome::Completed, 3, 10, {}}, 60'000);
        redis::Connection broken = *pool.lease();
        server.kill();
        QVERIFY(!recorder.flush(broken, queue.base()));
        QVERIFY(server.start());
        redis::Connection connection = *pool.lease();
        QVERIFY(recorder.flush(connection, queue.base()));
        QCOMPARE(readStats(queue, 1, 1)->at(0).completed, 1LL);
    }
};

QTEST_GUILESS_MAIN(StatsTest)
#include "stats_test.moc"
