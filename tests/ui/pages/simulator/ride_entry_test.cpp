#include "ui/pages/simulator/ride_entry.h"

#include <QTest>

namespace wemo::pages::simulator {

using wemo::pricing::BenefitEffect;
using wemo::pricing::BenefitKind;

class RideEntryTest final : public QObject {
    Q_OBJECT

    static RideEntry sound() {
        RideEntry entry;
        entry.start = QStringLiteral("2026/11/24 22:05");
        entry.minutes = QStringLiteral("30");
        entry.km = QStringLiteral("8.2");
        return entry;
    }

private Q_SLOTS:
    void aRideIsReadAsItIsTyped() {
        RideEntry entry = sound();
        entry.pass.value = QStringLiteral("10");
        entry.code = {BenefitEffect::Percent, QStringLiteral("TEN"), QStringLiteral("12.5")};
        entry.credit = QStringLiteral("15");
        const ReadRides read = readRides(entry);
        QVERIFY(read.errors.isEmpty());
        QCOMPARE(toIso(read.ride.start), QStringLiteral("2026-11-24T14:05:00.000Z"));
        QCOMPARE(read.ride.seconds, 1'800);
        QCOMPARE(read.ride.metres, 8'200);
        QCOMPARE(read.ride.benefits.size(), 3U);
        QCOMPARE(read.ride.benefits[1].value, 1'250);
        QCOMPARE(read.ride.benefits[2].kind, BenefitKind::Credit);
    }

    void secondsAndEndsCount() {
        RideEntry entry = sound();
        entry.minutes = QStringLiteral("6:01");
        QCOMPARE(readRides(entry).ride.seconds, 361);
        entry.minutes.clear();
        entry.end = QStringLiteral("2026/11/25 00:05");
        QCOMPARE(readRides(entry).ride.seconds, 7'200);
        entry.end = QStringLiteral("2026/11/24 22:04");
        QCOMPARE(readRides(entry).errors.constFirst(), (FieldError{"end", "inverted", {}}));
    }

    void hoursAreOfPackagesOnly() {
        RideEntry entry = sound();
        entry.hours = QStringLiteral("4");
        QVERIFY(!readRides(entry).ride.packageHours);
        entry.product = QStringLiteral("hourly");
        QCOMPARE(readRides(entry).ride.packageHours, std::optional<qint64>(4));
    }

    void everyMistakeIsToldAtItsField_data() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *change, const char *field, const char *code) {
            QTest::newRow(change) << QString::fromLatin1(change) << QString::fromLatin1(field)
                                  << QString::fromLatin1(code);
        };
        row("minutes=NaN", "minutes", "not-numeric");
        row("minutes=inf", "minutes", "not-numeric");
        row("minutes=", "minutes", "required");
        row("minutes=-1", "minutes", "out-of-range");
        row("minutes=1000000000000", "minutes", "out-of-range");
        row("km=-1", "km", "out-of-range");
        row("km=nan", "km", "not-numeric");
        row("km=1.2345", "km", "too-precise");
        row("start=2026/02/31 08:00", "start", "bad-date");
        row("start=yesterday", "start", "bad-time");
        row("start=2026/02/28 25:00", "start", "bad-time");
        row("start=2026-07-01T08:00:00-05:00", "start", "wrong-time-zone");
        row("start=1999/12/31 08:00", "start", "out-of-range");
        row("other=2026/02/31 08:00", "other_start", "bad-date");
        row("pass=-5&pass-effect=m", "pass", "out-of-range");
        row("code=x&code-effect=a", "code", "not-an-amount");
        row("code-word=HELLO", "code", "required");
        row("credit=2.5", "credit", "not-whole");
        row("credit=2.5&pass=10&pass-effect=m", "credit", "not-whole");
        row("product=hourly&hours=0", "hours", "out-of-range");
    }
    void everyMistakeIsToldAtItsField() {
        QFETCH(QString, place);
        QFETCH(QString, field);
        QFETCH(QString, code);
        QString whole = place;
        for (const char *item : {"start=2026/11/24 22:05", "minutes=30", "km=8"})
            if (!place.startsWith(QString::fromLatin1(item).section(u'=', 0, 0) + u'='))
                whole += u'&' + QString::fromLatin1(item);
        const QList<FieldError> errors = readRides(entryFromPlace(whole)).errors;
        QCOMPARE(errors.size(), 1);
        QCOMPARE(errors.constFirst().path, field);
        QCOMPARE(errors.constFirst().code, code);
    }

    void severalMistakesAreToldAtOnce() {
        RideEntry entry = sound();
        entry.start = QStringLiteral("2026/02/31 08:00");
        entry.minutes = QStringLiteral("-1");
        entry.km = QStringLiteral("NaN");
        QCOMPARE(readRides(entry).errors.size(), 3);
    }

    void aPlaceHoldsTheWholeRide() {
        RideEntry entry = sound();
        entry.product = QStringLiteral("hourly");
        entry.model = QStringLiteral("fly");
        entry.tier = QStringLiteral("adult");
        entry.pickupZone = QStringLiteral("taipei");
        entry.returnZone = QStringLiteral("taoyuan");
        entry.hours = QStringLiteral("10");
        entry.pass = {BenefitEffect::Percent, {}, QStringLiteral("50")};
        entry.code = {BenefitEffect::FreeMinutes, QString::fromUtf8("十分 & +=%"), QStringLiteral("10")};
        entry.credit = QStringLiteral("15");
        entry.otherStart = QStringLiteral("2026-11-24T22:05:00+08:00");
        QCOMPARE(entryFromPlace(toPlace(entry)), entry);
        QCOMPARE(entryFromPlace(toPlace(sound())), sound());
    }

    void aStartIsShownAsItIsRead() {
        for (const char *text : {"2026/11/24 22:05", "2026/11/24 22:05:07"}) {
            const Result<Instant> at = fromIso(isoFrom(QString::fromLatin1(text)).value());
            QCOMPARE(startText(*at), QString::fromLatin1(text));
        }
        QCOMPARE(isoFrom(QStringLiteral("2026-1-4 8:05")).value(), QStringLiteral("2026-01-04T08:05:00+08:00"));
        QCOMPARE(isoFrom(QStringLiteral("2026-11-24T14:05:00.000Z")).value(), QStringLiteral("2026-11-24T14:05:00Z"));
    }
};

} // namespace wemo::pages::simulator

QTEST_GUILESS_MAIN(wemo::pages::simulator::RideEntryTest)
#include "ride_entry_test.moc"
