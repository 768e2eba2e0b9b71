#include "models/sms/error_table.h"
#include "tests/services/sms/sms_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;

namespace {
class OtherGateway final : public FakeGateway {
public:
    QString name() const override { return QStringLiteral("other"); }
};

const sms::SubmissionAnswer noCredit{
    sms::DeliveryState::Failed, {}, "no-credit", "no-credit", "refused", 0, false, true, true};
const sms::SubmissionAnswer unreachable{
    sms::DeliveryState::Failed, {}, "unreachable", "gateway-unreachable", "not there", 0, true, true, true};
const sms::SubmissionAnswer silence{sms::DeliveryState::SubmitUnknown, {}, "timeout", "no-answer", "silence"};

/// A second gateway, for when the first will not do.
struct TwoGatewayWorld : SmsWorld {
    OtherGateway other;
    sms::Gateways both{{{gateway, {{sms::Purpose::Otp, 1}}}, {other, {{sms::Purpose::Otp, 0}}}}, clock, {1000}};
    sms::SubmitWorker twoWorker{{database, log, both, receipts, metrics, afterCommit}};
    queue::HandlerResult twoWork(Id id, int attempt = 1) {
        return workWith(twoWorker, sms::Lanes::jobOf(id, {}).data, attempt);
    }
    QByteArray sealedText(Id id) {
        const auto read = database.read([&](storage::Connection &connection) -> Result<QByteArray> {
            const auto rows = connection.query("sms/read_message", {{"id", id}});
            return rows ? Result<QByteArray>(rows->first().bytes("body_sealed")) : Failure(rows.error());
        });
        return read.value_or("unread");
    }
};
} // namespace

class SubmitWorkerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sends_data() { StorageFixture::dialects(); }
    void sends() {
        SmsWorld world;
        const Id id = world.send();
        QVERIFY(id > 0);
        QCOMPARE(world.state(id), "created");
        QCOMPARE(world.work(id).outcome == queue::Outcome::Done, true);
        QCOMPARE(world.gateway.submissions.size(), qsizetype(1));
        QCOMPARE(world.gateway.submissions.first().text, "Your code is 123456");
        QCOMPARE(world.gateway.submissions.first().reference, idToString(id));
        QCOMPARE(world.gateway.submissions.first().number.e164(), "+886912345670");
        const sms::Message message = world.detail(id).message;
        QCOMPARE(toString(message.state), "accepted");
        QCOMPARE(message.batchId, "batch-" + idToString(id));
        QCOMPARE(message.costTenThousandths, qint64(10'000));
        QCOMPARE(message.text, "Your code is ••••••");
        QCOMPARE(message.maskedNumber, "0912•••670");
        QCOMPARE(message.gateway, "fake");
        QVERIFY(message.acceptedAt.has_value());
        QCOMPARE(world.verdicts(id), QStringList({"created moved", "submitting moved", "accepted moved"}));
        QVERIFY(world.commits > 0);
    }

    void theCodeIsKeptOnlyUntilTheAnswer_data() { StorageFixture::dialects(); }
    void theCodeIsKeptOnlyUntilTheAnswer() {
        SmsWorld world;
        const Id id = world.send();
        const auto sealedText = [&] {
            return world.database.read([&](storage::Connection &connection) -> Result<QByteArray> {
                const auto rows = connection.query("sms/read_message", {{"id", id}});
                return rows ? Result<QByteArray>(rows->first().bytes("body_sealed")) : Failure(rows.error());
            });
        };
        QVERIFY(!sealedText()->isEmpty());
        QVERIFY(!sealedText()->contains("123456"));
        world.work(id);
        QVERIFY(sealedText()->isEmpty());
    }

    void aJobThatRunsTwiceSendsOnce_data() { StorageFixture::dialects(); }
    void aJobThatRunsTwiceSendsOnce() {
        SmsWorld world;
        const Id id = world.send();
        world.work(id);
        world.work(id, 2);
        QCOMPARE(world.gateway.submissions.size(), qsizetype(1));
        QCOMPARE(world.state(id), "accepted");
    }

    void aDeathBetweenSubmittingAndTheAnswerIsNeverSentAgain_data() { StorageFixture::dialects(); }
    void aDeathBetweenSubmittingAndTheAnswerIsNeverSentAgain() {
        SmsWorld world;
        const Id id = world.send();
        // The second worker comes while the first is in the air, as it does when a lock is lost.
        world.gateway.whileSubmitting = [&](const sms::Submission &) {
            world.gateway.whileSubmitting = nullptr;
            QCOMPARE(world.work(id, 2).outcome == queue::Outcome::Done, true);
            QCOMPARE(world.state(id), "submit_unknown");
        };
        world.work(id);
        QCOMPARE(world.gateway.submissions.size(), qsizetype(1));
        // The first was alive after all: its answer settles it.
        QCOMPARE(world.state(id), "accepted");
    }

    void whatNeverLeftIsTriedAgain_data() { StorageFixture::dialects(); }
    void whatNeverLeftIsTriedAgain() {
        SmsWorld world;
        world.gateway.answers = {unreachable};
        const Id id = world.send();
        QCOMPARE(world.work(id, 1).outcome == queue::Outcome::Retry, true);
        QCOMPARE(world.state(id), "submitting");
        QCOMPARE(world.work(id, 2).outcome == queue::Outcome::Done, true);
        QCOMPARE(world.state(id), "accepted");
        QCOMPARE(world.gateway.submissions.size(), qsizetype(2));
        world.gateway.answers = {unreachable, unreachable, unreachable};
        const Id hopeless = world.send();
        for (int attempt = 1; attempt <= 3; ++attempt)
            QVERIFY(world.work(hopeless, attempt).outcome == queue::Outcome::Retry);
        QCOMPARE(world.state(hopeless), "failed");
        QCOMPARE(world.detail(hopeless).message.reason, "gateway-unreachable");
    }

    void refusalsAndUnknownOutcomes_data() { StorageFixture::dialects(); }
    void refusalsAndUnknownOutcomes() {
        SmsWorld world;
        world.gateway.answers = {{sms::DeliveryState::Failed, {}, "-101", "gateway-login", "refused"},
                                 {sms::DeliveryState::SubmitUnknown, {}, "timeout", "no-answer", "silence"}};
        const Id refused = world.send();
        const queue::HandlerResult result = world.work(refused);
        QVERIFY(result.outcome == queue::Outcome::Failed);
        QCOMPARE(result.reason, "gateway-login");
        QCOMPARE(world.state(refused), "failed");
        QCOMPARE(world.detail(refused).message.rawCode, "-101");
        QVERIFY(world.detail(refused).message.finalAt.has_value());
        const Id unknown = world.send();
        QCOMPARE(world.work(unknown).outcome == queue::Outcome::Done, true);
        QCOMPARE(world.state(unknown), "submit_unknown");
        world.work(unknown, 2);
        QCOMPARE(world.gateway.submissions.size(), qsizetype(2));
    }

    // ---- several gateways ----

    void aRefusalThatAnotherMayNotHaveGoesThere_data() { StorageFixture::dialects(); }
    void aRefusalThatAnotherMayNotHaveGoesThere() {
        TwoGatewayWorld world;
        world.gateway.answers = {noCredit};
        const Id id = world.send();
        world.other.whileSubmitting = [&](const sms::Submission &) {
            // It stands in the record before a byte leaves.
            QCOMPARE(world.detail(id).message.gateway, "other");
            QCOMPARE(world.state(id), "submitting");
        };
        QVERIFY(world.twoWork(id).outcome == queue::Outcome::Done);
        QCOMPARE(world.state(id), "accepted");
        QCOMPARE(world.detail(id).message.gateway, "other");
        QCOMPARE(world.gateway.submissions.size(), qsizetype(1));
        QCOMPARE(world.other.submissions.size(), qsizetype(1));
        QCOMPARE(world.other.submissions.first().text, "Your code is 123456");
        QVERIFY(world.verdicts(id).contains("submitting repeated"));
        QCOMPARE(world.detail(id).message.reason, QString());
    }

    void allRefusing_data() { StorageFixture::dialects(); }
    void allRefusing() {
        TwoGatewayWorld world;
        world.gateway.answers = {noCredit};
        world.other.answers = {{sms::DeliveryState::Failed, {}, "e", "gateway-login", "refused", 0, false, true, true}};
        const Id id = world.send();
        QVERIFY(world.twoWork(id).outcome == queue::Outcome::Failed);
        QCOMPARE(world.state(id), "failed");
        QCOMPARE(world.detail(id).message.reason, "gateway-login"); // the last one's
        QCOMPARE(world.other.submissions.size(), qsizetype(1));
    }

    void anUnreachableOneIsFollowedByTheOtherAtOnce_data() { StorageFixture::dialects(); }
    void anUnreachableOneIsFollowedByTheOtherAtOnce() {
        TwoGatewayWorld world;
        world.gateway.answers = {unreachable};
        const Id id = world.send();
        QVERIFY(world.twoWork(id).outcome == queue::Outcome::Done);
        QCOMPARE(world.detail(id).message.gateway, "other");
        // Where both are away, the job tries again later, and begins with its first again.
        world.gateway.answers = {unreachable};
        world.other.answers = {unreachable};
        const Id later = world.send();
        QVERIFY(world.twoWork(later).outcome == queue::Outcome::Retry);
        QCOMPARE(world.state(later), "submitting");
        QVERIFY(world.twoWork(later, 2).outcome == queue::Outcome::Done);
        QCOMPARE(world.detail(later).message.gateway, "fake");
    }

    void aBadMessageIsNotTriedElsewhere_data() { StorageFixture::dialects(); }
    void aBadMessageIsNotTriedElsewhere() {
        TwoGatewayWorld world;
        world.gateway.answers = {{sms::DeliveryState::Failed, {}, "-306", "bad-number", "refused"}};
        const Id id = world.send();
        QVERIFY(world.twoWork(id).outcome == queue::Outcome::Failed);
        QVERIFY(world.other.submissions.isEmpty());
    }

    void anUnknownOutcomeNeverGoesElsewhere_data() { StorageFixture::dialects(); }
    void anUnknownOutcomeNeverGoesElsewhere() {
        TwoGatewayWorld world;
        world.gateway.answers = {silence};
        const Id id = world.send();
        world.twoWork(id);
        world.twoWork(id, 2);
        QCOMPARE(world.state(id), "submit_unknown");
        QCOMPARE(world.gateway.submissions.size(), qsizetype(1));
        QVERIFY(world.other.submissions.isEmpty());
    }

    // ---- one with a client id ----

    void anUnknownOutcomeIsAskedForUnderTheSameKey_data() { StorageFixture::dialects(); }
    void anUnknownOutcomeIsAskedForUnderTheSameKey() {
        TwoGatewayWorld world;
        world.gateway.idempotent = std::chrono::hours(12);
        world.gateway.answers = {silence, noCredit, unreachable};
        const Id id = world.send();
        QVERIFY(world.twoWork(id).outcome == queue::Outcome::Retry);
        QCOMPARE(world.state(id), "submitting");
        // A refusal of the repetition says nothing of the first.
        QVERIFY(world.twoWork(id, 2).outcome == queue::Outcome::Retry);
        QVERIFY(world.twoWork(id, 3).outcome == queue::Outcome::Done);
        QCOMPARE(world.state(id), "submit_unknown");
        // Asked once more by whoever brings the job back.
        QVERIFY(world.twoWork(id).outcome == queue::Outcome::Done);
        QCOMPARE(world.state(id), "accepted");
        QVERIFY(world.other.submissions.isEmpty());
        QCOMPARE(world.gateway.submissions.size(), qsizetype(4));
        for (const sms::Submission &submission : std::as_const(world.gateway.submissions))
            QCOMPARE(submission.clientId, idToString(id) + "-1");
        QVERIFY(world.sealedText(id).isEmpty());
    }

    void aDeathInTheAirIsAskedForUnderTheSameKey_data() { StorageFixture::dialects(); }
    void aDeathInTheAirIsAskedForUnderTheSameKey() {
        TwoGatewayWorld world;
        world.gateway.idempotent = std::chrono::hours(12);
        const Id id = world.send();
        world.gateway.whileSubmitting = [&](const sms::Submission &) {
            world.gateway.whileSubmitting = nullptr;
            QVERIFY(world.twoWork(id, 2).outcome == queue::Outcome::Done); // another took its job
            QCOMPARE(world.state(id), "accepted");
        };
        world.gateway.answers = {FakeGateway::accepted("same"), unreachable};
        world.twoWork(id);
        // The first could not get there, which no longer matters.
        QCOMPARE(world.state(id), "accepted");
        QVERIFY(world.other.submissions.isEmpty());
        QCOMPARE(world.gateway.submissions.size(), qsizetype(2));
        QCOMPARE(world.gateway.submissions[0].clientId, world.gateway.submissions[1].clientId);
    }

    void theKeyIsNotTrustedForever_data() { StorageFixture::dialects(); }
    void theKeyIsNotTrustedForever() {
        TwoGatewayWorld world;
        world.gateway.idempotent = std::chrono::minutes(2);
        world.gateway.answers = {silence};
        const Id id = world.send();
        QVERIFY(world.twoWork(id).outcome == queue::Outcome::Retry);
        world.clock.advance(std::chrono::minutes(2));
        QVERIFY(world.twoWork(id, 2).outcome == queue::Outcome::Done);
        QCOMPARE(world.state(id), "submit_unknown");
        QCOMPARE(world.gateway.submissions.size(), qsizetype(1));
    }

    void aRefusedOneGetsANewKey_data() { StorageFixture::dialects(); }
    void aRefusedOneGetsANewKey() {
        SmsWorld world;
        world.gateway.idempotent = std::chrono::hours(12);
        world.gateway.answers = {unreachable};
        const Id id = world.send();
        world.work(id);
        world.clock.advance(std::chrono::seconds(90));
        world.work(id, 2);
        QCOMPARE(world.gateway.submissions[0].clientId, idToString(id) + "-1");
        QCOMPARE(world.gateway.submissions[1].clientId, idToString(id) + "-2");
        // Nor is the gateway to try for longer than the code is good.
        QCOMPARE(world.gateway.submissions[0].validityMinutes, 5);
        QCOMPARE(world.gateway.submissions[1].validityMinutes, 4);
    }

    void everyReasonIsInTheErrorTable_data() { StorageFixture::dialects(); }
    void everyReasonIsInTheErrorTable() {
        SmsWorld world;
        world.gateway.answers = {noCredit, silence, unreachable};
        QSet<QString> reasons;
        for (int i = 0; i < 3; ++i) {
            const Id id = world.send();
            world.work(id, 3);
            reasons.insert(world.detail(id).message.reason);
        }
        const Id late = world.send();
        world.clock.advance(std::chrono::minutes(5));
        world.work(late);
        reasons.insert(world.detail(late).message.reason);
        QCOMPARE(reasons.size(), qsizetype(4));
        for (const QString &reason : std::as_const(reasons))
            QVERIFY2(sms::findReason(reason), qPrintable(reason));
    }

    void aJobThatComesTooLateSendsNothing_data() { StorageFixture::dialects(); }
    void aJobThatComesTooLateSendsNothing() {
        SmsWorld world;
        const Id id = world.send();
        world.clock.advance(std::chrono::minutes(5));
        QCOMPARE(world.work(id).outcome == queue::Outcome::Done, true);
        QCOMPARE(world.state(id), "expired");
        QCOMPARE(world.detail(id).message.reason, "not-sent-in-time");
        QVERIFY(world.gateway.submissions.isEmpty());
    }

    void aJobAboutNothingFails_data() { StorageFixture::dialects(); }
    void aJobAboutNothingFails() {
        SmsWorld world;
        QCOMPARE(world.work(4711).outcome == queue::Outcome::Failed, true);
        QCOMPARE(world.work(std::string("not a number")).outcome == queue::Outcome::Failed, true);
    }

    void theSameKeyGivesTheSameMessage_data() { StorageFixture::dialects(); }
    void theSameKeyGivesTheSameMessage() {
        SmsWorld world;
        const auto first = world.sender.send(SmsWorld::message("key"));
        const auto again = world.sender.send(SmsWorld::message("key"));
        const auto other = world.sender.send(SmsWorld::message("another"));
        QVERIFY(first && again && other);
        QCOMPARE(first->isNew, true);
        QCOMPARE(again->isNew, false);
        QCOMPARE(again->id, first->id);
        QVERIFY(other->id != first->id);
        QCOMPARE(world.verdicts(first->id).size(), qsizetype(1));
        // Without a key nothing is the same.
        QVERIFY(world.send() != world.send());
    }

    void theSameKeyAtOnceGivesOneMessage_data() { StorageFixture::dialects(); }
    void theSameKeyAtOnceGivesOneMessage() {
        SmsWorld world;
        std::mutex mutex;
        QSet<Id> seen;
        std::atomic<int> made = 0;
        std::vector<std::thread> threads;
        threads.reserve(4);
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                const auto requested = world.sender.send(SmsWorld::message("key"));
                const std::lock_guard lock(mutex);
                seen.insert(requested ? requested->id : -1);
                made += requested && requested->isNew ? 1 : 0;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(seen.size(), qsizetype(1));
        QCOMPARE(made.load(), 1);
    }
};

QTEST_GUILESS_MAIN(SubmitWorkerTest)
#include "submit_worker_test.moc"
