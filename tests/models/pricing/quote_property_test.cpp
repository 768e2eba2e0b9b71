#include "models/pricing/priced_ride.h"
#include "models/pricing/stack.h"
#include "tests/models/pricing/tariffs.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::pricing::test;

namespace {
constexpr int rounds = 20'000;

/// The time charge added up minute by minute, windows and all: slow and plain, for the engine to agree with.
Rate slowCapped(const Config &config, qint64 minutes, const Cap &cap) {
    const auto upTo = [&](qint64 end) {
        Rate sum = config.find<Base>()->price;
        for (const Segment &segment : config.find<TimeSegments>()->segments)
            for (qint64 k = segment.start; k < std::min(end, segment.end.value_or(end));
                 k += std::max<qint64>(1, segment.interval)) {
                sum += segment.rate;
                if (segment.interval == 0)
                    break;
            }
        return sum;
    };
    Rate total = 0;
    Rate window = upTo(0);
    for (qint64 minute = 0; minute < minutes; ++minute) {
        if (minute > 0 && minute % cap.minutes == 0) {
            total += std::min(window, cap.amount);
            window = 0;
        }
        window += upTo(minute + 1) - upTo(minute);
    }
    return total + std::min(window, cap.amount);
}
} // namespace

class QuotePropertyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesSumUpAndNothingIsNegative() {
        Chance chance(11);
        for (int i = 0; i < rounds; ++i) {
            Config config = chance.config(true);
            if (chance.once(2))
                config.components.push_back(
                    Cap{chance.rate(200), 10 + chance.upTo(2000), static_cast<CapScope>(chance.upTo(1))});
            Ride ride = chance.randomRide();
            if (chance.once(2))
                ride.benefits = {{BenefitKind::Pass, "p", BenefitEffect::FreeMinutes, chance.upTo(90), {}},
                                 {BenefitKind::Code, "c", BenefitEffect::Percent, chance.upTo(10'000), chance.rate(40)},
                                 {BenefitKind::Credit, "", BenefitEffect::Amount, chance.upTo(50) * perTwd, {}}};
            const Result<Quote> quote = pricing::quote(config, ride);
            QVERIFY2(quote, qPrintable(QString::number(i)));
            Rate sum = 0;
            for (const Line &line : quote->lines) {
                sum += line.amount;
                if (!line.isCut && line.unit != Unit::Percent && line.kind != LineKind::Pass)
                    QCOMPARE(line.amount, line.quantity * line.rate);
            }
            QCOMPARE(sum, quote->due * perTwd);
            QVERIFY(quote->due >= 0);
            QVERIFY(quote->rent >= 0);
        }
    }

    void longerOrFartherIsNeverCheaper() {
        Chance chance(12);
        for (int i = 0; i < rounds; ++i) {
            const Config config = chance.config(false);
            const Ride ride = chance.randomRide();
            Ride more = ride;
            (chance.once(2) ? more.seconds : more.metres) += chance.upTo(20'000);
            const auto less = pricing::quote(config, ride);
            const auto greater = pricing::quote(config, more);
            QVERIFY2(less->due <= greater->due, canonicalText(config).constData());
        }
    }

    void capsAgreeWithAPlainSum() {
        Chance chance(13);
        for (int i = 0; i < 400; ++i) {
            Config config;
            const Base base{chance.rate(50), chance.upTo(20)};
            config.components = {base, TimeSegments{chance.segments(base.minutes, 60, true)}};
            const Cap cap{chance.rate(100), 10 + chance.upTo(100), CapScope::Time};
            const qint64 minutes = chance.upTo(400);
            const Rate expected = std::max<Rate>(0, slowCapped(config, minutes, cap));
            config.components.push_back(cap);
            QCOMPARE(pricing::quote(config, ride(minutes, 0))->rent, expected);
        }
    }

    void whatIsStoredPricesTheRideAgain() {
        Chance chance(14);
        for (int i = 0; i < 2000; ++i) {
            const Config config = chance.config(true);
            PricedRide priced;
            priced.ride = chance.randomRide();
            priced.quote = *pricing::quote(config, priced.ride);
            const QByteArray stored = QJsonDocument(toJson(priced)).toJson();
            const auto read = pricedRideFromJson(QJsonDocument::fromJson(stored).object());
            QVERIFY(read);
            QVERIFY(read->ride == priced.ride);
            const auto configRead = configFromJson(QJsonDocument::fromJson(canonicalText(config)).object());
            QVERIFY(configRead);
            QVERIFY(*configRead == config);
            const auto again = pricing::quote(*configRead, read->ride);
            QVERIFY(std::equal(again->lines.begin(), again->lines.end(), read->quote.lines.begin(),
                               read->quote.lines.end()));
            QCOMPARE(again->due, read->quote.due);
        }
    }

    void aSplitBetweenEqualConfigsChangesNothing() {
        Chance chance(15);
        for (int i = 0; i < 5000; ++i) {
            const Config config = chance.config(true);
            const Ride ride = chance.randomRide();
            const qint64 boundary = 1 + chance.upTo(120);
            const auto whole = pricing::quote(config, ride);
            const auto split = pricing::quote(std::vector<Stretch>{{&config, 0}, {&config, boundary}}, ride);
            QCOMPARE(split->rent, whole->rent);
        }
    }
};

QTEST_APPLESS_MAIN(QuotePropertyTest)
#include "quote_property_test.moc"
