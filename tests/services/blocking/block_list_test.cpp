#include "tests/services/blocking/blocking_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::blocking;
using namespace wemo::tests;

class BlockListTest final : public QObject {
    Q_OBJECT

    static void sqlite() {
        QTest::addColumn<storage::Dialect>("dialect");
        QTest::newRow("sqlite") << storage::Dialect::Sqlite;
    }
    /// Two pass, the third is refused and blocks.
    static void block(BlockingWorld &world, const QString &number = "+886912345678") {
        for (int i = 0; i < 3; ++i)
            (void)world.ask(number);
    }

private Q_SLOTS:
    void whoIsBlockedAndWhy_data() { sqlite(); }
    void whoIsBlockedAndWhy() {
        BlockingWorld world;
        (void)world.make(world.edit());
        block(world);
        QVERIFY(!world.ask());
        const BlockPage page = world.blocks();
        QCOMPARE(page.items.size(), 1);
        const Block one = page.items.first();
        QCOMPARE(one.subject.masked, QString("0912•••678"));
        QCOMPARE(one.subject.id, world.idOf());
        QCOMPARE(one.policyId, QString("number-hour"));
        QCOMPARE(one.event, QString("code-requested"));
        QCOMPARE(one.requestId, QString("request-3"));
        QCOMPARE(one.refused, 2);
        QCOMPARE(one.strikes, 1);
        QCOMPARE(toMs(one.until - one.since.time_since_epoch()), toMs(Instant(std::chrono::hours(2))));
        world.clock.advance(std::chrono::hours(2));
        QVERIFY(world.blocks().items.isEmpty());
        QVERIFY(world.blocker.sweep());
        QCOMPARE(world.pool.command({"ZCARD", "wemo:{blocking}:blocks"})->integer, 0);
    }

