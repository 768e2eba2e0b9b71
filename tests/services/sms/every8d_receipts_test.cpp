#include "models/sms/every8d_time.h"
#include "services/sms/every8d_receipts.h"

#include <QTest>

using namespace wemo;
using namespace wemo::sms;

namespace {
const QByteArray sample = "BatchID=220478cc-8506-49b2-93b7-2505f651c12e&RM=%2b886912345678&RT=20180101120002&STATUS=100"
                          "&SM=%E9%A9%97&CustID=c&UserNo=7&ST=20180101120000&MR=1&SUBJECT=&NAME=n&USERID=u&SOURCE="
                          "&CHARGE=0";
}

class Every8dReceiptsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theVendorsSample() {
        const auto callback = every8d::readCallback(sample);
        QVERIFY(callback);
        const Receipt &receipt = callback->receipt;
        QCOMPARE(receipt.batchId, "220478cc-8506-49b2-93b7-2505f651c12e");
        QCOMPARE(receipt.number, "+886912345678");
        QCOMPARE(receipt.reference, "1");
        QCOMPARE(receipt.rawCode, "100");
        QCOMPARE(toString(receipt.state), toString(DeliveryState::Delivered));
        QCOMPARE(receipt.isReply, false);
        // Noon in Taipei is 04:00 UTC.
        QCOMPARE(toIso(*receipt.gatewayAt), "2018-01-01T04:00:02.000Z");
        QCOMPARE(callback->text, "驗");
    }

    void lowerCaseNamesAndNewOnes() {
        const auto callback =
            every8d::readCallback("batchid=b&rm=0912345678&status=0&rt=20180101120000&mr=&whatsnew=1");
        QVERIFY(callback);
        QCOMPARE(callback->receipt.batchId, "b");
        QCOMPARE(toString(callback->receipt.state), toString(DeliveryState::Sent));
    }

    void numbersInEveryShape() {
        for (const char *number : {"%2B886912345678", "+886912345678", "886912345678", "0912345678"}) {
            const auto callback = every8d::readCallback(QByteArray("BatchID=b&STATUS=100&RM=") + number);
            QVERIFY2(callback, number);
            QCOMPARE(callback->receipt.number, "+886912345678");
        }
    }

    void big5Text() {
        // 測試 in BIG5 is B4FA B8D5, which is not UTF-8.
        const auto callback = every8d::readCallback("BatchID=b&STATUS=999&RM=0912345678&SM=%B4%FA%B8%D5");
        QVERIFY(callback);
        QCOMPARE(callback->text, "測試");
        QCOMPARE(callback->receipt.isReply, true);
    }

    void aCodeNobodyDocumentsIsKept() {
        const auto callback = every8d::readCallback("BatchID=b&STATUS=4711&RM=0912345678");
        QVERIFY(callback);
        QCOMPARE(callback->receipt.rawCode, "4711");
        QCOMPARE(callback->receipt.isRecognised, false);
    }

    void whatCannotBeMatchedIsRefused_data() {
        QTest::addColumn<QByteArray>("form");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no batch, no reference") << QByteArray("RM=0912345678&STATUS=100");
        QTest::newRow("no number") << QByteArray("BatchID=b&STATUS=100");
        QTest::newRow("a foreign number") << QByteArray("BatchID=b&STATUS=100&RM=%2B14155550100");
        QTest::newRow("no status") << QByteArray("BatchID=b&RM=0912345678");
        QTest::newRow("a word for a status") << QByteArray("BatchID=b&RM=0912345678&STATUS=ok");
        QTest::newRow("broken escapes") << QByteArray("%%%=%zz&&&==&BatchID=%");
    }
    void whatCannotBeMatchedIsRefused() {
        QFETCH(QByteArray, form);
        const auto callback = every8d::readCallback(form);
        QVERIFY(!callback);
        QCOMPARE(toString(callback.error().kind), toString(ErrorKind::InvalidInput));
    }

    void aReferenceAloneIsEnough() { QVERIFY(every8d::readCallback("MR=1&RM=0912345678&STATUS=100")); }

    void timesThatAreNone() {
        for (const char *text :
             {"", "20180101", "20181301000000", "2018010112000x", "00000000000000", "2018-01-01T12:00"})
            QVERIFY2(!every8d::instantFromTaipei(QString::fromLatin1(text)), text);
        const auto at = every8d::instantFromTaipei(u"2018/01/01 00:30:00");
        QVERIFY(at);
        QCOMPARE(toIso(*at), "2017-12-31T16:30:00.000Z");
        QCOMPARE(every8d::taipeiSpelled(*at), "2018/01/01 00:30:00");
        QCOMPARE(every8d::taipeiCompact(*at), "20180101003000");
    }

    void deliveryInTabs() {
        const auto rows = every8d::readDeliveryStatus(
            200, "2\r\nn\t+886912345678\t2018/01/01 12:00:00\t1.0\t100\r\n\t0987654321\t2018/01/01 12:00:00\t1\t0\r\n",
            "b");
        QVERIFY(rows);
        QCOMPARE(rows->size(), qsizetype(2));
        QCOMPARE(rows->first().number, "+886912345678");
        QCOMPARE(toString(rows->first().state), toString(DeliveryState::Delivered));
        QCOMPARE(rows->first().batchId, "b");
        QCOMPARE(toString(rows->last().state), toString(DeliveryState::Sent));
    }

    void deliveryInJson() {
        const auto rows =
            every8d::readDeliveryStatus(200,
                                        "{\"SMS_COUNT\":\"1\",\"BID\":\"b\",\"DATA\":[{\"MR\":\"42\",\"NAME\":\"\","
                                        "\"MOBILE\":\"+886912345678\",\"SEND_TIME\":\"2018/01/01 "
                                        "12:00:00\",\"COST\":\"1\",\"STATUS\":\"107\",\"REAL_COST\":\"1\",\"RECEIVED_"
                                        "TIME\":\"2018/01/01 12:00:09\"}]}",
                                        "b");
        QVERIFY(rows);
        QCOMPARE(rows->size(), qsizetype(1));
        QCOMPARE(rows->first().reference, "42");
        QCOMPARE(toString(rows->first().state), toString(DeliveryState::Expired));
        QCOMPARE(toIso(*rows->first().gatewayAt), "2018-01-01T04:00:09.000Z");
    }

    void notKnownYetIsNotFailed() {
        for (const char *body :
             {"{\"SMS_COUNT\":0}", "{\"SMS_COUNT\":\"0\",\"BID\":\"b\",\"DATA\":[]}", "0", "0\r\n"}) {
            const auto rows = every8d::readDeliveryStatus(200, body, "b");
            QVERIFY2(rows && rows->isEmpty(), body);
        }
    }

    void anAnswerThatIsNoneIsAnError() {
        for (const char *body : {"", "<html>", "-101,密碼錯誤", "{}", "{", "1\r\nonly\ttwo"})
            QVERIFY2(!every8d::readDeliveryStatus(200, body, "b"), body);
        QVERIFY(!every8d::readDeliveryStatus(403, "0", "b"));
    }
};

QTEST_APPLESS_MAIN(Every8dReceiptsTest)
#include "every8d_receipts_test.moc"
