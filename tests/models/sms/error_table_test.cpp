#include "models/sms/error_table.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace wemo::sms;

class ErrorTableTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noCodeHasTwoMeanings() {
        QSet<QString> seen;
        for (const ErrorRow &row : errorTable()) {
            if (row.code.isEmpty())
                continue;
            const QString key = QStringList{row.gateway, row.code, toString(row.stage)}.join(u'/');
            QVERIFY2(!seen.contains(key), qPrintable(key));
            seen.insert(key);
            QCOMPARE(findError(QString(row.gateway), QString(row.code), row.stage), &row);
        }
        QVERIFY(seen.size() > 60);
    }

    void aReasonAlwaysTellsTheCallerTheSame() {
        QHash<QString, const ErrorRow *> first;
        for (const ErrorRow &row : errorTable()) {
            if (row.reason.isEmpty())
                continue;
            const ErrorRow *&known = first[row.reason];
            known = known ? known : &row;
            QVERIFY2(known->caller == row.caller && known->actor == row.actor, row.reason.data());
            QCOMPARE(findReason(QString(row.reason)), known);
        }
    }

    void theWordsAreOnesWeKnow() {
        static const QRegularExpression kebab("^[a-z]+(-[a-z]+)*$");
        for (const ErrorRow &row : errorTable()) {
            QVERIFY(row.caller.isEmpty() || callerWords().contains(row.caller));
            QVERIFY(row.reason.isEmpty() || kebab.match(row.reason).hasMatch());
            QVERIFY2(row.reason.isEmpty() ==
                             (row.state == DeliveryState::Sent || row.state == DeliveryState::Delivered ||
                              row.state == DeliveryState::Scheduled) ||
                         row.reason == QLatin1StringView("test-mode") || row.isReply,
                     row.reason.data());
            QVERIFY(!toString(row.stage).isEmpty() && !toString(row.actor).isEmpty());
            // Another gateway is tried only where it is certain that this one took nothing.
            QVERIFY(!row.isElsewhere || (row.stage == ErrorStage::Submission && isFinal(row.state)));
        }
        for (const QString &word : callerWords())
            QVERIFY2(std::any_of(errorTable().begin(), errorTable().end(),
                                 [&word](const ErrorRow &row) { return row.caller == word; }),
                     qPrintable(word));
    }

    void aGatewaysOwnRowGoesBeforeOurs() {
        QCOMPARE(findError(u"every8d", u"-101", ErrorStage::Submission)->reason, QLatin1StringView("gateway-login"));
        QCOMPARE(findError(u"every8d", u"-4711", ErrorStage::Submission)->reason, QLatin1StringView("gateway-refused"));
        QCOMPARE(findError(u"mitake", u"timeout", ErrorStage::Submission)->reason, QLatin1StringView("no-answer"));
        QCOMPARE(findError(u"mitake", u"http-502", ErrorStage::Submission)->reason, QLatin1StringView("gateway-error"));
        // A lone * is a code of Mitake's, no pattern.
        QVERIFY(findError(u"mitake", u"*", ErrorStage::Submission)->state == DeliveryState::SubmitUnknown);
        for (const char *code : {"", "-", "q", "**", "http-", "4 "})
            QVERIFY2(!findError(u"mitake", QString::fromLatin1(code), ErrorStage::Submission), code);
        QVERIFY(!findError(u"nobody", u"-101", ErrorStage::Submission));
    }

    void receiptsMeanWhatTheirGatewaySays() {
        QVERIFY(receiptMeaning(u"every8d", u"100")->state == DeliveryState::Delivered);
        QVERIFY(!receiptMeaning(u"mitake", u"100"));
        QVERIFY(receiptMeaning(u"mitake", u"4")->state == DeliveryState::Delivered);
        QVERIFY(!receiptMeaning(u"every8d", u"4"));
        QVERIFY(receiptMeaning(u"every8d", u"999")->isReply);
        QVERIFY(!receiptMeaning(u"mitake", u"e")); // letters are no receipts
    }
};

QTEST_APPLESS_MAIN(ErrorTableTest)
#include "error_table_test.moc"
