#include "ui/pages/sms/error_words.h"
#include "ui/pages/sms/reason_text.h"
#include "ui/pages/sms/state_text.h"

#include <QTest>

namespace wemo::pages::sms {

class ReasonTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyReasonTheServiceGivesHasANameAndASentence() {
        for (const wemo::sms::ErrorRow &row : wemo::sms::errorTable()) {
            const QString reason(row.reason);
            if (reason.isEmpty())
                continue;
            QVERIFY2(knownReasons().contains(reason), qPrintable(reason));
            QVERIFY2(reasonName(reason) != reason, qPrintable(reason));
        }
        for (const QString &reason : knownReasons())
            QVERIFY2(reasonName(reason) != reason, qPrintable(reason));
    }

    void whatTheCallerSeesHasWords() {
        for (const QString &code : wemo::sms::callerWords())
            QVERIFY2(!callerWords(code).isEmpty(), qPrintable(code));
        wemo::sms::Message message;
        QCOMPARE(callerCode(message), QString());
        message.reason = QStringLiteral("wrong-number");
        QCOMPARE(callerCode(message), QStringLiteral("number-invalid"));
    }

    void anUnknownReasonIsShownAsItCame() {
        const ReasonText text = explainReason(QStringLiteral("moon-phase"), QStringLiteral("4711"));
        QVERIFY(text.sentence.contains(u"moon-phase"));
        QVERIFY(text.sentence.contains(u"4711"));
        QVERIFY(!text.advice.isEmpty());
    }

    void everyStateHasItsOwnWordAndSaysWhatItMeans() {
        QSet<QString> words;
        for (const auto state : wemo::sms::allDeliveryStates()) {
            words.insert(stateWord(state));
            wemo::sms::Message message;
            message.state = state;
            QVERIFY(!explain(message).sentence.isEmpty());
        }
        QCOMPARE(words.size(), wemo::sms::allDeliveryStates().size());
    }

    void onlyThoseWhoWaitForACodeAreToldToAskForOne() {
        wemo::sms::Message message;
        message.state = wemo::sms::DeliveryState::Undelivered;
        message.reason = QStringLiteral("handset-unreachable");
        QVERIFY(explain(message).advice.contains(u"ask for a new code"));
        message.purpose = wemo::sms::Purpose::Transactional;
        QVERIFY(!explain(message).advice.contains(u"ask for a new code"));
        message.reason = QStringLiteral("gateway-login"); // ours to mend, whatever the message is
        QVERIFY(explain(message).advice.contains(u"technicians"));
    }

    void theReasonComesBeforeTheState() {
        wemo::sms::Message message;
        message.state = wemo::sms::DeliveryState::Undelivered;
        message.reason = QStringLiteral("wrong-number");
        QCOMPARE(explain(message).sentence, explainReason(QStringLiteral("wrong-number"), {}).sentence);
    }
};

} // namespace wemo::pages::sms

QTEST_GUILESS_MAIN(wemo::pages::sms::ReasonTextTest)
#include "reason_text_test.moc"
