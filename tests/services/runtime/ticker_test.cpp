#include "services/runtime/ticker.h"

#include <QTest>

#include <atomic>
#include <future>

using namespace wemo;
using runtime::Ticker;
using namespace std::chrono_literals;

class TickerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstTurnComesAtOnceAndOthersAfterTheirTime() {
        std::atomic<int> turns = 0;
        Ticker ticker([&] { ++turns; }, 5ms);
        ticker.start();
        QTRY_VERIFY(turns > 3);
        ticker.stop();
        const int after = turns;
        ticker.wake();
        QCOMPARE(turns.load(), after); // none after the end
    }

    void theFirstTurnWaitsWhereItIsToldToAndWakingBringsIt() {
        std::atomic<int> turns = 0;
        Ticker ticker([&] { ++turns; }, 1h, Ticker::First::AfterTime);
        ticker.start();
        QCOMPARE(turns.load(), 0);
        ticker.wake();
        QTRY_COMPARE(turns.load(), 1);
        ticker.wake();
        QTRY_COMPARE(turns.load(), 2);
    }

    void endingWaitsForTheTurnThatRunsAndCanBeginAgain() {
        std::promise<void> begun, goOn;
        std::atomic<int> over = 0;
        std::atomic<bool> isFirst = true;
        Ticker ticker(
            [&] {
                if (isFirst.exchange(false)) {
                    begun.set_value();
                    goOn.get_future().wait();
                }
                ++over;
            },
            1h);
        ticker.start();
        begun.get_future().wait();
        std::thread release([&] { goOn.set_value(); });
        ticker.stop();
        QCOMPARE(over.load(), 1);
        release.join();
        ticker.start();
        QTRY_COMPARE(over.load(), 2);
    }
};

QTEST_GUILESS_MAIN(TickerTest)
#include "ticker_test.moc"
