#include "ui/pages/simulator/quote_desk.h"

#include <QSignalSpy>
#include <QTest>

namespace wemo::pages::simulator {

using wemo::pricing::PricedRide;
using wemo::pricing::Ride;

/// Answers when told to.
class ScriptedPricer final : public RidePricer {
public:
    QFuture<ui::ApiResult<PricedRide>> quote(const Ride &ride) override {
        auto promise = std::make_shared<QPromise<ui::ApiResult<PricedRide>>>();
        promise->start();
        asked.append({ride, promise});
        return promise->future();
    }
    /// The oldest that is open.
    void answer() {
        const auto [ride, promise] = asked.at(answered++);
        PricedRide priced;
        priced.ride = ride;
        promise->addResult(priced);
        promise->finish();
    }
    qsizetype open() const { return asked.size() - answered; }

    QList<std::pair<Ride, std::shared_ptr<QPromise<ui::ApiResult<PricedRide>>>>> asked;
    qsizetype answered = 0;
};

class QuoteDeskTest final : public QObject {
    Q_OBJECT

    static Ride ride(qint64 minutes) {
        Ride ride;
        ride.seconds = minutes * 60;
        return ride;
    }

private Q_SLOTS:
    void onlyWhatIsWantedLastIsTold() {
        ScriptedPricer pricer;
        QuoteDesk desk(pricer);
        QSignalSpy told(&desk, &QuoteDesk::answered);
        for (int minutes = 1; minutes <= 20; ++minutes) {
            desk.want({ride(minutes)}, true);
            QVERIFY(pricer.open() <= QuoteDesk::mostInFlight);
        }
        QCOMPARE(pricer.open(), 2);
        while (pricer.open() > 0) {
            pricer.answer();
            QCoreApplication::processEvents();
            QVERIFY(pricer.open() <= QuoteDesk::mostInFlight);
        }
        QCOMPARE(pricer.asked.size(), 3); // the first two, and the last
        QCOMPARE(told.count(), 1);
        QCOMPARE(desk.answers().constFirst()->ride.minutes(), 20);
        QVERIFY(!desk.isBusy());
    }

    void typingIsWaitedFor() {
        ScriptedPricer pricer;
        QuoteDesk desk(pricer);
        for (int minutes = 1; minutes <= 5; ++minutes)
            desk.want({ride(minutes)}, false);
        QCOMPARE(pricer.asked.size(), 0);
        QTRY_COMPARE(pricer.asked.size(), 1);
        QCOMPARE(pricer.asked.constFirst().first.minutes(), 5);
    }

    void twoInstantsAreToldTogetherAndInOrder() {
        ScriptedPricer pricer;
        QuoteDesk desk(pricer);
        QSignalSpy told(&desk, &QuoteDesk::answered);
        desk.want({ride(1), ride(2)}, true);
        pricer.answer();
        QCoreApplication::processEvents();
        QCOMPARE(told.count(), 0);
        pricer.answer();
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(desk.answers().size(), 2);
        QCOMPARE(desk.answers().constLast()->ride.minutes(), 2);
    }

    void whatIsForgottenIsNotTold() {
        ScriptedPricer pricer;
        QuoteDesk desk(pricer);
        QSignalSpy told(&desk, &QuoteDesk::answered);
        desk.want({ride(1)}, true);
        desk.forget();
        pricer.answer();
        QCoreApplication::processEvents();
        QCOMPARE(told.count(), 0);
        QCOMPARE(desk.inFlight(), 0);
    }
};

} // namespace wemo::pages::simulator

QTEST_MAIN(wemo::pages::simulator::QuoteDeskTest)
#include "quote_desk_test.moc"
