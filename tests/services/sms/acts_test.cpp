#include "services/sms/code_use.h"
#include "tests/services/sms/sending_world.h"

#include <QTest>

#include <latch>

using namespace wemo;
using namespace wemo::tests;
using sms::DeliveryState;

class ActsTest final : public QObject {
    Q_OBJECT

    static sms::NewMessage code(const QString &key = "otp:challenge:1") {
        sms::NewMessage message = SmsWorld::message(key);
        message.text = "【WeMo】登入驗證碼 482913，5 分鐘內有效。";
        message.shownText = "【WeMo】登入驗證碼 ••••••，5 分鐘內有效。";
        return message;
    }

private Q_SLOTS:
    void whatFailedIsSentAgainAsANewMessage_data() { StorageFixture::dialects(); }
    void whatFailedIsSentAgainAsANewMessage() {
        SendingWorld world;
        const Id id = world.failed(SendingWorld::notice());
        const auto again = world.acts.resend(id, SendingWorld::act());
        QVERIFY(again);
        QVERIFY(again->id != id);
        QCOMPARE(again->resendOf, std::optional(id));
        QVERIFY(again->state == DeliveryState::Created);
        QCOMPARE(again->requestId, "request-2");
        QCOMPARE(again->templateName, "fee.mileage_due");
        QVERIFY(world.work(again->id).outcome == queue::Outcome::Done);
        QCOMPARE(world.gateway.submissions.last().text, SendingWorld::notice().text);
        QCOMPARE(world.gateway.submissions.last().number, SmsWorld::number());
        const sms::MessageDetail old = world.detail(id);
        QVERIFY(old.message.state == DeliveryState::Rejected);
        QCOMPARE(old.events.last().note, "lin had it sent again: The rider called.");
        QCOMPARE(old.events.last().verdict, "noted");
    }

    void eachMessageIsSentAgainOnce_data() { StorageFixture::dialects(); }
    void eachMessageIsSentAgainOnce() {
        SendingWorld world;
        const Id id = world.failed(SendingWorld::notice());
        const auto again = world.acts.resend(id, SendingWorld::act());
        QVERIFY(again);
        const auto twice = world.acts.resend(id, SendingWorld::act());
        QCOMPARE(world.refusal(twice), "resent-already");
        QCOMPARE(twice.error().extra["message_id"].toString(), idToString(again->id));
        QCOMPARE(world.refusal(world.acts.resend(again->id, SendingWorld::act())), "still-open");
        world.gateway.answers = {SendingWorld::refused()};
        world.work(again->id);
        const auto third = world.acts.resend(again->id, SendingWorld::act());
        QVERIFY(third && third->resendOf == again->id); // the newest can be sent again
    }

    void twoPeopleAtOnceSendItAgainOnce_data() { StorageFixture::dialects(); }
    void twoPeopleAtOnceSendItAgainOnce() {
        SendingWorld world;
        for (int round = 0; round < 5; ++round) {
            const Id id = world.failed(SendingWorld::notice(round));
            std::latch begin(2);
            std::atomic<int> sent = 0;
            const auto press = [&] {
                begin.arrive_and_wait();
                sent += world.acts.resend(id, SendingWorld::act()) ? 1 : 0;
            };
            std::thread other(press);
            press();
            other.join();
            QCOMPARE(sent.load(), 1);
        }
        QCOMPARE(world.all().size(), 10);
    }

    void whatIsOnItsWayIsNotSentAgain_data() { StorageFixture::dialects(); }
    void whatIsOnItsWayIsNotSentAgain() {
        SendingWorld world;
        const Id created = world.send(SendingWorld::notice());
        QCOMPARE(world.refusal(world.acts.resend(created, SendingWorld::act())), "still-open");
        world.work(created);
        QCOMPARE(world.refusal(world.acts.resend(created, SendingWorld::act())), "still-open"); // accepted
        world.gateway.answers = {{DeliveryState::SubmitUnknown, {}, "timeout", "no-answer", "silence"}};
        const Id unknown = world.send(SendingWorld::notice());
        world.work(unknown);
        QCOMPARE(world.refusal(world.acts.resend(unknown, SendingWorld::act())), "still-open"); // it may have left
        QCOMPARE(world.refusal(world.acts.resend(4711, SendingWorld::act())), "message-not-found");
        QCOMPARE(world.all().size(), 2);
        QVERIFY(world.receipts.take(world.receipt(created, "100")));
        QVERIFY(world.acts.resend(created, SendingWorld::act())); // delivered, says the carrier; the rider says no
    }

