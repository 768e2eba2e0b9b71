#include "services/runtime/system_clock.h"
#include "services/sms/every8d_answer.h"
#include "services/sms/every8d_gateway.h"
#include "services/sms/every8d_receipts.h"
#include "tests/support/callback_catcher.h"
#include "tests/support/simulator.h"

#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;

namespace {
const QByteArray login = "UID=tester&PWD=secret";

sms::Submission submission(const QString &text = "hello") {
    return {*phone::PhoneNumber::fromE164(u"+886912345678"), text, "4711", 5};
}

using Options = sms::Every8dOptions;

std::unique_ptr<sms::Every8dGateway> gatewayTo(const Simulator &simulator, http::Client &client, int timeoutMs = 5000,
                                               Options::Endpoint endpoint = Options::Endpoint::Param,
                                               bool byToken = false, const QString &password = "secret") {
    static const runtime::SystemClock clock;
    auto gateway = sms::Every8dGateway::create(
        {simulator.address(), "tester", password, std::chrono::milliseconds(timeoutMs), endpoint, byToken}, client,
        clock);
    return gateway ? std::move(*gateway) : nullptr;
}
} // namespace

class GatewaySimulatorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMessageReachesTheHandsetAndReceiptsFollow() {
        CallbackCatcher catcher;
        QVERIFY(catcher.started());
        Simulator simulator(catcher.url());
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        const auto gateway = gatewayTo(simulator, client);
        QVERIFY(gateway);
        const sms::SubmissionAnswer answer = gateway->submit(submission("您的驗證碼"));
        QCOMPARE(toString(answer.state), "accepted");
        QCOMPARE(answer.costTenThousandths, qint64(10'000));
        QTRY_COMPARE(catcher.statuses(), QStringList({"0", "100"}));
        QTRY_COMPARE(simulator.handset("0912345678").size(), qsizetype(1));
        QCOMPARE(simulator.handset("0912345678").first()["text"].toString(), "您的驗證碼");
        QCOMPARE(simulator.handset("0987654321").size(), qsizetype(0));
        const auto callback = sms::every8d::readCallback(catcher.requests().last().body);
        QVERIFY(callback);
        QCOMPARE(callback->receipt.batchId, answer.batchId);
        QCOMPARE(callback->receipt.reference, "4711");
        QCOMPARE(callback->receipt.number, "+886912345678");
        const QJsonArray asked = simulator.submissions();
        QCOMPARE(asked.size(), qsizetype(1));
        QCOMPARE(asked.first()["validity_minutes"].toInt(), 5);
        const auto known = gateway->query(answer.batchId);
        QVERIFY(known);
        QCOMPARE(known->size(), qsizetype(1));
        QCOMPARE(toString(known->first().state), "delivered");
        QVERIFY(gateway->query("no-such-batch")->isEmpty());
        QCOMPARE(simulator.terminate(), 0);
    }

    void everyAnswerAStandInMustGive_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("rawCode");
        const auto row = [](const char *kind, const char *state, const char *code) {
            QTest::newRow(kind) << QString::fromLatin1(kind) << QString::fromLatin1(state) << QString::fromLatin1(code);
        };
        row("no-credit", "failed", "no-credit");
        row("empty-login", "failed", "-300");
        row("wrong-password", "failed", "-101");
        row("no-number", "failed", "-27");
        row("bad-number", "failed", "-306");
        row("content", "failed", "-24");
        row("channel-refused", "rejected", "-290");
        row("unavailable", "submit_unknown", "http-503");
        row("server-error", "submit_unknown", "-99");
        row("forbidden", "submit_unknown", "http-403");
        row("bad-gateway", "submit_unknown", "http-502");
        row("empty", "submit_unknown", "unreadable");
        row("json-error", "submit_unknown", "-99");
        row("drop", "submit_unknown", "no-answer");
    }
    void everyAnswerAStandInMustGive() {
        QFETCH(QString, kind);
        QFETCH(QString, state);
        QFETCH(QString, rawCode);
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        QVERIFY(simulator.behave({{"answers", QJsonArray{QJsonObject{{"kind", kind}}}}}));
        http::Client client;
        const auto gateway = gatewayTo(simulator, client);
        const sms::SubmissionAnswer answer = gateway->submit(submission());
        QCOMPARE(toString(answer.state), state);
        QCOMPARE(answer.rawCode, rawCode);
        QCOMPARE(answer.retriable, false);
        // It was for the next one only.
        QCOMPARE(toString(gateway->submit(submission()).state), "accepted");
    }

