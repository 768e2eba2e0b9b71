#include "services/redis/redis_child.h"
#include "tests/support/subprocess.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace wemo;
using namespace wemo::redis;

namespace {
RedisChild::Options optionsIn(const QTemporaryDir &folder) {
    RedisChild::Options options;
    options.folder = folder.path().toStdString();
    options.socket = options.folder + "/r.sock";
    return options;
}
} // namespace

class RedisChildTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsAnswersAndStops();
    void keepsItsDataOverARestart();
    void startsAgainAfterADeath();
    void neverOutlivesTheService();
    void tooLongAPathIsRefused();
    void brokenFolderIsSaid();
};

void RedisChildTest::startsAnswersAndStops() {
    const QTemporaryDir folder;
    RedisChild child(optionsIn(folder));
    QVERIFY(child.start());
    Pool pool(child.connection());
    QCOMPARE(pool.command({"CONFIG", "GET", "port"})->items.at(1).text, std::string("0"));
    QCOMPARE(pool.command({"CONFIG", "GET", "maxmemory-policy"})->items.at(1).text, std::string("noeviction"));
    QCOMPARE(pool.command({"CONFIG", "GET", "appendfsync"})->items.at(1).text, std::string("everysec"));
    const pid_t pid = child.pid();
    child.stop();
    QVERIFY(::kill(pid, 0) != 0);
    QVERIFY(!pool.ping());
    child.stop(); // harmless
}

void RedisChildTest::keepsItsDataOverARestart() {
    const QTemporaryDir folder;
    {
        RedisChild child(optionsIn(folder));
        QVERIFY(child.start());
        QVERIFY(Pool(child.connection()).command({"SET", "k", "v"}));
    }
    RedisChild child(optionsIn(folder));
    QVERIFY(child.start());
    QCOMPARE(Pool(child.connection()).command({"GET", "k"})->text, std::string("v"));
}

void RedisChildTest::startsAgainAfterADeath() {
    const QTemporaryDir folder;
    RedisChild child(optionsIn(folder));
    QVERIFY(child.start());
    Pool pool(child.connection());
    for (int death = 1; death <= 2; ++death) {
        QVERIFY(pool.command({"INCR", "n"}));
        ::kill(child.pid(), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(child.restarts(), death, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(pool.command({"GET", "n"}).value_or(Reply()).text, std::to_string(death), 10'000);
    }
}

void RedisChildTest::neverOutlivesTheService() {
    const QTemporaryDir folder;
    const std::string lockPath = folder.filePath("lock").toStdString();
    int tell[2];
    QVERIFY(::pipe(tell) == 0);
    const pid_t service = ::fork();
    if (service == 0) {
        RedisChild::Options options = optionsIn(folder);
        options.lockFd = ::open(lockPath.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        (void)::flock(options.lockFd, LOCK_EX | LOCK_NB);
        RedisChild child(options);
        const pid_t pid = child.start() ? child.pid() : -1;
        (void)!::write(tell[1], &pid, sizeof pid);
        for (;;)
            ::pause();
    }
    ::close(tell[1]); // so that a child which fails ends the wait below
    pid_t redis = -1;
    QVERIFY(::read(tell[0], &redis, sizeof redis) == sizeof redis);
    QVERIFY(redis > 0);
    Pool pool(RedisChild(optionsIn(folder)).connection());
    QVERIFY(pool.command({"SET", "last", "word"}));
    const int lock = ::open(lockPath.c_str(), O_RDWR | O_CLOEXEC);
    QVERIFY(::flock(lock, LOCK_EX | LOCK_NB) != 0);
    ::kill(service, SIGKILL);
    ::waitpid(service, nullptr, 0);
    // The lock is free only when Redis, which inherited it, is gone as well.
    QTRY_VERIFY(::flock(lock, LOCK_EX | LOCK_NB) == 0);
    QVERIFY(!pool.ping());
    RedisChild next(optionsIn(folder));
    QVERIFY(next.start());
    QCOMPARE(Pool(next.connection()).command({"GET", "last"})->text, std::string("word"));
    ::close(lock);
    ::close(tell[0]);
}

void RedisChildTest::tooLongAPathIsRefused() {
    const QTemporaryDir folder;
    RedisChild::Options options = optionsIn(folder);
    options.socket = options.folder + "/" + std::string(100, 'x');
    const auto refused = RedisChild(options).start();
    QCOMPARE(refused.error().code, QString("path-too-long"));
}

void RedisChildTest::brokenFolderIsSaid() {
    const QTemporaryDir folder;
    QDir(folder.path()).mkpath("appendonlydir/appendonly.aof.manifest"); // a folder where a file must be
    RedisChild child(optionsIn(folder));
    const auto refused = child.start();
    QCOMPARE(refused.error().code, QString("redis-does-not-start"));
    QVERIFY(refused.error().message.contains("redis.log"));
    RedisChild::Options options = optionsIn(folder);
    options.program = "wemo-no-redis";
    QVERIFY(RedisChild(options).start().error().message.contains("wemo-no-redis"));
}

QTEST_GUILESS_MAIN(RedisChildTest)
#include "redis_child_test.moc"