    void aCodeIsSentAgainWhileItIsWaitedFor_data() { StorageFixture::dialects(); }
    void aCodeIsSentAgainWhileItIsWaitedFor() {
        SendingWorld world;
        const Id id = world.failed(code());
        world.clock.advance(std::chrono::minutes(2));
        const auto again = world.acts.resend(id, SendingWorld::act());
        QVERIFY(again);
        QCOMPARE(world.asked.last(), "otp:challenge:1");
        QVERIFY(again->text.contains("••••••，3 分鐘") && !again->text.contains("482913"));
        world.work(again->id);
        QVERIFY(world.gateway.submissions.last().text.contains("482913，3 分鐘"));
        QCOMPARE(world.gateway.submissions.last().validityMinutes, 3);
    }

    void aUsedOrExpiredCodeIsNot_data() { StorageFixture::dialects(); }
    void aUsedOrExpiredCodeIsNot() {
        SendingWorld world;
        const Id id = world.failed(code());
        world.openCode = {true, "code-used", {}, 0};
        QCOMPARE(world.refusal(world.acts.resend(id, SendingWorld::act())), "code-used");
        world.openCode = {true, "code-expired", {}, 0};
        QCOMPARE(world.refusal(world.acts.resend(id, SendingWorld::act())), "code-expired");
        world.openCode = {true, {}, "482913", 1};
        world.clock.advance(std::chrono::minutes(5));
        world.asked.clear();
        QCOMPARE(world.refusal(world.acts.resend(id, SendingWorld::act())), "code-expired");
        QVERIFY(world.asked.isEmpty()); // known without asking
        const Id foreign = world.failed(code("send:rent:1"));
        QCOMPARE(world.refusal(world.acts.resend(foreign, SendingWorld::act())), "code-not-kept");
        QCOMPARE(world.all().size(), 2);
    }

    void aCodeOfAnotherServiceIsSentAgainWhileItsTextIsKept_data() { StorageFixture::dialects(); }
    void aCodeOfAnotherServiceIsSentAgainWhileItsTextIsKept() {
        SendingWorld world;
        sms::SubmissionAnswer login{DeliveryState::Failed, {}, "-101", "gateway-login", "refused"};
        login.notTaken = true; // so the text stays until its time is over
        world.gateway.answers = {login};
        const Id id = world.send(code("send:rent:1"));
        world.work(id);
        const auto again = world.acts.resend(id, SendingWorld::act());
        QVERIFY(again);
        world.work(again->id);
        QCOMPARE(world.gateway.submissions.last().text, code().text);
        QVERIFY(!again->text.contains("482913"));
    }

    void aUsedCodeIsNotedInAllItsMessages_data() { StorageFixture::dialects(); }
    void aUsedCodeIsNotedInAllItsMessages() {
        SendingWorld world;
        const Id first = world.failed(code());
        const Id second = world.failed(code("otp:challenge:2"));
        const Id other = world.send(code("otp:another:1"));
        const auto again = world.acts.resend(first, SendingWorld::act());
        QVERIFY(again);
        world.gateway.answers = {SendingWorld::refused()};
        world.work(again->id);
        const auto third = world.acts.resend(again->id, SendingWorld::act());
        QVERIFY(third);
        const auto note = [&] {
            return world.database.write([&](storage::Connection &connection) {
                return sms::noteCodeUsed(connection, world.log, "otp:challenge:");
            });
        };
        QCOMPARE(note().value_or(-1), 4);
        for (const Id id : {first, second, again->id, third->id}) {
            QCOMPARE(world.detail(id).message.verifiedAt, std::optional(world.clock.now()));
            QCOMPARE(world.detail(id).events.last().note, "The code was used.");
        }
        QVERIFY(!world.detail(other).message.verifiedAt);
        QVERIFY(world.detail(second).message.state == DeliveryState::Rejected); // it says nothing of the delivery
        const int version = world.detail(second).message.version;
        world.clock.advance(std::chrono::seconds(1));
        QCOMPARE(note().value_or(-1), 4);
        QCOMPARE(world.detail(second).message.version, version); // noted once
        QCOMPARE(world.refusal(world.acts.resend(second, SendingWorld::act())), "code-used");
    }

