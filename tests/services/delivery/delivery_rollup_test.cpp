#include "tests/services/delivery/delivery_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;
using namespace std::chrono;
using delivery::Grouping;
using delivery::StatsReport;

class DeliveryRollupTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anHourIsCountedByAllItsSides_data() { StorageFixture::dialects(); }
    void anHourIsCountedByAllItsSides() {
        DeliveryWorld world;
        world.verify(world.sent("100", seconds(4)));
        world.sent("100", seconds(8), "0933");
        world.sent("101", seconds(2));
        world.sent("", seconds(1));
        world.rounds();
        const StatsReport byGateway = world.report(hours(2), Grouping::Gateway);
        QCOMPARE(byGateway.items.size(), 1);
        QCOMPARE(byGateway.items[0].key, "fake");
        const delivery::DeliveryStats &total = byGateway.total;
        QCOMPARE(total.asked, 4LL);
        QCOMPARE(total.accepted, 4LL);
        QCOMPARE(total.delivered, 2LL);
        QCOMPARE(total.undelivered, 1LL);
        QCOMPARE(total.open, 1LL);
        QCOMPARE(total.codes, 4LL);
        QCOMPARE(total.verified, 1LL);
        QCOMPARE(total.cost, 4 * 10'000LL);
        QVERIFY(*total.toDelivery.quantile(1) > seconds(6) && *total.toDelivery.quantile(1) < seconds(10));
        const StatsReport byPrefix = world.report(hours(2), Grouping::Prefix);
        QCOMPARE(byPrefix.items.size(), 2);
        QCOMPARE(byPrefix.items[0].key, "0912"); // the most asked for first
        QCOMPARE(byPrefix.items[0].stats.asked, 3LL);
        QCOMPARE(byPrefix.total, total);
        QCOMPARE(world.report(hours(2), Grouping::Template).items[0].key, "otp.sign_in");
        QCOMPARE(world.report(hours(2), Grouping::Hour).total, total);
    }

    void aLateReceiptMovesWhatWasCounted_data() { StorageFixture::dialects(); }
    void aLateReceiptMovesWhatWasCounted() {
        DeliveryWorld world;
        const Id id = world.sent("");
        world.rounds();
        QCOMPARE(world.report(hours(2), Grouping::Hour).total.open, 1LL);
        world.clock.advance(hours(20));
        world.arrive(id, "100");
        world.rounds();
        const StatsReport report = world.report(hours(22), Grouping::Hour);
        QCOMPARE(report.total.open, 0LL);
        QCOMPARE(report.total.delivered, 1LL);
        QCOMPARE(report.items.size(), 1); // in the hour it was asked for
    }

    void theLastDaysAreCountedAgainOnceADay_data() { StorageFixture::dialects(); }
    void theLastDaysAreCountedAgainOnceADay() {
        DeliveryWorld world;
        const Id id = world.sent("");
        for (int hour = 0; hour < 70; ++hour) { // a service that never rests
            world.clock.advance(hours(1));
            world.rounds();
        }
        world.arrive(id, "100");
        for (int hour = 0; hour < 25; ++hour) {
            world.clock.advance(hours(1));
            world.rounds();
        }
        QCOMPARE(world.report(hours(100), Grouping::Day).total.delivered, 1LL);
    }

    void whatIsOlderThanTheFirstRoundIsCaughtUp_data() { StorageFixture::dialects(); }
    void whatIsOlderThanTheFirstRoundIsCaughtUp() {
        DeliveryWorld world;
        for (int day = 0; day < 9; ++day) {
            world.sent("100");
            world.clock.advance(hours(24));
        }
        QVERIFY(*world.rollup.round()); // there is more
        QVERIFY(world.report(hours(24 * 10), Grouping::Day).total.asked < 9);
        QVERIFY(world.rounds() > 5);
        const StatsReport days = world.report(hours(24 * 10), Grouping::Day);
        QCOMPARE(days.total.delivered, 9LL);
        QCOMPARE(days.items.size(), 9);
        QVERIFY(std::is_sorted(days.items.begin(), days.items.end(),
                               [](const auto &a, const auto &b) { return a.key < b.key; }));
        QVERIFY(days.items[0].key.endsWith("T16:00:00.000Z")); // midnight in Taipei
        QCOMPARE(world.report(hours(24 * 10), Grouping::Gateway).total, days.total);
    }

    void aServiceThatWasAwayCatchesUp_data() { StorageFixture::dialects(); }
    void aServiceThatWasAwayCatchesUp() {
        DeliveryWorld world;
        world.sent("100");
        world.rounds();
        for (int day = 0; day < 6; ++day) { // another service sends, and this one counts nothing
            world.clock.advance(hours(24));
            world.sent("100");
        }
        world.rounds();
        QCOMPARE(world.report(hours(24 * 8), Grouping::Day).total.asked, 7LL);
    }

    void historyThatComesInLaterIsCountedWhenTold_data() { StorageFixture::dialects(); }
    void historyThatComesInLaterIsCountedWhenTold() {
        DeliveryWorld world;
        world.sent("100");
        world.clock.advance(hours(24 * 9));
        world.sent("100");
        const Instant now = world.clock.now();
        world.rounds();
        // Messages of days long counted appear, as demo history does.
        world.clock.set(now - hours(24 * 5));
        IdSource old(world.clock, 3);
        sms::MessageLog log(world.clock, old, world.secrets);
        const auto inserted = world.database.write(
            [&](storage::Connection &connection) { return log.insert(connection, SmsWorld::message()); });
        QVERIFY(inserted);
        world.clock.set(now);
        world.rounds();
        QCOMPARE(world.report(hours(24 * 10), Grouping::Day).total.asked, 2LL);
        QVERIFY(world.rollup.countAllAgain());
        world.rounds();
        QCOMPARE(world.report(hours(24 * 10), Grouping::Day).total.asked, 3LL);
    }

    void twoServicesCountAtOnce_data() { StorageFixture::dialects(); }
    void twoServicesCountAtOnce() {
        DeliveryWorld world;
        for (int i = 0; i < 40; ++i)
            world.sent("100", minutes(47));
        const auto second = storage::Database::open(world.fixture.options());
        QVERIFY(second);
        delivery::DeliveryRollup sister(**second, world.clock);
        std::atomic<int> failed = 0;
        const auto count = [&failed](delivery::DeliveryRollup &rollup) {
            for (int n = 0; n < 15; ++n)
                failed += rollup.round() ? 0 : 1;
        };
        std::thread other([&] { count(sister); });
        count(world.rollup);
        other.join();
        QCOMPARE(failed.load(), 0);
        QCOMPARE(world.report(hours(48), Grouping::Hour).total.delivered, 40LL);
    }
};

QTEST_GUILESS_MAIN(DeliveryRollupTest)
#include "delivery_rollup_test.moc"
