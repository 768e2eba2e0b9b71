#include "services/runtime/system_clock.h"
#include "services/sms/mitake/mitake_gateway.h"
#include "services/sms/mitake/mitake_receipts.h"
#include "tests/support/callback_catcher.h"
#include "tests/support/simulator.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;

namespace {
sms::Submission submission(const QString &clientId = "4711-1", const QString &text = "您的驗證碼\n第二行") {
    sms::Submission s{*phone::PhoneNumber::fromE164(u"+886912345678"), text, "4711", 5};
    s.clientId = clientId;
    return s;
}

std::unique_ptr<sms::MitakeGateway> gatewayTo(const Simulator &simulator, http::Client &client,
                                              const QString &callback = {}, int timeoutMs = 5000,
                                              const QString &password = "secret") {
    static const runtime::SystemClock clock;
    auto gateway = sms::MitakeGateway::create(
        {simulator.address(), "tester", password, callback, std::chrono::milliseconds(timeoutMs)}, client, clock);
    return gateway ? std::move(*gateway) : nullptr;
}

QJsonObject next(const char *kind, bool takes = false, int delayMs = 0) {
    const QJsonObject answer{{"kind", kind}, {"takes", takes}, {"delay_ms", delayMs}, {"gateway", "mitake"}};
    return {{"answers", QJsonArray{answer}}};
}
} // namespace

/// The second gateway against the real stand-in.
class MitakeSimulatorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMessageReachesTheHandsetAndAReceiptFollows() {
        CallbackCatcher catcher;
        QVERIFY(catcher.started());
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        const auto gateway = gatewayTo(simulator, client, catcher.url());
        QVERIFY(gateway);
        const sms::SubmissionAnswer answer = gateway->submit(submission());
        catcher.answer = sms::mitake::acknowledgement(answer.batchId);
        QCOMPARE(toString(answer.state), "accepted");
        QCOMPARE(answer.costTenThousandths, qint64(10'000));
        QCOMPARE(toString(gateway->query(answer.batchId)->first().state), "sent");
        QTRY_COMPARE(simulator.handset("0912345678").size(), qsizetype(1));
        QCOMPARE(simulator.handset("0912345678").first()["text"].toString(), QString("您的驗證碼\x06第二行"));
        QTRY_VERIFY(!catcher.requests().isEmpty());
        const auto read = sms::mitake::readCallback(catcher.requests().first().rawQuery);
        QVERIFY(read);
        QCOMPARE(read->receipt.batchId, answer.batchId);
        QCOMPARE(read->receipt.number, "+886912345678");
        QCOMPARE(toString(read->receipt.state), "delivered");
        QCOMPARE(toString(gateway->query(answer.batchId)->first().state), "delivered");
        QVERIFY(gateway->query("404404")->isEmpty());
        QCOMPARE(*gateway->balance(), qint64(999'999'0000));
    }

    void aReceiptThatIsNotUnderstoodComesAgain() {
        CallbackCatcher catcher;
        catcher.answer = "OK"; // 200 alone is not enough here
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        QVERIFY(!gatewayTo(simulator, client, catcher.url())->submit(submission()).batchId.isEmpty());
        QTRY_VERIFY(catcher.requests().size() >= 3);
    }

    void theSameKeyIsSentOnce_data() {
        QTest::addColumn<QJsonObject>("first");
        QTest::addColumn<QString>("state");
        QTest::newRow("timeout") << next("hang", true, 1500) << "submit_unknown";
        QTest::newRow("drop") << next("drop", true) << "submit_unknown";
        QTest::newRow("bad gateway") << next("bad-gateway", true) << "submit_unknown";
        QTest::newRow("system error") << next("server-error", true) << "submit_unknown";
        QTest::newRow("all well") << next("accept", true) << "accepted";
    }
    void theSameKeyIsSentOnce() {
        QFETCH(QJsonObject, first);
        QFETCH(QString, state);
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        QVERIFY(simulator.behave(first));
        http::Client client;
        const auto gateway = gatewayTo(simulator, client, {}, 700);
        QVERIFY(gateway->idempotentFor() == Milliseconds(std::chrono::hours(12)));
        QCOMPARE(toString(gateway->submit(submission()).state), state);
        const sms::SubmissionAnswer again = gateway->submit(submission());
        QCOMPARE(toString(again.state), "accepted");
        QVERIFY(again.note.contains("already"));
        QTRY_COMPARE(simulator.handset("0912345678").size(), qsizetype(1));
        QCOMPARE(simulator.get("/simulator/counts")["taken"].toInt(), 1);
        // Another key is another message.
        QVERIFY(gateway->submit(submission("4711-2")).batchId != again.batchId);
        QCOMPARE(simulator.get("/simulator/counts")["taken"].toInt(), 2);
    }

    void whatNeverArrivedIsTakenTheSecondTime() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        QVERIFY(simulator.behave(next("drop", false)));
        http::Client client;
        const auto gateway = gatewayTo(simulator, client);
        QCOMPARE(toString(gateway->submit(submission()).state), "submit_unknown");
        const sms::SubmissionAnswer again = gateway->submit(submission());
        QCOMPARE(toString(again.state), "accepted");
        QVERIFY(!again.note.contains("already"));
    }

