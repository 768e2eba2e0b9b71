#include "services/sms/receipt_inbox.h"
#include "services/sms/reply_list.h"
#include "tests/services/sms/sms_world.h"

#include <QTest>

#include <future>

using namespace wemo;
using namespace wemo::tests;

namespace {
/// The world without its own intake: an inbox, and folders as several services would have them.
struct InboxWorld : SmsWorld {
    sms::ReceiptInbox inbox{database, [this] { ++commits; }};
    sms::ReceiptFolder folder{{database, log, metrics, [] {}}, {}};

    std::vector<sms::ReceiptRow> rows(const QList<Id> &ids, const QString &code = "100") {
        std::vector<sms::ReceiptRow> made;
        for (const Id id : ids)
            made.push_back(sms::receiptRow(log, {receipt(id, code)}));
        return made;
    }
    QList<Id> accepted(int count) {
        QList<Id> ids;
        for (int i = 0; i < count; ++i) {
            ids.append(send());
            work(ids.last());
        }
        return ids;
    }
    qint64 waiting() {
        const auto counted = database.read([](storage::Connection &c) { return c.query("sms/count_inbox"); });
        return counted ? counted->first().integer("total") : -1;
    }
    qint64 orphans() {
        const auto counted = database.read([](storage::Connection &c) { return c.query("sms/count_orphans"); });
        return counted ? counted->first().integer("total") : -1;
    }
};
} // namespace

class ReceiptInboxTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatComesDuringACommitGoesTogether_data() { StorageFixture::dialects(); }
    void whatComesDuringACommitGoesTogether() {
        InboxWorld world;
        const QList<Id> ids = world.accepted(40);
        std::promise<void> all;
        std::atomic<int> answered = 0, good = 0;
        world.commits = 0;
        const auto answer = [&](const Result<void> &written) {
            good += written ? 1 : 0;
            if (++answered == 40)
                all.set_value();
        };
        world.inbox.start();
        for (const sms::ReceiptRow &row : world.rows(ids))
            world.inbox.put(row, answer);
        all.get_future().wait();
        QCOMPARE(good.load(), 40);
        QCOMPARE(world.waiting(), qint64(40));
        QVERIFY2(world.commits < 20, qPrintable(QString::number(world.commits)));
    }

    void stoppingWritesWhatWaits_data() { StorageFixture::dialects(); }
    void stoppingWritesWhatWaits() {
        InboxWorld world;
        const QList<Id> ids = world.accepted(5);
        int good = 0;
        world.inbox.start();
        for (const sms::ReceiptRow &row : world.rows(ids))
            world.inbox.put(row, [&good](const Result<void> &written) { good += written ? 1 : 0; });
        world.inbox.stop();
        QCOMPARE(good, 5);
        QCOMPARE(world.waiting(), qint64(5));
        world.inbox.put(world.rows(ids, "0")[0], [&good](const Result<void> &written) { good += written ? 100 : 1; });
        QCOMPARE(good, 6); // refused at once
    }

    /// Nobody folds any more: the next start does.
    void whatAKilledServiceLeavesIsFolded_data() { StorageFixture::dialects(); }
    void whatAKilledServiceLeavesIsFolded() {
        InboxWorld world;
        const QList<Id> ids = world.accepted(3);
        QVERIFY(world.inbox.write(world.rows(ids, "0")));
        QVERIFY(world.inbox.write(world.rows(ids)));
        QVERIFY(world.inbox.write(world.rows(ids))); // and the gateway said it once more
        QCOMPARE(world.waiting(), qint64(6));
        QCOMPARE(world.state(ids[0]), "accepted");
        world.folder.start();
        for (const Id id : ids)
            QTRY_COMPARE(world.state(id), "delivered");
        QCOMPARE(world.verdicts(ids[0]).mid(3), QStringList({"sent moved", "delivered moved"}));
        QTRY_COMPARE(world.waiting(), qint64(0));
        world.folder.stop();
    }

    void severalServicesFoldAtOnce_data() { StorageFixture::dialects(); }
    void severalServicesFoldAtOnce() {
        InboxWorld world;
        const QList<Id> ids = world.accepted(60);
        for (const char *code : {"0", "100", "0", "101"})
            for (const Id id : ids)
                QVERIFY(world.inbox.write(world.rows({id}, QString::fromLatin1(code))));
        std::vector<std::unique_ptr<sms::ReceiptFolder>> services;
        std::vector<std::thread> threads;
        std::atomic<int> folded = 0;
        for (int i = 0; i < 4; ++i) {
            sms::FolderOptions small;
            small.batch = 7;
            services.push_back(std::make_unique<sms::ReceiptFolder>(
                sms::ReceiptFolder::Parts{world.database, world.log, world.metrics, [] {}}, small));
            threads.emplace_back(
                [&folded, folder = services.back().get()] { folded += folder->fold().value_or(-1000); });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(folded.load(), 180); // the second "0" was the same receipt
        for (const Id id : ids) {
            const sms::MessageDetail detail = world.detail(id);
            QCOMPARE(detail.events.size(), qsizetype(6));
            QCOMPARE(detail.message.version, 6);
            QStringList finals;
            for (const sms::MessageEvent &event : detail.events)
                if (event.verdict == "moved" && isFinal(event.state))
                    finals.append(toString(event.state));
            QCOMPARE(finals, QStringList(toString(detail.message.state)));
        }
    }

    void manyOfOneMessageInOneBatch_data() { StorageFixture::dialects(); }
    void manyOfOneMessageInOneBatch() {
        InboxWorld world;
        const Id id = world.accepted(1).first();
        std::vector<sms::ReceiptRow> rows;
        for (const char *code : {"0", "100", "0", "101", "100"})
            rows.push_back(world.rows({id}, QString::fromLatin1(code))[0]);
        QVERIFY(world.inbox.write(rows));
        QCOMPARE(world.folder.fold().value_or(-1), 3);
        QCOMPARE(world.verdicts(id).mid(3), QStringList({"sent moved", "delivered moved", "undelivered conflict"}));
        const sms::Message message = world.detail(id).message;
        QCOMPARE(message.version, 6);
        QVERIFY(message.sentAt && message.finalAt);
        QVERIFY(world.metrics.text().contains("wemo_sms_receipts_total{outcome=\"conflict\"} 1"));
        QVERIFY(world.metrics.text().contains("wemo_sms_final_total{state=\"delivered\"} 1"));
    }

    void strangersWaitAndAreLookedAtAgain_data() { StorageFixture::dialects(); }
    void strangersWaitAndAreLookedAtAgain() {
        InboxWorld world;
        const Id id = world.send();
        sms::Receipt early = world.receipt(id, "100");
        early.reference.clear();
        sms::Receipt stranger = world.receipt(id, "100");
        stranger.batchId = "somebody-elses";
        stranger.reference.clear();
        QVERIFY(world.inbox.write({sms::receiptRow(world.log, {early}), sms::receiptRow(world.log, {stranger})}));
        QCOMPARE(world.folder.fold().value_or(-1), 2);
        QCOMPARE(world.orphans(), qint64(2));
        QCOMPARE(world.waiting(), qint64(0));
        world.work(id); // its answer names the batch, and the worker looks
        QCOMPARE(world.state(id), "delivered");
        QCOMPARE(world.orphans(), qint64(1));
    }

    void whatNoStoreTakesStaysOut_data() { StorageFixture::dialects(); }
    void whatNoStoreTakesStaysOut() {
        InboxWorld world;
        const Id id = world.accepted(1).first();
        sms::Receipt odd = world.receipt(id, "100");
        odd.batchId = QString("batch-%1").arg(id) + QChar(0) + "\n\"\\'{}%s";
        odd.reference = QString("x") + QChar(0);
        QVERIFY(world.inbox.write({sms::receiptRow(world.log, {odd})}));
        QCOMPARE(world.folder.fold().value_or(-1), 1);
        QCOMPARE(world.orphans(), qint64(1));
    }

    void aReplyIsKeptOnceAndSealed_data() { StorageFixture::dialects(); }
    void aReplyIsKeptOnceAndSealed() {
        InboxWorld world;
        const QList<Id> ids = world.accepted(2);
        sms::Receipt known = world.receipt(ids[0], "999"), unknown = world.receipt(ids[1], "999", 1, 3);
        known.isReply = unknown.isReply = true;
        known.gateway = unknown.gateway = "every8d";
        const QString text = QStringLiteral("請不要再傳了 🛵");
        for (int twice = 0; twice < 2; ++twice)
            QVERIFY(world.inbox.write(
                        {sms::receiptRow(world.log, {known, text}), sms::receiptRow(world.log, {unknown, "?"})}) &&
                    world.folder.fold());
        sms::ReplyList replies(world.database, world.secrets);
        const auto all = replies.page({}, 10, {});
        QVERIFY(all);
        QCOMPARE(all->items.size(), qsizetype(2));
        QVERIFY(all->nextCursor.isEmpty());
        const sms::Reply &first = all->items[1];
        QCOMPARE(first.text, text);
        QCOMPARE(first.messageId, std::optional(ids[0]));
        QCOMPARE(first.maskedNumber, world.number().masked());
        QCOMPARE(first.gateway, "every8d");
        QCOMPARE(toMs(first.at), toMs(*known.gatewayAt));
        QVERIFY(!all->items[0].messageId); // batch of one, number of another
        QCOMPARE(world.state(ids[0]), "accepted");
        QCOMPARE(world.verdicts(ids[0]).last(), "accepted noted");
        const auto stored = world.database.read([](storage::Connection &c) {
            return c.query("sms/replies", {{"before", std::numeric_limits<qint64>::max()}, {"limit", 10}});
        });
        for (const storage::Row &row : *stored)
            QVERIFY(!row.bytes("text_sealed").contains(text.toUtf8()));

        // Page by page, and one rider's.
        const auto page = replies.page({}, 1, {});
        QCOMPARE(page->items.size(), qsizetype(1));
        QCOMPARE(replies.page({}, 1, page->nextCursor)->items.first().id, first.id);
        QCOMPARE(replies.page("0912 345 670", 10, {})->items.size(), qsizetype(1));
        QCOMPARE(replies.page("nobody", 10, {}).error().fields.first().path, "number");
        QVERIFY(!replies.page("0912 345 670", 1, page->nextCursor)); // a cursor of another list
    }
};

QTEST_GUILESS_MAIN(ReceiptInboxTest)
#include "receipt_inbox_test.moc"
