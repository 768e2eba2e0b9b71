#include "models/sms/every8d_codes.h"
#include "ui/pages/sms/reason_text.h"
#include "ui/pages/sms/state_text.h"

#include <QTest>

namespace wemo::pages::sms {

class ReasonTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyReasonTheServiceGivesHasASentence() {
        QStringList reasons{"interrupted", "not-sent-in-time",  "no-receipt",        "gateway-unreachable",
                            "no-answer",   "unreadable-answer", "removed-from-queue"};
        for (int code = -400; code <= 1000; ++code) {
            if (const auto meaning = wemo::sms::every8d::statusMeaning(QString::number(code)))
                reasons.append(meaning->reason);
            if (code < 0)
                reasons.append(wemo::sms::every8d::refusalMeaning(QString::number(code)).reason);
        }
        reasons.removeAll(QString());
        QVERIFY(reasons.size() > 20);
        for (const QString &reason : std::as_const(reasons))
            QVERIFY2(knownReasons().contains(reason), qPrintable(reason));
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
