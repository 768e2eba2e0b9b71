#include "services/sms/gateways.h"
#include "services/sms/route.h"
#include "tests/services/sms/sms_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::tests;
using sms::Purpose;
using std::chrono::seconds;

namespace {
class NamedGateway final : public FakeGateway {
public:
    explicit NamedGateway(QString name)
        : m_name(std::move(name)) {}
    QString name() const override { return m_name; }

private:
    const QString m_name;
};

const sms::SubmissionAnswer unreachable{
    sms::DeliveryState::Failed, {}, "unreachable", "gateway-unreachable", "not there", 0, true, true, true};
const sms::SubmissionAnswer badNumber{sms::DeliveryState::Failed, {}, "-306", "bad-number", "refused"};
const sms::SubmissionAnswer fine = FakeGateway::accepted("batch");

struct Two {
    FakeClock clock;
    NamedGateway first{"first"}, second{"second"};
    sms::Gateways gateways;
    explicit Two(int a = 90, int b = 10)
        : gateways({{first, {{Purpose::Otp, a}, {Purpose::Marketing, 0}}}, {second, {{Purpose::Otp, b}}}}, clock,
                   {3, seconds(30), seconds(60)}) {}
    QString choose(const QStringList &excluded = {}, Purpose purpose = Purpose::Otp) {
        const sms::Gateway *gateway = gateways.choose(purpose, excluded);
        return gateway ? gateway->name() : QString();
    }
    void fail(const QString &name, int times = 3) {
        for (int i = 0; i < times; ++i)
            gateways.told(name, unreachable);
    }
    bool isUp(int index) const { return gateways.statuses().at(index).isUp; }
};
} // namespace

class GatewaysTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesAreKeptExactlyAndMixed() {
        Two two(70, 30);
        QStringList order;
        for (int i = 0; i < 1000; ++i)
            order.append(two.choose());
        QCOMPARE(order.count("first"), qsizetype(700));
        QCOMPARE(order.count("second"), qsizetype(300));
        // Well mixed: each ten in a row hold the same shares.
        for (qsizetype i = 0; i < 1000; i += 10)
            QCOMPARE(order.mid(i, 10).count("second"), qsizetype(3));
    }

    void zeroHelpsOutAndUnnamedNever() {
        Two two(1, 0);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(two.choose(), "first");
        QCOMPARE(two.choose({"first"}), "second");
        QCOMPARE(two.choose({"first", "second"}), QString());
        QCOMPARE(two.choose({}, Purpose::Transactional), QString());
        QCOMPARE(two.choose({}, Purpose::Marketing), "first"); // with 0, but nobody else is there
        QVERIFY(two.gateways.offers(Purpose::Otp, {"first"}));
        QVERIFY(!two.gateways.offers(Purpose::Marketing, {"first"}));
        QVERIFY(two.gateways.find("second") == &two.second);
        QVERIFY(!two.gateways.find("third"));
    }

    void oneThatKeepsFailingIsTakenOutAndTriedOnce() {
        Two two(1, 0);
        two.fail("first", 2);
        QCOMPARE(two.choose(), "first"); // not yet
        two.fail("first", 1);
        QCOMPARE(two.isUp(0), false);
        QCOMPARE(two.choose(), "second");
        two.clock.advance(seconds(29));
        QCOMPARE(two.choose(), "second");
        two.clock.advance(seconds(1));
        QCOMPARE(two.choose(), "first"); // the one try
        QCOMPARE(two.choose(), "second");
        two.fail("first", 1);
        two.clock.advance(seconds(29));
        QCOMPARE(two.choose(), "second"); // out for as long again
        two.clock.advance(seconds(1));
        QCOMPARE(two.choose(), "first");
        QCOMPARE(two.isUp(0), false);
        two.gateways.told("first", fine);
        QCOMPARE(two.isUp(0), true);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(two.choose(), "first");
        two.fail("first", 2); // counted from the beginning again
        QCOMPARE(two.isUp(0), true);
    }

    void aTryNobodyTellsTheEndOfIsForgotten() {
        Two two(1, 0);
        two.fail("first");
        two.clock.advance(seconds(30));
        QCOMPARE(two.choose(), "first");
        two.clock.advance(seconds(59));
        QCOMPARE(two.choose(), "second");
        two.clock.advance(seconds(1));
        QCOMPARE(two.choose(), "first");
    }

    void aBadMessageIsNotTheGatewaysFault() {
        Two two;
        for (int i = 0; i < 10; ++i)
            two.gateways.told("first", badNumber);
        QCOMPARE(two.isUp(0), true);
        two.fail("first", 2);
        two.gateways.told("first", badNumber); // it works
        two.fail("first", 2);
        QCOMPARE(two.isUp(0), true);
        two.gateways.told("first", {sms::DeliveryState::SubmitUnknown, {}, "timeout", "no-answer", "silence"});
        QCOMPARE(two.isUp(0), false);
    }

    void theLastOneLeftIsAskedAllTheSame() {
        Two two(1, 1);
        two.fail("first");
        two.fail("second");
        QVERIFY(!two.choose().isEmpty());
        QCOMPARE(two.choose({"second"}), "first");
    }

    void routesAreRead() {
        const QStringList known{"every8d", "mitake"};
        const auto route = sms::readRoute("key", " every8d: 90 ,mitake:10", known);
        QVERIFY(route);
        QCOMPARE(*route, (QList<std::pair<QString, int>>{{"every8d", 90}, {"mitake", 10}}));
        QVERIFY(sms::readRoute("key", "", known)->isEmpty());
        for (const char *wrong :
             {"every8d", "every8d:-1", "every8d:1001", "every8d:x", "other:1", "every8d:1,every8d:2"})
            QVERIFY2(!sms::readRoute("key", QString::fromLatin1(wrong), known), wrong);
        QVERIFY(sms::readRoute("sms-route-otp", "other:1", known).error().message.contains("sms-route-otp"));
    }
};

QTEST_GUILESS_MAIN(GatewaysTest)
#include "gateways_test.moc"
