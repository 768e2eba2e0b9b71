#include "services/sms/partitions.h"
#include "services/sms/retention.h"
#include "tests/services/sms/sms_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;

namespace {
constexpr std::chrono::hours day{24};

struct AgedWorld : SmsWorld {
    sms::RetentionOptions options{std::chrono::hours(1), 30 * day, 100 * day, 3};
    sms::Retention retention{{database, clock, metrics}, options};

    /// Delivered, so that nothing more is waited for.
    Id delivered(const QString &key, int last = 0) {
        const Id id = send(message(key, last));
        work(id);
        (void)receipts.take(receipt(id, "100", 1, last));
        return id;
    }
    qint64 run() { return retention.run().value_or(-1); }
    sms::Message of(Id id) { return detail(id).message; }
    QByteArray hashOf(Id id) {
        return database
            .read([&](storage::Connection &c) -> Result<QByteArray> {
                const auto rows = c.query("sms/read_message", {{"id", id}});
                return rows && !rows->isEmpty() ? Result<QByteArray>(rows->first().bytes("number_hash"))
                                                : failure(ErrorKind::NotFound, "none", "None.");
            })
            .value_or(QByteArray());
    }
    QString revealed(Id id) {
        const auto number = database.write([&](storage::Connection &c) { return log.reveal(c, id); });
        return number ? number->e164() : number.error().code;
    }
    bool knows(const QString &key) {
        const auto found = database.read([&](storage::Connection &c) { return log.findByIdempotencyKey(c, key); });
        return found && *found;
    }
    qsizetype found(const char *number) {
        sms::MessageFilter filter;
        filter.number = number;
        const auto page = list.page(filter, 100, {});
        return page ? page->items.size() : -1;
    }
};
} // namespace

class RetentionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsGoFirstThenNumbers_data() { StorageFixture::dialects(); }
    void textsGoFirstThenNumbers() {
        AgedWorld world;
        QList<Id> old;
        for (int i = 0; i < 8; ++i) // more than two batches
            old.append(world.delivered(QString("old-%1").arg(i), i % 2));
        world.clock.advance(29 * day);
        const Id young = world.delivered("young");
        QCOMPARE(world.run(), 0);
        QCOMPARE(world.of(old.first()).text, "Your code is ••••••");

        world.clock.advance(2 * day);
        QCOMPARE(world.run(), 8);
        QCOMPARE(world.run(), 0);
        for (const Id id : std::as_const(old))
            QCOMPARE(world.of(id).text, "");
        QVERIFY(!world.knows("old-0"));
        QVERIFY(world.knows("young"));
        QCOMPARE(world.of(young).text, "Your code is ••••••");
        QCOMPARE(world.revealed(old.first()), "+886912345670");
        QCOMPARE(world.found("0912345671"), 4);

        world.clock.advance(70 * day);
        QVERIFY(world.run() > 0);
        QCOMPARE(world.revealed(old.first()), "number-removed");
        QCOMPARE(world.found("0912345671"), 0);
        QCOMPARE(world.found("0912345670"), 1); // the young one
        const sms::Message kept = world.of(old.first());
        QCOMPARE(kept.maskedNumber, "0912••••••");
        QCOMPARE(kept.prefix, "0912");
        QCOMPARE(toString(kept.state), "delivered");
        QCOMPARE(kept.templateName, "otp.sign_in");
        QVERIFY(world.detail(old.first()).events.size() > 2);
        // Still countable by person, and not the hash a number is found by.
        QCOMPARE(world.hashOf(old[0]), world.hashOf(old[2]));
        QVERIFY(world.hashOf(old[0]) != world.hashOf(old[1]));
        QVERIFY(world.hashOf(old[0]) != world.hashOf(young));
        QVERIFY(world.metrics.text().contains("wemo_sms_retention_total{what=\"text\"} 9"));
        QVERIFY(world.metrics.text().contains("wemo_sms_retention_total{what=\"number\"} 8"));
    }

    void whatIsWaitedForHasItsTurnLater_data() { StorageFixture::dialects(); }
    void whatIsWaitedForHasItsTurnLater() {
        AgedWorld world;
        const Id open = world.send();
        const Id after = world.delivered("after");
        world.clock.advance(120 * day);
        QCOMPARE(world.run(), 2); // a text and a number
        QCOMPARE(world.of(open).text, "Your code is ••••••");
        QCOMPARE(world.revealed(open), "+886912345670");
        QCOMPARE(world.of(after).text, "");
        world.work(open); // too late to be sent: it ends
        QCOMPARE(world.state(open), "expired");
        QCOMPARE(world.run(), 2);
        QCOMPARE(world.of(open).text, "");
        QCOMPARE(world.revealed(open), "number-removed");
        QCOMPARE(world.run(), 0);
    }

    void zeroDaysKeepEverything_data() { StorageFixture::dialects(); }
    void zeroDaysKeepEverything() {
        AgedWorld world;
        const Id id = world.delivered("one");
        sms::Retention never({world.database, world.clock, world.metrics},
                             {std::chrono::hours(1), std::chrono::hours(0), std::chrono::hours(0), 3});
        world.clock.advance(5'000 * day);
        QCOMPARE(never.run().value_or(-1), 0);
        QCOMPARE(world.of(id).text, "Your code is ••••••");
    }

    void aPseudonymCannotBeLookedUpLater_data() { StorageFixture::dialects(); }
    void aPseudonymCannotBeLookedUpLater() {
        AgedWorld world;
        const Id one = world.delivered("one");
        world.clock.advance(40 * day);
        const Id other = world.delivered("other");
        QCOMPARE(world.hashOf(one), world.hashOf(other));
        world.clock.advance(200 * day);
        QVERIFY(world.run() > 0);
        QVERIFY(world.hashOf(one) != world.hashOf(other)); // months apart: other keys
        const auto keys = world.database.read([&](storage::Connection &c) -> Result<qint64> {
            qint64 kept = 0;
            for (const Id id : {one, other}) {
                const auto rows = c.query("sms/pseudonym_key", {{"month", firstIdAt(sms::monthOf(instantOf(id)))}});
                if (!rows)
                    return Failure(rows.error());
                kept += rows->size();
            }
            return kept;
        });
        QCOMPARE(keys.value_or(-1), 0);
    }

    void severalServicesShareTheWork_data() { StorageFixture::dialects(); }
    void severalServicesShareTheWork() {
        AgedWorld world;
        QList<Id> ids;
        for (int i = 0; i < 30; ++i)
            ids.append(world.delivered(QString("key-%1").arg(i), i % 5));
        world.clock.advance(120 * day);
        std::atomic<qint64> taken = 0;
        std::vector<std::thread> services;
        for (int i = 0; i < 3; ++i)
            services.emplace_back([&] {
                const auto own = storage::Database::open(world.fixture.options());
                sms::Retention retention({**own, world.clock, world.metrics}, world.options);
                taken += retention.run().value_or(-1000);
            });
        for (std::thread &service : services)
            service.join();
        QCOMPARE(taken.load(), 60);
        for (const Id id : std::as_const(ids)) {
            QCOMPARE(world.of(id).text, "");
            QCOMPARE(world.hashOf(id), world.hashOf(ids[ids.indexOf(id) % 5]));
        }
    }

    void monthsAreMadeAheadOnce_data() { StorageFixture::dialects(); }
    void monthsAreMadeAheadOnce() {
        AgedWorld world;
        const bool isPostgres = currentDialect() == storage::Dialect::Postgres;
        const Id before = world.delivered("before"); // waits in the default partition
        QCOMPARE(world.retention.addMonths().value_or(-1), isPostgres ? 6 : 0);
        QCOMPARE(world.retention.addMonths().value_or(-1), 0);
        world.clock.advance(32 * day);
        std::atomic<int> made = 0;
        std::vector<std::thread> services;
        for (int i = 0; i < 4; ++i)
            services.emplace_back([&] {
                const auto own = storage::Database::open(world.fixture.options());
                sms::Retention retention({**own, world.clock, world.metrics}, world.options);
                made += retention.addMonths().value_or(-1000);
            });
        for (std::thread &service : services)
            service.join();
        QVERIFY(made == 0 || (isPostgres && (made == 2 || made == 4)));
        const Id after = world.delivered("after", 1);
        for (const Id id : {before, after}) {
            QCOMPARE(world.state(id), "delivered");
            QVERIFY(world.detail(id).events.size() >= 4);
        }
        QCOMPARE(world.list.page({}, 10, {})->items.size(), 2);
    }

    void itsOwnThreadDoesIt_data() { StorageFixture::dialects(); }
    void itsOwnThreadDoesIt() {
        AgedWorld world;
        const Id id = world.delivered("one");
        world.clock.advance(40 * day);
        world.retention.start();
        QTRY_COMPARE(world.of(id).text, "");
        world.retention.stop();
    }
};

QTEST_GUILESS_MAIN(RetentionTest)
#include "retention_test.moc"
