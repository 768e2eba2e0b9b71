#include "tests/services/sms/sending_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;
using sms::BulkState;

namespace {
struct BulkWorld : SendingWorld {
    sms::BulkResends::Order order(qint64 expected, const sms::MessageFilter &filter = {}) const {
        return {filter, expected, "lin", "The carrier was down.", "request-3", {}};
    }
    QList<Id> failures(int count) {
        QList<Id> ids;
        for (int i = 0; i < count; ++i)
            ids.append(failed(SendingWorld::notice(i % 10)));
        return ids;
    }
    /// Until nothing runs any more; how many messages were worked off.
    int workOff() {
        int all = 0;
        for (Result<int> done = bulkWorker.step(); done && *done > 0; done = bulkWorker.step())
            all += *done;
        return all;
    }
    /// How often each message was sent again.
    QHash<Id, int> resends() {
        QHash<Id, int> counts;
        const QList<sms::Message> messages = all();
        for (const sms::Message &message : messages)
            if (message.resendOf)
                ++counts[*message.resendOf];
        return counts;
    }
    sms::BulkResend now(Id id) { return bulks.find(id).value_or(sms::BulkResend()); }
};
} // namespace

class BulkResendsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPreviewCountsWhatWouldBeSentAndWhatNot_data() { StorageFixture::dialects(); }
    void aPreviewCountsWhatWouldBeSentAndWhatNot() {
        BulkWorld world;
        const QList<Id> bad = world.failures(3);
        QVERIFY(world.acts.resend(bad[0], SendingWorld::act())); // open now; the old one is done
        sms::NewMessage long_ = SendingWorld::notice();
        long_.text = long_.shownText = QString(100, u'長');
        world.failed(long_);
        world.failed(SmsWorld::message("otp:challenge:1"));
        world.openCode.refusal = "code-used";
        const Id fine = world.send(SendingWorld::notice());
        world.work(fine);
        const auto preview = world.bulks.preview({});
        QVERIFY2(preview, preview ? "" : qPrintable(preview.error().detail));
        QCOMPARE(preview->count, 3);
        QCOMPARE(preview->segments, 4);
        QCOMPARE(preview->costTenThousandths, 4 * 12'000);
        QCOMPARE(preview->refused, (QMap<QString, qint64>{{"code-used", 1}, {"resent-already", 1}}));
        const auto back = sms::bulkPreviewFromJson(toJson(*preview));
        QVERIFY(back && back->refused == preview->refused && back->costTenThousandths == 48'000);
        sms::MessageFilter filter;
        filter.number = "0912-345-671";
        QCOMPARE(world.bulks.preview(filter)->count, 1);
    }

    void onlyFailuresAreSentAgainByTheThousand_data() { StorageFixture::dialects(); }
    void onlyFailuresAreSentAgainByTheThousand() {
        BulkWorld world;
        world.failures(1);
        const Id silent = world.send(SendingWorld::notice());
        world.work(silent);
        world.clock.advance(std::chrono::hours(48));
        QVERIFY(world.database.write([&](storage::Connection &connection) -> Result<void> {
            auto record = world.log.lock(connection, silent);
            sms::News news;
            news.source = "sweep";
            news.state = sms::DeliveryState::Unknown;
            const auto applied = world.log.apply(connection, *record, news);
            return applied ? Result<void>() : Failure(applied.error());
        }));
        sms::MessageFilter filter;
        filter.states = {sms::DeliveryState::Delivered, sms::DeliveryState::Sent};
        QCOMPARE(world.bulks.preview(filter).error().code, "not-failures");
        filter.states = {sms::DeliveryState::Delivered, sms::DeliveryState::Rejected};
        QCOMPARE(world.bulks.preview(filter)->count, 1);
        filter.states = {sms::DeliveryState::Unknown};
        QCOMPARE(world.bulks.preview(filter)->count, 1); // only where somebody asked for it
        QCOMPARE(world.bulks.preview({})->count, 1);
    }

    void anotherCountThanExpectedIsTold_data() { StorageFixture::dialects(); }
    void anotherCountThanExpectedIsTold() {
        BulkWorld world;
        world.failures(2);
        const auto begun = world.bulks.begin(world.order(3));
        QCOMPARE(begun.error().code, "count-changed");
        QCOMPARE(begun.error().extra["count"].toInt(), 2);
        QCOMPARE(world.workOff(), 0);
        QVERIFY(world.bulks.begin(world.order(2)));
    }

    void everyMessageIsSentAgainOnce_data() { StorageFixture::dialects(); }
    void everyMessageIsSentAgainOnce() {
        BulkWorld world;
        const QList<Id> bad = world.failures(45);
        const auto bulk = world.bulks.begin(world.order(45));
        QVERIFY(bulk && bulk->state == BulkState::Running && bulk->total == 45);
        QCOMPARE(world.bulkWorker.step().value_or(-1), 20);
        QCOMPARE(world.now(bulk->id).resent, 20);
        QVERIFY(world.now(bulk->id).state == BulkState::Running);
        QCOMPARE(world.workOff(), 25);
        const sms::BulkResend done = world.now(bulk->id);
        QVERIFY(done.state == BulkState::Done && done.resent == 45 && done.refused == 0);
        QCOMPARE(done.reason, "The carrier was down.");
        const QHash<Id, int> counts = world.resends();
        for (const Id id : bad)
            QCOMPARE(counts.value(id), 1);
        const sms::Message newest = world.all().first();
        QCOMPARE(newest.bulk, idToString(bulk->id));
        QCOMPARE(newest.priority, -50); // behind what people wait for
        QCOMPARE(newest.requestId, "request-3");
        QCOMPARE(world.detail(bad[0]).events.last().note, "lin had it sent again: The carrier was down.");
        const auto back = sms::bulkResendFromJson(toJson(done));
        QVERIFY(back && back->done() == 45 && back->state == BulkState::Done);
        QCOMPARE(world.bulks.preview({})->count, 0);
        QCOMPARE(world.bulks.begin(world.order(45)).error().code, "count-changed");
        QVERIFY(world.bulks.begin(world.order(0))->state == BulkState::Done); // nothing to do
        QCOMPARE(world.bulks.find(4711).error().code, "bulk-resend-not-found");
    }

    void whatChangedMeanwhileIsRefusedAtItsTurn_data() { StorageFixture::dialects(); }
    void whatChangedMeanwhileIsRefusedAtItsTurn() {
        BulkWorld world;
        const QList<Id> bad = world.failures(3);
        const Id code = world.failed(SmsWorld::message("otp:challenge:1"));
        const auto bulk = world.bulks.begin(world.order(4));
        QVERIFY(bulk);
        world.openCode.refusal = "code-used";
        QVERIFY(world.acts.resend(bad[1], SendingWorld::act()));
        QCOMPARE(world.workOff(), 4);
        const sms::BulkResend done = world.now(bulk->id);
        QCOMPARE(done.resent, 2);
        QCOMPARE(done.refusals, (QMap<QString, qint64>{{"code-used", 1}, {"resent-already", 1}}));
        QCOMPARE(world.resends().value(bad[1]), 1);
        QCOMPARE(world.resends().value(code), 0);
    }

    void whatTheGuardRefusesIsCounted_data() { StorageFixture::dialects(); }
    void whatTheGuardRefusesIsCounted() {
        BulkWorld world;
        world.failures(4); // riders 0 to 3
        int asked = 0;
        const auto guard = [&](const sms::NewMessage &message) -> Result<void> {
            ++asked;
            if (message.number == SmsWorld::number(2))
                return failure(ErrorKind::Conflict, "prefix-held", "Nothing is sent there now.");
            return {};
        };
        sms::MessageSender sender{world.database, world.log, world.afterCommit, {}, guard};
        const sms::Resender resender{{world.log, sender, world.templates, world.askForCode}};
        sms::BulkWorker worker{{world.database, world.clock, resender, world.afterCommit}};
        const auto bulk = world.bulks.begin(world.order(4));
        QCOMPARE(worker.step().value_or(-1), 4);
        QCOMPARE(asked, 4);
        QCOMPARE(world.now(bulk->id).refusals, (QMap<QString, qint64>{{"prefix-held", 1}}));
        QVERIFY(world.now(bulk->id).state == BulkState::Done);
    }

    void whatBreaksOffInAChunkLeavesNothingOfIt_data() { StorageFixture::dialects(); }
    void whatBreaksOffInAChunkLeavesNothingOfIt() {
        BulkWorld world;
        const QList<Id> bad = world.failures(25);
        const auto bulk = world.bulks.begin(world.order(25));
        QVERIFY(bulk);
        int left = 7;
        const auto guard = [&](const sms::NewMessage &) -> Result<void> {
            if (--left >= 0)
                return {};
            return failure(ErrorKind::Unavailable, "redis-down", "Not now.");
        };
        sms::MessageSender sender{world.database, world.log, world.afterCommit, {}, guard};
        const sms::Resender resender{{world.log, sender, world.templates, world.askForCode}};
        sms::BulkWorker worker{{world.database, world.clock, resender, world.afterCommit}};
        QCOMPARE(worker.step().error().code, "redis-down");
        QCOMPARE(world.resends().size(), 0);
        QCOMPARE(world.now(bulk->id).done(), 0);
        QCOMPARE(world.workOff(), 25);
        for (const Id id : bad)
            QCOMPARE(world.resends().value(id), 1);
    }

    void twoServicesShareTheWork_data() { StorageFixture::dialects(); }
    void twoServicesShareTheWork() {
        BulkWorld world;
        const QList<Id> bad = world.failures(60);
        sms::MessageFilter one, rest;
        one.number = "0912345670";
        const auto first = world.bulks.begin(world.order(6, one));
        const auto second = world.bulks.begin(world.order(60, rest)); // the six are in both
        QVERIFY(first && second);
        std::atomic<int> done = 0;
        const auto work = [&] {
            sms::BulkWorker worker{{world.database, world.clock, world.resender, world.afterCommit}};
            while (world.now(first->id).state == BulkState::Running ||
                   world.now(second->id).state == BulkState::Running)
                done += worker.step().value_or(0);
        };
        std::thread other(work);
        work();
        other.join();
        QCOMPARE(done.load(), 66);
        QCOMPARE(world.now(first->id).resent + world.now(second->id).resent, 60);
        for (const Id id : bad)
            QCOMPARE(world.resends().value(id), 1);
    }

    void oneThatIsCanceledStops_data() { StorageFixture::dialects(); }
    void oneThatIsCanceledStops() {
        BulkWorld world;
        world.failures(45);
        const auto bulk = world.bulks.begin(world.order(45));
        QCOMPARE(world.bulkWorker.step().value_or(-1), 20);
        int notes = 0;
        const auto note = [&](storage::Connection &, const sms::BulkResend &) -> Result<void> {
            ++notes;
            return {};
        };
        const auto canceled = world.bulks.cancel(bulk->id, note);
        QVERIFY(canceled && canceled->state == BulkState::Canceled && canceled->resent == 20);
        QCOMPARE(world.workOff(), 0);
        QCOMPARE(world.resends().size(), 20);
        QVERIFY(world.bulks.cancel(bulk->id, note)->state == BulkState::Canceled);
        QCOMPARE(notes, 1);
        QCOMPARE(world.bulks.preview({})->count, 25);
        QCOMPARE(world.bulks.cancel(4711, note).error().code, "bulk-resend-not-found");
    }

    void itsThreadWorksItOff_data() { StorageFixture::dialects(); }
    void itsThreadWorksItOff() {
        BulkWorld world;
        world.failures(25);
        sms::BulkWorker worker{{world.database, world.clock, world.resender, world.afterCommit}, std::chrono::hours(1)};
        worker.start();
        const auto bulk = world.bulks.begin(world.order(25));
        worker.wake();
        QTRY_VERIFY(world.now(bulk->id).state == BulkState::Done);
        worker.stop();
        QCOMPARE(world.resends().size(), 25);
    }
};

QTEST_GUILESS_MAIN(BulkResendsTest)
#include "bulk_resends_test.moc"
