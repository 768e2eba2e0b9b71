#include "services/demo/banned.h"
#include "tests/services/blocking/ban_world.h"

#include <QTest>

using namespace wemo;
using namespace wemo::blocking;
using namespace wemo::tests;

class BannedTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aListIsInventedOnceAndInForce_data() { StorageFixture::dialects(); }
    void aListIsInventedOnceAndInForce() {
        BanWorld world;
        BanService &service = world.service;
        const staff::Account admin{9, "admin", "Wang", staff::Role::Admin};
        QVERIFY(!service.isBanned("address", "203.0.113.9")); // the copy is there before the list is
        for (int time = 0; time < 2; ++time) {
            const auto seeded =
                demo::seedBans(world.fixture.database(), world.clock, service.secrets, service.lin, admin);
            QVERIFY2(seeded, seeded ? "" : qPrintable(seeded.error().detail));
        }
        BanFilter filter;
        QCOMPARE(service.list.page(filter, 100, {})->items.size(), 56);
        for (const auto &[state, count] : {std::pair(BanState::Expired, 1), std::pair(BanState::Lifted, 2)}) {
            filter.state = state;
            QCOMPARE(service.list.page(filter, 100, {})->items.size(), count);
        }
        filter.state.reset();
        filter.text = QString::fromUtf8("拒付");
        QCOMPARE(service.list.page(filter, 100, {})->items.size(), 40);
        QVERIFY(service.copy.catchUp());
        QVERIFY(service.isBanned("address", "203.0.113.9"));
        QVERIFY(service.isBanned("number", "+886978001234"));
        QVERIFY(!service.isBanned("number", "+886912345678")); // Mrs Lin
    }
};

QTEST_GUILESS_MAIN(BannedTest)
#include "banned_test.moc"