    void whatHasNotLeftIsCanceled_data() { StorageFixture::dialects(); }
    void whatHasNotLeftIsCanceled() {
        SendingWorld world;
        sms::NewMessage later = SendingWorld::notice();
        later.sendAt = world.clock.now() + std::chrono::hours(1);
        const Id id = world.send(later);
        const auto canceled = world.acts.cancel(id, SendingWorld::act("It was returned."));
        QVERIFY(canceled);
        QVERIFY(canceled->state == DeliveryState::Canceled);
        QCOMPARE(canceled->reason, "canceled-by-staff");
        QCOMPARE(world.detail(id).events.last().note, "lin canceled it: It was returned.");
        QVERIFY(world.work(id).outcome == queue::Outcome::Done); // a job that stayed does no harm
        QVERIFY(world.gateway.submissions.isEmpty() && world.gateway.canceled.isEmpty());
        QCOMPARE(world.refusal(world.acts.cancel(id, SendingWorld::act())), "too-late");
    }

    void whatIsInTheAirIsNot_data() { StorageFixture::dialects(); }
    void whatIsInTheAirIsNot() {
        SendingWorld world;
        const Id id = world.send(SendingWorld::notice());
        QString code;
        world.gateway.whileSubmitting = [&](const sms::Submission &) {
            code = world.refusal(world.acts.cancel(id, SendingWorld::act()));
        };
        world.work(id);
        QCOMPARE(code, "too-late");
        QCOMPARE(world.state(id), "accepted");
        QCOMPARE(world.refusal(world.acts.cancel(id, SendingWorld::act())), "too-late");
    }

    void whatWaitsAtAGatewayIsTakenBackThere_data() { StorageFixture::dialects(); }
    void whatWaitsAtAGatewayIsTakenBackThere() {
        SendingWorld world;
        const auto scheduled = [&](const QString &batch) {
            world.gateway.answers = {{DeliveryState::Scheduled, batch, {}, {}, "kept", 10'000}};
            const Id id = world.send(SendingWorld::notice());
            world.work(id);
            return id;
        };
        const Id id = scheduled("batch-1");
        QVERIFY(world.acts.cancel(id, SendingWorld::act())->state == DeliveryState::Canceled);
        QCOMPARE(world.gateway.canceled, QStringList("batch-1"));
        world.gateway.cancelAnswer = sms::CancelAnswer{0, 0};
        const Id late = scheduled("batch-2");
        QCOMPARE(world.refusal(world.acts.cancel(late, SendingWorld::act())), "too-late");
        world.gateway.cancelAnswer = failure(ErrorKind::Unavailable, "gateway-unreachable", "It does not answer.");
        QCOMPARE(world.refusal(world.acts.cancel(late, SendingWorld::act())), "gateway-unreachable");
        QCOMPARE(world.state(late), "scheduled");
    }

    void theGatewayIsAskedAtOnce_data() { StorageFixture::dialects(); }
    void theGatewayIsAskedAtOnce() {
        SendingWorld world;
        const Id id = world.send(SendingWorld::notice());
        QCOMPARE(world.refusal(world.acts.poll(id, SendingWorld::act())), "not-submitted");
        world.work(id);
        QVERIFY(world.acts.poll(id, SendingWorld::act())->state == DeliveryState::Accepted); // nothing known yet
        sms::Receipt stranger = world.receipt(id, "100", 1, 5), reply = world.receipt(id, "999");
        reply.isReply = true;
        world.gateway.known = QList<sms::Receipt>{stranger, reply, world.receipt(id, "100")};
        const auto polled = world.acts.poll(id, SendingWorld::act());
        QVERIFY(polled);
        QVERIFY(polled->state == DeliveryState::Delivered);
        QCOMPARE(world.gateway.queries.size(), 2);
        QCOMPARE(world.detail(id).events.last().source, "poll");
        world.gateway.known = failure(ErrorKind::Unavailable, "gateway-unreachable", "It does not answer.");
        QCOMPARE(world.refusal(world.acts.poll(id, SendingWorld::act())), "gateway-unreachable");
    }

    void anActWithoutItsNoteDoesNotHappen_data() { StorageFixture::dialects(); }
    void anActWithoutItsNoteDoesNotHappen() {
        SendingWorld world;
        const Id bad = world.failed(SendingWorld::notice());
        const Id open = world.send(SendingWorld::notice(1));
        sms::Act act = SendingWorld::act();
        act.note = [](storage::Connection &, const sms::Message &) -> Result<void> {
            return failure(ErrorKind::Internal, "no-audit", "It cannot be written.");
        };
        QCOMPARE(world.refusal(world.acts.resend(bad, act)), "no-audit");
        QCOMPARE(world.refusal(world.acts.cancel(open, act)), "no-audit");
        QCOMPARE(world.all().size(), 2);
        QCOMPARE(world.state(open), "created");
        QVERIFY(world.acts.resend(bad, SendingWorld::act()));
    }
};

QTEST_GUILESS_MAIN(ActsTest)
#include "acts_test.moc"