    // ---- the endpoints and both logins ----

    void everyWayToSend_data() {
        QTest::addColumn<int>("endpoint");
        QTest::addColumn<bool>("byToken");
        QTest::addColumn<QString>("path");
        for (const bool byToken : {false, true}) {
            const char *how = byToken ? "token" : "password";
            const auto row = [&](const char *path, Options::Endpoint endpoint) {
                QTest::addRow("%s by %s", path, how)
                    << static_cast<int>(endpoint) << byToken << QString::fromLatin1(path);
            };
            row("SendParam", Options::Endpoint::Param);
            row("SendSMS", Options::Endpoint::Plain);
            row("SendSMS4FilterMessage", Options::Endpoint::Filter);
        }
    }
    void everyWayToSend() {
        QFETCH(int, endpoint);
        QFETCH(bool, byToken);
        QFETCH(QString, path);
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        const auto gateway = gatewayTo(simulator, client, 5000, static_cast<Options::Endpoint>(endpoint), byToken);
        const sms::SubmissionAnswer answer = gateway->submit(submission("第一則"));
        QCOMPARE(toString(answer.state), "accepted");
        const QJsonObject note = simulator.submissions().first().toObject();
        QCOMPARE(note["endpoint"].toString(), path);
        QCOMPARE(note["validity_minutes"].toInt(), 5);
        QCOMPARE(note["number"].toString(), "+886912345678");
        QTRY_VERIFY(!gateway->query(answer.batchId)->isEmpty());
        QCOMPARE(*gateway->balance(), qint64(999'999'0000));
        // Scheduled, and taken back.
        sms::Submission later = submission("第二則");
        later.sendAt = fromMs(4'070'908'800'000); // 2099
        const sms::SubmissionAnswer scheduled = gateway->submit(later);
        QCOMPARE(toString(scheduled.state), "scheduled");
        QCOMPARE(gateway->cancel(scheduled.batchId)->canceled, 1);
        QCOMPARE(gateway->cancel(scheduled.batchId)->canceled, 0);
        QCOMPARE(toString(gateway->query(scheduled.batchId)->first().state), "canceled");
        QCOMPARE(*gateway->balance(), qint64(999'999'0000));
    }

