#include "tests/services/sms/sending_world.h"

#include <QTest>

#include <latch>

using namespace wemo;
using namespace wemo::tests;

class MessageSenderTest final : public QObject {
    Q_OBJECT

    static sms::NewMessage keyed(const QByteArray &fingerprint, const QString &key = "send:7:a") {
        sms::NewMessage message = SendingWorld::notice(0, key);
        message.fingerprint = fingerprint;
        return message;
    }

private Q_SLOTS:
    void theSameRequestIsTheSameMessage_data() { StorageFixture::dialects(); }
    void theSameRequestIsTheSameMessage() {
        SendingWorld world;
        const auto first = world.sender.send(keyed("one"));
        const auto again = world.sender.send(keyed("one"));
        QVERIFY(first && again && first->isNew && !again->isNew);
        QCOMPARE(again->id, first->id);
        QCOMPARE(world.sender.send(keyed("other")).error().code, "idempotency-key-reused");
        QCOMPARE(world.sender.send(keyed({})).error().code, "idempotency-key-reused");
        QVERIFY(world.sender.send(keyed("other", "send:7:b"))->isNew);
        QCOMPARE(world.all().size(), 2);
        QCOMPARE(world.jobs().size(), 2);
    }

    void clientsAtOnceWithOneKeyMakeOneMessage_data() { StorageFixture::dialects(); }
    void clientsAtOnceWithOneKeyMakeOneMessage() {
        SendingWorld world;
        constexpr int clients = 4, rounds = 10;
        std::atomic<int> made = 0, refused = 0;
        for (int round = 0; round < rounds; ++round) {
            std::latch begin(clients);
            std::vector<std::thread> threads;
            for (int client = 0; client < clients; ++client)
                threads.emplace_back([&, client] {
                    begin.arrive_and_wait();
                    const QByteArray fingerprint = client == clients - 1 ? "another" : "one";
                    const auto sent = world.sender.send(keyed(fingerprint, QString("send:7:%1").arg(round)));
                    made += sent && sent->isNew ? 1 : 0;
                    refused += !sent && sent.error().code == u"idempotency-key-reused" ? 1 : 0;
                });
            for (std::thread &thread : threads)
                thread.join();
        }
        QCOMPARE(made.load(), rounds);
        QVERIFY(refused.load() >= rounds); // either the odd one, or the three others
        QCOMPARE(world.all().size(), rounds);
        QCOMPARE(world.jobs().size(), rounds);
    }

    void theGuardIsAskedBeforeAMessageIsTakenOn_data() { StorageFixture::dialects(); }
    void theGuardIsAskedBeforeAMessageIsTakenOn() {
        SendingWorld world;
        bool isOpen = true;
        const auto guard = [&](const sms::NewMessage &message) -> Result<void> {
            if (isOpen || message.number != SmsWorld::number(0))
                return {};
            return failure(ErrorKind::Conflict, "prefix-held", "Nothing is sent there now.");
        };
        sms::MessageSender sender{world.database, world.log, world.afterCommit, {}, guard};
        const auto first = sender.send(keyed("one"));
        QVERIFY(first);
        isOpen = false;
        QCOMPARE(sender.send(SendingWorld::notice(0)).error().code, "prefix-held");
        QCOMPARE(sender.send(keyed("one", "send:7:b")).error().code, "prefix-held");
        QCOMPARE(sender.send(keyed("one"))->id, first->id); // it was taken on before
        QCOMPARE(sender.send(keyed("other")).error().code, "idempotency-key-reused");
        QVERIFY(sender.send(SendingWorld::notice(1)));
        QCOMPARE(world.all().size(), 2);
    }

    void priorityAndTimeBecomeTheJobs_data() { StorageFixture::dialects(); }
    void priorityAndTimeBecomeTheJobs() {
        SendingWorld world;
        sms::NewMessage later = SendingWorld::notice();
        later.priority = 7;
        later.sendAt = world.clock.now() + std::chrono::minutes(90);
        sms::NewMessage offer = SendingWorld::notice();
        offer.purpose = sms::Purpose::Marketing;
        const Id scheduled = world.send(later), marketing = world.send(offer), code = world.send();
        const QList<QJsonObject> jobs = world.jobs();
        QCOMPARE(jobs.size(), 3);
        QCOMPARE(jobs[0]["lane"].toString(), "sms-transactional");
        QCOMPARE(jobs[0]["id"].toString(), sms::jobIdOf(scheduled));
        QCOMPARE(jobs[0]["delay"].toInteger(), 90 * 60'000);
        QCOMPARE(jobs[0]["priority"].toInteger(), 94);
        QCOMPARE(jobs[1]["lane"].toString(), "sms-marketing"); // a lane of its own: no code waits behind it
        QCOMPARE(jobs[1]["priority"].toInteger(), 101);
        QCOMPARE(jobs[1]["id"].toString(), sms::jobIdOf(marketing));
        QCOMPARE(jobs[2]["lane"].toString(), "sms-otp");
        QVERIFY(!jobs[2].contains("delay") && jobs[2]["priority"].toInteger() == 0);
        QCOMPARE(jobs[2]["id"].toString(), sms::jobIdOf(code));
        QCOMPARE(world.detail(scheduled).message.scheduledAt, later.sendAt);
    }

    void higherPrioritiesGoFirst() {
        using sms::Lanes, sms::Purpose;
        const auto order = [](int priority) { return Lanes::queuePriorityOf(Purpose::Transactional, priority); };
        QVERIFY(order(100) >= 1 && order(100) < order(1) && order(1) < order(0) && order(0) < order(-100));
        QCOMPARE(order(1000), order(100));
        QCOMPARE(Lanes::queuePriorityOf(Purpose::Otp, 50), 0); // before everything
        QVERIFY(Lanes::queuePriorityOf(Purpose::Otp, -50) > 0);
    }
};

QTEST_GUILESS_MAIN(MessageSenderTest)
#include "message_sender_test.moc"
