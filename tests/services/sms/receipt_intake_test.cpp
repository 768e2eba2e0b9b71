#include "tests/services/sms/sms_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;

class ReceiptIntakeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inOrder_data() { StorageFixture::dialects(); }
    void inOrder() {
        SmsWorld world;
        const Id id = world.send();
        world.work(id);
        QVERIFY(world.receipts.take(world.receipt(id, "0", 1)));
        QCOMPARE(world.state(id), "sent");
        QVERIFY(world.receipts.take(world.receipt(id, "100", 2)));
        const sms::Message message = world.detail(id).message;
        QCOMPARE(toString(message.state), "delivered");
        QCOMPARE(message.rawCode, "100");
        QCOMPARE(toMs(*message.sentAt), toMs(world.clock.now()) + 1000);
        QCOMPARE(toMs(*message.finalAt), toMs(world.clock.now()) + 2000);
        QCOMPARE(message.version, 5);
    }

    void twiceIsOnce_data() { StorageFixture::dialects(); }
    void twiceIsOnce() {
        SmsWorld world;
        const Id id = world.send();
        world.work(id);
        const sms::Receipt receipt = world.receipt(id, "100");
        for (int i = 0; i < 3; ++i)
            QVERIFY(world.receipts.take(receipt));
        QCOMPARE(world.verdicts(id).size(), qsizetype(4));
        QVERIFY(world.metrics.text().contains("wemo_sms_receipts_total{outcome=\"duplicate\"} 2"));
    }

    void outOfOrder_data() { StorageFixture::dialects(); }
    void outOfOrder() {
        SmsWorld world;
        const Id id = world.send();
        world.work(id);
        QVERIFY(world.receipts.take(world.receipt(id, "100", 2)));
        QVERIFY(world.receipts.take(world.receipt(id, "0", 25)));
        QCOMPARE(world.state(id), "delivered");
        QCOMPARE(world.verdicts(id).mid(3), QStringList({"delivered moved", "sent late"}));
    }

    void contradictory_data() { StorageFixture::dialects(); }
    void contradictory() {
        SmsWorld world;
        const Id id = world.send();
        world.work(id);
        QVERIFY(world.receipts.take(world.receipt(id, "100", 2)));
        QVERIFY(world.receipts.take(world.receipt(id, "101", 3)));
        QCOMPARE(world.state(id), "delivered");
        QCOMPARE(world.verdicts(id).last(), "undelivered conflict");
        QVERIFY(world.metrics.text().contains("outcome=\"conflict\""));
    }

    void beforeTheAnswer_data() { StorageFixture::dialects(); }
    void beforeTheAnswer() {
        SmsWorld world;
        const Id id = world.send();
        world.gateway.whileSubmitting = [&](const sms::Submission &) {
            QVERIFY(world.receipts.take(world.receipt(id, "0", 1)));
            QVERIFY(world.receipts.take(world.receipt(id, "100", 2)));
        };
        world.work(id);
        QCOMPARE(world.state(id), "delivered");
        QCOMPARE(world.verdicts(id).mid(2), QStringList({"sent moved", "delivered moved", "accepted late"}));
        QCOMPARE(world.detail(id).message.batchId, "batch-" + idToString(id));
        QCOMPARE(world.detail(id).message.costTenThousandths, qint64(10'000));
    }

    void beforeTheAnswerWithoutOurReference_data() { StorageFixture::dialects(); }
    void beforeTheAnswerWithoutOurReference() {
        SmsWorld world;
        const Id id = world.send();
        world.gateway.whileSubmitting = [&](const sms::Submission &) {
            sms::Receipt early = world.receipt(id, "100", 2);
            early.reference.clear();
            QVERIFY(world.receipts.take(early));
            QVERIFY(world.receipts.take(early));
            QCOMPARE(world.state(id), "submitting"); // nothing says whose it is yet
        };
        world.work(id);
        QCOMPARE(world.state(id), "delivered");
        QCOMPARE(world.verdicts(id).mid(2), QStringList({"accepted moved", "delivered moved"}));
    }

    void aReceiptSettlesAnUnknownSubmission_data() { StorageFixture::dialects(); }
    void aReceiptSettlesAnUnknownSubmission() {
        SmsWorld world;
        world.gateway.answers = {{sms::DeliveryState::SubmitUnknown, {}, "timeout", "no-answer", "silence"}};
        const Id id = world.send();
        world.work(id);
        QCOMPARE(world.state(id), "submit_unknown");
        QVERIFY(world.receipts.take(world.receipt(id, "100")));
        QCOMPARE(world.state(id), "delivered");
        QCOMPARE(world.detail(id).message.batchId, "batch-" + idToString(id));
    }

    void unknownBatch_data() { StorageFixture::dialects(); }
    void unknownBatch() {
        SmsWorld world;
        const Id id = world.send();
        world.work(id);
        sms::Receipt stranger = world.receipt(id, "100");
        stranger.batchId = "somebody-elses";
        QVERIFY(world.receipts.take(stranger)); // our reference, but not our batch
        sms::Receipt wrongNumber = world.receipt(id, "100", 1, 9);
        QVERIFY(world.receipts.take(wrongNumber));
        QCOMPARE(world.state(id), "accepted");
        QCOMPARE(world.receipts.replayOrphans({}).value_or(-1), 0);
        QCOMPARE(world.receipts.forgetOrphansBefore(world.clock.now() + std::chrono::hours(1)).value_or(-1), qint64(2));
    }

    void repliesAndUnknownCodesMoveNothing_data() { StorageFixture::dialects(); }
    void repliesAndUnknownCodesMoveNothing() {
        SmsWorld world;
        const Id id = world.send();
        world.work(id);
        sms::Receipt reply = world.receipt(id, "999");
        reply.isReply = true;
        sms::Receipt strange = world.receipt(id, "4711");
        strange.isRecognised = false;
        QVERIFY(world.receipts.take(reply));
        QVERIFY(world.receipts.take(strange));
        QCOMPARE(world.verdicts(id).mid(3), QStringList({"accepted noted", "accepted noted"}));
        QCOMPARE(world.detail(id).events.last().rawCode, "4711");
    }

    void twoAtOnce_data() { StorageFixture::dialects(); }
    void twoAtOnce() {
        SmsWorld world;
        const Id id = world.send();
        world.work(id);
        std::vector<std::thread> threads;
        std::atomic<int> taken = 0;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] {
                const char *codes[] = {"100", "0", "101", "100"};
                taken += world.receipts.take(world.receipt(id, QString::fromLatin1(codes[i % 4]), i)) ? 1 : 0;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(taken.load(), 8);
        const sms::MessageDetail detail = world.detail(id);
        QCOMPARE(detail.events.size(), qsizetype(11));
        QCOMPARE(detail.message.version, 11);
        // Whatever the order was: exactly one final receipt moved it, and the state is that one.
        QStringList finals;
        for (const sms::MessageEvent &event : detail.events)
            if (event.verdict == "moved" && isFinal(event.state))
                finals.append(toString(event.state));
        QCOMPARE(finals, QStringList(toString(detail.message.state)));
    }
};

QTEST_GUILESS_MAIN(ReceiptIntakeTest)
#include "receipt_intake_test.moc"
