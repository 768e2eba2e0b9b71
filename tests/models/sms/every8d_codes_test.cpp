#include "models/sms/every8d_codes.h"

#include <QTest>

using namespace wemo::sms;

class Every8dCodesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statuses_data() {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("reason");
        const auto rows = [](const char *codes, const char *state, const char *reason) {
            for (const QString &code : QString::fromLatin1(codes).split(u' '))
                QTest::newRow(qPrintable(code)) << QString::fromLatin1(state) << QString::fromLatin1(reason);
        };
        rows("0 700", "sent", "");
        rows("100", "delivered", "");
        rows("101", "undelivered", "handset-unreachable");
        rows("102", "undelivered", "carrier-failure");
        rows("103", "undelivered", "wrong-number");
        rows("104", "undelivered", "carrier-blacklist");
        rows("105", "rejected", "carrier-keyword");
        rows("106", "rejected", "gateway-keyword");
        rows("-3", "rejected", "gateway-blacklist");
        rows("107", "expired", "expired");
        rows("300", "scheduled", "");
        rows("303", "canceled", "schedule-canceled");
        rows("301", "failed", "no-credit");
        rows("500", "failed", "international-off");
        rows("-1", "failed", "bad-parameter");
        rows("-2", "failed", "gateway-account");
        rows("-4", "failed", "account-overdue");
        rows("-5", "failed", "too-long");
        rows("-8", "failed", "bad-number");
        rows("-10", "failed", "no-mms");
        rows("888", "sent", "test-mode");
        rows("999", "sent", "reply");
    }

    void statuses() {
        QFETCH(QString, state);
        QFETCH(QString, reason);
        const QString code = QString::fromLatin1(QTest::currentDataTag());
        const auto meaning = every8d::statusMeaning(code);
        QVERIFY(meaning);
        QCOMPARE(toString(meaning->state), state);
        QCOMPARE(meaning->reason, reason);
        QCOMPARE(meaning->isReply, code == "999");
    }

    void aCodeNobodyDocumentsHasNoMeaning() {
        for (const char *code : {"", "1", "00", "100 ", " 100", "-99", "1000", "abc", "+100"})
            QVERIFY2(!every8d::statusMeaning(QString::fromLatin1(code)), code);
    }

    void refusals_data() {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("reason");
        const auto rows = [](const char *codes, const char *state, const char *reason) {
            for (const QString &code : QString::fromLatin1(codes).split(u' '))
                QTest::newRow(qPrintable(code)) << QString::fromLatin1(state) << QString::fromLatin1(reason);
        };
        rows("-300 -100 -101", "failed", "gateway-login");
        rows("-27 -41 -306", "failed", "bad-number");
        rows("-24", "failed", "bad-content");
        rows("-28", "failed", "bad-send-time");
        rows("-290", "rejected", "channel-refused");
        rows("-99", "submit_unknown", "gateway-error");
        rows("-7 -9 -11 -12 -13 -14 -15 -16 -20 -21 -666 -12345", "failed", "gateway-refused");
    }

    void refusals() {
        QFETCH(QString, state);
        QFETCH(QString, reason);
        const every8d::Refusal refusal = every8d::refusalMeaning(QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(toString(refusal.state), state);
        QCOMPARE(refusal.reason, reason);
    }
};

QTEST_APPLESS_MAIN(Every8dCodesTest)
#include "every8d_codes_test.moc"
