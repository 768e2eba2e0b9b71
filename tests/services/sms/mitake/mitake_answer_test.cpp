#include "services/sms/mitake/mitake_answer.h"
#include "services/sms/mitake/mitake_receipts.h"

#include <QTest>

using namespace wemo;
using namespace wemo::sms;

class MitakeAnswerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void taken() {
        const auto answer = mitake::readSendAnswer(
            200, "[4711-1]\r\nmsgid=#000000013\r\nstatuscode=1\r\nAccountPoint=126\r\nsmsPoint=2\r\n");
        QVERIFY(answer.state == DeliveryState::Accepted);
        QCOMPARE(answer.batchId, "000000013"); // as it stands in receipts and queries
        QCOMPARE(answer.costTenThousandths, qint64(20'000));
        QVERIFY(answer.reason.isEmpty() && answer.rawCode.isEmpty());
    }

    void takenBefore() {
        const auto answer =
            mitake::readSendAnswer(200, "[1]\nmsgid=1010079522\nstatuscode=1\nDuplicate=Y\nAccountPoint=125\n");
        QVERIFY(answer.state == DeliveryState::Accepted);
        QCOMPARE(answer.batchId, "1010079522");
        QVERIFY(answer.note.contains("already"));
    }

    void scheduled() {
        QVERIFY(mitake::readSendAnswer(200, "[1]\r\nmsgid=77\r\nstatuscode=0\r\n").state == DeliveryState::Scheduled);
    }

    void takenAndOverAtOnce() {
        const auto answer = mitake::readSendAnswer(200, "[1]\r\nmsgid=77\r\nstatuscode=6\r\n");
        QVERIFY(answer.state == DeliveryState::Undelivered);
        QCOMPARE(answer.reason, "wrong-number");
        QCOMPARE(answer.rawCode, "6");
        QVERIFY(!answer.elsewhere);
    }

    void refusals_data() {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("elsewhere");
        QTest::addColumn<bool>("retriable");
        const auto rows = [](const char *codes, const char *state, const char *reason, bool elsewhere, bool retriable) {
            for (const QString &code : QString::fromLatin1(codes).split(u' '))
                QTest::newRow(qPrintable(code))
                    << QString::fromLatin1(state) << QString::fromLatin1(reason) << elsewhere << retriable;
        };
        rows("c d e", "failed", "gateway-login", true, false);
        rows("f h k m n p", "failed", "gateway-account", true, false);
        rows("s", "failed", "no-credit", true, false);
        rows("a b r", "failed", "gateway-stopped", true, true);
        rows("l", "failed", "gateway-busy", true, true);
        rows("t", "expired", "not-sent-in-time", false, false);
        rows("u", "failed", "bad-content", false, false);
        rows("v", "failed", "bad-number", false, false);
        rows("x", "failed", "too-long", false, false);
        rows("y", "failed", "bad-parameter", false, false);
        rows("*", "submit_unknown", "gateway-error", false, false);
    }
    void refusals() {
        QFETCH(QString, state);
        const QByteArray code = QTest::currentDataTag();
        // The text is in BIG5 and not looked at.
        const auto answer = mitake::readSendAnswer(200, "[1]\r\nstatuscode=" + code + "\r\nError=\xb1\x62\xb8\xb9\r\n");
        QCOMPARE(toString(answer.state), state);
        QCOMPARE(answer.rawCode.toLatin1(), code);
        QTEST(answer.reason, "reason");
        QTEST(answer.elsewhere, "elsewhere");
        QTEST(answer.retriable, "retriable");
        QVERIFY(answer.batchId.isEmpty());
    }

    void whatCannotBeReadIsUnknown() {
        for (const char *body :
             {"", "<html>", "statuscode=", "[1]\r\nstatuscode=1\r\n", "[1]\r\nmsgid=\r\nstatuscode=1",
              "[1]\r\nmsgid=7\r\nstatuscode=q", "[1]\r\nmsgid=7\r\n", "[1]\r\nstatuscode=10\r\nmsgid=7",
              "{\"statuscode\":\"e\"}", "[1]\r\nstatuscode=timeout"}) {
            const auto answer = mitake::readSendAnswer(200, body);
            QVERIFY2(answer.state == DeliveryState::SubmitUnknown && answer.rawCode == "unreadable", body);
            QVERIFY(!answer.elsewhere && !answer.retriable);
        }
        const auto answer = mitake::readSendAnswer(502, "[1]\r\nmsgid=7\r\nstatuscode=1\r\n");
        QVERIFY(answer.state == DeliveryState::SubmitUnknown);
        QCOMPARE(answer.rawCode, "http-502");
    }

    void failures() {
        const Error timeout{ErrorKind::Timeout, "timeout", "", {}};
        QCOMPARE(mitake::readSendFailure(true, timeout).rawCode, "timeout");
        QVERIFY(mitake::readSendFailure(true, timeout).state == DeliveryState::SubmitUnknown);
        const auto away = mitake::readSendFailure(false, timeout);
        QVERIFY(away.retriable && away.elsewhere && away.notTaken);
        QCOMPARE(away.reason, "gateway-unreachable");
    }

    void states() {
        const auto rows =
            mitake::readStatus(200, "1010079522\t1\t20170101010010\r\n#1010079523\t4\t20170101010011\t1\r\n");
        QVERIFY(rows);
        QCOMPARE(rows->size(), qsizetype(2));
        QVERIFY(rows->at(0).state == DeliveryState::Sent);
        QVERIFY(rows->at(1).state == DeliveryState::Delivered);
        QCOMPARE(rows->at(1).batchId, "1010079523");
        QCOMPARE(rows->at(1).gateway, "mitake");
        QCOMPARE(toIso(*rows->at(1).gatewayAt), "2016-12-31T17:00:11.000Z");
        QVERIFY(mitake::readStatus(200, "statuscode=z\r\n")->isEmpty());
        QVERIFY(!mitake::readStatus(200, "1\tq\t20170101010010")->first().isRecognised);
        for (const char *body : {"", "statuscode=e\r\n", "w", "<html>"})
            QVERIFY2(!mitake::readStatus(200, body), body);
        QVERIFY(!mitake::readStatus(500, "1\t4\t20170101010011"));
    }

    void balances() {
        QCOMPARE(*mitake::readBalance(200, "AccountPoint=110\r\n"), qint64(1'100'000));
        QCOMPARE(*mitake::readBalance(200, "AccountPoint=-3"), qint64(-30'000));
        for (const char *body : {"", "AccountPoint=", "AccountPoint=1e9", "statuscode=e", "110"})
            QVERIFY2(!mitake::readBalance(200, body), body);
        QVERIFY(!mitake::readBalance(503, "AccountPoint=110"));
        QCOMPARE(mitake::readBalance(200, "statuscode=k\r\n").error().detail, "k");
    }

    void cancellations() {
        QCOMPARE(mitake::readCancelAnswer(200, "0311216947=9\r\n")->canceled, 1);
        QCOMPARE(mitake::readCancelAnswer(200, "0311216947=4\r\n")->canceled, 0);
        for (const char *body : {"", "statuscode=e", "<html>"})
            QVERIFY2(!mitake::readCancelAnswer(200, body), body);
    }

    void receipts() {
        const auto read = mitake::readCallback("msgid=1957148324&dstaddr=0912345678&dlvtime=20240709104214&donetime="
                                               "20240709104219&statusstr=DELIVRD&statuscode=0&StatusFlag=4");
        QVERIFY(read);
        const Receipt &receipt = read->receipt;
        QCOMPARE(receipt.batchId, "1957148324");
        QCOMPARE(receipt.number, "+886912345678");
        QCOMPARE(receipt.rawCode, "4"); // statuscode is the carrier's
        QVERIFY(receipt.state == DeliveryState::Delivered);
        QCOMPARE(receipt.gateway, "mitake");
        QCOMPARE(toIso(*receipt.gatewayAt), "2024-07-09T02:42:19.000Z");
        QCOMPARE(mitake::acknowledgement(receipt.batchId), "magicid=sms_gateway_rpack\nmsgid=1957148324\n");
        QVERIFY(mitake::readCallback("MSGID=7&DSTADDR=0912345678&STATUSFLAG=8")->receipt.state ==
                DeliveryState::Expired);
        QVERIFY(!mitake::readCallback("msgid=7&dstaddr=0912345678&StatusFlag=q")->receipt.isRecognised);
        for (const char *form :
             {"", "dstaddr=0912345678&StatusFlag=4", "msgid=7&StatusFlag=4", "msgid=7&dstaddr=12&StatusFlag=4",
              "msgid=7&dstaddr=0912345678&statuscode=0", "msgid=7&dstaddr=0912345678&StatusFlag=44"})
            QVERIFY2(!mitake::readCallback(form), form);
    }
};

QTEST_APPLESS_MAIN(MitakeAnswerTest)
#include "mitake_answer_test.moc"
