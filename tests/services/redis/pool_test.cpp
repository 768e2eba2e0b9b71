#include "services/redis/pool.h"
#include "services/redis/server_check.h"
#include "tests/support/redis_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <thread>

using namespace wemo;
using namespace wemo::redis;
using wemo::tests::RedisServer;

class PoolTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsBinaryValues();
    void tellsErrorAnswersFromALostLink();
    void pipelineKeepsOrderAndErrors();
    void reusesConnections();
    void lostAndFoundAgain();
    void silentServerEndsInTime();
    void slowCommandEndsInTimeAndItsAnswerIsNobodys();
    void blockingCommandMayTakeLonger();
    void scriptOutlivesItsCache();
    void passwordAndDatabase();
    void refusesAServerThatEvicts();
    void manyThreadsShareThePool();
    void followsTheSentinelsToTheNewMaster();
};

void PoolTest::keepsBinaryValues() {
    RedisServer server;
    Pool pool(server.options());
    const std::string value("a\0b\r\n\xff", 6);
    QVERIFY(pool.command({"SET", value, value}));
    const auto back = pool.command({"GET", value});
    QVERIFY(back);
    QCOMPARE(back->text, value);
    QVERIFY(back->type == Reply::Type::Text);
    QVERIFY(pool.command({"GET", "nothing"})->isNil());
    QCOMPARE(pool.command({"INCR", "n"})->integer, 1);
}

void PoolTest::tellsErrorAnswersFromALostLink() {
    RedisServer server;
    Pool pool(server.options());
    auto connection = pool.lease();
    QVERIFY(connection && connection->command({"SET", "text", "secret"}));
    const auto wrong = connection->command({"LPUSH", "text", "x"});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().detail, QString("WRONGTYPE"));
    QVERIFY(wrong.error().kind == ErrorKind::Internal);
    QVERIFY2(connection->command({"PING"}), "an error answer does not cost the connection");
    server.kill();
    const auto lost = connection->command({"PING"});
    QVERIFY(!lost);
    QVERIFY(lost.error().kind == ErrorKind::Unavailable);
    QVERIFY(!connection->command({"PING"}));
    QVERIFY(!connection->pipeline({{"PING"}}));
}

void PoolTest::pipelineKeepsOrderAndErrors() {
    RedisServer server;
    Pool pool(server.options());
    auto connection = pool.lease();
    const auto replies = connection->pipeline({{"SET", "a", "1"}, {"LPUSH", "a", "x"}, {"INCR", "a"}});
    QVERIFY(replies);
    QCOMPARE(replies->size(), std::size_t(3));
    QVERIFY(replies->at(0).type == Reply::Type::Status);
    QVERIFY(replies->at(1).type == Reply::Type::Error);
    QCOMPARE(replies->at(2).integer, 2);
    QVERIFY(connection->pipeline({})->empty());
}

void PoolTest::reusesConnections() {
    RedisServer server;
    Pool pool(server.options());
    const auto first = pool.command({"CLIENT", "ID"});
    const auto second = pool.command({"CLIENT", "ID"});
    QCOMPARE(first->integer, second->integer);
    auto one = pool.lease();
    auto other = pool.lease();
    QVERIFY(one->command({"CLIENT", "ID"})->integer != other->command({"CLIENT", "ID"})->integer);
}

void PoolTest::lostAndFoundAgain() {
    RedisServer server({.keepsData = true});
    Pool pool(server.options());
    QVERIFY(pool.command({"SET", "kept", "yes"}));
    server.kill();
    QVERIFY(pool.ping().error().kind == ErrorKind::Unavailable);
    QVERIFY(pool.ping().error().kind == ErrorKind::Unavailable);
    QVERIFY(server.start());
    QCOMPARE(pool.command({"GET", "kept"})->text, std::string("yes"));
    // Restarted while the connection lay idle: not even noticed.
    server.kill();
    QVERIFY(server.start());
    QCOMPARE(pool.command({"GET", "kept"})->text, std::string("yes"));
}

void PoolTest::silentServerEndsInTime() {
    RedisServer server;
    Options options = server.options();
    options.connectTimeout = options.commandTimeout = Milliseconds(200);
    Pool pool(options);
    QVERIFY(pool.ping());
    server.freeze(true);
    QElapsedTimer since;
    since.start();
    const auto known = pool.ping();
    const auto fresh = pool.ping();
    const qint64 took = since.elapsed();
    server.freeze(false);
    QCOMPARE(known.error().code, QString("redis-timeout"));
    QVERIFY(fresh.error().kind == ErrorKind::Unavailable);
    QVERIFY2(took < 2000, qPrintable(QString::number(took)));
    QTRY_VERIFY(pool.ping().has_value());
}

void PoolTest::slowCommandEndsInTimeAndItsAnswerIsNobodys() {
    RedisServer server;
    Options options = server.options();
    options.commandTimeout = Milliseconds(100);
    Pool pool(options);
    QVERIFY(pool.command({"SET", "k", "v"}));
    QCOMPARE(pool.command({"DEBUG", "SLEEP", "0.4"}).error().code, QString("redis-timeout"));
    // What comes late belongs to a connection that is closed, never to the next caller.
    QTRY_COMPARE(pool.command({"GET", "k"}).value_or(Reply()).text, std::string("v"));
}

