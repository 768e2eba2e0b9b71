#include "models/pricing/gbfs.h"
#include "models/pricing/quote.h"
#include "tests/models/pricing/tariffs.h"

#include <QJsonArray>
#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::pricing::test;

namespace {
Plan named(const QString &code) {
    Plan plan;
    plan.code = code;
    plan.nameZh = "一般方案";
    plan.nameEn = "Standard";
    return plan;
}
QJsonArray plansOf(const QJsonObject &document) {
    return document.value("data").toObject().value("plans").toArray();
}
Rate rentOf(const Config &config, const Ride &ride) {
    return pricing::quote(config, ride).value().rent;
}
QStringList mistakes(QJsonObject plan, GbfsVersion version, int copies = 1) {
    QJsonArray plans;
    for (int i = 0; i < copies; ++i)
        plans.append(plan);
    QStringList result;
    const auto errors = checkGbfs({{"data", QJsonObject{{"plans", plans}}}}, version);
    for (const FieldError &error : errors)
        result.append(error.path + " " + error.code);
    return result;
}
} // namespace

class GbfsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothVersionsSayTheSame() {
        const QJsonObject fresh = gbfsDocument({{named("adult"), adult()}}, GbfsVersion::V3_0, tuesdayAfternoon, 60);
        QCOMPARE(fresh.value("last_updated").toString(), "2026-11-24T06:00:00.000Z");
        const QJsonObject plan = plansOf(fresh)[0].toObject();
        QCOMPARE(plan.value("price").toDouble(), 15.0);
        QCOMPARE(plan.value("name").toArray()[0].toObject().value("language").toString(), "zh-TW");
        const QJsonObject segment = plan.value("per_min_pricing").toArray()[0].toObject();
        QCOMPARE(segment.value("start").toInteger(), 6);
        QCOMPARE(segment.value("rate").toDouble(), 2.5);
        QVERIFY(!segment.contains("end"));
        const QJsonObject old = gbfsDocument({{named("adult"), adult()}}, GbfsVersion::V2_3, tuesdayAfternoon, 60);
        QCOMPARE(old.value("last_updated").toInteger(), 1'795'500'000);
        QCOMPARE(plansOf(old)[0].toObject().value("name").toString(), "一般方案");
        QVERIFY(checkGbfs(fresh, GbfsVersion::V3_0).isEmpty());
        QVERIFY(checkGbfs(old, GbfsVersion::V2_3).isEmpty());
    }

    void whatItCanSayComesBack() {
        Config config;
        config.components = {Base{twd(2), 0}, TimeSegments{{{30, 60, twd(3), 0}, {60, {}, twd(0.1), 1}}},
                             DistanceSegments{{{10, {}, twd(3.5), 1}}}};
        const QJsonObject document = gbfsDocument({{named("x"), config}}, GbfsVersion::V3_0, tuesdayAfternoon, 60);
        const Result<Config> read = configFromGbfs(plansOf(document)[0].toObject());
        QVERIFY(read && *read == config);
    }

