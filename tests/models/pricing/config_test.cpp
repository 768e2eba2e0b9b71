#include "models/pricing/config_diff.h"
#include "tests/models/pricing/tariffs.h"

#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::pricing::test;

namespace {
QJsonObject json(const QByteArray &text) {
    return QJsonDocument::fromJson(text).object();
}
/// "path code" of each mistake.
QStringList mistakes(const Result<Config> &config) {
    QStringList result;
    if (!config)
        for (const FieldError &error : config.error().fields)
            result.append(error.path + " " + error.code);
    return result;
}
QStringList mistakesOf(const QByteArray &components) {
    return mistakes(configFromJson(json("{\"components\":[" + components + "]}")));
}
} // namespace

class ConfigTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moneyReadsBack() {
        for (const Rate rate : {Rate(0), Rate(1), Rate(-1), twd(2.5), twd(-3.5), twd(15), Rate(123'456'789),
                                Rate(999'999'999'999'999'999)})
            QCOMPARE(rateFromText(rateText(rate)), std::optional(rate));
        QCOMPARE(rateText(twd(2.5)), "2.5");
        QCOMPARE(rateText(-1), "-0.0001");
        QCOMPARE(rateFromText(u" +3.50 "), std::optional(twd(3.5)));
        for (const char *bad :
             {"", ".", "1.", ".5", "1e3", "NaN", "inf", "1.23456", "--1", "1,000", "一", "999999999999999"})
            QVERIFY2(!rateFromText(QString::fromUtf8(bad)), bad);
    }

    void everyComponentReadsBack() {
        const QByteArray text = R"({"components":[
            {"component":"base","price":"15","minutes":6},
            {"component":"time","segments":[{"start":6,"rate":"2.5","interval":1},{"start":60,"end":90,"rate":"-1","interval":0}]},
            {"component":"distance","segments":[{"start":10,"rate":"3.5","interval":1}]},
            {"component":"zones","fees":[{"from":"taoyuan","to":"taipei","amount":"-20"},{"amount":"0"}]},
            {"component":"calendar","rules":[{"name_zh":"夜間","name_en":"Night","weekdays":["fri","sat"],"holidays":"never",
              "from":"22:00","to":"06:00","effect":"percent","value":"12.5"}],"holidays":["2026-10-10","2026-01-01"]},
            {"component":"cap","amount":"300","minutes":1440,"scope":"rent"}],
            "takes":["pass","credit"],"currency":"TWD","time_zone":"Asia/Taipei"})";
        const Result<Config> config = configFromJson(json(text));
        QCOMPARE(mistakes(config), QStringList());
        QVERIFY(!config->takesCode && config->takesPass);
        const Calendar *calendar = config->find<Calendar>();
        QCOMPARE(calendar->rules[0].value, 1250);
        QCOMPARE(calendar->rules[0].fromMinute, 1320);
        QCOMPARE(calendar->holidays[0], QDate(2026, 1, 1)); // in order
        QVERIFY(config->find<ZoneFees>()->fees[0].from.isEmpty());
        QVERIFY(*configFromJson(toJson(*config)) == *config);
        QCOMPARE(canonicalText(*configFromJson(json(canonicalText(*config)))), canonicalText(*config));
    }

    void segmentsAreCheckedAtTheField() {
        const QByteArray base = R"({"component":"base","price":"15","minutes":6},)";
        const auto time = [&](const char *segment) {
            return mistakesOf(base + R"({"component":"time","segments":[)" + segment + "]}");
        };
        QCOMPARE(time(R"({"start":10,"end":5,"rate":"1"})"), QStringList{"components[1].segments[0].end inverted"});
        QCOMPARE(time(R"({"start":10,"end":10,"rate":"1"})"), QStringList{"components[1].segments[0].end empty"});
        QCOMPARE(time(R"({"start":5,"rate":"1"})"), QStringList{"components[1].segments[0].start covered-by-base"});
        QCOMPARE(time(R"({"start":-1,"rate":"1"})").first(), "components[1].segments[0].start out-of-range");
        QCOMPARE(time(R"({"start":6,"rate":"NaN"})"), QStringList{"components[1].segments[0].rate not-an-amount"});
        QCOMPARE(time(R"({"start":6,"rate":"9000000"})"), QStringList{"components[1].segments[0].rate out-of-range"});
        QCOMPARE(time(R"({"start":6,"rate":2.5})"), QStringList{"components[1].segments[0].rate wrong-type"});
        QCOMPARE(time(R"({"start":1e12,"rate":"1"})"), QStringList{"components[1].segments[0].start out-of-range"});
        QCOMPARE(time(""), QStringList{"components[1].segments empty"});
        QCOMPARE(time("7"), QStringList{"components[1].segments[0] wrong-type"});
    }

    void theStackIsCheckedAsAWhole() {
        QCOMPARE(mistakesOf(""), QStringList{"components needs-price"});
        QCOMPARE(mistakesOf(R"({"component":"surge","x":1})"),
                 QStringList{"components[0].component unknown-component"});
        QCOMPARE(mistakesOf(R"({"component":"base","price":"1","colour":"red"})"),
                 QStringList{"components[0].colour unknown-field"});
        QCOMPARE(mistakesOf(R"({"component":"base","price":"1"},{"component":"base","price":"1"})"),
                 QStringList{"components[1] twice"});
        QCOMPARE(mistakesOf(R"({"component":"cap","amount":"9","minutes":60},{"component":"base","price":"1"})"),
                 QStringList{"components[1] wrong-order"});
        QCOMPARE(
            mistakesOf(
                R"({"component":"base","price":"1"},{"component":"cap","amount":"9","minutes":60},{"component":"cap","amount":"9","minutes":90})"),
            QStringList{"components[2].minutes not-a-multiple"});
        QCOMPARE(
            mistakesOf(
                R"({"component":"base","price":"1"},{"component":"packages","packages":[{"hours":4,"price":"9","overtime_per_minute":"1","extra_per_km":"1"}]})"),
            QStringList{"components ambiguous"});
        QCOMPARE(mistakesOf(R"({"component":"base","price":"-1"})"), QStringList{"components[0].price out-of-range"});
    }

    void calendarsAndZonesAreChecked() {
        const auto with = [](const char *component) {
            return mistakesOf(QByteArray(R"({"component":"base","price":"15"},)") + component);
        };
        QCOMPARE(
            with(R"({"component":"calendar","rules":[{"from":"25:00","to":"06:00","effect":"flat","value":"1"}]})"),
            QStringList{"components[1].rules[0].from bad-time"});
        QCOMPARE(
            with(R"({"component":"calendar","rules":[{"from":"06:00","to":"06:00","effect":"flat","value":"1"}]})"),
            QStringList{"components[1].rules[0].to empty"});
        QCOMPARE(
            with(
                R"({"component":"calendar","rules":[{"from":"06:00","to":"07:00","effect":"flat","value":"1"}],"holidays":["2026-02-31"]})"),
            QStringList{"components[1].holidays[0] bad-date"});
        QCOMPARE(
            with(
                R"({"component":"calendar","rules":[{"from":"06:00","to":"07:00","holidays":"only","effect":"flat","value":"1"}]})"),
            QStringList{"components[1].rules[0].holidays empty"});
        QCOMPARE(
            with(
                R"({"component":"calendar","rules":[{"from":"06:00","to":"07:00","effect":"percent","value":"-100.01"}]})"),
            QStringList{"components[1].rules[0].value out-of-range"});
        QCOMPARE(
            with(
                R"({"component":"zones","fees":[{"from":"a","to":"b","amount":"1"},{"from":"a","to":"b","amount":"2"}]})"),
            QStringList{"components[1].fees[1] twice"});
        QCOMPARE(mistakes(configFromJson(
                     json(R"({"components":[{"component":"base","price":"1"}],"time_zone":"Europe/Berlin"})"))),
                 QStringList{"time_zone wrong-time-zone"});
    }

    void differencesAreToldFieldByField() {
        Config after = adult();
        std::get<TimeSegments>(after.components[1]).segments[0].rate = twd(3);
        after.components.push_back(Cap{twd(300), 1440, CapScope::Time});
        after.takesCredit = false;
        const QList<ConfigChange> changes = differences(adult(), after);
        QVERIFY(changes.contains({"components.time.segments[0].rate", "2.5", "3"}));
        QVERIFY(changes.contains({"components.cap.amount", "", "300"}));
        QVERIFY(changes.contains({"takes[2]", "credit", ""}));
        QCOMPARE(changes.size(), 5);
        QVERIFY(differences(after, after).isEmpty());
    }

    void workedExamplesCanBePriced() {
        Config packages;
        packages.components = {Packages{{{4, twd(299), 40, twd(3), twd(3.5)}}}};
        for (const Config &config : {adult(), packages}) {
            const QList<Ride> rides = exampleRides(config, tuesdayAfternoon);
            QVERIFY(rides.size() >= 2);
            for (const Ride &ride : rides)
                QVERIFY(quote(config, ride));
        }
    }
};

QTEST_APPLESS_MAIN(ConfigTest)
#include "config_test.moc"