void PoolTest::blockingCommandMayTakeLonger() {
    RedisServer server;
    Options options = server.options();
    options.commandTimeout = Milliseconds(100);
    Pool pool(options);
    auto connection = pool.lease();
    const auto nothing = connection->command({"BLPOP", "list", "0.3"}, Milliseconds(5000));
    QVERIFY(nothing && nothing->isNil());
    QCOMPARE(connection->command({"DEBUG", "SLEEP", "0.5"}).error().code, QString("redis-timeout"));
}

void PoolTest::scriptOutlivesItsCache() {
    RedisServer server;
    Pool pool(server.options());
    const Script script("return {KEYS[1], ARGV[1], redis.call('INCR', KEYS[1])}");
    auto connection = pool.lease();
    QCOMPARE(script.run(*connection, {"k"}, {"a"})->items.at(2).integer, 1);
    QVERIFY(connection->command({"SCRIPT", "FLUSH"}));
    const auto again = script.run(*connection, {"k"}, {"a"});
    QCOMPARE(again->items.at(0).text, std::string("k"));
    QCOMPARE(again->items.at(2).integer, 2);
    QVERIFY(!Script("return redis.call('NOPE')").run(*connection, {}, {}));
}

void PoolTest::passwordAndDatabase() {
    RedisServer server({.arguments = {"--requirepass", "s3cret"}});
    Options options = server.options();
    QVERIFY(Pool(options).ping().error().kind == ErrorKind::Unavailable);
    options.password = "wrong";
    QVERIFY(Pool(options).ping().error().kind == ErrorKind::Unavailable);
    options.password = "s3cret";
    QVERIFY(Pool(options).command({"SET", "in", "0"}));
    options.database = 3;
    Pool third(options);
    QVERIFY(third.command({"GET", "in"})->isNil());
    QCOMPARE(third.command({"CLIENT", "GETNAME"})->text, std::string("wemo-service"));
    options.username = "default";
    QVERIFY(Pool(options).ping());
}

void PoolTest::refusesAServerThatEvicts() {
    RedisServer server;
    Pool pool(server.options());
    auto connection = pool.lease();
    QVERIFY(checkServer(*connection));
    QVERIFY(connection->command({"CONFIG", "SET", "maxmemory-policy", "allkeys-lru"}));
    const auto refused = checkServer(*connection);
    QCOMPARE(refused.error().code, QString("redis-evicts"));
    QVERIFY(refused.error().message.contains("noeviction"));
}

void PoolTest::manyThreadsShareThePool() {
    RedisServer server;
    Pool pool(server.options());
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 200; ++i)
                failures += pool.command({"INCR", "n"}) ? 0 : 1;
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(pool.command({"GET", "n"})->text, std::string("800"));
}

void PoolTest::followsTheSentinelsToTheNewMaster() {
    const int masterPort = tests::freeTcpPort();
    const int replicaPort = tests::freeTcpPort();
    const int sentinelPort = tests::freeTcpPort();
    RedisServer master({.tcpPort = masterPort});
    RedisServer replica(
        {.tcpPort = replicaPort,
         .arguments = {"--replicaof", "127.0.0.1", QString::number(masterPort), "--repl-diskless-sync-delay", "0"}});
    QTemporaryDir folder;
    QFile config(folder.filePath("sentinel.conf"));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(QString("port %1\nbind 127.0.0.1\ndir %2\nsentinel monitor rides 127.0.0.1 %3 1\n"
                         "sentinel down-after-milliseconds rides 30000\nsentinel failover-timeout rides 2000\n")
                     .arg(sentinelPort)
                     .arg(folder.path())
                     .arg(masterPort)
                     .toUtf8());
    config.close();
    tests::Subprocess sentinel({.command = {"redis-server", config.fileName(), "--sentinel"}, .folder = folder.path()});

    Options options;
    options.sentinels = {{"127.0.0.1", 1}, {"127.0.0.1", sentinelPort}}; // the first is down
    options.sentinelMaster = "rides";
    Pool pool(options);
    QTRY_VERIFY_WITH_TIMEOUT(pool.ping().has_value(), 10'000);
    QCOMPARE(pool.command({"CONFIG", "GET", "port"})->items.at(1).text, std::to_string(masterPort));
    Pool direct(replica.options());
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const auto role = direct.command({"ROLE"});
            return role && role->items.size() > 3 && role->items[3].text == "connected";
        }(),
        20'000);
    Options watcher;
    watcher.port = sentinelPort;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] { // the Sentinel has heard of the replica
            const auto replicas = Pool(watcher).command({"SENTINEL", "replicas", "rides"});
            return replicas && !replicas->items.empty();
        }(),
        20'000);
    // Only now: on a busy machine it would have taken a slow master for a dead one before.
    QVERIFY(Pool(watcher).command({"SENTINEL", "SET", "rides", "down-after-milliseconds", "300"}));
    master.kill();
    QTRY_VERIFY_WITH_TIMEOUT(pool.command({"SET", "k", "v"}).has_value(), 30'000);
    QCOMPARE(pool.command({"CONFIG", "GET", "port"})->items.at(1).text, std::to_string(replicaPort));
}

QTEST_GUILESS_MAIN(PoolTest)
#include "pool_test.moc"
