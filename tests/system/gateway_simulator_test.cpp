#include "services/http/server.h"
#include "services/runtime/system_clock.h"
#include "services/sms/every8d_answer.h"
#include "services/sms/every8d_gateway.h"
#include "services/sms/every8d_receipts.h"
#include "tests/support/simulator.h"

#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;

namespace {
const QByteArray login = "UID=tester&PWD=secret";

/// Stands where the service's callback address would be and keeps what came.
class Catcher {
public:
    Catcher()
        : m_server({}, [this](const http::Request &request) { return take(request); }) {
        m_started = m_server.start().has_value();
    }
    ~Catcher() { m_server.stop(std::chrono::seconds(1)); }
    QString url() const { return QString("http://127.0.0.1:%1/hook").arg(m_server.port()); }
    bool started() const { return m_started; }
    QList<http::Request> requests() {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    QStringList statuses() {
        QStringList list;
        for (const http::Request &request : requests())
            if (const auto read = sms::every8d::readCallback(formOf(request)))
                list.append(read->receipt.rawCode);
        return list;
    }
    static QByteArray formOf(const http::Request &r) { return r.method == "GET" ? r.rawQuery : r.body; }
    std::atomic<int> failures = 0; ///< so many answers are 503 first

private:
    http::Response take(const http::Request &request) {
        const std::lock_guard lock(m_mutex);
        m_requests.append(request);
        http::Response response;
        response.status = failures.fetch_sub(1) > 0 ? 503 : 200;
        return response;
    }
    std::mutex m_mutex;
    QList<http::Request> m_requests;
    http::Server m_server;
    bool m_started = false;
};

sms::Submission submission(const QString &text = "hello") {
    return {*phone::PhoneNumber::fromE164(u"+886912345678"), text, "4711", 5};
}

std::unique_ptr<sms::Every8dGateway> gatewayTo(const Simulator &simulator, http::Client &client, int timeoutMs = 5000) {
    static const runtime::SystemClock clock;
    auto gateway = sms::Every8dGateway::create(
        {simulator.address(), "tester", "secret", std::chrono::milliseconds(timeoutMs)}, client, clock);
    return gateway ? std::move(*gateway) : nullptr;
}
} // namespace

class GatewaySimulatorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMessageReachesTheHandsetAndReceiptsFollow() {
        Catcher catcher;
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
        Catcher catcher;
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
        Catcher catcher;
        catcher.failures = 2;
        Simulator simulator(catcher.url());
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        gatewayTo(simulator, client)->submit(submission());
        QTRY_COMPARE(catcher.statuses(), QStringList({"0", "0", "0", "100"}));
    }

    void pendingReceiptsSurviveAKill() {
        Catcher catcher;
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
