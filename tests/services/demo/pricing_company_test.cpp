#include "services/demo/pricing_company.h"
#include "services/demo/ride_invention.h"
#include "services/pricing/quoting.h"
#include "services/pricing/ride_archive.h"
#include "services/pricing/store.h"
#include "services/pricing/store_book.h"
#include "tests/support/fake_clock.h"
#include "tests/support/storage_fixture.h"

#include <QTest>

using namespace wemo;
using namespace wemo::demo;
using namespace wemo::pricing;
using wemo::tests::FakeClock;
using wemo::tests::StorageFixture;

namespace {
const PricingCompany::People twoOfThem{{11, "pricing", "陳柏翰", staff::Role::Pricing},
                                       {12, "pricing2", "黃淑芬", staff::Role::Pricing}};
const std::atomic<bool> never = false;
const std::atomic<bool> always = true;

PricingCompany company(StorageFixture &storage, const Clock &clock, int rides) {
    return PricingCompany(storage.database(), clock, twoOfThem, {rides, 7});
}

std::shared_ptr<const PriceBook> bookOf(storage::Database &database) {
    return std::make_shared<const PriceBook>(StoreBook(database).load().value());
}

qint64 count(storage::Database &database) {
    const auto rows = database.read([](storage::Connection &c) {
        return c.query("pricing/rides_after", {{"after", 0}});
    });
    return rows ? rows->first().integer("count") : -1;
}

qint64 due(const PriceBook &book, const char *product, const QString &tier, qint64 minutes, qint64 metres,
           std::optional<qint64> hours = {}) {
    Ride ride;
    ride.product = QString::fromLatin1(product);
    ride.model = "candy";
    ride.tier = tier;
    ride.pickupZone = ride.returnZone = "taipei";
    ride.start = fromIso(u"2026-06-01T10:00:00+08:00").value();
    ride.seconds = minutes * 60;
    ride.metres = metres;
    ride.packageHours = hours;
    const auto priced = priceRide(book, {ride, false, {}});
    return priced ? priced->quote.due : -1;
}
} // namespace

class PricingCompanyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePublicFactsAreExact_data() { StorageFixture::dialects(); }
    void thePublicFactsAreExact() {
        StorageFixture storage;
        FakeClock clock;
        QVERIFY(company(storage, clock, 0).seedPrices());
        const auto book = bookOf(storage.database());
        QCOMPARE(due(*book, "per_minute", "adult", 6, 20'000), 15);
        QCOMPARE(due(*book, "per_minute", "adult", 7, 20'000), 18); // 17.5
        QCOMPARE(due(*book, "per_minute", "adult", 30, 20'000), 75);
        QCOMPARE(due(*book, "per_minute", "young", 6, 20'000), 9);
        QCOMPARE(due(*book, "per_minute", "young", 30, 20'000), 45);
        for (const qint64 hours : {4, 10, 30, 66}) {
            const qint64 bare = due(*book, "hourly", "adult", hours * 60, 1000, hours);
            QVERIFY(bare > 0);
            QCOMPARE(due(*book, "hourly", "adult", hours * 60 + 10, 1000, hours), bare + 30);
        }
        const qint64 far = due(*book, "hourly", "adult", 60, 400'000, 66);
        QCOMPARE(due(*book, "hourly", "adult", 60, 402'000, 66), far + 7); // 3.5/km
    }

    void everyIdCanBeAskedFor() {
        const InventedPricing made = inventPricing(FakeClock().now());
        QSet<Id> ids;
        const auto isNew = [&ids](Id id) {
            const bool isUsed = ids.contains(id);
            ids.insert(id);
            return !isUsed && idFromString(idToString(id)) == id;
        };
        for (const Plan &plan : made.plans)
            QVERIFY(isNew(plan.id));
        for (const ConfigRecord &record : made.configs)
            QVERIFY(isNew(record.id));
        for (const Interval &interval : made.intervals)
            QVERIFY(isNew(interval.id));
    }

    void whateverIsNotPublicSaysSo() {
        const InventedPricing made = inventPricing(FakeClock().now());
        int publicPlans = 0;
        for (const Plan &plan : made.plans) {
            QCOMPARE(plan.nameZh.contains("（虛構）"), plan.isInvented);
            QCOMPARE(plan.nameEn.contains("(invented)"), plan.isInvented);
            publicPlans += !plan.isInvented;
        }
        QCOMPARE(publicPlans, 2);
        for (const ConfigRecord &record : made.configs)
            QVERIFY(check(*record.config).isEmpty());
    }

    void everyPlanHasOnePriceAtEveryInstantAndNoTwoAreAmbiguous() {
        const InventedPricing made = inventPricing(FakeClock().now());
        for (const Plan &plan : made.plans) {
            for (const Plan &other : made.plans)
                QVERIFY2(!isAmbiguous(plan, other), qPrintable(plan.code + " and " + other.code));
            QList<Interval> own;
            for (const Interval &interval : made.intervals)
                if (interval.planId == plan.id)
                    own.append(interval);
            QVERIFY(!own.isEmpty());
            QVERIFY2(gapsIn(own, fromMs(4'000'000'000'000)).isEmpty(), qPrintable(plan.code));
            for (const Interval &one : own)
                for (const Interval &other : own)
                    QVERIFY(one.id == other.id || !isPublished(one) || !isPublished(other) || !one.overlaps(other));
        }
    }

    void thereIsOneOfEachStep_data() { StorageFixture::dialects(); }
    void thereIsOneOfEachStep() {
        StorageFixture storage;
        FakeClock clock;
        QVERIFY(company(storage, clock, 0).seedPrices());
        QMap<int, int> counts;
        const auto intervals = storage.database().read(
            [&](storage::Connection &connection) { return Store(connection).intervals(clock.now()); });
        QVERIFY(intervals);
        for (const Interval &interval : *intervals) {
            ++counts[static_cast<int>(statusOf(interval, clock.now()))];
            QCOMPARE(interval.author, twoOfThem.writer.displayName);
            if (isPublished(interval))
                QVERIFY(interval.approver == twoOfThem.checker.displayName && interval.authorId == twoOfThem.writer.id);
        }
        QCOMPARE(counts[static_cast<int>(IntervalStatus::Draft)], 1);
        QCOMPARE(counts[static_cast<int>(IntervalStatus::Submitted)], 1);
        QCOMPARE(counts[static_cast<int>(IntervalStatus::Scheduled)], 1);
        QCOMPARE(counts[static_cast<int>(IntervalStatus::Effective)], 17);
        QVERIFY(counts[static_cast<int>(IntervalStatus::Ended)] > 25);
        const InventedPricing made = inventPricing(clock.now());
        QCOMPARE(made.campaign.items.size(), 8);
        for (const CampaignItem &item : made.campaign.items)
            QVERIFY(!bookOf(storage.database())->config(item.baseConfigId)->config->components.empty());
    }

    void twiceIsOnce() {
        StorageFixture storage(storage::Dialect::Sqlite);
        FakeClock clock;
        PricingCompany first = company(storage, clock, 12'000);
        QVERIFY(first.seedPrices());
        QVERIFY(first.seedRides(never));
        const qint64 version = StoreBook(storage.database()).version().value();
        clock.advance(std::chrono::hours(100));
        QVERIFY(first.seedPrices());
        QVERIFY(first.seedRides(never));
        QCOMPARE(StoreBook(storage.database()).version().value(), version);
        QCOMPARE(count(storage.database()), 12'000);
    }

    void ridesAreAllThereAndPriced_data() { StorageFixture::dialects(); }
    void ridesAreAllThereAndPriced() {
        StorageFixture storage;
        FakeClock clock;
        PricingCompany demo = company(storage, clock, 12'000);
        QVERIFY(demo.seedPrices());
        QCOMPARE(demo.seedRides(always).error().kind == ErrorKind::Canceled, true);
        QVERIFY(demo.seedRides(never));
        std::atomic<qint64> read = 0;
        const PastRides rides = RideArchive(storage.database()).upToDate(read, never).value();
        QCOMPARE(rides.count, 12'000);
        QVERIFY(rides.blocks.front()->starts.front() < toMs(clock.now()) - 390LL * 86'400'000);
        QVERIFY(rides.blocks.back()->starts.back() > toMs(clock.now()) - 86'400'000);
        QVERIFY(rides.kinds->size() > 40);
    }

    void aVehicleGoesOnWhereItStopped() {
        RideInvention invention(FakeClock().now(), 20'000, 7);
        QHash<int, InventedRide> last;
        Id id = 0;
        int across = 0;
        for (int i = 0; i < 20'000; ++i) {
            const InventedRide made = invention.next();
            QVERIFY(made.id > id);
            id = made.id;
            QVERIFY(made.end > made.ride.start && made.end <= FakeClock().now());
            QVERIFY(made.batteryEnd >= 0 && made.batteryEnd < made.batteryStart && made.batteryStart <= 100);
            QVERIFY(check(made.ride).isEmpty());
            across += made.ride.pickupZone != made.ride.returnZone;
            if (const auto before = last.constFind(made.vehicle); before != last.constEnd()) {
                QCOMPARE(made.odometerStart, before->odometerEnd);
                QCOMPARE(made.ride.pickupZone, before->ride.pickupZone);
                QVERIFY(made.ride.start >= before->end);
            }
            QCOMPARE(made.odometerEnd - made.odometerStart, made.ride.metres);
            last.insert(made.vehicle, made);
        }
        QVERIFY(across > 400 && across < 2'000);
    }

    void theSameSeedGivesTheSameRides() {
        RideInvention one(FakeClock().now(), 500, 7), same(FakeClock().now(), 500, 7), other(FakeClock().now(), 500, 8);
        int differ = 0;
        for (int i = 0; i < 500; ++i) {
            const InventedRide a = one.next(), b = same.next();
            QVERIFY(a.ride == b.ride && a.id == b.id && a.vehicle == b.vehicle && a.batteryEnd == b.batteryEnd);
            differ += !(other.next().ride == a.ride);
        }
        QVERIFY(differ > 400);
    }
};

QTEST_GUILESS_MAIN(PricingCompanyTest)
#include "pricing_company_test.moc"