    void aTokenThatIsOverIsReplacedOnce() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        const auto gateway = gatewayTo(simulator, client, 5000, Options::Endpoint::Param, true);
        QCOMPARE(toString(gateway->submit(submission()).state), "accepted");
        QVERIFY(simulator.behave({{"forget_tokens", true}}));
        QCOMPARE(toString(gateway->submit(submission()).state), "accepted");
        QVERIFY(simulator.behave({{"forget_tokens", true}}));
        QVERIFY(gateway->balance());
        QCOMPARE(simulator.submissions().size(), qsizetype(2)); // a refused token sends nothing
    }

    void aWrongLoginIsTheAdministratorsMatter() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        for (const bool byToken : {false, true}) {
            const auto gateway = gatewayTo(simulator, client, 5000, Options::Endpoint::Plain, byToken, "wrong");
            const sms::SubmissionAnswer answer = gateway->submit(submission());
            QCOMPARE(toString(answer.state), "failed");
            QCOMPARE(answer.reason, "gateway-login");
            QCOMPARE(answer.rawCode, "-101");
            QVERIFY(answer.elsewhere && !answer.retriable);
            QVERIFY(!gateway->balance() && !gateway->cancel("batch") && !gateway->query("batch"));
        }
        QVERIFY(simulator.submissions().isEmpty());
    }

    void theFiltersRefusalIsNoUnknownOutcome() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        const auto gateway = gatewayTo(simulator, client, 5000, Options::Endpoint::Filter);
        QCOMPARE(toString(gateway->submit(submission()).state), "accepted");
        const sms::SubmissionAnswer again = gateway->submit(submission());
        QCOMPARE(toString(again.state), "rejected");
        QCOMPARE(again.reason, "duplicate-filtered");
        QCOMPARE(toString(gateway->submit(submission("another")).state), "accepted");
    }

    void aBatchOfManyPagesIsReadWhole() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        QStringList numbers;
        for (int i = 0; i < 2001; ++i)
            numbers.append(QString("09%1").arg(10'000'000 + i));
        const QByteArray sent =
            simulator.ask("SendSMS", login + "&ST=20990101000000&MSG=x&DEST=" + numbers.join(u',').toLatin1()).body;
        http::Client client;
        const auto rows = gatewayTo(simulator, client)->query(QString::fromLatin1(sent.split(',').value(4)));
        QVERIFY(rows);
        QCOMPARE(rows->size(), qsizetype(2001));
        QCOMPARE(rows->last().number, "+886910002000");
    }

    void queriesGoWrong_data() {
        QTest::addColumn<bool>("fails");
        QTest::newRow("empty") << false;
        QTest::newRow("server-error") << true;
        QTest::newRow("forbidden") << true;
        QTest::newRow("drop") << true;
    }
    void queriesGoWrong() {
        QFETCH(bool, fails);
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        const auto gateway = gatewayTo(simulator, client);
        const QString batch = gateway->submit(submission()).batchId;
        QTRY_VERIFY(!gateway->query(batch)->isEmpty());
        QVERIFY(simulator.behave({{"queries", QJsonArray{QJsonObject{{"kind", QTest::currentDataTag()}}}}}));
        const auto asked = gateway->query(batch);
        QCOMPARE(!asked, fails);
        QVERIFY(fails || asked->isEmpty()); // not known yet, which is never "failed"
        QVERIFY(!gateway->query(batch)->isEmpty());
    }

    // ---- scenarios ----

    void aScriptMayBeForSomeNumbersOnly() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        QVERIFY(simulator.behave(
            {{"answers", QJsonArray{QJsonObject{{"kind", "no-credit"}, {"number", "0933*"}, {"count", 2}}}}}));
        const auto ask = [&](const char *number) {
            return simulator.ask("SendSMS", login + "&MSG=x&DEST=" + number).body.startsWith("0,0,0,1,");
        };
        QVERIFY(!ask("0912345678"));
        QVERIFY(ask("0933000001"));
        QVERIFY(!ask("0912345678"));
        QVERIFY(ask("0933000002"));
        QVERIFY(!ask("0933000001"));
    }

    void receiptsGoWrongByChance() {
        CallbackCatcher catcher;
        Simulator simulator(catcher.url());
        QVERIFY2(simulator.start(), simulator.log().constData());
        const QJsonArray steps{QJsonObject{{"status", "0"}, {"after_ms", 5}},
                               QJsonObject{{"status", "100"}, {"after_ms", 5}}};
        const auto chance = [&](const char *kind) {
            return simulator.behave({{"reset", true},
                                     {"default_receipts", QJsonObject{{"steps", steps}}},
                                     {"receipt_chance", QJsonArray{QJsonObject{{"kind", kind}, {"rate", 1}}}}});
        };
        http::Client client;
        const auto gateway = gatewayTo(simulator, client);
        QVERIFY(chance("double"));
        gateway->submit(submission());
        QTRY_COMPARE(catcher.statuses(), QStringList({"0", "0", "100", "100"}));
        QVERIFY(chance("reorder"));
        gateway->submit(submission());
        QTRY_COMPARE(catcher.statuses().mid(4), QStringList({"100", "0"}));
        QVERIFY(chance("lie"));
        gateway->submit(submission());
        QTRY_COMPARE(catcher.statuses().mid(6), QStringList({"0", "100", "102"}));
        QVERIFY(chance("drop"));
        const QString batch = gateway->submit(submission()).batchId;
        QTRY_COMPARE(gateway->query(batch)->value(0).rawCode, "100"); // who asks learns it
        QVERIFY(catcher.statuses().size() < 11);
    }

    void itIsNoFasterThanItIsToldToBe() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        QVERIFY(simulator.behave({{"per_second", 20}}));
        for (int i = 0; i < 5; ++i)
            simulator.ask("SendSMS", login + "&MSG=x&DEST=0912345678");
        const QJsonArray asked = simulator.submissions();
        QVERIFY(asked.last()["at"].toInteger() - asked.first()["at"].toInteger() >= 190);
    }

    void whatWasTakenTwiceIsCounted() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        const auto gateway = gatewayTo(simulator, client);
        gateway->submit(submission());
        gateway->submit(submission());
        QVERIFY(simulator.behave({{"answers", QJsonArray{QJsonObject{{"kind", "bad-number"}}}}}));
        gateway->submit(submission());
        const QJsonObject counts = simulator.get("/simulator/counts");
        QCOMPARE(counts["submissions"].toInt(), 3);
        QCOMPARE(counts["taken"].toInt(), 2);
        QCOMPARE(counts["references"].toInt(), 1);
        QCOMPARE(counts["twice"][0]["reference"].toString(), "4711");
        QCOMPARE(counts["twice"][0]["taken"].toInt(), 2);
    }

    void noAnswerAtAllIsATimeout() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        QVERIFY(simulator.behave(
            {{"answers", QJsonArray{QJsonObject{{"kind", "hang"}, {"delay_ms", 1500}, {"takes", true}}}}}));
        http::Client client;
        const sms::SubmissionAnswer answer = gatewayTo(simulator, client, 200)->submit(submission());
        QCOMPARE(toString(answer.state), "submit_unknown");
        QCOMPARE(answer.rawCode, "timeout");
        QTRY_COMPARE(simulator.handset("0912345678").size(), qsizetype(1)); // and yet it was sent
    }

    void aGatewayThatIsNotThereIsWorthAnotherTry() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        const auto gateway = gatewayTo(simulator, client);
        simulator.kill();
        const sms::SubmissionAnswer answer = gateway->submit(submission());
        QCOMPARE(answer.retriable, true);
        QCOMPARE(answer.reason, "gateway-unreachable");
    }

    void loginsAreChecked() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        const QByteArray rest = "&DEST=0912345678&MSG=x";
        QVERIFY(simulator.ask("SendSMS", rest.mid(1)).body.startsWith("-300,"));
        QVERIFY(simulator.ask("SendSMS", "UID=who&PWD=secret" + rest).body.startsWith("-100,"));
        QVERIFY(simulator.ask("SendSMS", "UID=tester&PWD=no" + rest).body.startsWith("-101,"));
        const QByteArray token =
            QJsonDocument::fromJson(
                simulator
                    .ask("ConnectionHandler",
                         "{\"HandlerType\":3,\"VerifyType\":1,\"UID\":\"tester\",\"PWD\":\"secret\"}")
                    .body)["Msg"]
                .toString()
                .toLatin1();
        QVERIFY(!token.isEmpty());
        const http::Response sent = simulator.ask("SendSMS", rest.mid(1), {{"Authorization", "Bearer " + token}});
        QVERIFY(sent.body.contains("\"Result\":true"));
        QVERIFY(simulator.ask("SendSMS", rest.mid(1), {{"Authorization", "Bearer no"}}).body.contains("-101"));
    }

    void badInputIsRefused() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        QCOMPARE(simulator.ask("SendSMS", login + "&MSG=x").body, "-27,電話號碼不得為空");
        QVERIFY(simulator.ask("SendSMS", login + "&MSG=x&DEST=12").body.startsWith("-306,"));
        QVERIFY(simulator.ask("SendSMS", login + "&MSG=&DEST=0912345678").body.startsWith("-24,"));
        QVERIFY(simulator.ask("SendSMS", login + "&MSG=x&DEST=0912345678&ST=soon").body.startsWith("-28,"));
        QVERIFY(!simulator.behave({{"answers", QJsonArray{QJsonObject{{"kind", "explode"}}}}}));
        QVERIFY(!simulator.behave({{"anwsers", QJsonArray()}}));
        QCOMPARE(simulator.handset("0912345678").size(), qsizetype(0));
    }

    void scheduledMessagesCanBeCanceled() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        const QByteArray sent = simulator.ask("SendSMS", login + "&MSG=x&DEST=0912345678&ST=20990101000000").body;
        const QByteArray batch = sent.split(',').value(4);
        QVERIFY(simulator.ask("GetDeliveryStatus", login + "&RESPFORMAT=0&BID=" + batch).body.endsWith("\t300"));
        QCOMPARE(simulator.ask("EraseBooking", login + "&BID=" + batch).body, "1,1.00");
        QVERIFY(simulator.ask("GetDeliveryStatus", login + "&RESPFORMAT=2&BID=" + batch).body.contains("<STATUS>303<"));
        QCOMPARE(simulator.ask("EraseBooking", login + "&BID=" + batch).body, "0,0.00");
    }

    void theFilterStopsTheSameTextWithinADay() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        const QByteArray form = login + "&MSG=x&DEST=0912345678";
        const auto first = simulator.ask("SendSMS4FilterMessage", form).body;
        QCOMPARE(toString(sms::every8d::readSendAnswer(200, first, sms::every8d::SendEndpoint::Filtered).state),
                 "accepted");
        QCOMPARE(simulator.ask("SendSMS4FilterMessage", form).body.split(',').value(1), "0");
        QTRY_COMPARE(simulator.handset("0912345678").size(), qsizetype(1));
    }

    void creditRunsOut() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        QVERIFY(simulator.behave({{"credit", 1}}));
        QCOMPARE(simulator.ask("GetCredit", login).body, "1.00");
        QVERIFY(simulator.ask("SendSMS", login + "&MSG=x&DEST=0912345678").body.startsWith("0.00,1,1.00,0,"));
        QVERIFY(simulator.ask("SendSMS", login + "&MSG=x&DEST=0912345678").body.startsWith("0,0,0,1,"));
    }

    void receiptsInEveryShape() {
        CallbackCatcher catcher;
        Simulator simulator(catcher.url());
        QVERIFY2(simulator.start(), simulator.log().constData());
        const QJsonArray backwards{QJsonObject{{"status", "100"}, {"after_ms", 10}},
                                   QJsonObject{{"status", "0"}, {"after_ms", 10}}};
        const QJsonArray reply{QJsonObject{{"status", "999"}, {"after_ms", 10}, {"text", "好"}}};
        const QJsonArray one{QJsonObject{{"status", "100"}, {"after_ms", 10}}};
        QVERIFY(simulator.behave(
            {{"receipts", QJsonArray{QJsonObject{{"steps", backwards}, {"lower_case_names", true}},
                                     QJsonObject{{"steps", reply}, {"big5", true}, {"get", true}},
                                     QJsonObject{{"steps", one}, {"unknown_batch", true}, {"repeat", 2}},
                                     QJsonObject{{"steps", QJsonArray()}},
                                     QJsonObject{{"steps", one}, {"before_answer", true}}}}}));
        http::Client client;
        const auto gateway = gatewayTo(simulator, client);
        gateway->submit(submission());
        QTRY_COMPARE(catcher.statuses(), QStringList({"100", "0"}));
        QVERIFY(catcher.requests().first().body.contains("batchid="));
        gateway->submit(submission());
        QTRY_COMPARE(catcher.requests().size(), qsizetype(3));
        QCOMPARE(catcher.requests().last().method, "GET");
        QCOMPARE(sms::every8d::readCallback(catcher.requests().last().rawQuery)->text, "好");
        const QString batch = gateway->submit(submission()).batchId;
        QTRY_COMPARE(catcher.requests().size(), qsizetype(5));
        QVERIFY(!catcher.requests().last().body.contains(batch.toLatin1()));
        gateway->submit(submission()); // never a receipt
        gateway->submit(submission()); // before the answer, so it is there when submit() returns
        QCOMPARE(catcher.requests().size(), qsizetype(6));
    }

    void aCallbackThatIsNotTakenComesAgain() {
        CallbackCatcher catcher;
        catcher.failures = 2;
        Simulator simulator(catcher.url());
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        gatewayTo(simulator, client)->submit(submission());
        QTRY_COMPARE(catcher.statuses(), QStringList({"0", "0", "0", "100"}));
    }

    void pendingReceiptsSurviveAKill() {
        CallbackCatcher catcher;
        catcher.failures = 1'000'000;
        Simulator simulator(catcher.url());
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        gatewayTo(simulator, client)->submit(submission());
        QTRY_VERIFY(!catcher.requests().isEmpty());
        simulator.kill();
        catcher.failures = 0;
        QVERIFY2(simulator.start(), simulator.log().constData());
        QTRY_COMPARE(catcher.statuses().last(), "100");
        QCOMPARE(simulator.handset("0912345678").size(), qsizetype(1));
        QCOMPARE(simulator.submissions().size(), qsizetype(1));
    }

    void chanceIsRepeatable() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        const QJsonObject unlucky{{"seed", 7},
                                  {"chance", QJsonArray{QJsonObject{{"kind", "server-error"}, {"rate", 0.5}}}}};
        const auto round = [&simulator, &unlucky] {
            QString outcome;
            if (simulator.behave(unlucky))
                for (int i = 0; i < 20; ++i)
                    outcome +=
                        simulator.ask("SendSMS", login + "&MSG=x&DEST=0912345678").body.startsWith('-') ? 'x' : '.';
            return outcome;
        };
        const QString first = round();
        QVERIFY(first.contains(u'x') && first.contains(u'.'));
        QCOMPARE(round(), first);
    }
};

QTEST_GUILESS_MAIN(GatewaySimulatorTest)
#include "gateway_simulator_test.moc"