    void everyAnswer_data() {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("rawCode");
        const auto row = [](const char *kind, const char *state, const char *code) {
            QTest::newRow(kind) << QString::fromLatin1(state) << QString::fromLatin1(code);
        };
        row("no-credit", "failed", "s");
        row("empty-login", "failed", "c");
        row("wrong-password", "failed", "e");
        row("bad-number", "failed", "v");
        row("content", "failed", "u");
        row("channel-refused", "failed", "p");
        row("unavailable", "failed", "r");
        row("server-error", "submit_unknown", "*");
        row("forbidden", "submit_unknown", "http-403");
        row("bad-gateway", "submit_unknown", "http-502");
        row("empty", "submit_unknown", "unreadable");
        row("json-error", "submit_unknown", "unreadable");
        row("drop", "submit_unknown", "no-answer");
    }
    void everyAnswer() {
        QFETCH(QString, state);
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        QVERIFY(simulator.behave(next(QTest::currentDataTag())));
        http::Client client;
        const sms::SubmissionAnswer answer = gatewayTo(simulator, client)->submit(submission());
        QCOMPARE(toString(answer.state), state);
        QTEST(answer.rawCode, "rawCode");
        QCOMPARE(simulator.get("/simulator/counts")["taken"].toInt(), 0);
    }

    void scheduledOnesAreTakenBack() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        const auto gateway = gatewayTo(simulator, client);
        sms::Submission later = submission();
        later.sendAt = fromMs(4'070'908'800'000); // 2099
        const sms::SubmissionAnswer answer = gateway->submit(later);
        QCOMPARE(toString(answer.state), "scheduled");
        QCOMPARE(toString(gateway->query(answer.batchId)->first().state), "scheduled");
        QCOMPARE(gateway->cancel(answer.batchId)->canceled, 1);
        QCOMPARE(toString(gateway->query(answer.batchId)->first().state), "canceled");
        QVERIFY(!gateway->cancel("404404") || gateway->cancel("404404")->canceled == 0);
    }

    void aWrongLoginSendsNothing() {
        Simulator simulator;
        QVERIFY2(simulator.start(), simulator.log().constData());
        http::Client client;
        const auto gateway = gatewayTo(simulator, client, {}, 5000, "wrong");
        QCOMPARE(gateway->submit(submission()).reason, "gateway-login");
        QVERIFY(!gateway->balance() && !gateway->query("7") && !gateway->cancel("7"));
        QVERIFY(simulator.submissions().isEmpty());
    }

    void onlySecureUrls() {
        http::Client client;
        const runtime::SystemClock clock;
        QVERIFY(!sms::MitakeGateway::create({"http://smsapi.mitake.com.tw", "u", "p", {}}, client, clock));
        QVERIFY(sms::MitakeGateway::create({"https://smsapi.mitake.com.tw", "u", "p", {}}, client, clock));
    }
};

QTEST_GUILESS_MAIN(MitakeSimulatorTest)
#include "mitake_simulator_test.moc"
