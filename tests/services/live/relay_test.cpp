#include "services/live/outbox.h"
#include "tests/support/redis_server.h"
#include "tests/support/storage_fixture.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

#include <thread>

using namespace wemo;
using namespace wemo::live;
using wemo::tests::RedisServer;
using wemo::tests::StorageFixture;

namespace {
constexpr QLatin1StringView type{"sms.message"};

Result<void> put(storage::Database &database, int number, bool job = false) {
    return database.write([&](storage::Connection &connection) -> Result<void> {
        if (job)
            return Outbox::addJob(connection, "sms",
                                  {"submit", R"({"名":1})", "sms-" + std::to_string(number), {.attempts = 7}});
        return Outbox::addEvent(connection, type, {{"n", number}, {"by", "it's 'quoted' 名"}});
    });
}

std::vector<int> published(redis::Pool &pool) {
    std::vector<int> numbers;
    const auto entries = pool.command({"XRANGE", "wemo:live", "-", "+"});
    if (entries)
        for (const redis::Reply &entry : entries->items)
            numbers.push_back(
                QJsonDocument::fromJson(QByteArray::fromStdString(entry.items[1].items[3].text))["n"].toInt());
    return numbers;
}

std::vector<int> range(int from, int to) {
    std::vector<int> numbers;
    for (int i = from; i <= to; ++i)
        numbers.push_back(i);
    return numbers;
}
} // namespace

class RelayTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void movesInOrder_data() { StorageFixture::dialects(); }
    void movesInOrder();
    void rolledBackRowsNeverLeave_data() { StorageFixture::dialects(); }
    void rolledBackRowsNeverLeave();
    void jobsGoToTheirQueueOnce_data() { StorageFixture::dialects(); }
    void jobsGoToTheirQueueOnce();
    void waitsWhileRedisIsDown_data() { StorageFixture::dialects(); }
    void waitsWhileRedisIsDown();
    void wakesAtOnce_data() { StorageFixture::dialects(); }
    void wakesAtOnce();
    void twoRelaysMoveEachRowOnce();
    void lateCommitOfALowerIdIsNotLost();
};

void RelayTest::movesInOrder() {
    StorageFixture fixture;
    RedisServer server;
    redis::Pool pool(server.options());
    for (int i = 1; i <= 450; ++i) // more than two batches
        QVERIFY(put(fixture.database(), i));
    Relay relay(fixture.database(), pool, {});
    const auto moved = relay.drain();
    QVERIFY2(moved.has_value(), moved ? "" : qPrintable(moved.error().detail));
    QCOMPARE(*moved, 450);
    QVERIFY(published(pool) == range(1, 450));
    QCOMPARE(*relay.drain(), 0);
}

void RelayTest::rolledBackRowsNeverLeave() {
    StorageFixture fixture;
    RedisServer server;
    redis::Pool pool(server.options());
    const auto failed = fixture.database().write([](storage::Connection &connection) -> Result<void> {
        if (const auto added = Outbox::addEvent(connection, type, {{"n", 1}}); !added)
            return added;
        return failure(ErrorKind::Conflict, "no", "No.");
    });
    QCOMPARE(failed.error().code, QString("no"));
    QCOMPARE(*Relay(fixture.database(), pool, {}).drain(), 0);
}

void RelayTest::jobsGoToTheirQueueOnce() {
    StorageFixture fixture;
    RedisServer server;
    redis::Pool pool(server.options());
    queue::Queue sms(pool, "sms");
    QVERIFY(sms.add({"submit", "{}", "sms-1"})); // as after a crash between publishing and removing
    QVERIFY(put(fixture.database(), 1, true));
    QVERIFY(put(fixture.database(), 2, true));
    Relay relay(fixture.database(), pool, {&sms});
    QCOMPARE(*relay.drain(), 2);
    QCOMPARE(sms.counts()->waiting, 2);
    QCOMPARE(pool.command({"HGET", "bull:sms:sms-2", "data"})->text, std::string(R"({"名":1})"));
    QCOMPARE(queue::jobOptionsFromJson(pool.command({"HGET", "bull:sms:sms-2", "opts"})->text).attempts, 7);
}

void RelayTest::waitsWhileRedisIsDown() {
    StorageFixture fixture;
    RedisServer server({.keepsData = true});
    redis::Pool pool(server.options());
    Relay relay(fixture.database(), pool, {});
    relay.start();
    QVERIFY(put(fixture.database(), 1));
    relay.wake();
    QTRY_VERIFY(published(pool) == range(1, 1));
    server.kill();
    for (int i = 2; i <= 5; ++i) {
        QVERIFY(put(fixture.database(), i));
        relay.wake();
    }
    QVERIFY(relay.drain().error().kind == ErrorKind::Unavailable);
    QVERIFY(server.start());
    QTRY_VERIFY_WITH_TIMEOUT(published(pool) == range(1, 5), 10'000);
}

void RelayTest::wakesAtOnce() {
    StorageFixture fixture;
    RedisServer server;
    redis::Pool pool(server.options());
    Relay relay(fixture.database(), pool, {});
    relay.start();
    QElapsedTimer since;
    since.start();
    for (int i = 1; i <= 20; ++i) {
        QVERIFY(put(fixture.database(), i));
        relay.wake();
        while (published(pool).size() < static_cast<std::size_t>(i) && since.elapsed() < 20'000)
            std::this_thread::yield();
    }
    QVERIFY2(since.elapsed() < 5000, qPrintable(QString::number(since.elapsed()))); // 20 ticks would be 20 s
    QVERIFY(published(pool) == range(1, 20));
}

void RelayTest::twoRelaysMoveEachRowOnce() {
    StorageFixture fixture(storage::Dialect::Postgres);
    RedisServer server;
    redis::Pool pool(server.options());
    const auto sister = storage::Database::open(fixture.options());
    Relay first(fixture.database(), pool, {});
    Relay second(**sister, pool, {});
    first.start();
    second.start();
    for (int i = 1; i <= 300; ++i) {
        QVERIFY(put(i % 2 ? fixture.database() : **sister, i));
        (i % 2 ? second : first).wake();
    }
    QTRY_VERIFY(published(pool).size() >= 300);
    QVERIFY(published(pool) == range(1, 300));
}

void RelayTest::lateCommitOfALowerIdIsNotLost() {
    StorageFixture fixture(storage::Dialect::Postgres);
    RedisServer server;
    redis::Pool pool(server.options());
    Relay relay(fixture.database(), pool, {});
    const auto late = fixture.database().write([&](storage::Connection &connection) -> Result<void> {
        if (const auto added = Outbox::addEvent(connection, type, {{"n", 1}}); !added)
            return added;
        Result<int> moved = 0;
        std::thread([&] { // another request commits, and is moved, in the meantime
            (void)put(fixture.database(), 2);
            moved = relay.drain();
        })
            .join();
        return moved && *moved == 1 ? Result<void>() : failure(ErrorKind::Internal, "not-moved", "");
    });
    QVERIFY(late);
    QCOMPARE(*relay.drain(), 1);
    QVERIFY(published(pool) == (std::vector<int>{2, 1}));
}

QTEST_GUILESS_MAIN(RelayTest)
#include "relay_test.moc"
