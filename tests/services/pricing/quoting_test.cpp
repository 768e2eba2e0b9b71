#include "tests/services/pricing/book_world.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

namespace {
BookBuilder splitBook() {
    BookBuilder builder;
    builder.plan("split", "adult").boundary = BoundaryRule::Split;
    builder.from("2025-01-01T00:00:00Z", meter(15, 6, 25), "2025-01-02T00:00:00Z");
    builder.from("2025-01-02T00:00:00Z", meter(15, 6, 50));
    return builder;
}

qint64 dueOf(const PriceBook &book, const Ride &ride) {
    const auto priced = priceRide(book, {ride, false, {}});
    return priced ? priced->quote.due : -1;
}
} // namespace

class QuotingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePublicTariffGivesItsFares_data() {
        QTest::addColumn<QString>("tier");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<qint64>("due");
        QTest::newRow("adult 6:00") << "adult" << qint64(360) << qint64(15);
        QTest::newRow("adult 6:01") << "adult" << qint64(361) << qint64(18);
        QTest::newRow("adult 10") << "adult" << qint64(600) << qint64(25);
        QTest::newRow("adult 30") << "adult" << qint64(1800) << qint64(75);
        QTest::newRow("young 6:00") << "young" << qint64(360) << qint64(9);
        QTest::newRow("young 30") << "young" << qint64(1800) << qint64(45);
    }
    void thePublicTariffGivesItsFares() {
        QFETCH(QString, tier);
        QFETCH(qint64, seconds);
        QFETCH(qint64, due);
        Ride asked = ride("2025-06-01T00:00:00Z", 0, tier);
        asked.seconds = seconds;
        QCOMPARE(dueOf(*usualBook().book(), asked), due);
    }

    void aRideIsPricedByItsStart() {
        const auto book = usualBook().book();
        Ride asked = ride("2024-12-31T15:59:59Z", 10);
        asked.model = "fly";
        QCOMPARE(dueOf(*book, asked), 30);
        asked.start = at("2024-12-31T16:00:00Z");
        QCOMPARE(dueOf(*book, asked), 34);
    }

    void aSplitRideIsPricedByBothAndSaysSo() {
        const auto book = splitBook().book();
        const auto priced = priceRide(*book, {ride("2025-01-01T23:50:00Z", 30), true, {}});
        QVERIFY(priced);
        QCOMPARE(priced->quote.due, 15 + 10 + 100); // minutes 6–9 at 2.5, 10–29 at 5
        QCOMPARE(priced->parts.size(), std::size_t(2));
        QCOMPARE(priced->parts[1].fromMinute, 10);
        QVERIFY(priced->textZh.contains("NT$125") && priced->textEn.contains("NT$125"));
        QVERIFY(verifyQuote(*book, *priced).value().isEmpty());
    }

    void whatNoPlanIsForHasNoPrice() {
        const auto book = usualBook().book();
        Ride asked = ride("2025-06-01T00:00:00Z", 10, "senior");
        QCOMPARE(priceRide(*book, {asked, false, {}}).error().code, QString("no-price"));
        asked = ride("2018-06-01T00:00:00Z", 10);
        const auto early = priceRide(*book, {asked, false, {}});
        QCOMPARE(early.error().code, QString("no-price"));
        QVERIFY(early.error().kind == ErrorKind::NotFound);
        QCOMPARE(inForceFor(*book, asked).error().code, QString("no-price"));
        asked.start = at("2025-06-01T00:00:00Z");
        QCOMPARE(inForceFor(*book, asked)->plan.code, QString("adult"));
    }

    void theAnswerNamesWhatPricedIt() {
        const auto priced = priceRide(*usualBook().book(), {ride("2025-06-01T00:00:00Z", 10), false, "order-7"});
        QVERIFY(priced);
        QCOMPARE(priced->planCode, QString("adult"));
        QCOMPARE(priced->configId, 101);
        QCOMPARE(priced->intervalId, 1000);
        QCOMPARE(priced->supersedes, QString("order-7"));
        QVERIFY(priced->parts.empty() && priced->textZh.isEmpty());
        QCOMPARE(priced->fingerprint, fingerprintOf(meter(15, 6, 25)));
    }

    void aStoredQuoteComesOutTheSameAfterItsJson() {
        QRandomGenerator random(4);
        for (const auto &book : {usualBook().book(), splitBook().book()}) {
            for (int i = 0; i < 200; ++i) {
                Ride asked = ride("2025-01-01T00:00:00Z", 0);
                asked.start += Milliseconds(random.bounded(48 * 3'600'000));
                asked.seconds = random.bounded(90'000);
                asked.metres = random.bounded(90'000);
                const auto priced = priceRide(*book, {asked, false, {}});
                QVERIFY(priced);
                const auto stored = pricedRideFromJson(toJson(*priced));
                QVERIFY(stored);
                QVERIFY(verifyQuote(*book, *stored).value().isEmpty());
            }
        }
    }

    void aStoredQuoteThatWasTamperedWithIsFound() {
        const auto book = usualBook().book();
        auto stored = priceRide(*book, {ride("2025-06-01T00:00:00Z", 10), false, {}}).value();
        stored.quote.due = 20;
        stored.quote.lines[1].rate = 1;
        const auto differences = verifyQuote(*book, stored).value();
        QCOMPARE(differences.size(), 2);
        QVERIFY(differences.contains(QuoteDifference{"due", "20", "25"}));
        QVERIFY(differences.contains(QuoteDifference{"lines[1].rate", "0.0001", "2.5"}));
        stored.configId = 999;
        QCOMPARE(verifyQuote(*book, stored).error().code, QString("config-not-found"));
    }

    void aPreviewNeedsNoPlan() {
        const auto priced = previewRide(meter(20, 5, 40), ride("2025-06-01T00:00:00Z", 10), {});
        QVERIFY(priced);
        QCOMPARE(priced->quote.due, 40);
        QCOMPARE(priced->planId, 0);
        QVERIFY(priced->textEn.contains("NT$40"));
        QVERIFY(pricedRideFromJson(toJson(*priced))); // the console reads it
    }

    void aRequestIsReadStrictly() {
        const QJsonObject good{{"start", "2025-06-01T00:00:00Z"},
                               {"minutes", 10},
                               {"km", 3.2},
                               {"explain", true},
                               {"supersedes", "o"},
                               {"tier", "adult"}};
        const auto request = quoteRequestFromJson(good);
        QVERIFY(request);
        QVERIFY(request->isExplained);
        QCOMPARE(request->ride.metres, 3200);
        const auto fieldOf = [&](const QString &member, const QJsonValue &value) {
            QJsonObject bad = good;
            bad.insert(member, value);
            const auto read = quoteRequestFromJson(bad);
            return read ? QString() : read.error().fields.first().path;
        };
        QCOMPARE(fieldOf("minutes", -1), QString("minutes"));
        QCOMPARE(fieldOf("minutes", 1e12), QString("minutes"));
        QCOMPARE(fieldOf("km", -1), QString("km"));
        QCOMPARE(fieldOf("start", "2025-02-31T00:00:00Z"), QString("start"));
        QCOMPARE(fieldOf("time_zone", "Europe/Berlin"), QString("time_zone"));
        QCOMPARE(fieldOf("colour", "red"), QString("colour"));
        QCOMPARE(fieldOf("explain", "yes"), QString("explain"));
    }
};

QTEST_GUILESS_MAIN(QuotingTest)
#include "quoting_test.moc"