    void pagesFiltersAndSearch_data() { sqlite(); }
    void pagesFiltersAndSearch() {
        BlockingWorld world;
        (void)world.make(world.edit());
        (void)world.make(world.edit("device-hour", 20, "device"));
        (void)world.make(world.edit("pair-hour", 2, "pair"));
        for (int i = 0; i < 9; ++i) {
            block(world, QString("+88691234567%1").arg(i));
            world.clock.advance(std::chrono::seconds(1));
        }
        QStringList seen;
        QString cursor;
        do {
            const auto page = world.blockList.page({"number", {}, cursor, 2});
            QVERIFY(page && page->items.size() <= 2);
            for (const Block &one : page->items)
                seen.append(one.subject.masked);
            cursor = page->nextCursor;
        } while (!cursor.isEmpty());
        QCOMPARE(seen.size(), 9);
        QCOMPARE(seen.first(), QString("0912•••678")); // newest first
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 9);
        QCOMPARE(world.blockList.page({{}, "pair-hour", {}, 100})->items.size(), 9);
        QCOMPARE(world.blockList.page({"device", "pair-hour", {}, 100})->items.size(), 0);
        QCOMPARE(world.blockList.page({"device", {}, {}, 100})->items.size(), 0);
        const auto found = world.blockList.find({}, "0912-345-673", 10); // its own, and that of the pair it is part of
        QCOMPARE(found->items.size(), 2);
        QVERIFY(!world.blockList.find("number", "nonsense", 10));
        QCOMPARE(world.blockList.page({{}, {}, "nonsense", 10}).error().code, QString("bad-cursor"));
        QVERIFY(world.policies.remove(world.lin, "pair-hour", 1) && world.book.refresh());
        QCOMPARE(world.blocks().items.size(), 9); // nobody is held by a policy that is gone
    }

    void aLiftLetsThroughAndIsTakenBack_data() { StorageFixture::dialects(); }
    void aLiftLetsThroughAndIsTakenBack() {
        BlockingWorld world;
        (void)world.make(world.edit());
        block(world);
        const Block before = world.blocks().items.first();
        const auto lifted = world.blockList.lift(world.act, {before.key()});
        QVERIFY(lifted);
        QCOMPARE(lifted->count, 1);
        QVERIFY(world.blocks().items.isEmpty());
        QCOMPARE(world.blockList.lift(world.act, {before.key()})->count, 0);
        const auto undone = world.blockList.undo(world.act, lifted->undo);
        QVERIFY(undone);
        QCOMPARE(world.blocks().items.value(0).until, before.until);
        QCOMPARE(world.blocks().items.value(0).strikes, before.strikes);
        QVERIFY(!world.ask());
        QCOMPARE(world.blockList.undo(world.act, lifted->undo).error().code, QString("undo-over"));
        QVERIFY(world.blockList.lift(world.act, {before.key()}));
        QVERIFY(world.ask() && world.ask());
        QVERIFY(!world.ask());
        QVERIFY(world.drain.drain());
        QCOMPARE(world.audited("blocking.lifted").size(), 2);
        const storage::Row row = world.audited("blocking.lifted").first();
        QCOMPARE(row.text("request_id"), QString("request-x"));
        QVERIFY(row.text("after").contains("she called"));
    }

    void blocksAreExtended_data() { StorageFixture::dialects(); }
    void blocksAreExtended() {
        BlockingWorld world;
        (void)world.make(world.edit());
        block(world, "+886912345678");
        block(world, "+886912345679");
        QList<BlockKey> keys;
        for (const Block &one : world.blocks().items)
            keys.append(one.key());
        const Instant until = world.blocks().items.first().until;
        const auto extended = world.blockList.extend(world.act, keys, {{}, std::chrono::hours(24 * 30)});
        QCOMPARE(extended->count, 2);
        QCOMPARE(world.blocks().items.first().until, until + std::chrono::hours(24 * 30));
        world.clock.advance(std::chrono::hours(24 * 29));
        QVERIFY(world.blocker.sweep()); // and nothing of it is forgotten before
        QVERIFY(!world.ask());
        QCOMPARE(world.blockList.undo(world.act, extended->undo)->count, 2);
        QVERIFY(world.ask());
        QVERIFY(world.drain.drain());
        QCOMPARE(world.audited("blocking.extended").size(), 4);
    }

    void theHistoryOfASubject_data() { StorageFixture::dialects(); }
    void theHistoryOfASubject() {
        BlockingWorld world;
        (void)world.make(world.edit());
        (void)world.make(world.edit("pair-hour", 2, "pair"));
        block(world);
        QVERIFY(world.blockList.lift(world.act, {{"number", world.idOf(), "number-hour"}}));
        const QStringList history = world.history(world.idOf());
        QCOMPARE(history.filter("counted number-hour").size(), 2);
        QCOMPARE(history.filter("counted pair-hour").size(), 0); // others' counts are none of its own
        QCOMPARE(history.filter("blocked number-hour").size(), 1);
        QCOMPARE(history.filter("blocked pair-hour").size(), 1); // what refused it is
        QCOMPARE(history.filter("lifted").size(), 1);
        const auto page = world.reader.page(world.idOf(), {}, 2);
        QVERIFY(!page->nextCursor.isEmpty());
        QCOMPARE(page->items.first().actor, QString("Lin"));
        QCOMPARE(page->items.first().note, QString("she called"));
        QCOMPARE(page->subject->masked, QString("0912•••678"));
        const auto rest = world.reader.page(world.idOf(), page->nextCursor, 100);
        QCOMPARE(page->items.size() + rest->items.size(), history.size());
        QCOMPARE(rest->items.last().requestId, QString("request-1"));
        QVERIFY(world.history("00").isEmpty());
    }

    void aRepeatedDrainAddsNothing_data() { StorageFixture::dialects(); }
    void aRepeatedDrainAddsNothing() {
        BlockingWorld world;
        (void)world.make(world.edit());
        block(world);
        QVERIFY(world.blockList.lift(world.act, {world.blocks().items.first().key()}));
        // A kill between the commit and the removal leaves the entries where they are.
        const auto copy = world.pool.command({"DUMP", "wemo:{blocking}:log"});
        QCOMPARE(world.drain.drain().value(), 4);
        const QStringList once = world.history(world.idOf());
        QVERIFY(world.pool.command({"RESTORE", "wemo:{blocking}:log", "0", copy->text, "REPLACE"}));
        QCOMPARE(world.drain.drain().value(), 4);
        QCOMPARE(world.history(world.idOf()), once);
        QCOMPARE(world.audited("blocking.lifted").size(), 1);
        QCOMPARE(world.drain.drain().value(), 0);
    }

    void whatIsTakenBackIsNoHistory_data() { StorageFixture::dialects(); }
    void whatIsTakenBackIsNoHistory() {
        BlockingWorld world;
        (void)world.make(world.edit());
        const auto taken = world.ask();
        QVERIFY(taken);
        world.guard.takeBack(*taken);
        QVERIFY(world.ask());
        QCOMPARE(world.history(world.idOf()), QStringList{"counted number-hour"});
    }

    void oldHistoryIsForgotten_data() { StorageFixture::dialects(); }
    void oldHistoryIsForgotten() {
        BlockingWorld world;
        (void)world.make(world.edit());
        block(world);
        QCOMPARE(world.history(world.idOf()).size(), 3);
        const Instant realNow = fromMs(QDateTime::currentMSecsSinceEpoch()); // rows sort by Redis' own time
        QCOMPARE(world.drain.prune(realNow - std::chrono::hours(1)).value(), 0);
        QCOMPARE(world.drain.prune(realNow + std::chrono::hours(1)).value(), 3);
        QVERIFY(world.history(world.idOf()).isEmpty());
    }

    void whomABlockStandsForIsKnownWhole_data() { sqlite(); }
    void whomABlockStandsForIsKnownWhole() {
        BlockingWorld world;
        (void)world.make(world.edit());
        block(world);
        const auto subjects = world.blockList.subjectsOf({world.blocks().items.first().key(), {"number", "00", "p"}});
        QCOMPARE(subjects->size(), 1);
        QCOMPARE(subjects->first().value, QString("+886912345678"));
    }

    void strangersLockNoColleagueOut_data() { sqlite(); }
    void strangersLockNoColleagueOut() {
        BlockingWorld world;
        QVERIFY(world.policies.seedDefaults() && world.book.refresh());
        const auto attempt = [&world](const QString &account, const QString &address) {
            return world.guard.pass({"sign-in-failed", staffSubjects(account, address), "r"});
        };
        for (int i = 0; i < 10; ++i)
            QVERIFY(attempt("lin", "1.1.1.1"));
        const auto refused = attempt("lin", "1.1.1.1");
        QCOMPARE(refused.error().code, QString("try-again-later"));
        QCOMPARE(refused.error().retryAfterMs, 900'000);
        QVERIFY(attempt("lin", "2.2.2.2")); // her own desk is not locked by a stranger's
        for (int i = 0; i < 89; ++i)
            QVERIFY(attempt("lin", QString("3.3.3.%1").arg(i)));
        QVERIFY(!attempt("lin", "4.4.4.4")); // but a hundred in all are too many
        for (int i = 0; i < 100; ++i)
            (void)attempt(QString("user%1").arg(i), "9.9.9.9");
        QVERIFY(!attempt("fresh", "9.9.9.9"));
        world.clock.advance(std::chrono::minutes(15));
        QVERIFY(attempt("lin", "1.1.1.1"));
    }

    void tryingCountsNothing_data() { sqlite(); }
    void tryingCountsNothing() {
        BlockingWorld world;
        (void)world.make(world.edit());
        block(world);
        Guard::Person person;
        person.number = "+886912345678";
        person.address = "203.0.113.9";
        for (int i = 0; i < 3; ++i) {
            const auto trial = world.guard.tryOut(person, {});
            QVERIFY(trial && !trial->allowed);
            QCOMPARE(trial->verdicts.size(), 1);
            QCOMPARE(trial->verdicts.first().subject.masked, QString("0912•••678"));
            QCOMPARE(*trial->verdicts.first().until, world.blocks().items.first().until);
            QCOMPARE(trial->verdicts.first().strikes, 1);
        }
        person.number = "+886912345670";
        QVERIFY(world.guard.tryOut(person, "code-requested")->allowed);
        QCOMPARE(world.history(world.idOf("+886912345670")), QStringList());
    }
};

QTEST_GUILESS_MAIN(BlockListTest)
#include "block_list_test.moc"
