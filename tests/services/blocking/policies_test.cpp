#include "tests/services/blocking/blocking_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::blocking;
using namespace wemo::tests;

class PoliciesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsAVersionWithItsAuditRow_data() { StorageFixture::dialects(); }
    void everyChangeIsAVersionWithItsAuditRow() {
        BlockingWorld world;
        const PolicyRecord made = world.make(world.edit());
        QCOMPARE(made.version, 1);
        QCOMPARE(made.changedBy, QString("Lin"));
        QCOMPARE(world.policies.create(world.lin, world.edit()).error().code, QString("duplicate-id"));
        PolicyRecord edit = world.edit("number-hour", 9);
        const auto saved = world.policies.update(world.lin, "number-hour", 1, edit);
        QVERIFY(saved);
        QCOMPARE(saved->version, 2);
        const auto late = world.policies.update(world.lin, "number-hour", 1, world.edit("number-hour", 12));
        QVERIFY(late.error().kind == ErrorKind::Conflict);
        QCOMPARE(late.error().code, QString("stale"));
        QCOMPARE(late.error().extra["current"].toObject()["limit"].toInt(), 9);
        QCOMPARE(late.error().extra["changed"].toObject().keys(), QStringList{"limit"});
        edit.policy.event = "other";
        QCOMPARE(world.policies.update(world.lin, "number-hour", 2, edit).error().fields.value(0).path,
                 QString("event"));
        QCOMPARE(world.policies.restore(world.lin, "number-hour", 1)->policy.limit, 2);
        QVERIFY(world.policies.remove(world.lin, "number-hour", 3));
        QVERIFY(world.policies.list()->isEmpty());
        QCOMPARE(world.policies.remove(world.lin, "number-hour", 4).error().code, QString("policy-not-found"));
        const auto back = world.policies.restore(world.lin, "number-hour", 2);
        QVERIFY(back);
        QCOMPARE(back->policy.limit, 9);
        const auto versions = world.policies.versions("number-hour");
        QCOMPARE(versions->size(), 5);
        QVERIFY(versions->at(1).deleted && !versions->at(0).deleted);
        QCOMPARE(world.audited("blocking.policy.update").size(), 1);
        QCOMPARE(world.audited("blocking.policy.restore").size(), 2);
    }

    void twoSaveAtOnceAndOneIsTold_data() { StorageFixture::dialects(); }
    void twoSaveAtOnceAndOneIsTold() {
        BlockingWorld world;
        (void)world.make(world.edit());
        std::atomic<int> saved = 0, stale = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&, i] {
                const auto done = world.policies.update(world.lin, "number-hour", 1, world.edit("number-hour", 3 + i));
                saved += done ? 1 : 0;
                stale += !done && done.error().code == "stale" ? 1 : 0;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(saved.load(), 1);
        QCOMPARE(stale.load(), 3);
    }

    void theFirstOnesAreWrittenOnce_data() { StorageFixture::dialects(); }
    void theFirstOnesAreWrittenOnce() {
        BlockingWorld world;
        QVERIFY(world.policies.seedDefaults());
        const qsizetype count = world.policies.list()->size();
        QCOMPARE(count, defaultPolicies().size());
        QVERIFY(world.policies.remove(world.lin, "tenant-day", 1));
        QVERIFY(world.policies.seedDefaults());
        QCOMPARE(world.policies.list()->size(), count - 1);
    }

    /// A sister service reads a change by itself.
    void anotherServiceDecidesByAChange_data() { StorageFixture::dialects(); }
    void anotherServiceDecidesByAChange() {
        BlockingWorld world;
        (void)world.make(world.edit());
        const auto sister = storage::Database::open(world.store.options());
        QVERIFY(sister);
        PolicyBook book(**sister);
        QVERIFY(!book.current());
        book.start();
        QTRY_VERIFY(book.current().has_value());
        QVERIFY(world.policies.update(world.lin, "number-hour", 1, world.edit("number-hour", 9)));
        QTRY_COMPARE(book.current().value()->first().limit, 9);
    }

    void aPolicyThatMakesNoSenseIsRefusedAtEveryField() {
        const PolicyRecord good = defaultPolicies().first();
        QCOMPARE(policyEditFromJson(editJson(good))->policy, good.policy);
        QJsonObject wrong = editJson(good);
        wrong["id"] = "Number/hour";
        wrong["limit"] = 0;
        wrong["block_s"] = 10;
        wrong["longest_block_s"] = 9;
        wrong["mode"] = "maybe";
        wrong["version"] = 3;
        QCOMPARE(policyEditFromJson(wrong).error().fields.size(), 5);
    }

    void thePreviewCountsWhatWasAskedAgain_data() { StorageFixture::dialects(); }
    void thePreviewCountsWhatWasAskedAgain() {
        BlockingWorld world;
        (void)world.make(world.edit("tenant-day", 1'000, "tenant"));
        (void)world.make(world.edit("number-hour", 4));
        for (int day = 0; day < 3; ++day) {
            for (int i = 0; i < 3; ++i)
                (void)world.ask(QString("+88691234567%1").arg(i), "203.0.113.9");
            world.clock.advance(std::chrono::minutes(1));
            (void)world.ask("+886912345670");
            world.clock.advance(std::chrono::hours(24));
        }
        QVERIFY(world.drain.drain());
        Policy tried = world.edit("number-hour", 1).policy;
        const Instant from = world.clock.now() - std::chrono::hours(24 * 7);
        auto seen = world.reader.preview(tried, from, world.clock.now());
        QVERIFY(seen);
        QCOMPARE(seen->decisions, 12);
        QCOMPARE(seen->wouldBlock, 3);
        QCOMPARE(seen->subjects, 1);
        QCOMPARE(seen->examples.value(0).refused, 3);
        QCOMPARE(seen->examples.value(0).subject.masked, QString("0912•••670"));
        QVERIFY(seen->byDay.size() >= 3);
        tried.limit = 2;
        seen = world.reader.preview(tried, from, world.clock.now());
        QCOMPARE(seen->wouldBlock, 0);
        tried.event = "sign-in-failed";
        QCOMPARE(world.reader.preview(tried, from, world.clock.now())->decisions, 0);
    }
};

QTEST_GUILESS_MAIN(PoliciesTest)
#include "policies_test.moc"
