#include "models/pricing/spoken.h"
#include "tests/models/pricing/tariffs.h"

#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::pricing::test;

namespace {
PricedRide priced(Ride ride, const Config &config = adult()) {
    PricedRide priced;
    priced.ride = std::move(ride);
    priced.quote = *quote(config, priced.ride);
    priced.textZh = explain(priced.quote, {&config}, priced.ride, "一般", {}, Language::Chinese);
    priced.textEn = explain(priced.quote, {&config}, priced.ride, "Standard", {}, Language::English);
    return priced;
}
Ride withCode(Ride ride) {
    ride.benefits = {{BenefitKind::Code, "HELLO", BenefitEffect::Amount, twd(20), {}}};
    return ride;
}
} // namespace

class SpokenTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFareIsOneSentence() {
        const PricedRide one = priced(ride(30, 8'200));
        QCOMPARE(spoken(one, Language::Chinese),
                 "這趟騎乘 30 分鐘、8.2 公里，應付 NT$75：起步價 NT$15、時間費 NT$60。");
        QCOMPARE(spoken(one, Language::English),
                 "This ride of 30 min and 8.2 km costs NT$75: starting fare NT$15, time NT$60.");
    }
    void whatIsTakenOffIsToldAsSuch() {
        const PricedRide one = priced(withCode(ride(30, 0)));
        QVERIFY(spoken(one, Language::Chinese).endsWith("，扣除 優惠券／優惠碼 NT$20。"));
        QVERIFY(spoken(one, Language::English).endsWith(", less coupon or code NT$20."));
    }
    void twoInstantsAreCompared() {
        Config dear = adult();
        dear.components[0] = Base{twd(18), 6};
        const PricedRide before = priced(ride(30, 0)), after = priced(ride(30, 0), dear);
        QVERIFY(spokenChange(before, after, Language::Chinese).endsWith("多 NT$3。"));
        QVERIFY(spokenChange(after, before, Language::English).endsWith("NT$3 less."));
        QVERIFY(spokenChange(before, before, Language::Chinese).endsWith("金額相同。"));
    }
    void stepsAreTheWordsOfTheExplanation() {
        const PricedRide one = priced(withCode(ride(30, 0)));
        for (const Language language : {Language::Chinese, Language::English}) {
            const std::vector<LineText> steps = stepsOf(one, language);
            const Config config = adult();
            QCOMPARE(qsizetype(steps.size()), one.quote.lines.size());
            for (std::size_t i = 0; i < steps.size(); ++i) {
                const LineText told =
                    textOf(one.quote.lines[static_cast<qsizetype>(i)], config, one.ride, {}, language);
                QCOMPARE(steps[i].label, told.label);
                QCOMPARE(steps[i].detail, told.detail);
                QCOMPARE(steps[i].amount, told.amount);
            }
        }
    }
    void withoutAnExplanationTheKindIsNamed() {
        PricedRide one = priced(ride(30, 0));
        one.textZh.clear();
        QCOMPARE(stepsOf(one, Language::Chinese).at(1).label, "時間費");
    }
};

QTEST_GUILESS_MAIN(SpokenTest)
#include "spoken_test.moc"