    /// The document's vectors, read as a GBFS plan and priced by our engine.
    void itsVectorsComeOutExactly() {
        const auto plan = [](const char *text) {
            return configFromGbfs(QJsonDocument::fromJson(text).object()).value();
        };
        const Config far = plan(R"({"price":2,"per_km_pricing":[{"start":10,"end":25,"rate":1,"interval":1},
                                    {"start":25,"rate":0.5,"interval":1},{"start":25,"rate":3,"interval":5}]})");
        const auto km = [&far](qint64 metres) { return rentOf(far, ride(0, metres)); };
        QCOMPARE(km(10'000), twd(2));
        QCOMPARE(km(10'100), twd(3));
        QCOMPARE(km(25'000), twd(17));
        QCOMPARE(km(25'100), twd(20.5));
        QCOMPARE(km(30'000), twd(22.5));
        QCOMPARE(km(30'100), twd(26));
        const Config slow = plan(R"({"price":2,"per_min_pricing":[{"start":30,"end":60,"rate":3,"interval":0},
                                     {"start":60,"rate":0.1,"interval":1}]})");
        const auto minutes = [&slow](qint64 count) { return rentOf(slow, ride(count, 0)); };
        QCOMPARE(minutes(30), twd(2));
        QCOMPARE(minutes(31), twd(5));
        QCOMPARE(minutes(60), twd(5));
        QCOMPARE(minutes(61), twd(5.1));
        QCOMPARE(minutes(90), twd(8));
        const Config both = plan(R"({"price":3,"per_km_pricing":[{"start":0,"rate":0.25,"interval":1}],
                                     "per_min_pricing":[{"start":0,"rate":0.5,"interval":1}]})");
        QCOMPARE(rentOf(both, ride(10, 4'000)), twd(9));
        const Config first = plan(R"({"price":15,"per_min_pricing":[{"start":6,"rate":2.5,"interval":1}]})");
        QCOMPARE(pricing::quote(first, ride(6, 0))->due, 15);
        QCOMPARE(pricing::quote(first, ride(7, 0))->due, 18);
        QCOMPARE(pricing::quote(first, ride(10, 0))->due, 25);
        QCOMPARE(pricing::quote(first, ride(30, 0))->due, 75);
    }

    void packagesBecomeAPlanEach() {
        Config config;
        config.components = {Packages{{{4, twd(299), 40, twd(3), twd(3.5)}, {10, twd(499), 100, twd(3), twd(3.5)}}}};
        const QJsonArray plans =
            plansOf(gbfsDocument({{named("hourly"), config}}, GbfsVersion::V2_3, tuesdayAfternoon, 60));
        QCOMPARE(plans.size(), 2);
        QCOMPARE(plans[1].toObject().value("plan_id").toString(), "hourly-10h");
        const QJsonObject overtime = plans[1].toObject().value("per_min_pricing").toArray()[0].toObject();
        QCOMPARE(overtime.value("start").toInteger(), 600);
    }

    void whatTheSchemaLetsThroughIsFound() {
        QJsonObject plan =
            plansOf(gbfsDocument({{named("adult"), adult()}}, GbfsVersion::V3_0, tuesdayAfternoon, 60))[0].toObject();
        QCOMPARE(mistakes(plan, GbfsVersion::V3_0), QStringList());
        QCOMPARE(mistakes(plan, GbfsVersion::V3_0, 2), QStringList{"data.plans[1].plan_id twice"});
        QJsonObject bad = plan;
        bad.insert("currency", "twd");
        QCOMPARE(mistakes(bad, GbfsVersion::V3_0), QStringList{"data.plans[0].currency wrong-currency"});
        bad = plan;
        bad.insert("per_min_pricing",
                   QJsonArray{QJsonObject{{"start", 60}, {"end", 30}, {"rate", 1}, {"interval", 1}}});
        QCOMPARE(mistakes(bad, GbfsVersion::V3_0), QStringList{"data.plans[0].per_min_pricing[0].end inverted"});
        bad = plan;
        bad.insert("name", QJsonArray{QJsonObject{{"text", "x"}, {"language", "zh_tw"}}});
        QCOMPARE(mistakes(bad, GbfsVersion::V3_0), QStringList{"data.plans[0].name[0].language bad-language"});
        bad = plan;
        bad.insert("price", "15");
        QCOMPARE(mistakes(bad, GbfsVersion::V3_0), QStringList{"data.plans[0].price out-of-range"});
    }

    void itReadsOnlyWhatItCanPrice() {
        const auto config = configFromGbfs({{"price", 2.00001}});
        QVERIFY(!config && config.error().fields.first().code == "too-precise");
    }
};

QTEST_APPLESS_MAIN(GbfsTest)
#include "gbfs_test.moc"
