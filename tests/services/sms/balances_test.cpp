#include "services/sms/balances.h"
#include "tests/services/sms/sms_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;

namespace {
/// One that is asked by a thread.
class Account final : public FakeGateway {
public:
    Result<qint64> balance() override {
        ++asked;
        return isAway ? Result<qint64>(failure(ErrorKind::Unavailable, "away", "away")) : credit;
    }
    std::atomic<int> asked = 0;
    std::atomic<bool> isAway = false;
};

struct Bank {
    FakeClock clock;
    Account account;
    sms::Gateways gateways{{{account, {{sms::Purpose::Otp, 1}}}}, clock};
    metrics::Registry metrics;
};
} // namespace

class BalancesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isKnownWithItsTime() {
        Bank bank;
        sms::Balances balances(bank.gateways, bank.clock, bank.metrics, std::chrono::hours(1));
        QVERIFY(!balances.of("fake"));
        bank.account.credit = 12'3400;
        balances.refresh();
        QVERIFY(balances.of("fake"));
        QCOMPARE(balances.of("fake")->tenThousandths, qint64(12'3400));
        QVERIFY(balances.of("fake")->at == bank.clock.now());
        QVERIFY(bank.metrics.text().contains("wemo_sms_gateway_balance{gateway=\"fake\"} 12.34"));
        QVERIFY(!balances.of("other"));
    }

    void oneThatDoesNotAnswerKeepsWhatItSaid() {
        Bank bank;
        sms::Balances balances(bank.gateways, bank.clock, bank.metrics, std::chrono::hours(1));
        balances.refresh();
        const Instant then = bank.clock.now();
        bank.account.isAway = true;
        bank.account.credit = 0;
        bank.clock.advance(std::chrono::minutes(5));
        balances.refresh();
        QVERIFY(balances.of("fake")->tenThousandths > 0);
        QVERIFY(balances.of("fake")->at == then);
    }

    void itsThreadAsksAtIntervalsAndStops() {
        Bank bank;
        sms::Balances balances(bank.gateways, bank.clock, bank.metrics, std::chrono::milliseconds(5));
        balances.start();
        QTRY_VERIFY(bank.account.asked > 3);
        balances.stop();
        const int asked = bank.account.asked;
        balances.start();
        QTRY_VERIFY(bank.account.asked > asked);
    }
};

QTEST_GUILESS_MAIN(BalancesTest)
#include "balances_test.moc"
