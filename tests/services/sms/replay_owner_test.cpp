#include "services/sms/lanes.h"
#include "services/sms/replay_owner.h"
#include "tests/services/sms/sms_world.h"
#include "tests/support/redis_server.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;

namespace {
const sms::SubmissionAnswer unreachable{
    sms::DeliveryState::Failed, {}, "unreachable", "gateway-unreachable", "not there", 0, true, true};

struct OwnedWorld : SmsWorld {
    QStringList asked;
    bool isWanted = true;
    sms::ReplayOwner owner{{log, afterCommit, [this](const QString &key) -> Result<bool> {
                                asked.append(key);
                                return isWanted;
                            }}};

    QString replay(Id id) { return replay(sms::jobIdOf(id)); }
    QString replay(const QString &jobId) {
        const auto code = database.write(
            [&](storage::Connection &connection) { return owner.beforeReplay(connection, jobId, "lin"); });
        return code.value_or("the store is down");
    }
    bool remove(Id id) {
        const auto code = database.write(
            [&](storage::Connection &connection) { return owner.beforeRemove(connection, sms::jobIdOf(id), "lin"); });
        return code && code->isEmpty();
    }
    bool restore(Id id) {
        return database
            .write([&](storage::Connection &connection) {
                return owner.beforeRestore(connection, sms::jobIdOf(id), "lin");
            })
            .has_value();
    }
    Id failed(const sms::SubmissionAnswer &answer = unreachable) {
        gateway.answers = {answer};
        const Id id = send();
        work(id, 3);
        return id;
    }
    qsizetype bodySize(Id id) {
        return database
            .read([&](storage::Connection &connection) -> Result<qsizetype> {
                const auto rows = connection.query("sms/read_message", {{"id", id}});
                return rows ? Result<qsizetype>(rows->first().bytes("body_sealed").size()) : Failure(rows.error());
            })
            .value_or(-1);
    }
};
} // namespace

class ReplayOwnerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatNeverLeftIsSentAgain_data() { StorageFixture::dialects(); }
    void whatNeverLeftIsSentAgain() {
        OwnedWorld world;
        const Id id = world.failed();
        QCOMPARE(world.state(id), "failed");
        QCOMPARE(world.replay(id), "");
        const sms::MessageDetail detail = world.detail(id);
        QCOMPARE(toString(detail.message.state), "created");
        QVERIFY(!detail.message.finalAt && detail.message.reason.isEmpty());
        QCOMPARE(detail.events.last().source, "replay");
        QVERIFY(detail.events.last().note.contains("lin"));
        QVERIFY(world.work(id).outcome == queue::Outcome::Done);
        QCOMPARE(world.state(id), "accepted");
        QCOMPARE(world.gateway.submissions.last().text, "Your code is 123456");
        QCOMPARE(world.bodySize(id), 0);
        QCOMPARE(world.verdicts(id), QStringList({"created moved", "submitting moved", "failed moved", "created moved",
                                                  "submitting moved", "accepted moved"}));
    }

    void aRefusedLoginMayBeReplayedOnceItIsMended_data() { StorageFixture::dialects(); }
    void aRefusedLoginMayBeReplayedOnceItIsMended() {
        OwnedWorld world;
        sms::SubmissionAnswer login{sms::DeliveryState::Failed, {}, "-101", "gateway-login", "refused"};
        login.notTaken = true;
        QCOMPARE(world.replay(world.failed(login)), "");
    }

    void whatMayHaveLeftIsRefused_data() { StorageFixture::dialects(); }
    void whatMayHaveLeftIsRefused() {
        OwnedWorld world;
        QCOMPARE(world.replay(world.failed({sms::DeliveryState::SubmitUnknown, {}, "timeout", "no-answer", "silence"})),
                 "message-may-have-left");
        QCOMPARE(world.replay(world.failed({sms::DeliveryState::Rejected, {}, "-290", "channel-refused", "no"})),
                 "message-final");
        QCOMPARE(world.replay(world.failed({sms::DeliveryState::Failed, "b", "no-credit", "no-credit", "no"})),
                 "message-final");
        const Id sent = world.failed(FakeGateway::accepted("batch"));
        QCOMPARE(world.replay(sent), "message-sent");
        QCOMPARE(world.replay(QString("sms-4711")), "message-not-found");
        QCOMPARE(world.replay(QString("other")), "message-not-found");
        QCOMPARE(world.verdicts(sent).size(), 3); // a refusal leaves no trace
    }

    void whatIsInTheAirIsRefused_data() { StorageFixture::dialects(); }
    void whatIsInTheAirIsRefused() {
        OwnedWorld world;
        const Id id = world.send();
        QString code;
        world.gateway.whileSubmitting = [&](const sms::Submission &) { code = world.replay(id); };
        world.work(id);
        QCOMPARE(code, "message-may-have-left");
    }

    void anExpiredCodeIsNotSentAgain_data() { StorageFixture::dialects(); }
    void anExpiredCodeIsNotSentAgain() {
        OwnedWorld world;
        const Id id = world.failed();
        world.clock.advance(std::chrono::minutes(5));
        QCOMPARE(world.replay(id), "code-expired");
        sms::NewMessage other = SmsWorld::message();
        other.purpose = sms::Purpose::Marketing;
        world.gateway.answers = {unreachable};
        const Id offer = world.send(other);
        world.work(offer, 3);
        world.clock.advance(std::chrono::minutes(5));
        QCOMPARE(world.replay(offer), "message-expired");
    }

    void aUsedCodeIsNotSentAgain_data() { StorageFixture::dialects(); }
    void aUsedCodeIsNotSentAgain() {
        OwnedWorld world;
        world.gateway.answers = {unreachable};
        const Id id = world.send(SmsWorld::message("otp:challenge:1"));
        world.work(id, 3);
        world.isWanted = false;
        QCOMPARE(world.replay(id), "code-used");
        QCOMPARE(world.state(id), "failed");
        QCOMPARE(world.asked, QStringList({"otp:challenge:1"}));
        world.isWanted = true;
        QCOMPARE(world.replay(id), "");
    }

    void oneThatIsStillOnItsWayNeedsNothing_data() { StorageFixture::dialects(); }
    void oneThatIsStillOnItsWayNeedsNothing() {
        OwnedWorld world;
        const Id id = world.send();
        QCOMPARE(world.replay(id), "");
        QCOMPARE(world.verdicts(id), QStringList({"created moved"}));
    }

    void aRemovedJobEndsItsMessage_data() { StorageFixture::dialects(); }
    void aRemovedJobEndsItsMessage() {
        OwnedWorld world;
        const Id id = world.send();
        QVERIFY(world.remove(id));
        QCOMPARE(world.state(id), "canceled");
        QCOMPARE(world.detail(id).message.reason, "removed-from-queue");
        QVERIFY(world.work(id).outcome == queue::Outcome::Done);
        QVERIFY(world.gateway.submissions.isEmpty());
        QVERIFY(world.restore(id));
        QCOMPARE(world.state(id), "created");
        QVERIFY(world.work(id).outcome == queue::Outcome::Done);
        QCOMPARE(world.state(id), "accepted");
        QVERIFY(world.remove(id)); // its job is history; the message is not touched
        QVERIFY(world.restore(id));
        QCOMPARE(world.state(id), "accepted");
    }

    void theTextIsKeptNoLongerThanItMayBeSent_data() { StorageFixture::dialects(); }
    void theTextIsKeptNoLongerThanItMayBeSent() {
        OwnedWorld world;
        RedisServer redis;
        redis::Pool pool{redis.options()};
        sms::Lanes lanes{pool, "bull", {}};
        sms::Sweeper sweeper{{world.database, world.log, world.gateways, world.receipts, world.metrics,
                              world.afterCommit, sms::LostJobs::addJobsTo(lanes)},
                             {}};
        const Id id = world.failed();
        const Id removed = world.send();
        QVERIFY(world.remove(removed));
        QVERIFY(sweeper.sweep());
        QVERIFY(world.bodySize(id) > 0 && world.bodySize(removed) > 0);
        world.clock.advance(std::chrono::minutes(5));
        QVERIFY(sweeper.sweep());
        QCOMPARE(world.bodySize(id), 0);
        QCOMPARE(world.bodySize(removed), 0);
        QCOMPARE(world.state(id), "failed");
        QCOMPARE(world.verdicts(id).last(), "failed moved");
        QVERIFY(world.restore(removed));
        QCOMPARE(world.state(removed), "canceled");
    }
};

QTEST_GUILESS_MAIN(ReplayOwnerTest)
#include "replay_owner_test.moc"
