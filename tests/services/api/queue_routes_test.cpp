#include "tests/services/api/queue_world.h"

using namespace wemo;
using namespace wemo::tests;

/// What is read.
class QueueRoutesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void queuesAreListed_data() { StorageFixture::dialects(); }
    void queuesAreListed() {
        QueueWorld world;
        world.sendMessage();
        const Answer answer = world.get("");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.items().size(), 2);
        const QJsonObject first = answer.items()[0].toObject();
        QCOMPARE(first["name"].toString(), "sms-otp");
        QCOMPARE(first["counts"].toObject()["waiting"].toInt(), 1);
        QCOMPARE(world.get("", "colour=red").status, 422);
    }

    void whoMayNotIsRefused_data() {
        QTest::addColumn<storage::Dialect>("dialect");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("tooLow");
        QTest::addColumn<QByteArray>("enough");
        const auto row = [](const char *method, const char *path, const char *tooLow, const char *enough) {
            QTest::addRow("%s %s", method, path) << storage::Dialect::Sqlite << QByteArray(method) << QString(path)
                                                 << QByteArray(tooLow) << QByteArray(enough);
        };
        for (const char *path : {"", "/plain/stats", "/plain/jobs", "/plain/jobs/a"})
            row("GET", path, "pricing", "cs");
        for (const char *path : {"/plain/jobs/replay", "/plain/jobs/promote", "/plain/jobs/remove", "/plain/jobs/delay",
                                 "/plain/jobs/priority", "/plain/undo"})
            row("POST", path, "cs", "qa");
        for (const char *path : {"/plain/pause", "/plain/resume", "/plain/clean", "/plain/drain", "/plain/check"})
            row("POST", path, "qa", "admin");
        for (const char *path : {"/plain/limit", "/plain/concurrency"})
            row("PUT", path, "qa", "admin");
    }
    void whoMayNotIsRefused() {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, tooLow);
        QFETCH(QByteArray, enough);
        QueueWorld world;
        world.add("a");
        QCOMPARE(world.send(method, path, {}, "{}", tooLow).status, 403);
        QVERIFY(world.send(method, path, {}, "{}", enough).status != 403);
        QCOMPARE(world.send(method, path, {}, "{}", "nobody").status, 401);
    }

    void whatIsNotThereIsNotFound_data() { QueueWorld::sqlite(); }
    void whatIsNotThereIsNotFound() {
        QueueWorld world;
        for (const char *path : {"/other/stats", "/other/jobs", "/other/jobs/a"})
            QCOMPARE(world.get(path).code(), "queue-not-found");
        QCOMPARE(world.get("/plain/jobs/a").code(), "job-not-found");
        QCOMPARE(world.get("/plain/jobs/meta").status, 404);
        QCOMPARE(world.post("/other/pause", {}).status, 404);
    }

    void badQueriesAreRefusedByField_data() {
        QTest::addColumn<storage::Dialect>("dialect");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *path, const char *query, const char *field) {
            QTest::addRow("%s?%s", path, query)
                << storage::Dialect::Sqlite << QString(path) << QString(query) << QString(field);
        };
        row("/plain/stats", "minutes=0", "minutes");
        row("/plain/stats", "minutes=1441", "minutes");
        row("/plain/stats", "from=1", "from");
        row("/plain/jobs", "state=lost", "state");
        row("/plain/jobs", "limit=501", "limit");
        row("/plain/jobs", "cursor=nonsense", "cursor");
        row("/plain/jobs", "colour=red", "colour");
        row("/plain/jobs/a", "colour=red", "colour");
    }
    void badQueriesAreRefusedByField() {
        QFETCH(QString, path);
        QFETCH(QString, query);
        QFETCH(QString, field);
        QueueWorld world;
        const Answer answer = world.get(path, query);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.field(), field);
    }

    void statsHaveAPointAMinute_data() { QueueWorld::sqlite(); }
    void statsHaveAPointAMinute() {
        QueueWorld world;
        QCOMPARE(world.get("/plain/stats").body["points"].toArray().size(), 60);
        QCOMPARE(world.get("/plain/stats", "minutes=1440").body["points"].toArray().size(), 1440);
    }

    void jobsAreFoundByNumberMessageAndText_data() { StorageFixture::dialects(); }
    void jobsAreFoundByNumberMessageAndText() {
        QueueWorld world;
        const Id mine = world.sendMessage(1), second = world.sendMessage(1), other = world.sendMessage(2);
        const auto found = [&](const QString &text) {
            QStringList ids;
            const QByteArray escaped = QUrl::toPercentEncoding(text);
            const QJsonArray items = world.get("/sms-otp/jobs", "search=" + QString::fromLatin1(escaped)).items();
            for (const QJsonValue &item : items)
                ids.append(item.toObject()["id"].toString());
            ids.sort();
            return ids;
        };
        QStringList both{sms::jobIdOf(mine), sms::jobIdOf(second)};
        both.sort();
        for (const char *number : {"0912345671", "0912-345-671", "+886 912 345 671"})
            QCOMPARE(found(number), both);
        QCOMPARE(found(idToString(other)), QStringList(sms::jobIdOf(other)));
        QCOMPARE(found(sms::jobIdOf(other)), QStringList(sms::jobIdOf(other)));
        QCOMPARE(found("SUBMIT").size(), 3);
        QCOMPARE(found("0999999999").size(), 0);
        const Answer job = world.get("/sms-otp/jobs/" + sms::jobIdOf(mine));
        QCOMPARE(job.body["message_id"].toString(), idToString(mine));
        QVERIFY(job.body["data"].toString().contains(idToString(mine)));
        QCOMPARE(job.body["timeline"].toArray()[0].toObject()["event"].toString(), "added");
    }

    void pagesFollowOneAnother_data() { QueueWorld::sqlite(); }
    void pagesFollowOneAnother() {
        QueueWorld world;
        for (int i = 0; i < 5; ++i)
            world.add("j-" + std::to_string(i));
        const Answer first = world.get("/plain/jobs", "state=waiting&limit=3");
        QCOMPARE(first.items().size(), 3);
        QCOMPARE(first.body["total"].toInt(), 5);
        const QString cursor = first.body["next_cursor"].toString();
        const Answer second = world.get("/plain/jobs", "state=waiting&limit=3&cursor=" + cursor);
        QCOMPARE(second.items().size(), 2);
        QVERIFY(second.body["next_cursor"].isNull());
        QCOMPARE(world.get("/plain/jobs", "state=failed&cursor=" + cursor).code(), "cursor-mismatch");
    }

    void withoutRedisItSaysSo_data() { QueueWorld::sqlite(); }
    void withoutRedisItSaysSo() {
        QueueWorld world;
        world.redis.kill();
        QCOMPARE(world.get("").status, 503);
        QCOMPARE(world.get("/plain/jobs").status, 503);
        QCOMPARE(world.post("/plain/pause", {}).status, 503);
    }
};

QTEST_GUILESS_MAIN(QueueRoutesTest)
#include "queue_routes_test.moc"
