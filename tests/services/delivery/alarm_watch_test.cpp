#include "tests/services/delivery/delivery_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;
using namespace std::chrono;
using delivery::Alarm;
using delivery::AlarmKind;

namespace {
struct WatchedWorld : DeliveryWorld {
    /// A hundred messages of which so many end well; looked at once they had their time.
    void hundred(int good, const QString &prefix = "0912", int used = 60) {
        for (int i = 0; i < 100; ++i) {
            const Id id = sent(i < good ? "100" : "101", milliseconds(10), prefix);
            if (i < used)
                verify(id);
        }
        clock.advance(minutes(11));
    }
    bool look() {
        const auto changed = watch.look();
        if (!changed)
            qFatal("could not look");
        return *changed;
    }
    QList<Alarm> lasting() { return watch.list(true, 100).value_or(QList<Alarm>()); }
    bool mayBeSent(const QString &prefix) {
        sms::NewMessage message = SmsWorld::message();
        message.number = *phone::PhoneNumber::fromE164("+886" + prefix.mid(1) + "000111");
        return breaker.allow(message).has_value();
    }
};
} // namespace

class AlarmWatchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRateThatFallsIsToldOnceAndEnds_data() { StorageFixture::dialects(); }
    void aRateThatFallsIsToldOnceAndEnds() {
        WatchedWorld world;
        world.hundred(79);
        QVERIFY(world.look());
        QVERIFY(!world.look());
        QList<Alarm> alarms = world.lasting();
        QCOMPARE(alarms.size(), 1);
        QVERIFY(alarms[0].kind == AlarmKind::RateFell);
        QCOMPARE(alarms[0].subject, "fake");
        QCOMPARE(alarms[0].value, 0.79);
        QCOMPARE(alarms[0].limit, 0.8);
        QVERIFY(world.metrics.text().contains("wemo_sms_alarms{kind=\"rate-fell\"} 1"));
        world.clock.advance(hours(2));
        QVERIFY(!world.look()); // silence says nothing
        QCOMPARE(world.lasting().size(), 1);
        world.hundred(95);
        QVERIFY(world.look());
        QVERIFY(world.lasting().isEmpty());
        QCOMPARE(world.watch.list(false, 10)->size(), 1);
        QVERIFY(world.watch.list(false, 10)->first().until.has_value());
    }

    void aRateAtTheLimitOrOfAFewIsNoAlarm_data() { StorageFixture::dialects(); }
    void aRateAtTheLimitOrOfAFewIsNoAlarm() {
        WatchedWorld world;
        world.hundred(80);
        QVERIFY(!world.look());
        world.clock.advance(hours(2));
        for (int i = 0; i < 59; ++i)
            world.verify(world.sent("101", milliseconds(10)));
        world.clock.advance(minutes(11));
        QVERIFY(!world.look());
    }

    void aLowBalanceIsTold_data() { StorageFixture::dialects(); }
    void aLowBalanceIsTold() {
        WatchedWorld world;
        world.balances = {{"every8d", 999.5}, {"mitake", 1'000}};
        QVERIFY(world.look());
        QCOMPARE(world.lasting().size(), 1);
        QCOMPARE(world.lasting()[0].subject, "every8d");
        world.balances[0].credits = 5'000;
        QVERIFY(world.look());
        QVERIFY(world.lasting().isEmpty());
    }

    void codesThatNobodyUsesStopTheirPrefix_data() { StorageFixture::dialects(); }
    void codesThatNobodyUsesStopTheirPrefix() {
        WatchedWorld world;
        world.hundred(100, "0905", 19);
        world.hundred(100, "0933", 20);
        QVERIFY(world.look());
        QVERIFY(!world.mayBeSent("0905"));
        QVERIFY(world.mayBeSent("0933"));
        QVERIFY(world.mayBeSent("0912"));
        const auto open = world.breaker.list(true, 10);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->first().codes, 100LL);
        QCOMPARE(open->first().ratio, 0.19);
        // It stays stopped, however well the rest does and however long it is.
        world.clock.advance(hours(24 * 30));
        world.look();
        QVERIFY(world.breaker.refresh());
        QVERIFY(!world.mayBeSent("0905"));
    }

    void aPersonLetsItGoOnAndOnlyNewCodesCount_data() { StorageFixture::dialects(); }
    void aPersonLetsItGoOnAndOnlyNewCodesCount() {
        WatchedWorld world;
        world.hundred(100, "0905", 0);
        QVERIFY(world.look());
        const auto lifted = world.breaker.lift(world.lin, "0905", "our own test");
        QVERIFY(lifted);
        QCOMPARE(lifted->liftedBy, "lin");
        QVERIFY(world.mayBeSent("0905"));
        world.look();
        QVERIFY(world.mayBeSent("0905")); // the same hundred do not stop it again
        world.hundred(100, "0905", 0);
        QVERIFY(world.look());
        QVERIFY(!world.mayBeSent("0905"));
        QCOMPARE(world.breaker.list(false, 10)->size(), 2);
        const auto noted = world.database.read([](storage::Connection &c) {
            return c.query("staff/audit_of_action", {{"action", "sms.breaker.lift"}});
        });
        QCOMPARE(noted->size(), 1);
    }

    void twoPeopleLiftAtOnce_data() { StorageFixture::dialects(); }
    void twoPeopleLiftAtOnce() {
        WatchedWorld world;
        QVERIFY(world.breaker.stop(world.lin, "0977", "phishing"));
        QCOMPARE(world.breaker.stop(world.lin, "0977", "again").error().code, "already-stopped");
        std::atomic<int> lifted = 0, refused = 0;
        std::vector<std::thread> people;
        for (int i = 0; i < 8; ++i)
            people.emplace_back([&] {
                const auto done = world.breaker.lift(world.lin, "0977", "over");
                ++(done ? lifted : refused);
                if (!done && done.error().code != "no-open-breaker")
                    qFatal("another refusal");
            });
        for (std::thread &person : people)
            person.join();
        QCOMPARE(lifted.load(), 1);
        QCOMPARE(refused.load(), 7);
    }

    void aSisterServiceHearsOfAStop_data() { StorageFixture::dialects(); }
    void aSisterServiceHearsOfAStop() {
        WatchedWorld world;
        delivery::PrefixBreaker sister({world.database, world.clock, world.ids, world.audit, world.afterCommit});
        QVERIFY(world.breaker.stop(world.lin, "0912", "phishing"));
        QVERIFY(sister.refresh());
        const auto refused = sister.allow(SmsWorld::message());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, "try-again-later");
        QVERIFY(!refused.error().message.contains("0912")); // outside, one refusal looks like another
    }
};

QTEST_GUILESS_MAIN(AlarmWatchTest)
#include "alarm_watch_test.moc"
