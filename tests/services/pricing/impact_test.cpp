#include "services/pricing/impact_run.h"
#include "tests/services/pricing/impact_world.h"

#include <QTest>

#include <numeric>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

namespace {
/// What the impact must say, ride by ride and the long way round.
Impact byHand(const QList<PastRide> &rides, const PriceBook &book, const ImpactRequest &request) {
    Impact impact;
    for (const PastRide &past : rides) {
        if (past.ride.start < request.from || past.ride.start >= request.to)
            continue;
        const auto before = priceRide(book, {past.ride, false, {}});
        Result<Quote> after = failure(ErrorKind::NotFound, "none", "None");
        if (before) {
            after = before->quote;
            for (const PriceChange &change : request.changes)
                if (change.planId == before->planId)
                    after = quote(change.config, past.ride);
        }
        if (!after) {
            ++impact.skipped;
            continue;
        }
        Impact one;
        one.total.add(before->quote.due, after->due);
        one.byPlan[before->planCode] = one.byZone[past.ride.pickupZone] = one.byTier[past.ride.tier] = one.total;
        ++one.histogram[static_cast<std::size_t>(Impact::binOf(after->due - before->quote.due))];
        const ImpactMover mover{past.id, before->quote.due, after->due, before->planCode};
        if (mover.after != mover.before)
            (mover.after > mover.before ? one.up : one.down).append(mover);
        impact.merge(one);
    }
    return impact;
}
} // namespace

class ImpactTest final : public QObject {
    Q_OBJECT

    std::atomic<qint64> m_done = 0;
    std::atomic<bool> m_isCanceled = false;

private Q_SLOTS:
    void init() {
        m_done = 0;
        m_isCanceled = false;
    }

    void itSaysWhatPricingEachRideTwiceSays_data() {
        QTest::addColumn<storage::Dialect>("dialect");
        QTest::addColumn<bool>("isSplit");
        for (const auto dialect : {storage::Dialect::Sqlite, storage::Dialect::Postgres})
            for (const bool isSplit : {false, true})
                QTest::addRow("%s, %s", dialect == storage::Dialect::Sqlite ? "sqlite" : "postgres",
                              isSplit ? "split" : "by the start")
                    << dialect << isSplit;
    }
    void itSaysWhatPricingEachRideTwiceSays() {
        QFETCH(bool, isSplit);
        StorageFixture storage;
        QList<PastRide> rides = someRides(3000);
        rides[100].ride.tier = "senior"; // whom no plan is for
        QVERIFY(insertRides(storage.database(), rides));
        BookBuilder builder = usualBook();
        builder.parts().plans[2].boundary = isSplit ? BoundaryRule::Split : BoundaryRule::Start;
        // A boundary in the middle of the rides, for plan 3.
        builder.parts().intervals[2].to = builder.parts().intervals[3].from = at("2025-01-02T06:00:30Z");
        const auto book = builder.book();
        const ImpactRequest request{
            {{1, meter(16, 6, 25)}, {3, meter(20, 10, 30)}}, at("2025-01-01T01:00:00Z"), at("2025-01-03T00:00:00Z")};
        const auto impact = measureImpact(inMemory(storage.database()), *book, request, m_done, m_isCanceled);
        QVERIFY(impact);
        QCOMPARE(toJson(*impact), toJson(byHand(rides, *book, request)));
        QCOMPARE(impact->skipped, 1);
        QCOMPARE(m_done.load(), 3000);
        QVERIFY(impact->total.more > 0 && impact->total.less > 0);
        QCOMPARE(impact->byPlan["young"].more, 0);
        QCOMPARE(std::accumulate(impact->histogram.begin(), impact->histogram.end(), qint64(0)), impact->total.rides);
    }

    void noChangeChangesNothing() {
        StorageFixture storage(storage::Dialect::Sqlite);
        QVERIFY(insertRides(storage.database(), someRides(500)));
        const auto book = usualBook().book();
        const ImpactRequest request{{}, at("2025-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z")};
        const auto impact = measureImpact(inMemory(storage.database()), *book, request, m_done, m_isCanceled);
        QVERIFY(impact);
        QCOMPARE(impact->total.rides, 500);
        QCOMPARE(impact->total.before, impact->total.after);
        QVERIFY(impact->up.isEmpty() && impact->down.isEmpty());
    }

    void aRideTheChangeWouldNotSellIsSkipped() {
        StorageFixture storage(storage::Dialect::Sqlite);
        QVERIFY(insertRides(storage.database(), someRides(90)));
        Config hourly;
        hourly.components = {Packages{{{4, 200 * perTwd, 40, 3 * perTwd, 35'000}}}};
        const ImpactRequest request{{{2, hourly}}, at("2025-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z")};
        const auto book = usualBook().book();
        const auto impact = measureImpact(inMemory(storage.database()), *book, request, m_done, m_isCanceled);
        QVERIFY(impact);
        QCOMPARE(impact->skipped, 30);
        QCOMPARE(impact->total.rides, 60);
    }

    void canceledItEnds() {
        StorageFixture storage(storage::Dialect::Sqlite);
        QVERIFY(insertRides(storage.database(), someRides(100)));
        m_isCanceled = true;
        const auto book = usualBook().book();
        const auto impact = measureImpact(inMemory(storage.database()), *book, {}, m_done, m_isCanceled);
        QVERIFY(!impact && impact.error().kind == ErrorKind::Canceled);
        QCOMPARE(m_done.load(), 0);
    }
};

QTEST_GUILESS_MAIN(ImpactTest)
#include "impact_test.moc"
