#include "models/auth/challenge.h"
#include "tests/support/service_program.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;

/// A rider's sign-in through the real programs: service, Redis, simulator.
class AuthFlowTest final : public QObject {
    Q_OBJECT

    using Answer = ServiceProgram::Answer;
    ServiceProgram m_service;
    int m_numbers = 0;

    Answer post(const QString &path, const QJsonObject &body) { return m_service.post(path, body); }
    QString freshNumber() { return QString("0912%1").arg(100'000 + ++m_numbers); }

    Answer challenge(const QString &phone, const QString &device = "device-a") {
        return post("/auth/v1/challenges", {{"channel", "sms"}, {"phone", phone}, {"device_id", device}});
    }
    Answer verify(const QString &id, const QString &code, const QString &device = "device-a") {
        return post("/auth/v1/challenges/" + id + "/verify", {{"code", code}, {"device_id", device}});
    }
    Answer exchange(const QString &token, const QString &device = "device-a") {
        return post("/auth/v1/tokens", {{"tmp_token", token}, {"device_id", device}});
    }
    Answer refresh(const QString &token, const QString &device = "device-a") {
        return post("/auth/v1/tokens/refresh", {{"refresh_token", token}, {"device_id", device}});
    }
    QString codeOn(const QString &number) {
        QString code;
        (void)waitUntil(10'000, [&] {
            const QJsonArray messages = m_service.simulator().handset(number);
            if (!messages.isEmpty())
                code = QRegularExpression("\\d{6}").match(messages.last().toObject()["text"].toString()).captured();
            return !code.isEmpty();
        });
        return code;
    }
    QString tmpToken() {
        const QString number = freshNumber();
        const QString id = challenge(number).body["challenge_id"].toString();
        return verify(id, codeOn(number)).body["tmp_token"].toString();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_service.start(), m_service.output().constData()); }

    void fromANumberToAnAccessTokenAndOn() {
        const QString number = freshNumber();
        const Answer asked = challenge(number.left(4) + "-" + number.mid(4, 3) + "-" + number.mid(7));
        QCOMPARE(asked.status, 202);
        QCOMPARE(asked.body["checks_left"].toInt(), 5);
        const QString code = codeOn(number);
        QCOMPARE(code.size(), 6);
        const Answer proven = verify(asked.body["challenge_id"].toString(), code);
        QCOMPARE(proven.status, 200);
        QCOMPARE(proven.body["next"].toString(), QString("access_token"));
        const Answer granted = exchange(proven.body["tmp_token"].toString());
        QCOMPARE(granted.status, 200);
        const auto decoded = auth::decodeJwt(granted.body["access_token"].toString());
        QVERIFY(decoded);
        const Answer keys = m_service.send("GET", "/auth/v1/jwks.json");
        QCOMPARE(keys.body["keys"].toArray()[0].toObject()["kid"], decoded->header["kid"]);
        const Answer next = refresh(granted.body["refresh_token"].toString());
        QCOMPARE(next.status, 200);
        QCOMPARE(auth::decodeJwt(next.body["access_token"].toString())->claims["sub"], decoded->claims["sub"]);
        // Nothing that opens a door was written to the log.
        const QByteArray log = m_service.everythingLogged();
        QVERIFY(log.contains("\"event\":\"code-sent\""));
        for (const QString &secret : {code, proven.body["tmp_token"].toString(), number.mid(1),
                                      granted.body["refresh_token"].toString(), decoded->claims["jti"].toString()})
            QVERIFY(!log.contains(secret.toUtf8()));
    }

