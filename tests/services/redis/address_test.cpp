#include "services/redis/address.h"
#include "services/storage/address.h"

#include <QTest>

using namespace wemo;

class AddressTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void redisAddressesAreRead() {
        const auto tcp = redis::optionsFromUrl("redis://wemo@cache.example.com:6380/3");
        QVERIFY(tcp);
        QCOMPARE(tcp->host, std::string("cache.example.com"));
        QCOMPARE(tcp->username, std::string("wemo"));
        QCOMPARE(tcp->port, 6380);
        QCOMPARE(tcp->database, 3);
        QCOMPARE(redis::optionsFromUrl("redis://h")->port, 6379);
        QCOMPARE(redis::optionsFromUrl("unix:///run/redis.sock?database=2")->unixSocket,
                 std::string("/run/redis.sock"));
        QCOMPARE(redis::optionsFromUrl("unix:///run/redis.sock?database=2")->database, 2);
        const auto sentinel = redis::optionsFromUrl("sentinel://a:1,b/mymaster/4");
        QVERIFY(sentinel);
        QCOMPARE(sentinel->sentinels.size(), std::size_t(2));
        QCOMPARE(sentinel->sentinels[1].second, 26379);
        QCOMPARE(sentinel->sentinelMaster, std::string("mymaster"));
        QCOMPARE(sentinel->database, 4);
        for (const char *bad : {"", "host", "http://h", "redis://", "redis://h/x", "redis://h/-1", "unix://",
                                "sentinel://a", "sentinel:///m", "redis://:hunter2@h"}) {
            const auto refused = redis::optionsFromUrl(bad);
            QVERIFY2(!refused, bad);
            QVERIFY(!refused.error().message.contains("hunter2"));
        }
    }

    void storeAddressesAreRead() {
        QCOMPARE(storage::optionsFromUrl("sqlite:///var/lib/wemo.db", "")->path, "/var/lib/wemo.db");
        const auto postgres = storage::optionsFromUrl("postgresql://wemo@db.example.com/console?sslmode=require", "pw");
        QVERIFY(postgres);
        QVERIFY(postgres->dialect == storage::Dialect::Postgres);
        QCOMPARE(postgres->host, "db.example.com");
        QCOMPARE(postgres->database, "console");
        QCOMPARE(postgres->user, "wemo");
        QCOMPARE(postgres->password, "pw");
        QCOMPARE(postgres->connectOptions, "sslmode=require");
        for (const char *bad : {"", "mysql://h/d", "sqlite://", "postgresql://h", "postgresql://u:hunter2@h/d"}) {
            const auto refused = storage::optionsFromUrl(bad, "");
            QVERIFY2(!refused, bad);
            QVERIFY(!refused.error().message.contains("hunter2"));
        }
    }
};

QTEST_APPLESS_MAIN(AddressTest)
#include "address_test.moc"
