#include "models/pricing/plan.h"
#include "models/pricing/ride.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::pricing;

namespace {
QJsonObject json(const QByteArray &text) {
    return QJsonDocument::fromJson(text).object();
}
/// The first mistake of a good ride with some members replaced.
QString mistakeOf(const char *members) {
    QJsonObject ride = json(R"({"start":"2026-11-24T14:00:00+08:00","minutes":10,"km":2.5})");
    const QJsonObject changed = json(members);
    for (auto it = changed.begin(); it != changed.end(); ++it)
        ride.insert(it.key(), it.value());
    const Result<Ride> read = rideFromJson(ride, "ride");
    return read ? QString() : read.error().fields.first().path + " " + read.error().fields.first().code;
}
Plan plan(Id id, const QString &model, const QString &zone, const QString &tier) {
    Plan result;
    result.id = id;
    result.model = model;
    result.zone = zone;
    result.tier = tier;
    return result;
}
} // namespace

class RideTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRideReadsBack() {
        Ride ride = *rideFromJson(json(R"({"start":"2026-11-24T14:00:00+08:00","minutes":10.5,"km":2.5,"model":"candy",
            "tier":"adult","pickup_zone":"taipei","return_zone":"taoyuan","package_hours":4,"time_zone":"Asia/Taipei",
            "benefits":[{"kind":"code","code":"HI","effect":"percent","value":"12.5","most":"30"},
                        {"kind":"pass","effect":"free_minutes","value":30}]})"));
        QCOMPARE(ride.seconds, 630);
        QCOMPARE(ride.minutes(), 11);
        QCOMPARE(ride.metres, 2500);
        QCOMPARE(ride.kilometres(), 3);
        QCOMPARE(ride.benefits[0].value, 1250);
        QVERIFY(*rideFromJson(toJson(ride)) == ride);
        QVERIFY(ride.start == *fromIso(u"2026-11-24T06:00:00Z"));
    }

    void badInputIsToldAtTheField() {
        QCOMPARE(mistakeOf("{}"), QString());
        QCOMPARE(mistakeOf(R"({"minutes":1e12})"), "ride.minutes out-of-range");
        QCOMPARE(mistakeOf(R"({"minutes":-1})"), "ride.minutes out-of-range");
        QCOMPARE(mistakeOf(R"({"minutes":"NaN"})"), "ride.minutes wrong-type");
        QCOMPARE(mistakeOf(R"({"km":-1})"), "ride.km out-of-range");
        QCOMPARE(mistakeOf(R"({"km":1.00001})"), "ride.km too-precise");
        QCOMPARE(mistakeOf(R"({"km":null})"), "ride.km required");
        QCOMPARE(mistakeOf(R"({"metres":5})"), "ride.km required"); // both are given
        QCOMPARE(mistakeOf(R"({"start":"2026-02-31T10:00:00+08:00"})"), "ride.start bad-time");
        QCOMPARE(mistakeOf(R"({"start":"2026-11-24T14:00:00"})"), "ride.start bad-time"); // whose clock?
        QCOMPARE(mistakeOf(R"({"start":"2026-07-01T14:00:00+02:00"})"), "ride.start wrong-time-zone");
        QCOMPARE(mistakeOf(R"({"time_zone":"Europe/Berlin"})"), "ride.time_zone wrong-time-zone");
        QCOMPARE(mistakeOf(R"({"start":"1926-07-01T14:00:00Z"})"), "ride.start out-of-range");
        QCOMPARE(mistakeOf(R"({"benefits":[{"kind":"credit","effect":"amount","value":"1.5"}]})"),
                 "ride.benefits[0].value not-whole");
        QCOMPARE(mistakeOf(R"({"benefits":[{"kind":"code","effect":"percent","value":"101"}]})"),
                 "ride.benefits[0].value out-of-range");
        QCOMPARE(mistakeOf(R"({"benefits":[{"kind":"gift","effect":"amount","value":"1"}]})"),
                 "ride.benefits[0].kind unknown-word");
        QCOMPARE(mistakeOf(R"({"colour":"red"})"), "ride.colour unknown-field");
    }

    void theMostSpecificPlanWins() {
        const QList<Plan> plans{plan(1, "", "", ""), plan(2, "candy", "", ""), plan(3, "candy", "taipei", "")};
        Ride ride;
        ride.start = fromMs(1'795'500'000'000);
        const auto planOf = [&](const QString &model, const QString &zone) {
            ride.model = model;
            ride.pickupZone = zone;
            const Plan *found = planFor(plans, ride);
            return found ? found->id : 0;
        };
        QCOMPARE(planOf("fly", "taipei"), 1);
        QCOMPARE(planOf("candy", "tainan"), 2);
        QCOMPARE(planOf("candy", "taipei"), 3);
        ride.product = "hourly";
        QCOMPARE(planOf("candy", "taipei"), 0);
    }

    void aRetiredPlanIsNotForSale() {
        QList<Plan> plans{plan(1, "", "", ""), plan(2, "candy", "", "")};
        plans[1].retiredAt = fromMs(1'795'500'000'000);
        Ride ride;
        ride.model = "candy";
        ride.start = *plans[1].retiredAt - Milliseconds(1);
        QCOMPARE(planFor(plans, ride)->id, 2);
        ride.start = *plans[1].retiredAt;
        QCOMPARE(planFor(plans, ride)->id, 1);
    }

    void equallySpecificPlansThatMeetAreAmbiguous() {
        QVERIFY(isAmbiguous(plan(1, "candy", "", ""), plan(2, "", "taipei", "")));
        QVERIFY(isAmbiguous(plan(1, "", "", ""), plan(2, "", "", "")));
        QVERIFY(!isAmbiguous(plan(1, "candy", "", ""), plan(2, "fly", "", "")));
        QVERIFY(!isAmbiguous(plan(1, "candy", "", ""), plan(2, "candy", "taipei", "")));
        QVERIFY(!isAmbiguous(plan(1, "candy", "taipei", ""), plan(2, "fly", "", "adult")));
        Plan hourly = plan(2, "", "", "");
        hourly.product = "hourly";
        QVERIFY(!isAmbiguous(plan(1, "", "", ""), hourly));
    }

    void plansReadBackAndTheirCodesAreChecked() {
        Plan one = plan(7, "candy", "", "adult");
        one.code = "candy-adult";
        one.nameZh = "一般方案";
        one.nameEn = "Standard";
        QVERIFY(*planFromJson(toJson(one)) == one);
        const auto bad =
            planEditFromJson(json(R"({"code":"Candy Adult","name_zh":"a","name_en":"b","product":"per_minute"})"));
        QVERIFY(!bad && bad.error().fields.first().code == "bad-code");
    }
};

QTEST_APPLESS_MAIN(RideTest)
#include "ride_test.moc"
