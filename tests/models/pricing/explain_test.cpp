#include "models/pricing/explain.h"
#include "tests/models/pricing/tariffs.h"

#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::pricing::test;

namespace {
Names names() {
    Names names;
    names.zones.insert("taipei", {"zone", "taipei", "台北市", "Taipei"});
    names.zones.insert("taoyuan", {"zone", "taoyuan", "桃園市", "Taoyuan"});
    return names;
}
Config rich() {
    Config config = adult();
    config.components.push_back(DistanceSegments{{{10, {}, twd(3.5), 1}, {20, 40, twd(2), 5}}});
    config.components.push_back(ZoneFees{{{"taipei", "taoyuan", twd(60)}}});
    CalendarRule night;
    night.nameZh = "下午茶時段";
    night.nameEn = "Tea time";
    night.value = -1000;
    config.components.push_back(Calendar{{night}, {}});
    config.components.push_back(Cap{twd(100), 60, CapScope::Time});
    return config;
}
Ride longRide() {
    Ride trip = ride(90, 31'200);
    trip.pickupZone = "taipei";
    trip.returnZone = "taoyuan";
    trip.benefits = {{BenefitKind::Code, "HELLO", BenefitEffect::Amount, twd(20), {}}};
    return trip;
}
QString told(Language language, const QString &plan) {
    const Config config = rich();
    return explain(*quote(config, longRide()), {&config}, longRide(), plan, names(), language);
}
} // namespace

class ExplainTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moneyReadsLikeMoney() {
        QCOMPARE(moneyText(twd(1234)), "NT$1,234");
        QCOMPARE(moneyText(twd(17.5)), "NT$17.5");
        QCOMPARE(moneyText(twd(-5)), QString::fromUtf8("−NT$5"));
    }

    void theStackReadsInChinese() {
        QCOMPARE(
            told(Language::Chinese, "一般方案"),
            QString::fromUtf8(
                R"(您在 2026/11/24 14:00 借車，騎乘 90 分鐘、31.2 公里，適用「一般方案」。借車區域：台北市，還車區域：桃園市。
起步價（含前 6 分鐘）：NT$15
時間費（超過 6 分鐘），84 分鐘 × NT$2.5：NT$210
里程費（超過 10 公里），22 公里 × NT$3.5：NT$77
里程費（第 20–40 公里），3 次 × NT$2（每 5 公里）：NT$6
跨區還車費（台北市 → 桃園市）：NT$60
下午茶時段，-10%：−NT$36.8
費用上限（每 1 小時 最多 NT$100）：−NT$50
優惠券／優惠碼（HELLO）：−NT$20
進位至整數元：NT$0.8
應付金額：NT$262
)"));
    }

    void theStackReadsInEnglish() {
        QCOMPARE(
            told(Language::English, "Standard"),
            QString::fromUtf8(
                R"(Your ride began on 2026/11/24 14:00 and took 90 min and 31.2 km; it is priced by “Standard”. Picked up in Taipei, returned in Taoyuan.
Starting fare (first 6 min): NT$15
Time (beyond 6 min), 84 min × NT$2.5: NT$210
Distance (beyond 10 km), 22 km × NT$3.5: NT$77
Distance (from 20 to 40 km), 3 × NT$2 (each 5 km): NT$6
Return zone fee (Taipei → Taoyuan): NT$60
Tea time, -10%: −NT$36.8
Cap (NT$100 in each 1 h): −NT$50
Coupon or code (HELLO): −NT$20
Rounded up to whole dollars: NT$0.8
To pay: NT$262
)"));
    }

    void everyLineOfARandomStackHasWords() {
        Chance chance(21);
        for (int i = 0; i < 2000; ++i) {
            const Config config = chance.config(true);
            const Ride ride = chance.randomRide();
            const auto quote = pricing::quote(config, ride);
            for (const Line &line : quote->lines)
                for (const Language language : {Language::Chinese, Language::English}) {
                    const LineText text = textOf(line, config, ride, names(), language);
                    QVERIFY(!text.label.isEmpty() && !text.amount.isEmpty());
                    QVERIFY(!text.label.contains('%') && !text.detail.contains("%1"));
                }
        }
    }
};

QTEST_APPLESS_MAIN(ExplainTest)
#include "explain_test.moc"
