#include "services/blocking/ban_place.h"
#include "tests/services/blocking/ban_world.h"

#include <QTest>

#include <thread>

using namespace wemo;
using namespace wemo::blocking;
using namespace wemo::tests;

class BanCopyTest final : public QObject {
    Q_OBJECT

    static QString number(int i) { return QString("+8869%1").arg(12'000'000 + i, 8, 10, QChar('0')); }

private Q_SLOTS:
    void aFlushedRedisIsFilledBeforeTheFirstDecision_data() { StorageFixture::dialects(); }
    void aFlushedRedisIsFilledBeforeTheFirstDecision() {
        BanWorld world;
        BanService &service = world.service;
        service.ban("number", number(1));
        service.ban("number", "0933", BanMatch::Prefix);
        for (int round = 0; round < 3; ++round) {
            QVERIFY(service.pool.command({"FLUSHALL"}));
            QVERIFY(service.isBanned("number", number(1)));
            QVERIFY(!service.isBanned("number", number(2)));
            QVERIFY(service.pool.command({"FLUSHALL"}));
            QVERIFY(service.isBanned("number", "+886933000000"));
        }
    }

    void aKilledRedisDecidesNothingAndThenAsBefore_data() { StorageFixture::dialects(); }
    void aKilledRedisDecidesNothingAndThenAsBefore() {
        RedisServer server;
        QVERIFY(server.start());
        StorageFixture fixture;
        FakeClock clock;
        BanService service(fixture.database(), server.options(), clock, 7);
        service.ban("number", number(1));
        QVERIFY(service.isBanned("number", number(1)));
        std::atomic<bool> stop = false;
        std::atomic<int> wrong = 0, decided = 0;
        std::vector<std::thread> askers;
        for (int i = 0; i < 4; ++i)
            askers.emplace_back([&] {
                while (!stop) {
                    const auto decision = service.decide("number", number(1));
                    wrong += decision && decision->allowed ? 1 : 0;
                    decided += decision ? 1 : 0;
                }
            });
        for (int round = 0; round < 5; ++round) {
            server.kill();
            QVERIFY(!service.decide("number", number(1)));
            QVERIFY(server.start());
            const int before = decided;
            QTRY_VERIFY(decided > before + 10);
        }
        stop = true;
        for (std::thread &asker : askers)
            asker.join();
        QCOMPARE(wrong, 0);
    }

    void aCommitThatNeverReachedRedisIsFound_data() { StorageFixture::dialects(); }
    void aCommitThatNeverReachedRedisIsFound() {
        BanWorld world;
        BanService &service = world.service;
        QVERIFY(!service.isBanned("number", number(1)));
        // A sister service whose Redis is out of reach: killed between commit and copy, as far as this one can tell.
        redis::Options nowhere;
        nowhere.unixSocket = "/nonexistent/redis.sock";
        BanService sister(world.fixture.database(), nowhere, world.clock, 8);
        sister.ban("number", number(1));
        QVERIFY(!service.isBanned("number", number(1)));
        QVERIFY(service.copy.catchUp());
        QVERIFY(service.isBanned("number", number(1)));
        sister.ban("number", number(2));
        service.copy.relyOn(3);                         // as after a change of its own
        QVERIFY(service.isBanned("number", number(2))); // told that there is more, it looks before it decides
    }

    void aCopyOlderThanTheChangesIsMadeAnew_data() { StorageFixture::dialects(); }
    void aCopyOlderThanTheChangesIsMadeAnew() {
        BanWorld world;
        BanService &service = world.service;
        service.ban("number", number(1));
        redis::Options nowhere;
        nowhere.unixSocket = "/nonexistent/redis.sock";
        BanService sister(world.fixture.database(), nowhere, world.clock, 8);
        const auto there = sister.list.page({}, 10, {});
        QVERIFY(sister.list.lift(sister.lin, {there->items.first().id}, "No"));
        sister.ban("number", number(2));
        world.clock.advance(std::chrono::hours(48));
        sister.ban("number", number(3)); // the newest change is always kept, so the older ones go now
        QVERIFY(sister.keeper.tidy());
        QVERIFY(service.copy.catchUp());
        QVERIFY(!service.isBanned("number", number(1)));
        QVERIFY(service.isBanned("number", number(2)));
        QVERIFY(service.isBanned("number", number(3)));
    }

    void oneOfSeveralServicesFills_data() { StorageFixture::dialects(); }
    void oneOfSeveralServicesFills() {
        BanWorld world;
        BanService &service = world.service;
        for (int i = 0; i < 200; ++i)
            service.ban("number", number(i));
        std::vector<std::unique_ptr<BanService>> sisters;
        for (quint32 i = 0; i < 4; ++i)
            sisters.push_back(
                std::make_unique<BanService>(world.fixture.database(), banRedis().options(), world.clock, i));
        for (int round = 0; round < 5; ++round) {
            QVERIFY(service.pool.command({"FLUSHALL"}));
            std::atomic<int> wrong = 0;
            std::vector<std::thread> askers;
            for (const auto &sister : sisters)
                askers.emplace_back([&wrong, &sister = *sister] {
                    for (int i = 0; i < 220; i += 10) {
                        const auto decision = sister.decide("number", number(i));
                        wrong += !decision || decision->allowed == (i < 200) ? 1 : 0;
                    }
                });
            for (std::thread &asker : askers)
                asker.join();
            QCOMPARE(wrong, 0);
        }
    }

    void aLockThatNobodyHoldsAnyMoreRunsOut_data() { StorageFixture::dialects(); }
    void aLockThatNobodyHoldsAnyMoreRunsOut() {
        BanWorld world;
        BanService &service = world.service;
        service.ban("number", number(1));
        QVERIFY(service.pool.command({"FLUSHALL"}));
        QVERIFY(service.pool.command({"SET", BanPlace::lock, "dead", "PX", "300"}));
        BanService hasty(world.fixture.database(), banRedis().options(), world.clock, 8, Milliseconds(50));
        const auto refused = hasty.decide("number", number(1));
        QVERIFY(!refused); // fails closed
        QCOMPARE(refused.error().code, "ban-list-rebuilding");
        QTRY_VERIFY(hasty.decide("number", number(1)).has_value());
        QVERIFY(hasty.isBanned("number", number(1)));
    }

    void servicesChangeAtOnceAndTheCopyIsRight_data() { StorageFixture::dialects(); }
    void servicesChangeAtOnceAndTheCopyIsRight() {
        BanWorld world;
        BanService &one = world.service;
        BanService two(world.fixture.database(), banRedis().options(), world.clock, 8);
        const auto work = [](BanService &service, int from) {
            for (int i = from; i < from + 40; ++i) {
                const Ban ban = service.ban("number", number(i));
                if (i % 3 == 0)
                    (void)service.list.lift(service.lin, {ban.id}, "No");
            }
        };
        std::thread first([&] { work(one, 0); }), second([&] { work(two, 100); });
        first.join();
        second.join();
        for (const int from : {0, 100})
            for (int i = from; i < from + 40; ++i)
                QCOMPARE(one.isBanned("number", number(i)), i % 3 != 0);
    }
};

QTEST_GUILESS_MAIN(BanCopyTest)
#include "ban_copy_test.moc"
