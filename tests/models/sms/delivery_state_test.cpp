#include "models/sms/delivery_state.h"

#include <QTest>

using namespace wemo::sms;

class DeliveryStateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasAWordThatReadsBack() {
        for (const DeliveryState state : allDeliveryStates())
            QCOMPARE(deliveryStateFromString(toString(state)), std::optional(state));
        QVERIFY(!deliveryStateFromString(u"lost"));
    }

    void aFinalStateNeverMoves() {
        for (const DeliveryState from : allDeliveryStates()) {
            if (!isFinal(from))
                continue;
            for (const DeliveryState news : allDeliveryStates())
                QCOMPARE(judge(from, news) == Verdict::Moved, false);
        }
    }

    void lateSentAfterDeliveredMovesNothing() {
        QCOMPARE(judge(DeliveryState::Delivered, DeliveryState::Sent), Verdict::Late);
        QCOMPARE(judge(DeliveryState::Delivered, DeliveryState::Undelivered), Verdict::Conflict);
        QCOMPARE(judge(DeliveryState::Delivered, DeliveryState::Delivered), Verdict::Repeated);
    }

    void anUnknownSubmissionIsNeverSubmittedAgain() {
        QCOMPARE(judge(DeliveryState::SubmitUnknown, DeliveryState::Submitting), Verdict::Late);
        QCOMPARE(judge(DeliveryState::SubmitUnknown, DeliveryState::Accepted), Verdict::Moved);
    }

    void theDeadlineIsASoftEnd() {
        QCOMPARE(judge(DeliveryState::Sent, DeliveryState::Unknown), Verdict::Moved);
        QCOMPARE(judge(DeliveryState::Unknown, DeliveryState::Delivered), Verdict::Moved);
        QCOMPARE(judge(DeliveryState::Unknown, DeliveryState::Sent), Verdict::Late);
    }
};

QTEST_APPLESS_MAIN(DeliveryStateTest)
#include "delivery_state_test.moc"
