#include "services/queue/checker.h"
#include "services/queue/control.h"
#include "services/queue/moves.h"
#include "services/queue/queue.h"
#include "tests/support/redis_server.h"

#include <QTest>

#include <set>
#include <thread>

using namespace wemo;
using namespace wemo::queue;
using wemo::tests::RedisServer;

namespace {
/// A queue on a Redis of its own, and a worker's moves without its threads.
struct World {
    RedisServer server;
    redis::Pool pool{server.options()};
    Queue queue{pool, "q"};
    Control control{queue};
    Moves moves{{queue.base(), "w", "w", std::chrono::minutes(1)}};

    std::vector<std::string> take(int count, long long now = 0) {
        redis::Connection connection = *pool.lease();
        std::vector<std::string> ids;
        const auto step = moves.step(connection, {}, count, now);
        if (step)
            for (const Taken &taken : step->taken) {
                ids.push_back(taken.job.id);
                last = taken;
            }
        return ids;
    }
    bool fail(const Taken &taken) {
        redis::Connection connection = *pool.lease();
        Ended ended;
        ended.id = taken.job.id;
        ended.token = taken.token;
        ended.how = Ended::How::Failed;
        ended.text = "no";
        ended.stack = "[\"no\"]";
        const auto step = moves.step(connection, {ended}, 0);
        return step && step->told.at(0);
    }
    std::string field(const std::string &id, const std::string &name) {
        return pool.command({"HGET", "bull:q:" + id, name})->text;
    }
    bool isClean() {
        const auto faults = check(queue);
        return faults && faults->empty();
    }
    Taken last;
};

NewJob job(const std::string &id, JobOptions options = {}) {
    return {"n", "{}", id, std::move(options)};
}
using Ids = std::vector<std::string>;
} // namespace

class QueueTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void storesWhatBullMqReads() {
        World world;
        JobOptions options;
        options.attempts = 3;
        options.backoff = {Backoff::Kind::Exponential, Milliseconds(200), 0.5};
        options.priority = 7;
        options.keepCompleted = Keep{100, 60};
        options.keepFailed = Keep{0, {}};
        options.keepLogs = 5;
        QVERIFY(world.queue.add({"mail", R"({"名":1})", "a", options}));
        QCOMPARE(world.field("a", "name"), std::string("mail"));
        QCOMPARE(world.field("a", "data"), std::string(R"({"名":1})"));
        QCOMPARE(world.field("a", "priority"), std::string("7"));
        QCOMPARE(world.field("a", "delay"), std::string("0"));
        QVERIFY(jobOptionsFromJson(world.field("a", "opts")) == options);
        QVERIFY(world.isClean());
    }

    void strangeOptionsAreReadAsFarAsTheyGo() {
        QVERIFY(jobOptionsFromJson("no json") == JobOptions{});
        QVERIFY(jobOptionsFromJson(R"({"removeOnComplete":true})").keepCompleted == Keep({0, {}}));
        QVERIFY(jobOptionsFromJson(R"({"removeOnFail":false})").keepFailed == Keep{});
        QCOMPARE(jobOptionsFromJson(R"({"backoff":250})").backoff.delay.count(), 250);
        QVERIFY(jobOptionsFromJson(R"({"backoff":{"type":"of-theirs","delay":9}})").backoff.kind ==
                Backoff::Kind::Fixed);
        QCOMPARE(jobOptionsFromJson(R"({"attempts":-4})").attempts, 1);
    }

    void backoffGrowsAsStated() {
        const Backoff exponential{Backoff::Kind::Exponential, Milliseconds(100), 0};
        QCOMPARE(backoffAfter(exponential, 1, 0.3).count(), 100);
        QCOMPARE(backoffAfter(exponential, 4, 0.3).count(), 800);
        QVERIFY(backoffAfter(exponential, 1000, 0.3) <= std::chrono::hours(24 * 7));
        QCOMPARE(backoffAfter({Backoff::Kind::Fixed, Milliseconds(100), 0}, 9, 1).count(), 100);
        const Backoff jittered{Backoff::Kind::Fixed, Milliseconds(100), 0.5};
        QCOMPARE(backoffAfter(jittered, 1, 0).count(), 50);
        QCOMPARE(backoffAfter(jittered, 1, 1).count(), 100);
        QCOMPARE(backoffAfter({}, 1, 1).count(), 0);
    }

    void badJobsAreRefused_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("priority");
        QTest::addColumn<QString>("code");
        QTest::newRow("a number") << "123" << 0 << "job-id";
        QTest::newRow("a colon") << "a:b" << 0 << "job-id";
        QTest::newRow("a key of the queue") << "wait" << 0 << "job-id";
        QTest::newRow("too long") << QString(201, 'x') << 0 << "job-id";
        QTest::newRow("a priority too high") << "a" << 2'097'152 << "job-priority";
        QTest::newRow("a priority below zero") << "a" << -1 << "job-priority";
    }
    void badJobsAreRefused() {
        QFETCH(QString, id);
        QFETCH(int, priority);
        QFETCH(QString, code);
        World world;
        JobOptions options;
        options.priority = priority;
        const auto added = world.queue.add(job(id.toStdString(), options));
        QVERIFY(!added);
        QCOMPARE(added.error().code, code);
        QCOMPARE(world.pool.command({"DBSIZE"})->integer, 0);
    }

    void aJobOverItsSizeLimitIsRefused() {
        World world;
        JobOptions options;
        options.sizeLimit = 10;
        const auto added = world.queue.add({"n", "\"0123456789\"", "a", options});
        QVERIFY(!added && added.error().kind == ErrorKind::TooLarge);
    }

    void bulkSaysWhichWereThere() {
        World world;
        QVERIFY(world.queue.add(job("b")));
        const auto added = world.queue.addBulk({job("a"), job("b"), job("x:y"), job("a"), job("")});
        QCOMPARE(added.size(), std::size_t(5));
        QVERIFY(added[0] && !added[0]->isDuplicate);
        QVERIFY(added[1] && added[1]->isDuplicate);
        QVERIFY(!added[2] && added[2].error().code == "job-id");
        QVERIFY(added[3] && added[3]->isDuplicate);
        QVERIFY(added[4] && !added[4]->id.empty());
        QCOMPARE(world.queue.counts()->waiting, 3LL);
        QVERIFY(world.isClean());
    }

    void manyCallersAtOnceShareScripts() {
        World world;
        std::vector<std::thread> threads;
        threads.reserve(16);
        std::atomic<int> added = 0, duplicates = 0;
        for (int t = 0; t < 16; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 50; ++i) {
                    const auto one = world.queue.add(job("j" + std::to_string(i * 4 + t % 4)));
                    ++(one && one->isDuplicate ? duplicates : added);
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(added.load(), 200); // four threads a name: one of them was first
        QCOMPARE(duplicates.load(), 600);
        QCOMPARE(world.queue.counts()->waiting, 200LL);
        QVERIFY(world.isClean());
    }

    void aFullMemoryIsSaidOfEachJob() {
        World world;
        QVERIFY(world.queue.add(job("a")));
        QVERIFY(world.pool.command({"CONFIG", "SET", "maxmemory", "1"}));
        const auto added = world.queue.addBulk({job("b"), job("c")});
        QVERIFY(!added[0] && added[0].error().kind == ErrorKind::Unavailable);
        QVERIFY(!added[1]);
        QVERIFY(world.pool.command({"CONFIG", "SET", "maxmemory", "0"}));
        QCOMPARE(world.queue.counts()->waiting, 1LL);
        QVERIFY(world.isClean());
    }

    void theOrderIsPlainThenByPriority() {
        World world;
        JobOptions urgent, idle, lifo;
        urgent.priority = 1;
        idle.priority = 9;
        lifo.lifo = true;
        for (const NewJob &one : {job("idle1", idle), job("urgent1", urgent), job("plain1"), job("idle2", idle),
                                  job("plain2"), job("urgent2", urgent), job("lifo", lifo)})
            QVERIFY(world.queue.add(one));
        QVERIFY(world.take(3) == (Ids{"lifo", "plain1", "plain2"}));
        QVERIFY(world.take(1) == (Ids{"urgent1"}));
        QVERIFY(world.take(9) == (Ids{"urgent2", "idle1", "idle2"}));
        QCOMPARE(world.pool.command({"EXISTS", "bull:q:pc"})->integer, 0LL);
    }

    void delayedJobsComeInTheOrderOfTheirTime() {
        World world;
        const auto later = [](const std::string &id, int ms, long long priority = 0) {
            JobOptions options;
            options.delay = Milliseconds(ms);
            options.priority = priority;
            return job(id, options);
        };
        QVERIFY(world.queue.addBulk({later("c", 3000), later("a", 1000), later("b", 2000, 5), later("a2", 1000)})[3]);
        const long long now = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(world.take(9, now).empty());
        QVERIFY(world.take(9, now + 1500) == (Ids{"a", "a2"}));
        QVERIFY(world.take(9, now + 9000) == (Ids{"c", "b"})); // what is due is plain or has its rank
        QVERIFY(world.isClean());
    }

    void pausedMeansNothingBegins() {
        World world;
        QVERIFY(world.queue.add(job("a")));
        QVERIFY(world.control.pause());
        QVERIFY(world.take(1).empty());
        QVERIFY(world.queue.counts()->isPaused);
        QVERIFY(world.queue.add(job("b")));
        QCOMPARE(world.pool.command({"EXISTS", "bull:q:marker"})->integer, 0LL); // nobody is woken for nothing
        QVERIFY(world.control.resume());
        QCOMPARE(world.pool.command({"ZCARD", "bull:q:marker"})->integer, 1LL);
        QVERIFY(world.take(9) == (Ids{"a", "b"}));
    }

    void resumingTakesInWhatABullMq5Paused() {
        World world;
        QVERIFY(world.queue.addBulk({job("a"), job("b"), job("c")})[2]);
        QVERIFY(world.pool.command({"RENAME", "bull:q:wait", "bull:q:paused"}));
        QVERIFY(world.queue.add(job("d")));
        QVERIFY(world.control.resume());
        QVERIFY(world.take(9) == (Ids{"a", "b", "c", "d"}));
        QVERIFY(world.isClean());
    }

    void noMoreAreActiveThanMayBe() {
        World world;
        QVERIFY(world.queue.addBulk({job("a"), job("b"), job("c")})[2]);
        QVERIFY(world.control.setConcurrency(2));
        QVERIFY(world.take(9) == (Ids{"a", "b"}));
        QVERIFY(world.take(9).empty());
        QVERIFY(world.control.setConcurrency({}));
        QVERIFY(world.take(9) == (Ids{"c"}));
        QCOMPARE(world.control.setConcurrency(0).error().code, QString("queue-concurrency"));
    }

    void theLimitIsExactOverAllWhoTake() {
        World world;
        std::vector<NewJob> jobs;
        jobs.reserve(300);
        for (int i = 0; i < 300; ++i)
            jobs.push_back(job("j" + std::to_string(i)));
        QVERIFY(world.queue.addBulk(jobs)[299]);
        QVERIFY(world.control.setLimit(Limit{50, 10}));
        // Two services ask as often as they like, at times of their own; nobody gets more than the limit.
        Moves other({world.queue.base(), "v", "v", std::chrono::minutes(1)});
        redis::Connection connection = *world.pool.lease();
        const long long start = 1'800'000'000'000;
        std::vector<long long> begun;
        for (long long now = start; now < start + 4000; now += 3) {
            const auto step = (now % 2 == 0 ? world.moves : other).step(connection, {}, 4, now);
            QVERIFY(step);
            begun.insert(begun.end(), step->taken.size(), now);
            if (step->taken.empty())
                QVERIFY(step->limitWait.count() >= 1 && step->limitWait.count() <= 20);
        }
        QCOMPARE(begun.size(), std::size_t(10 + 4 * 50 - 1)); // the burst, then one every 20 ms
        for (std::size_t i = 0; i < begun.size(); ++i) {
            const auto within = std::count_if(begun.begin() + static_cast<std::ptrdiff_t>(i), begun.end(),
                                              [&](long long at) { return at < begun[i] + 1000; });
            QVERIFY2(within <= 60, "never more than the burst and a second's worth in any second");
        }
        const auto settings = world.control.settings();
        QVERIFY(settings->limit == Limit({50, 10}));
        QVERIFY(world.control.setLimit({}));
        QCOMPARE(world.take(100).size(), 300 - begun.size());
        QCOMPARE(world.control.setLimit(Limit{0, 1}).error().code, QString("queue-limit"));
    }

    void aFixedWindowOfAPeerIsKept() {
        World world;
        QVERIFY(world.queue.addBulk({job("a"), job("b"), job("c")})[2]);
        QVERIFY(world.pool.command({"HSET", "bull:q:meta", "max", "2", "duration", "60000"}));
        QCOMPARE(world.take(9).size(), std::size_t(2));
        QVERIFY(world.take(9).empty());
        QVERIFY(world.pool.command({"PTTL", "bull:q:limiter"})->integer > 0);
    }

    void jobsAreChangedWhereTheyCanBe() {
        World world;
        JobOptions later;
        later.delay = std::chrono::hours(1);
        QVERIFY(world.queue.addBulk({job("run"), job("bad"), job("idle"), job("late", later), job("late2", later)})[4]);
        QVERIFY(world.take(1) == (Ids{"run"}));
        QVERIFY(world.take(1) == (Ids{"bad"}));
        QVERIFY(world.fail(world.last));
        const Ids all{"run", "bad", "idle", "late", "none"};
        using C = Change;
        const auto is = [](const Result<std::vector<C>> &changes, std::vector<C> expected) {
            return changes && *changes == expected;
        };
        QVERIFY(is(world.control.changeDelay(all, std::chrono::minutes(1)),
                   {C::WrongState, C::WrongState, C::WrongState, C::Done, C::NotFound}));
        QVERIFY(
            is(world.control.changePriority(all, 3), {C::WrongState, C::WrongState, C::Done, C::Done, C::NotFound}));
        QVERIFY(is(world.control.promote(all), {C::WrongState, C::WrongState, C::WrongState, C::Done, C::NotFound}));
        QVERIFY(is(world.control.replay(all), {C::WrongState, C::Done, C::WrongState, C::WrongState, C::NotFound}));
        QVERIFY(is(world.control.remove(all), {C::Active, C::Done, C::Done, C::Done, C::NotFound}));
        QCOMPARE(world.queue.counts()->active, 1LL);
        QCOMPARE(world.queue.counts()->delayed, 1LL);
        QCOMPARE(world.queue.counts()->waiting + world.queue.counts()->prioritized, 0LL);
        QVERIFY(world.isClean());
    }

    void replayStartsAttemptsAnew() {
        World world;
        QVERIFY(world.queue.add(job("a")));
        QVERIFY(world.take(1).size() == 1 && world.fail(world.last));
        QCOMPARE(world.field("a", "failedReason"), std::string("no"));
        QVERIFY(world.control.replay({"a"}));
        QCOMPARE(world.field("a", "failedReason"), std::string());
        QVERIFY(world.take(1) == (Ids{"a"}));
        QCOMPARE(world.last.job.attempt(), 1);
        QCOMPARE(world.last.job.attemptsStarted, 2);
    }

    void cleanAndDrainRemoveWhatTheySay() {
        World world;
        JobOptions later;
        later.delay = std::chrono::hours(1);
        std::vector<NewJob> jobs;
        jobs.reserve(1503);
        for (int i = 0; i < 1500; ++i)
            jobs.push_back(job("j" + std::to_string(i)));
        for (int i = 0; i < 3; ++i)
            jobs.push_back(job("late" + std::to_string(i), later));
        QVERIFY(world.queue.addBulk(jobs).back());
        for (int i = 0; i < 5; ++i)
            QVERIFY(world.take(1).size() == 1 && world.fail(world.last));
        QCOMPARE(*world.control.clean(State::Failed, std::chrono::hours(1), 100), 0LL); // all too young
        QCOMPARE(*world.control.clean(State::Failed, Milliseconds(0), 3), 3LL);
        QCOMPARE(*world.control.clean(State::Waiting, Milliseconds(0), 1200), 1200LL);
        QCOMPARE(world.queue.counts()->waiting, 295LL);
        QVERIFY(world.take(1) == (Ids{"j1205"})); // the oldest went first
        QVERIFY(!world.control.clean(State::Active, Milliseconds(0), 1));
        QCOMPARE(*world.control.drain(false), 294LL);
        QCOMPARE(world.queue.counts()->delayed, 3LL);
        QCOMPARE(*world.control.drain(true), 3LL);
        QCOMPARE(world.queue.counts()->failed, 2LL);
        QVERIFY(world.isClean());
    }

    void foreignLayoutsAreRefused() {
        World world;
        QVERIFY(world.queue.open());
        QVERIFY(world.queue.open()); // our own
        QCOMPARE(world.pool.command({"HGET", "bull:q:meta", "version"})->text, std::string("bullmq:6.7.0"));
        const auto refusal = [&](const redis::Args &made, const std::string &name) {
            (void)world.pool.command(made);
            const auto opened = Queue(world.pool, name).open();
            return opened ? QString() : opened.error().code + ": " + opened.error().message;
        };
        QVERIFY(refusal({"LPUSH", "bull:old:wait", "1"}, "old").startsWith("foreign-queue: The keys bull:old:*"));
        QVERIFY(refusal({"HSET", "bull:pro:meta", "version", "bullmq-pro:9"}, "pro").contains("bullmq-pro:9"));
        QVERIFY(refusal({"LPUSH", "bull:five:paused", "1"}, "five").contains("Resume it"));
        QVERIFY(refusal({"HSET", "bull:ok:meta", "version", "bullmq:5.81.5"}, "ok").isEmpty());
    }

    void theCheckerFindsEachKindOfFault_data() {
        QTest::addColumn<QStringList>("damage");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *name, const QStringList &damage, const char *what) {
            QTest::newRow(name) << damage << what;
        };
        row("in two places", {"ZADD", "bull:q:delayed", "1", "a"}, "stands in");
        row("no data", {"LPUSH", "bull:q:wait", "ghost"}, "has no data");
        row("a lock left", {"SET", "bull:q:a:lock", "t"}, "is locked though");
        row("a lock of nothing", {"SET", "bull:q:z:lock", "t"}, "is locked but");
        row("nowhere", {"DEL", "bull:q:wait"}, "has data but stands nowhere");
        row("logs of nothing", {"RPUSH", "bull:q:z:logs", "t"}, "has logs but");
        row("a mark of nothing", {"SADD", "bull:q:stalled", "a"}, "marked as stalling");
        row("a limit for ever", {"SET", "bull:q:limiter", "3"}, "never expires");
        row("a strange marker", {"ZADD", "bull:q:marker", "1", "7"}, "unknown marker");
    }
    void theCheckerFindsEachKindOfFault() {
        QFETCH(QStringList, damage);
        QFETCH(QString, what);
        World world;
        QVERIFY(world.queue.add(job("a")));
        QVERIFY(world.isClean());
        redis::Args command;
        for (const QString &word : damage)
            command.push_back(word.toStdString());
        QVERIFY(world.pool.command(command));
        const auto faults = check(world.queue);
        QVERIFY(faults && !faults->empty());
        const bool isNamed = std::any_of(faults->begin(), faults->end(), [&](const Fault &fault) {
            return QString::fromStdString(fault.what).contains(what);
        });
        QVERIFY2(isNamed, faults->front().what.c_str());
    }
};

QTEST_GUILESS_MAIN(QueueTest)
#include "queue_test.moc"
