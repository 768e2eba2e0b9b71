#include "services/queue/checker.h"
#include "tests/services/api/queue_world.h"

using namespace wemo;
using namespace wemo::tests;
using How = queue::Ended::How;

namespace {
const sms::SubmissionAnswer unreachable{
    sms::DeliveryState::Failed, {}, "unreachable", "gateway-unreachable", "not there", 0, true, true};

QJsonObject ids(const QStringList &list) {
    return {{"ids", QJsonArray::fromStringList(list)}};
}
} // namespace

/// What is done.
class QueueChangesTest final : public QObject {
    Q_OBJECT

    /// Every job of the lane fails, and its message with it.
    static void failAll(QueueWorld &world) {
        world.gateway.answers = QList<sms::SubmissionAnswer>(20, unreachable);
        world.work(world.lanes.of(sms::Purpose::Otp), [&](const queue::Job &job) {
            world.SmsWorld::work(job.data, 3);
            return How::Failed;
        });
        world.gateway.answers.clear();
    }

private Q_SLOTS:
    void aReplayedMessageIsSent_data() { StorageFixture::dialects(); }
    void aReplayedMessageIsSent() {
        QueueWorld world;
        const Id id = world.sendMessage();
        failAll(world);
        QCOMPARE(world.state(id), "failed");
        QCOMPARE(world.stateIds("sms-otp", "failed"), QStringList(sms::jobIdOf(id)));
        const Answer answer = world.post("/sms-otp/jobs/replay", ids({sms::jobIdOf(id)}), "qa");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body["done"].toInt(), 1);
        QVERIFY(answer.body["undo"].isNull());
        QCOMPARE(world.state(id), "created");
        int attempt = 0;
        world.work(world.lanes.of(sms::Purpose::Otp), [&](const queue::Job &job) {
            attempt = job.attempt();
            world.SmsWorld::work(job.data, attempt);
            return How::Completed;
        });
        QCOMPARE(attempt, 1); // they begin anew
        QCOMPARE(world.state(id), "accepted");
        const storage::Rows rows = world.audited("queue.replay");
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].text("target"), "queue-job/sms-otp/" + sms::jobIdOf(id));
        QCOMPARE(rows[0].text("actor"), "lin");
        QVERIFY(rows[0].text("after").contains("\"jobs\":1"));
    }

    void whatMustNotBeSentAgainIsRefusedWithItsCode_data() { StorageFixture::dialects(); }
    void whatMustNotBeSentAgainIsRefusedWithItsCode() {
        QueueWorld world;
        const Id good = world.sendMessage(1), expired = world.sendMessage(2);
        failAll(world);
        const Id sent = world.sendMessage(3);
        world.work(world.lanes.of(sms::Purpose::Otp), [&](const queue::Job &job) {
            world.SmsWorld::work(job.data);
            return How::Completed;
        });
        world.clock.advance(std::chrono::minutes(6));
        const Id late = world.sendMessage(4);
        failAll(world);
        const Answer answer = world.post(
            "/sms-otp/jobs/replay",
            ids({sms::jobIdOf(good), sms::jobIdOf(expired), sms::jobIdOf(sent), sms::jobIdOf(late), "sms-1"}), "qa");
        QCOMPARE(answer.body["done"].toInt(), 1);
        QHash<QString, QString> refused;
        const QJsonArray array = answer.body["refused"].toArray();
        for (const QJsonValue &one : array)
            refused.insert(one["id"].toString(), one["code"].toString());
        QCOMPARE(refused.value(sms::jobIdOf(good)), "code-expired");
        QCOMPARE(refused.value(sms::jobIdOf(expired)), "code-expired");
        QCOMPARE(refused.value(sms::jobIdOf(sent)), "message-sent");
        QCOMPARE(refused.value("sms-1"), "not-found");
        QCOMPARE(answer.body["refused_total"].toInt(), 4);
        QCOMPARE(world.state(late), "created");
        QCOMPARE(world.state(good), "failed");
    }

    void aRemovedMessageIsCanceledAndComesBack_data() { StorageFixture::dialects(); }
    void aRemovedMessageIsCanceledAndComesBack() {
        QueueWorld world;
        const Id id = world.sendMessage();
        const Answer removed = world.post("/sms-otp/jobs/remove", ids({sms::jobIdOf(id)}), "qa");
        QCOMPARE(removed.body["done"].toInt(), 1);
        QCOMPARE(world.state(id), "canceled");
        QVERIFY(world.stateIds("sms-otp", "waiting").isEmpty());
        const QString token = removed.body["undo"].toString();
        QCOMPARE(world.post("/plain/undo", {{"undo", token}}).code(), "undo-expired"); // another queue's
        const Answer undone = world.post("/sms-otp/undo", {{"undo", token}}, "qa");
        QCOMPARE(undone.status, 200);
        QCOMPARE(undone.body["done"].toInt(), 1);
        QCOMPARE(world.state(id), "created");
        QCOMPARE(world.stateIds("sms-otp", "waiting"), QStringList(sms::jobIdOf(id)));
        const Answer again = world.post("/sms-otp/undo", {{"undo", token}}, "qa");
        QCOMPARE(again.status, 410);
        QCOMPARE(again.code(), "undo-expired");
        QCOMPARE(world.audited("queue.undo").size(), 1);
    }

    void delayedJobsArePromotedAndPutBack_data() { QueueWorld::sqlite(); }
    void delayedJobsArePromotedAndPutBack() {
        QueueWorld world;
        world.add("a", {.delay = Milliseconds(60'000)});
        world.add("b");
        const Answer promoted = world.post("/plain/jobs/promote", ids({"a", "b"}), "qa");
        QCOMPARE(promoted.body["done"].toInt(), 1);
        QCOMPARE(promoted.body["refused"].toArray().at(0)["code"].toString(), "wrong-state");
        QCOMPARE(world.stateIds("plain", "waiting").size(), 2);
        QCOMPARE(world.post("/plain/undo", {{"undo", promoted.body["undo"]}}, "qa").body["done"].toInt(), 1);
        QCOMPARE(world.stateIds("plain", "delayed"), QStringList("a"));
    }

    void delayAndPriorityAreChanged_data() { QueueWorld::sqlite(); }
    void delayAndPriorityAreChanged() {
        QueueWorld world;
        world.add("a", {.delay = Milliseconds(60'000)});
        QJsonObject body = ids({"a"});
        body["delay_ms"] = 3'600'000;
        QCOMPARE(world.post("/plain/jobs/delay", body, "qa").body["done"].toInt(), 1);
        const QJsonObject job = world.get("/plain/jobs/a").body;
        const auto due = fromIso(job["run_at"].toString()), made = fromIso(job["created_at"].toString());
        QVERIFY(*due >= *made + std::chrono::hours(1));
        world.add("b");
        QJsonObject rank = ids({"b"});
        rank["priority"] = 7;
        QCOMPARE(world.post("/plain/jobs/priority", rank, "qa").body["done"].toInt(), 1);
        QCOMPARE(world.stateIds("plain", "prioritized"), QStringList("b"));
        QVERIFY(world.audited("queue.priority")[0].text("after").contains("\"priority\":7"));
    }

    void aMatchDoesAllThatMatch_data() { StorageFixture::dialects(); }
    void aMatchDoesAllThatMatch() {
        QueueWorld world;
        for (int i = 0; i < 12; ++i)
            world.add((i % 2 ? "odd-" : "even-") + std::to_string(i));
        world.work(world.plain, [](const queue::Job &) { return How::Failed; });
        const QJsonObject match{{"match", QJsonObject{{"state", "failed"}, {"search", "odd-"}}}};
        QCOMPARE(world.post("/plain/jobs/replay", match, "qa").status, 403);
        const Answer answer = world.post("/plain/jobs/replay", match);
        QCOMPARE(answer.body["done"].toInt(), 6);
        QCOMPARE(answer.body["more"].toBool(), false);
        QCOMPARE(world.stateIds("plain", "failed").size(), 6);
        QVERIFY(world.audited("queue.replay")[0].text("after").contains("odd-"));
    }

    void aMatchOfManyIsDoneInParts_data() { QueueWorld::sqlite(); }
    void aMatchOfManyIsDoneInParts() {
        QueueWorld world;
        std::vector<queue::NewJob> jobs;
        jobs.reserve(6'000);
        for (int i = 0; i < 6'000; ++i)
            jobs.push_back({"work", "{}", "j-" + std::to_string(i), {}});
        (void)world.plain.addBulk(jobs);
        const QJsonObject match{{"match", QJsonObject{{"state", "waiting"}}}};
        const Answer first = world.post("/plain/jobs/remove", match);
        QCOMPARE(first.body["done"].toInt(), 5'000);
        QVERIFY(first.body["more"].toBool());
        const Answer second = world.post("/plain/jobs/remove", match);
        QCOMPARE(second.body["done"].toInt(), 1'000);
        QVERIFY(!second.body["more"].toBool());
        QCOMPARE(world.post("/plain/undo", {{"undo", first.body["undo"]}}).body["done"].toInt(), 5'000);
        const auto faults = queue::check(world.plain);
        QVERIFY(faults && faults->empty());
    }

    void removingManyNeedsMoreThanRemovingOne_data() { QueueWorld::sqlite(); }
    void removingManyNeedsMoreThanRemovingOne() {
        QueueWorld world;
        for (const char *id : {"a", "b", "c"})
            world.add(id);
        QCOMPARE(world.post("/plain/jobs/remove", ids({"a", "b"}), "qa").status, 403);
        QCOMPARE(world.post("/plain/jobs/remove", ids({"a"}), "qa").status, 200);
        QCOMPARE(world.post("/plain/jobs/remove", ids({"b", "c"})).body["done"].toInt(), 2);
    }

    void badBodiesAreRefusedByField_data() {
        QTest::addColumn<storage::Dialect>("dialect");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *method, const char *path, const char *body, const char *field) {
            QTest::addRow("%s %s", path, body) << storage::Dialect::Sqlite << QByteArray(method) << QString(path)
                                               << QByteArray(body) << QString(field);
        };
        row("POST", "/plain/jobs/replay", "{}", "ids");
        row("POST", "/plain/jobs/replay", "{\"ids\":[\"a\"],\"force\":true}", "force");
        row("POST", "/plain/jobs/delay", "{\"ids\":[\"a\"]}", "delay_ms");
        row("POST", "/plain/jobs/delay", "{\"ids\":[\"a\"],\"delay_ms\":-1}", "delay_ms");
        row("POST", "/plain/jobs/priority", "{\"ids\":[\"a\"],\"priority\":2097152}", "priority");
        row("POST", "/plain/jobs/remove", "{\"match\":{\"state\":\"waiting\",\"serach\":\"x\"}}", "match.serach");
        row("POST", "/plain/undo", "{}", "undo");
        row("POST", "/plain/pause", "{\"for\":1}", "for");
        row("PUT", "/plain/limit", "{}", "per_second");
        row("PUT", "/plain/limit", "{\"per_second\":0}", "per_second");
        row("PUT", "/plain/limit", "{\"per_second\":1,\"burst\":0}", "burst");
        row("PUT", "/plain/limit", "{\"per_second\":null,\"burst\":1}", "burst");
        row("PUT", "/plain/concurrency", "{}", "value");
        row("PUT", "/plain/concurrency", "{\"value\":0}", "value");
        row("POST", "/plain/clean", "{\"state\":\"active\"}", "state");
        row("POST", "/plain/clean", "{\"state\":\"failed\",\"limit\":0}", "limit");
        row("POST", "/plain/drain", "{\"delayed\":1}", "delayed");
    }
    void badBodiesAreRefusedByField() {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        QueueWorld world;
        world.add("a");
        const Answer answer = world.send(method, path, {}, body);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.field(), field);
        QCOMPARE(world.stateIds("plain", "waiting"), QStringList("a"));
    }

    void aQueueIsPausedLimitedAndFreed_data() { StorageFixture::dialects(); }
    void aQueueIsPausedLimitedAndFreed() {
        QueueWorld world;
        QVERIFY(world.post("/plain/pause", {}).body["paused"].toBool());
        QVERIFY(!world.post("/plain/resume", {}).body["paused"].toBool());
        const QJsonObject limit =
            world.put("/plain/limit", {{"per_second", 0.5}, {"burst", 3}}).body["limit"].toObject();
        QCOMPARE(limit["per_second"].toDouble(), 0.5);
        QCOMPARE(limit["burst"].toInt(), 3);
        QVERIFY(world.put("/plain/limit", {{"per_second", QJsonValue()}}).body["limit"].isNull());
        QCOMPARE(world.put("/plain/concurrency", {{"value", 20}}).body["concurrency"].toInt(), 20);
        QVERIFY(world.put("/plain/concurrency", {{"value", QJsonValue()}}).body["concurrency"].isNull());
        for (const char *action : {"queue.pause", "queue.resume"})
            QCOMPARE(world.audited(action).size(), 1);
        QCOMPARE(world.audited("queue.limit").size(), 2);
        QCOMPARE(world.audited("queue.limit")[0].text("target"), "queue/plain");
    }

    void aQueueIsCleanedAndDrained_data() { StorageFixture::dialects(); }
    void aQueueIsCleanedAndDrained() {
        QueueWorld world;
        for (int i = 0; i < 5; ++i)
            world.add("f-" + std::to_string(i));
        world.work(world.plain, [](const queue::Job &) { return How::Failed; });
        QCOMPARE(world.post("/plain/clean", {{"state", "failed"}, {"limit", 2}}).body["removed"].toInt(), 2);
        QCOMPARE(world.post("/plain/clean", {{"state", "failed"}, {"older_than_ms", 60'000}}).body["removed"].toInt(),
                 0);
        world.add("w");
        world.add("d", {.delay = Milliseconds(60'000)});
        QCOMPARE(world.post("/plain/drain", {}).body["removed"].toInt(), 1);
        QCOMPARE(world.post("/plain/drain", {{"delayed", true}}).body["removed"].toInt(), 1);
        QCOMPARE(world.audited("queue.drain").size(), 2);
    }

    void drainingALaneCancelsItsMessages_data() { StorageFixture::dialects(); }
    void drainingALaneCancelsItsMessages() {
        QueueWorld world;
        QList<Id> messages;
        for (int i = 0; i < 3; ++i)
            messages.append(world.sendMessage(i));
        QCOMPARE(world.post("/sms-otp/drain", {}).body["removed"].toInt(), 3);
        for (const Id id : messages)
            QCOMPARE(world.state(id), "canceled");
        QVERIFY(world.stateIds("sms-otp", "waiting").isEmpty());
    }

    void aCheckNamesFaults_data() { QueueWorld::sqlite(); }
    void aCheckNamesFaults() {
        QueueWorld world;
        QVERIFY(world.post("/plain/check", {}).body["faults"].toArray().isEmpty());
        QVERIFY(world.pool.command({"LPUSH", world.plain.base() + "active", "ghost"}));
        const QJsonArray faults = world.post("/plain/check", {}).body["faults"].toArray();
        QCOMPARE(faults.size(), 1);
        QCOMPARE(faults.at(0)["job"].toString(), "ghost");
    }

    void withoutItsAuditRowNothingIsDone_data() { StorageFixture::dialects(); }
    void withoutItsAuditRowNothingIsDone() {
        QueueWorld world;
        world.add("a");
        QCOMPARE(world.post("/plain/pause", {}).status, 200);
        // The next row's id is taken.
        IdSource sameIds{world.clock, 2};
        staff::AuditLog audit{world.clock, sameIds};
        const api::QueueDependencies dependencies{world.dependencies.queues, world.database, audit, world.list};
        const api::Application broken{api::queueRoutes(dependencies), authenticate, world.metrics};
        http::Request request;
        request.method = "POST";
        request.path = "/api/v1/queues/plain/jobs/remove";
        request.headers = {{"Authorization", "Bearer admin"}, {"Content-Type", "application/json"}};
        request.body = "{\"ids\":[\"a\"]}";
        QVERIFY(broken.handle(request).status >= 400);
        QCOMPARE(world.stateIds("plain", "waiting"), QStringList("a"));
    }
};

QTEST_GUILESS_MAIN(QueueChangesTest)
#include "queue_changes_test.moc"