    void refusesWhatIsNoRequest_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QString id = "/auth/v1/challenges/none";
        const QStringList paths{"/auth/v1/challenges", id + "/resend", id + "/verify", "/auth/v1/tokens",
                                "/auth/v1/tokens/refresh"};
        for (const QString &path : paths) {
            const auto row = [&path](const char *what, const QByteArray &body, int status) {
                QTest::newRow(qPrintable(path + ": " + what)) << path << body << status;
            };
            row("malformed", "{\"phone\":", 400);
            row("empty", "", 400);
            row("no fields", "{}", 422);
            row("wrong type", R"({"device_id":7,"phone":7,"code":7,"tmp_token":7,"refresh_token":7,"channel":7})", 422);
            row("over-long", "{\"device_id\":\"" + QByteArray(200, 'x') + "\"}", 422);
            row("unknown field",
                R"({"device_id":"d","phone":"0912345678","channel":"sms","code":"123456",)"
                R"("tmp_token":"t","refresh_token":"t","extra":1})",
                422);
        }
    }
    void refusesWhatIsNoRequest() {
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const Answer answer = m_service.send("POST", path, body);
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.code().isEmpty());
        QVERIFY(!answer.body["request_id"].toString().isEmpty());
        QVERIFY(status == 400 || !answer.body["errors"].toArray().isEmpty());
    }

    void refusesOtherMethodsAndOtherBodies() {
        QCOMPARE(m_service.send("GET", "/auth/v1/challenges").status, 405);
        QCOMPARE(m_service.send("POST", "/auth/v1/tokens", "a=b", {}, "text/plain").status, 415);
        const QJsonObject body{{"channel", "sms"}, {"phone", "0912345678"}, {"device_id", "d"}};
        const Answer key = m_service.post("/auth/v1/challenges", body, QByteArray(129, 'k'));
        QCOMPARE(key.code(), QString("bad-idempotency-key"));
    }

    void refusesNumbersThatCannotBe() {
        QCOMPARE(challenge("02-2345-6789").code(), QString("not-mobile"));
        QCOMPARE(challenge("+1 415 555 2671").code(), QString("not-taiwan"));
        QCOMPARE(challenge("091234").code(), QString("impossible"));
        const Answer words = challenge("hello");
        QCOMPARE(words.status, 422);
        QCOMPARE(words.body["errors"].toArray()[0].toObject()["path"].toString(), QString("phone"));
    }

    void fiveWrongCodesLockTheChallenge() {
        const QString number = freshNumber();
        const QString id = challenge(number).body["challenge_id"].toString();
        const QString code = codeOn(number);
        const QString wrong = code == "000000" ? "000001" : "000000";
        for (int left = 4; left >= 0; --left) {
            const Answer answer = verify(id, wrong);
            QCOMPARE(answer.status, 422);
            QCOMPARE(answer.code(), QString("wrong-code"));
            QCOMPARE(answer.body["checks_left"].toInt(-1), left);
        }
        const Answer locked = verify(id, code);
        QCOMPARE(locked.status, 410);
        QCOMPARE(locked.code(), QString("challenge-locked"));
    }

    void aResendTooEarlySaysHowLongToWait() {
        const QString id = challenge(freshNumber()).body["challenge_id"].toString();
        const Answer early = post("/auth/v1/challenges/" + id + "/resend", {{"device_id", "device-a"}});
        QCOMPARE(early.status, 429);
        QCOMPARE(early.code(), QString("resend-too-early"));
        QVERIFY(early.body["retry_after_ms"].toInt() > 50'000);
    }

    void anotherDeviceGetsNothing() {
        const QString number = freshNumber();
        const QString id = challenge(number).body["challenge_id"].toString();
        QCOMPARE(verify(id, codeOn(number), "device-b").status, 404);
        const QString token = tmpToken();
        QCOMPARE(exchange(token, "device-b").code(), QString("wrong-device"));
        QCOMPARE(exchange(token).code(), QString("tmp-token-used"));
        const Answer granted = exchange(tmpToken());
        QCOMPARE(refresh(granted.body["refresh_token"].toString(), "device-b").status, 401);
    }

    void tokensServeOnce() {
        const QString token = tmpToken();
        const Answer granted = exchange(token);
        QCOMPARE(granted.status, 200);
        QCOMPARE(exchange(token).code(), QString("tmp-token-used"));
        QCOMPARE(exchange("nonsense").status, 401);
        const QString first = granted.body["refresh_token"].toString();
        const Answer next = refresh(first);
        QCOMPARE(next.status, 200);
        QCOMPARE(refresh(first).code(), QString("refresh-token-reused"));
        QCOMPARE(refresh(next.body["refresh_token"].toString()).code(), QString("refresh-token-revoked"));
    }

    void aNumberIsCountedAsOneHoweverItIsWritten() {
        int sent = 0;
        for (const char *form :
             {"0955-123-456", "0955123456", "+886955123456", "886 955 123 456", "(0955)123456", "0955 123456"})
            sent += challenge(QString::fromLatin1(form), QString("device-%1").arg(sent)).status == 202 ? 1 : 0;
        QCOMPARE(sent, 4); // what one requester gets for a number
    }

    void cleanupTestCase() { QCOMPARE(m_service.terminate(), 0); }
};

QTEST_GUILESS_MAIN(AuthFlowTest)
#include "auth_flow_test.moc"
