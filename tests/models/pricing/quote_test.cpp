#include "models/pricing/quote.h"
#include "tests/models/pricing/tariffs.h"

#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::pricing::test;

namespace {
Rate rentOf(const Config &config, const Ride &ride) {
    const Result<Quote> quote = pricing::quote(config, ride);
    return quote ? quote->rent : -1;
}
qint64 dueOf(const Config &config, const Ride &ride) {
    const Result<Quote> quote = pricing::quote(config, ride);
    return quote ? quote->due : -1;
}
const Line *lineOf(const Quote &quote, LineKind kind) {
    for (const Line &line : quote.lines)
        if (line.kind == kind)
            return &line;
    return nullptr;
}
QString fieldOf(const Result<Quote> &quote) {
    return quote || quote.error().fields.isEmpty()
               ? QString()
               : quote.error().fields.first().path + " " + quote.error().fields.first().code;
}
Config withCap(Config config, const Cap &cap) {
    config.components.push_back(cap);
    return config;
}
} // namespace

class QuoteTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theVectorsOfGbfs_data() {
        QTest::addColumn<int>("tariff");
        QTest::addColumn<qint64>("minutes");
        QTest::addColumn<qint64>("metres");
        QTest::addColumn<double>("fare");
        const auto row = [](int tariff, qint64 minutes, qint64 metres, double fare) {
            QTest::addRow("%d: %lld min %lld m", tariff, minutes, metres) << tariff << minutes << metres << fare;
        };
        row(0, 0, 10'000, 2);
        row(0, 0, 10'100, 3);
        row(0, 0, 25'000, 17);
        row(0, 0, 25'100, 20.5);
        row(0, 0, 30'000, 22.5);
        row(0, 0, 30'100, 26);
        row(1, 30, 0, 2);
        row(1, 31, 0, 5);
        row(1, 60, 0, 5);
        row(1, 61, 0, 5.1);
        row(1, 90, 0, 8);
        row(2, 10, 4'000, 9);
    }
    void theVectorsOfGbfs() {
        QFETCH(int, tariff);
        QFETCH(qint64, minutes);
        QFETCH(qint64, metres);
        QFETCH(double, fare);
        Config configs[3];
        configs[0].components = {Base{twd(2), 0},
                                 DistanceSegments{{{10, 25, twd(1), 1}, {25, {}, twd(0.5), 1}, {25, {}, twd(3), 5}}}};
        configs[1].components = {Base{twd(2), 0}, TimeSegments{{{30, 60, twd(3), 0}, {60, {}, twd(0.1), 1}}}};
        configs[2].components = {Base{twd(3), 0}, TimeSegments{{{0, {}, twd(0.5), 1}}},
                                 DistanceSegments{{{0, {}, twd(0.25), 1}}}};
        QCOMPARE(rentOf(configs[tariff], ride(minutes, metres)), twd(fare));
    }

    void aPartMinuteCountsAndTheTotalIsRoundedUp() {
        Ride sixMinutes = ride(6, 0);
        QCOMPARE(dueOf(adult(), sixMinutes), 15);
        sixMinutes.seconds = 361;
        QCOMPARE(rentOf(adult(), sixMinutes), twd(17.5));
        QCOMPARE(dueOf(adult(), sixMinutes), 18);
        QCOMPARE(dueOf(adult(), ride(10, 0)), 25);
        QCOMPARE(dueOf(adult(), ride(30, 0)), 75);
        QCOMPARE(dueOf(adult(), ride(0, 0)), 15);
        const Result<Quote> quote = pricing::quote(adult(), sixMinutes);
        QCOMPARE(quote->lines.size(), 3);
        QVERIFY(quote->lines[2].kind == LineKind::Rounding);
        QCOMPARE(quote->lines[2].amount, twd(0.5));
    }

    void aPackageBringsHoursAndKilometres() {
        Config config;
        config.components = {Packages{{{4, twd(299), 40, twd(3), twd(3.5)}, {10, twd(499), 100, twd(3), twd(3.5)}}}};
        Ride four = ride(240, 40'000);
        QVERIFY(fieldOf(pricing::quote(config, four)) == "package_hours required");
        four.packageHours = 4;
        QCOMPARE(dueOf(config, four), 299);
        four.seconds += 1;
        four.metres += 1;
        QCOMPARE(rentOf(config, four), twd(299 + 3 + 3.5));
        QCOMPARE(dueOf(config, four), 306);
        four.packageHours = 30;
        QVERIFY(fieldOf(pricing::quote(config, four)) == "package_hours not-for-sale");
        QVERIFY(fieldOf(pricing::quote(adult(), four)) == "package_hours not-for-sale");
    }

    void aZoneFeeIsFoundByTheMoreExactPair() {
        Config config = adult();
        ZoneFees zones{
            {{"taipei", "taoyuan", twd(60)}, {"", "taoyuan", twd(99)}, {"taipei", "", twd(10)}, {"", "", twd(5)}}};
        arrange(zones);
        config.components.push_back(zones);
        QVERIFY(check(config).isEmpty());
        const auto feeOf = [&](const QString &from, const QString &to) {
            Ride trip = ride(6, 0);
            trip.pickupZone = from;
            trip.returnZone = to;
            return rentOf(config, trip) - twd(15);
        };
        QCOMPARE(feeOf("taipei", "taoyuan"), twd(60));
        QCOMPARE(feeOf("taipei", "taichung"), twd(10));
        QCOMPARE(feeOf("taichung", "taoyuan"), twd(99));
        QCOMPARE(feeOf("taichung", "tainan"), twd(5));
    }

    void aSubsidyNeverTakesTheRentBelowZero() {
        Config config = adult();
        config.components.push_back(ZoneFees{{{"taoyuan", "taipei", twd(-100)}}});
        Ride trip = ride(6, 0);
        trip.pickupZone = "taoyuan";
        trip.returnZone = "taipei";
        const Result<Quote> quote = pricing::quote(config, trip);
        QCOMPARE(quote->due, 0);
        const Line *line = lineOf(*quote, LineKind::Zone);
        QVERIFY(line && line->isCut);
        QCOMPARE(line->amount, twd(-15));
        QCOMPARE(line->rate, twd(-100));
    }

    void negativeRatesEndAtZero() {
        Config config;
        config.components = {Base{twd(5), 0}, TimeSegments{{{0, {}, twd(-1), 1}}}};
        const Result<Quote> quote = pricing::quote(config, ride(10, 0));
        QCOMPARE(quote->due, 0);
        QCOMPARE(lineOf(*quote, LineKind::Floor)->amount, twd(5));
    }

    void aCalendarReadsTheClockOfTaipei() {
        Config config = adult();
        CalendarRule night;
        night.fromMinute = 22 * 60;
        night.toMinute = 6 * 60;
        night.weekdays = 1 << 4; // nights that begin on a Friday
        night.value = 2000;
        config.components.push_back(Calendar{{night}, {}});
        const auto at = [&](const char *time) {
            return rentOf(config, ride(6, 0, *fromIso(QString::fromLatin1(time))));
        };
        QCOMPARE(at("2026-11-27T21:59:59+08:00"), twd(15)); // Friday
        QCOMPARE(at("2026-11-27T22:00:00+08:00"), twd(18));
        QCOMPARE(at("2026-11-28T05:59:59+08:00"), twd(18));
        QCOMPARE(at("2026-11-28T06:00:00+08:00"), twd(15));
        QCOMPARE(at("2026-11-28T23:00:00+08:00"), twd(15)); // Saturday
        QCOMPARE(at("2026-11-27T05:00:00+08:00"), twd(15)); // Thursday night
    }

    void aRateOfTheClockChargesTheMinutesInside() {
        Config config = adult();
        CalendarRule peak;
        peak.fromMinute = 8 * 60;
        peak.toMinute = 9 * 60;
        peak.effect = CalendarEffect::PerMinute;
        peak.value = twd(1);
        config.components.push_back(Calendar{{peak}, {}});
        const auto inside = [&](const char *time, qint64 minutes) {
            const auto quote = pricing::quote(config, ride(minutes, 0, *fromIso(QString::fromLatin1(time))));
            const Line *line = lineOf(*quote, LineKind::Calendar);
            return line ? line->quantity : 0;
        };
        QCOMPARE(inside("2026-11-24T07:30:00+08:00", 60), 30);
        QCOMPARE(inside("2026-11-24T07:30:30+08:00", 60), 30); // 8:00:30 is the first that begins inside
        QCOMPARE(inside("2026-11-24T08:59:59+08:00", 10), 1);
        QCOMPARE(inside("2026-11-24T09:00:00+08:00", 600), 0);
        QCOMPARE(inside("2026-11-23T10:00:00+08:00", 3 * 1440), 180);
    }

    void holidaysAreTheConfigsOwn() {
        Config config = adult();
        CalendarRule rule;
        rule.holidays = HolidayRule::Only;
        rule.effect = CalendarEffect::Flat;
        rule.value = twd(-5);
        config.components.push_back(Calendar{{rule}, {QDate(2026, 10, 10)}});
        QCOMPARE(rentOf(config, ride(6, 0, *fromIso(u"2026-10-10T12:00:00+08:00"))), twd(10));
        QCOMPARE(rentOf(config, ride(6, 0, *fromIso(u"2026-10-11T00:00:00+08:00"))), twd(15));
    }

    void aCapHoldsInEachWindow() {
        const Config config = withCap(adult(), {twd(100), 60, CapScope::Time});
        QCOMPARE(rentOf(config, ride(40, 0)), twd(100)); // exactly
        QCOMPARE(rentOf(config, ride(60, 0)), twd(100));
        QCOMPARE(rentOf(config, ride(61, 0)), twd(102.5));
        QCOMPARE(rentOf(config, ride(120, 0)), twd(200));
        QCOMPARE(rentOf(config, ride(1440, 0)), twd(2400));
        const Result<Quote> day = pricing::quote(config, ride(1440, 0));
        // The first window saved 50, the other 23 saved 50 each: one line tells them all.
        const Line *line = lineOf(*day, LineKind::Cap);
        QCOMPARE(line->quantity, 24);
        QCOMPARE(line->rate, twd(-50));
    }

    void aLongerWindowIsFilledByWhatTheShorterLeaves() {
        const Config config =
            withCap(withCap(adult(), {twd(100), 60, CapScope::Time}), {twd(500), 1440, CapScope::Time});
        QVERIFY(check(config).isEmpty());
        QCOMPARE(rentOf(config, ride(300, 0)), twd(500));
        QCOMPARE(rentOf(config, ride(1440, 0)), twd(500));
        QCOMPARE(rentOf(config, ride(1441, 0)), twd(502.5));
        QCOMPARE(rentOf(config, ride(3 * 1440, 0)), twd(1500));
    }

    void aCapOfTheRentTakesKilometresIn() {
        Config config = adult();
        config.components.push_back(DistanceSegments{{{0, {}, twd(3), 1}}});
        const Config time = withCap(config, {twd(100), 60, CapScope::Time});
        const Config rent = withCap(config, {twd(100), 60, CapScope::Rent});
        QCOMPARE(rentOf(time, ride(40, 20'000)), twd(160));
        QCOMPARE(rentOf(rent, ride(40, 20'000)), twd(100));
    }

    void benefitsComeInTheirOrder() {
        Ride trip = ride(30, 0); // 75
        trip.benefits = {{BenefitKind::Credit, "", BenefitEffect::Amount, twd(10), {}},
                         {BenefitKind::Code, "HELLO", BenefitEffect::Amount, twd(20), {}},
                         {BenefitKind::Pass, "P30", BenefitEffect::FreeMinutes, 10, {}}};
        const Result<Quote> quote = pricing::quote(adult(), trip);
        QCOMPARE(quote->rent, twd(75));
        QCOMPARE(lineOf(*quote, LineKind::Pass)->amount, twd(-25));
        QCOMPARE(lineOf(*quote, LineKind::Code)->amount, twd(-20));
        QCOMPARE(lineOf(*quote, LineKind::Credit)->amount, twd(-10));
        QCOMPARE(quote->due, 20);
    }

    void whatACodeLeavesUnusedIsLostAndCreditIsWhole() {
        Ride trip = ride(7, 0); // 17.5
        trip.benefits = {{BenefitKind::Code, "BIG", BenefitEffect::Amount, twd(100), {}}};
        Result<Quote> quote = pricing::quote(adult(), trip);
        QCOMPARE(quote->due, 0);
        QVERIFY(lineOf(*quote, LineKind::Code)->isCut);
        trip.benefits = {{BenefitKind::Credit, "", BenefitEffect::Amount, twd(100), {}}};
        quote = pricing::quote(adult(), trip);
        QCOMPARE(quote->due, 0);
        QCOMPARE(lineOf(*quote, LineKind::Credit)->amount, twd(-18)); // what was rounded up is paid by it too
    }

    void aPlanMayRefuseBenefits() {
        Config config = adult();
        config.takesCode = false;
        Ride trip = ride(6, 0);
        trip.benefits = {{BenefitKind::Code, "HELLO", BenefitEffect::Percent, 5000, {}}};
        const Result<Quote> quote = pricing::quote(config, trip);
        QCOMPARE(quote->due, 15);
        QVERIFY(lineOf(*quote, LineKind::Code)->isCut); // told, with nothing taken off
    }

    void splitRidesChargeEachMinuteByItsConfig() {
        Config dear = adult();
        std::get<TimeSegments>(dear.components[1]).segments[0].rate = twd(10);
        const Config cheap = adult();
        const auto rent = [&](qint64 boundary, qint64 minutes) {
            return pricing::quote(std::vector<Stretch>{{&cheap, 0}, {&dear, boundary}}, ride(minutes, 0))->rent;
        };
        QCOMPARE(rent(10, 8), twd(15 + 2 * 2.5));
        QCOMPARE(rent(10, 20), twd(15 + 4 * 2.5 + 10 * 10));
        QCOMPARE(rent(3, 20), twd(15 + 14 * 10)); // still inside the fare that covers 6 minutes
        const auto same = pricing::quote(std::vector<Stretch>{{&cheap, 0}, {&cheap, 7}}, ride(30, 0));
        QCOMPARE(same->rent, rentOf(cheap, ride(30, 0)));
    }

    void absurdRidesAreRefusedAtTheField() {
        QVERIFY(fieldOf(pricing::quote(adult(), ride(1'000'000'000'000, 0))) == "seconds out-of-range");
        QVERIFY(fieldOf(pricing::quote(adult(), ride(10, -1000))) == "metres out-of-range");
        QVERIFY(fieldOf(pricing::quote(adult(), ride(10, 0, fromMs(0)))) == "start out-of-range");
        Ride twice = ride(10, 0);
        twice.benefits = {{BenefitKind::Code, "A", BenefitEffect::Amount, twd(1), {}},
                          {BenefitKind::Code, "B", BenefitEffect::Amount, twd(1), {}}};
        QVERIFY(fieldOf(pricing::quote(adult(), twice)) == "benefits[1].kind twice");
    }

    void overflowIsRefused() {
        Config config = adult();
        std::get<TimeSegments>(config.components[1]).segments[0].rate = std::numeric_limits<qint64>::max() / 2;
        const Result<Quote> quote = pricing::quote(config, ride(60, 0));
        QVERIFY(!quote);
        QCOMPARE(quote.error().code, "overflow");
    }
};

QTEST_APPLESS_MAIN(QuoteTest)
#include "quote_test.moc"
