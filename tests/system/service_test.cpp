#include "tests/support/raw_client.h"
#include "tests/support/redis_server.h"
#include "tests/support/service_program.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace wemo;
using tests::RedisServer;
using tests::ServiceProgram;
using tests::waitUntil;

/// The real program, as a newcomer starts it.
class ServiceTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<ServiceProgram> m_service;

private Q_SLOTS:
    void initTestCase() {
        m_service = std::make_unique<ServiceProgram>(
            m_folder.filePath("data"),
            QStringList{"--demo-messages", "50", "--demo-rides", "50", "--demo-traffic", "0"});
        QVERIFY2(m_service->start(), m_service->output().constData());
    }
    void cleanupTestCase() {
        m_service->process().stop(SIGTERM);
        QVERIFY(waitUntil(5000, [this] { return m_service->processes().isEmpty(); }));
    }

    void saysWhatItDoes() {
        QVERIFY(m_service->address().startsWith("http://127.0.0.1:"));
        QFile file(m_folder.filePath("data/service.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject announced = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(announced["address"].toString(), m_service->address());
        QCOMPARE(announced["pid"].toInt(), m_service->process().pid());
    }

    void isHealthyAndReady() {
        QCOMPARE(m_service->send("GET", "/healthz").status, 200);
        const auto ready = m_service->send("GET", "/readyz");
        QCOMPARE(ready.status, 200);
        QCOMPARE(
            ready.body["checks"].toObject(),
            (QJsonObject{{"gateway", "ok"}, {"prices", "ok"}, {"queues", "ok"}, {"redis", "ok"}, {"storage", "ok"}}));
        QCOMPARE(m_service->send("GET", "/metrics").status, 200);
        QVERIFY(m_service->send("GET", "/api/v1/about").body["demo"].toBool());
        QCOMPARE(m_service->send("GET", "/api/v1/demo-accounts").body["accounts"].toArray().size(), 4);
    }

    void theDescriptionIsTheTable() {
        QVERIFY(!m_service->send("GET", "/api/openapi.json").body["paths"].toObject().isEmpty());
        QVERIFY2(!m_service->everythingLogged().contains("openapi-fault"), m_service->everythingLogged().constData());
    }

    void badInputGetsAClearError_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("as");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &method, const QString &path, const QByteArray &body,
                            const QString &as, int status, const QString &code) {
            QTest::newRow(name) << method << path << body << as << status << code;
        };
        const QString session = "/api/v1/session", messages = "/api/v1/sms/messages";
        row("malformed", "POST", session, "{\"username\":", "", 400, "malformed-json");
        row("not an object", "POST", session, "[]", "", 400, "malformed-json");
        row("empty", "POST", session, "", "", 400, "malformed-json");
        row("wrong type", "POST", session, "{\"username\":1,\"password\":\"x\"}", "", 422, "invalid-fields");
        row("missing", "POST", session, "{\"username\":\"cs\"}", "", 422, "invalid-fields");
        row("unknown field", "POST", session, "{\"username\":\"cs\",\"password\":\"x\",\"admin\":true}", "", 422,
            "invalid-fields");
        row("over-long", "POST", session, "{\"username\":\"cs\",\"password\":\"" + QByteArray(300, 'x') + "\"}", "",
            422, "invalid-fields");
        row("far over-long", "POST", session, "{\"a\":\"" + QByteArray(100'000, 'x') + "\"}", "", 413,
            "body-too-large");
        row("huge", "POST", session, QByteArray(2'000'000, ' '), "", 413, "body-too-large");
        row("wrong password", "POST", session, "{\"username\":\"cs\",\"password\":\"x\"}", "", 401,
            "wrong-credentials");
        row("wrong method", "PUT", session, "{}", "", 405, "method-not-allowed");
        row("no such path", "GET", "/api/v1/nothing", "", "", 404, "no-such-path");
        row("no token", "GET", messages, "", "", 401, "no-token");
        row("wrong role", "GET", messages, "", "pricing", 403, "not-permitted");
        row("unknown parameter", "GET", messages + "?colour=red", "", "cs", 422, "invalid-parameters");
        row("bad limit", "GET", messages + "?limit=100000", "", "cs", 422, "invalid-parameters");
        row("reuse of nothing", "POST", session + "/refresh", "{\"refresh_token\":\"guess\"}", "", 401, "session-over");
    }
    void badInputGetsAClearError() {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(QString, as);
        QFETCH(int, status);
        QFETCH(QString, code);
        const QString token = as.isEmpty() ? QString() : m_service->signIn(as);
        QCOMPARE(token.isEmpty(), as.isEmpty());
        const auto answer = m_service->send(method, path, body, token);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body["code"].toString(), code);
        QVERIFY(!answer.body["request_id"].toString().isEmpty());
    }

    void bodiesMustSayWhatTheyAre() {
        QCOMPARE(m_service->send("POST", "/api/v1/session", "{}", {}, "text/plain").status, 415);
    }

    void staffSignInAndOut() {
        const QString token = m_service->signIn("cs");
        QVERIFY(!token.isEmpty());
        const auto who = m_service->send("GET", "/api/v1/session", {}, token);
        QCOMPARE(who.body["account"].toObject()["display_name"].toString(), QString::fromUtf8("林怡君"));
        QVERIFY(who.body["permissions"].toArray().contains("sms.read"));
        QCOMPARE(m_service->send("DELETE", "/api/v1/session", {}, token).status, 204);
        QCOMPARE(m_service->send("GET", "/api/v1/session", {}, token).status, 401);
    }

    void nothingSecretIsLogged() {
        const QString token = m_service->signIn("admin");
        m_service->send("GET", "/api/v1/sms/messages?number=%2B886912345678", {}, token);
        m_service->send("GET", "/0912345678/" + token, {}, token);
        const QByteArray logged = m_service->everythingLogged();
        QVERIFY(logged.contains("\"event\":\"request\""));
        for (const QByteArray &secret : {token.toLatin1(), QByteArray("912345678"), QByteArray("wemo-demo-admin")})
            QVERIFY2(!logged.contains(secret), secret.constData());
    }

    void aSecondServiceOnTheSameDataIsRefused() {
        ServiceProgram second(m_folder.filePath("data"));
        QCOMPARE(second.startAndFail(), 1);
        const QList<QJsonObject> lines = second.lines();
        QVERIFY(!lines.isEmpty());
        QCOMPARE(lines.last()["event"].toString(), "failed");
        QCOMPARE(lines.last()["code"].toString(), "data-dir-in-use");
        QCOMPARE(m_service->send("GET", "/healthz").status, 200);
        QVERIFY(QFile::exists(m_folder.filePath("data/service.json"))); // the first one's still
    }

    void termDrainsAndARestartKeepsEverything() {
        const QString token = m_service->signIn("qa");
        QElapsedTimer time;
        time.start();
        m_service->process().signal(SIGTERM);
        int status = -1;
        QVERIFY(m_service->process().waitFor(10'500, &status));
        QCOMPARE(status, 0);
        QVERIFY2(m_service->processes().isEmpty(), m_service->output().constData());
        QVERIFY(!QFile::exists(m_folder.filePath("data/service.json")));
        QVERIFY2(m_service->start(), m_service->output().constData());
        QCOMPARE(m_service->send("GET", "/api/v1/session", {}, token).status, 200);
    }

    void killedItLeavesNothingBehind() {
        const QString token = m_service->signIn("qa");
        QVERIFY(m_service->processes().size() >= 3); // itself, Redis, the simulator
        m_service->process().signal(SIGKILL);
        QVERIFY(m_service->process().waitFor(5000));
        QVERIFY(waitUntil(5000, [this] { return m_service->processes().isEmpty(); }));
        QVERIFY2(m_service->start(), m_service->output().constData());
        QCOMPARE(m_service->send("GET", "/api/v1/session", {}, token).status, 200);
    }

    void aStreamingClientDoesNotHoldUpTheEnd() {
        const QString token = m_service->signIn("cs");
        tests::RawClient client(static_cast<quint16>(QUrl(m_service->address()).port()));
        QVERIFY(client.send("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token.toLatin1() +
                            "\r\n\r\n"));
        QVERIFY(client.readUntil("retry: 1000").contains("text/event-stream"));
        m_service->process().signal(SIGTERM);
        QVERIFY(client.readAll().endsWith("0\r\n\r\n"));
        QVERIFY(m_service->process().waitFor(5000));
        QVERIFY2(m_service->start(), m_service->output().constData());
    }

    void wrongConfigurationIsNamed_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown") << QStringList{"--redis-ulr", "x"} << "redis-url";
        QTest::newRow("secret") << QStringList{"--redis-password", "hunter2"} << "WEMO_REDIS_PASSWORD";
        QTest::newRow("server without stores") << QStringList{"--mode", "server"} << "database-url";
    }
    void wrongConfigurationIsNamed() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, message);
        ServiceProgram wrong(m_folder.filePath("other"), arguments);
        QCOMPARE(wrong.startAndFail(), 1);
        QVERIFY2(wrong.output().contains(message.toUtf8()), wrong.output().constData());
        QVERIFY(!wrong.output().contains("hunter2"));
    }

    void aRedisThatCannotBeTrustedIsRefused_data() {
        QTest::addColumn<QStringList>("setup");
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<QString>("message");
        QTest::newRow("it evicts") << QStringList{"--maxmemory-policy", "allkeys-lru"} << QStringList{}
                                   << "maxmemory-policy noeviction";
        QTest::newRow("a queue of another layout")
            << QStringList{} << QStringList{"LPUSH", "bull:sms-otp:wait", "1"} << "queue-prefix";
    }
    void aRedisThatCannotBeTrustedIsRefused() {
        QFETCH(QStringList, setup);
        QFETCH(QStringList, keys);
        QFETCH(QString, message);
        RedisServer redis({.arguments = setup});
        redis::Args command;
        for (const QString &word : keys)
            command.push_back(word.toStdString());
        QVERIFY(command.empty() || redis::Pool(redis.options()).command(command));
        const QTemporaryDir folder;
        ServiceProgram refused(folder.filePath("data"),
                               {"--mode", "server", "--database-url", "sqlite://" + folder.filePath("wemo.sqlite"),
                                "--redis-url", "unix://" + redis.socket(), "--secrets-file",
                                m_folder.filePath("data/secrets.json"), "--gateway-url", "https://127.0.0.1:1"});
        QCOMPARE(refused.startAndFail(), 1);
        QVERIFY2(refused.output().contains(message.toUtf8()), refused.output().constData());
    }
};

QTEST_GUILESS_MAIN(ServiceTest)
#include "service_test.moc"
