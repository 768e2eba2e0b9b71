#include "tests/services/pricing/impact_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

namespace {
QList<Id> idsOf(const PastRides &rides) {
    QList<Id> ids;
    for (const auto &block : rides.blocks)
        ids += QList<Id>(block->ids.begin(), block->ids.end());
    return ids;
}

QList<Id> idsTo(Id last, Id first = 1) {
    QList<Id> ids;
    for (Id id = first; id <= last; ++id)
        ids.append(id);
    return ids;
}
} // namespace

class RideArchiveTest final : public QObject {
    Q_OBJECT

    std::atomic<qint64> m_read = 0;
    std::atomic<bool> m_isCanceled = false;

private Q_SLOTS:
    void init() {
        m_read = 0;
        m_isCanceled = false;
    }

    void ridesAreAsTheyWereWritten_data() { StorageFixture::dialects(); }
    void ridesAreAsTheyWereWritten() {
        StorageFixture storage;
        QList<PastRide> written = someRides(100);
        written[7].ride.packageHours = 4;
        written[7].ride.product = "hourly";
        QVERIFY(insertRides(storage.database(), written));
        RideArchive archive(storage.database());
        const PastRides rides = archive.upToDate(m_read, m_isCanceled).value();
        QCOMPARE(rides.count, 100);
        QCOMPARE(m_read.load(), 100);
        const RideBlock &block = *rides.blocks.front();
        for (std::size_t i = 0; i < 100; ++i) {
            const PastRide &past = written[static_cast<qsizetype>(i)];
            const RideKind &kind = (*rides.kinds)[block.kinds[i]];
            QCOMPARE(block.ids[i], past.id);
            QCOMPARE(block.starts[i], toMs(past.ride.start));
            QCOMPARE(qint64(block.seconds[i]), past.ride.seconds);
            QCOMPARE(qint64(block.metres[i]), past.ride.metres);
            QCOMPARE(kind.model, past.ride.model);
            QCOMPARE(kind.tier, past.ride.tier);
            QCOMPARE(kind.product, past.ride.product);
            QCOMPARE(kind.packageHours, past.ride.packageHours.value_or(0));
        }
        QCOMPARE(rides.kinds->size(), std::size_t(5));
    }

    void laterRidesAreAppended_data() { StorageFixture::dialects(); }
    void laterRidesAreAppended() {
        StorageFixture storage;
        RideArchive archive(storage.database());
        QCOMPARE(archive.upToDate(m_read, m_isCanceled)->count, 0);
        QVERIFY(insertRides(storage.database(), someRides(10)));
        const PastRides before = archive.upToDate(m_read, m_isCanceled).value();
        QVERIFY(insertRides(storage.database(), someRides(5, 11)));
        const PastRides after = archive.upToDate(m_read, m_isCanceled).value();
        QCOMPARE(idsOf(before), idsTo(10)); // whoever looks at it goes on seeing what he saw
        QCOMPARE(idsOf(after), idsTo(15));
        QCOMPARE(after.blocks.size(), std::size_t(1));
        QCOMPARE(m_read.load(), 15);
    }

    void manyAreReadOnTwoThreadsInOrder_data() { StorageFixture::dialects(); }
    void manyAreReadOnTwoThreadsInOrder() {
        StorageFixture storage;
        QVERIFY(insertRides(storage.database(), someRides(45'000)));
        RideArchive archive(storage.database());
        const PastRides rides = archive.upToDate(m_read, m_isCanceled).value();
        QCOMPARE(rides.count, 45'000);
        QVERIFY(idsOf(rides) == idsTo(45'000));
        QCOMPARE(rides.kinds->size(), std::size_t(4));
    }

    void theOldestAreLetGoOf() {
        StorageFixture storage(storage::Dialect::Sqlite);
        constexpr qint64 most = 20'000;
        RideArchive archive(storage.database(), most);
        QVERIFY(insertRides(storage.database(), someRides(25'000)));
        PastRides rides = archive.upToDate(m_read, m_isCanceled).value();
        QVERIFY(idsOf(rides) == idsTo(25'000, 5'001));
        QVERIFY(insertRides(storage.database(), someRides(18'000, 25'001)));
        rides = archive.upToDate(m_read, m_isCanceled).value();
        QVERIFY(rides.count <= most + qint64(RideBlock::most));
        QCOMPARE(idsOf(rides).last(), 43'000);
        QCOMPARE(rides.count, idsOf(rides).size());
    }

    void canceledItReadsNothingHalf() {
        StorageFixture storage(storage::Dialect::Sqlite);
        QVERIFY(insertRides(storage.database(), someRides(100)));
        RideArchive archive(storage.database());
        m_isCanceled = true;
        QVERIFY(archive.upToDate(m_read, m_isCanceled).error().kind == ErrorKind::Canceled);
        m_isCanceled = false;
        QVERIFY(idsOf(archive.upToDate(m_read, m_isCanceled).value()) == idsTo(100));
    }
};

QTEST_GUILESS_MAIN(RideArchiveTest)
#include "ride_archive_test.moc"
