#include "services/queue/control.h"
#include "services/queue/worker.h"
#include "tests/support/redis_server.h"

#include <sys/wait.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QTest>

#include <condition_variable>
#include <csignal>
#include <map>
#include <set>

using namespace wemo;
using namespace wemo::queue;
using wemo::tests::RedisServer;

namespace {
WorkerOptions quick(int concurrency = 2) {
    WorkerOptions options;
    options.concurrency = concurrency;
    options.lockTime = Milliseconds(600);
    options.sweepEvery = Milliseconds(100);
    options.maxStalls = 5;
    return options;
}

/// What handlers saw, from whichever thread.
class Journal {
public:
    void note(const Job &job) {
        const std::lock_guard lock(m_mutex);
        m_attempts[job.id].push_back(job.attempt());
        m_data[job.id] = job.data;
    }
    std::vector<int> attempts(const std::string &id) {
        const std::lock_guard lock(m_mutex);
        return m_attempts[id];
    }
    std::string data(const std::string &id) {
        const std::lock_guard lock(m_mutex);
        return m_data[id];
    }
    std::size_t jobs() {
        const std::lock_guard lock(m_mutex);
        return m_attempts.size();
    }

private:
    std::mutex m_mutex;
    std::map<std::string, std::vector<int>> m_attempts;
    std::map<std::string, std::string> m_data;
};

/// A door that handlers wait at.
class Gate {
public:
    void open() {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }
    void pass() {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.wait_for(lock, std::chrono::seconds(20), [this] { return m_open; });
    }
    int waiting() {
        const std::lock_guard lock(m_mutex);
        return m_waiting;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = false;
    int m_waiting = 0;
};

/// Three attempts, 30 ms and then 60 ms apart.
Result<Added> add(Queue &queue, const std::string &id, const std::string &data, Milliseconds delay = Milliseconds(0)) {
    NewJob job{"test", data, id};
    job.options.attempts = 3;
    job.options.backoff = {Backoff::Kind::Exponential, Milliseconds(30), 0};
    job.options.delay = delay;
    return queue.add(job);
}

bool isNew(const Result<Added> &added) {
    return added && !added->isDuplicate;
}

bool empty(Queue &queue) {
    const auto counts = queue.counts();
    return counts && counts->waiting + counts->prioritized + counts->delayed + counts->active == 0;
}
} // namespace

class WorkerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsOnceAndRuns();
    void wakesAnIdleWorkerAtOnce();
    void idleWorkerDoesNotSpin();
    void limitedWorkerDoesNotSpin();
    void delayedJobWaitsItsTime();
    void retriesWithBackoffThenFails();
    void failedJobIsReplayed();
    void longHandlerKeepsItsLock();
    void jobOfAKilledWorkerIsRunAgain_data();
    void jobOfAKilledWorkerIsRunAgain();
    void lostLockCancelsTheHandler();
    void stopLetsHandlersFinish();
    void stopHandsBackWhatDoesNotFinish();
    void twoWorkersNeverRunOneJobAtOnce();
    void survivesALossOfRedis();
    void stopsWhileRedisIsDown();
};

void WorkerTest::addsOnceAndRuns() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    const std::string data("b\0\r\n\xff", 5);
    QCOMPARE(isNew(add(queue, "a", data)), true);
    QCOMPARE(isNew(add(queue, "a", "other")), false);
    QCOMPARE(queue.counts()->waiting, 1);
    Journal journal;
    Worker worker(queue, quick(), [&](const Job &job, JobContext &) {
        journal.note(job);
        return HandlerResult{};
    });
    worker.start();
    QTRY_VERIFY(empty(queue));
    QVERIFY(journal.attempts("a") == std::vector<int>{1});
    QCOMPARE(journal.data("a"), data);
}

void WorkerTest::wakesAnIdleWorkerAtOnce() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    Journal journal;
    WorkerOptions options = quick(1);
    options.sweepEvery = Milliseconds(60'000);
    Worker worker(queue, options, [&](const Job &job, JobContext &) {
        journal.note(job);
        return HandlerResult{};
    });
    worker.start();
    for (int i = 0; i < 20; ++i) {
        const std::string id = "n" + std::to_string(i);
        QTRY_VERIFY(pool.command({"INFO", "clients"})->text.find("blocked_clients:1") != std::string::npos);
        QElapsedTimer since;
        since.start();
        QVERIFY(add(queue, id, {}));
        while (journal.attempts(id).empty() && since.elapsed() < 4000)
            std::this_thread::yield();
        QVERIFY2(since.elapsed() < 1000, qPrintable(QString::number(since.elapsed())));
    }
}

void WorkerTest::idleWorkerDoesNotSpin() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    WorkerOptions options = quick(4);
    options.sweepEvery = options.lockTime = Milliseconds(60'000);
    Worker worker(queue, options, [](const Job &, JobContext &) { return HandlerResult{}; });
    worker.start();
    QVERIFY(add(queue, "later", {}, Milliseconds(3'600'000)));
    QTRY_VERIFY(pool.command({"INFO", "clients"})->text.find("blocked_clients:1") != std::string::npos);
    const auto commands = [&] {
        const std::string info = pool.command({"INFO", "stats"})->text;
        return std::atoi(info.c_str() + info.find("total_commands_processed:") + 25);
    };
    const int before = commands();
    QTest::qWait(500);
    QVERIFY2(commands() - before < 20, "idle threads block");
}

void WorkerTest::limitedWorkerDoesNotSpin() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    QVERIFY(Control(queue).setLimit(Limit{2, 1}));
    Journal journal;
    WorkerOptions options = quick(4);
    options.sweepEvery = options.lockTime = Milliseconds(60'000);
    Worker worker(queue, options, [&](const Job &job, JobContext &) {
        journal.note(job);
        return HandlerResult{};
    });
    for (int i = 0; i < 5; ++i)
        QVERIFY(add(queue, "j" + std::to_string(i), {}));
    worker.start();
    QTRY_COMPARE(journal.jobs(), std::size_t(1));
    const auto commands = [&] {
        const std::string info = pool.command({"INFO", "stats"})->text;
        return std::atoi(info.c_str() + info.find("total_commands_processed:") + 25);
    };
    const int before = commands();
    QElapsedTimer since;
    since.start();
    QTRY_COMPARE(journal.jobs(), std::size_t(3));
    QVERIFY2(since.elapsed() > 800, "two more take a second");
    QVERIFY2(commands() - before < 400, qPrintable(QString::number(commands() - before)));
}

void WorkerTest::delayedJobWaitsItsTime() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    Journal journal;
    Worker worker(queue, quick(), [&](const Job &job, JobContext &) {
        journal.note(job);
        return HandlerResult{};
    });
    worker.start();
    QElapsedTimer since;
    since.start();
    QVERIFY(add(queue, "late", {}, Milliseconds(300)));
    QCOMPARE(isNew(add(queue, "late", {})), false);
    QCOMPARE(queue.counts()->delayed, 1);
    QTRY_COMPARE(journal.jobs(), std::size_t(1));
    QVERIFY(since.elapsed() >= 295);
    QVERIFY2(since.elapsed() < 2000, qPrintable(QString::number(since.elapsed())));
}

void WorkerTest::retriesWithBackoffThenFails() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    Journal journal;
    Worker worker(queue, quick(), [&](const Job &job, JobContext &) {
        journal.note(job);
        return HandlerResult{job.id == "hopeless" ? Outcome::Failed : Outcome::Retry, "gateway said no"};
    });
    QElapsedTimer since;
    since.start();
    QVERIFY(add(queue, "again", {}));
    QVERIFY(add(queue, "hopeless", {}));
    worker.start();
    QTRY_VERIFY(empty(queue));
    QVERIFY(journal.attempts("again") == (std::vector<int>{1, 2, 3}));
    QVERIFY2(since.elapsed() >= 30 + 60, "each pause is twice the last");
    QVERIFY(journal.attempts("hopeless") == std::vector<int>{1});
    QCOMPARE(queue.counts()->failed, 2);
    QCOMPARE(pool.command({"HGET", "bull:test:again", "failedReason"})->text, std::string("gateway said no"));
}

void WorkerTest::failedJobIsReplayed() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    std::atomic<bool> good = false;
    Worker worker(queue, quick(), [&](const Job &job, JobContext &) {
        return HandlerResult{good && job.attempt() == 1 ? Outcome::Done : Outcome::Failed, "no"};
    });
    worker.start();
    QVERIFY(add(queue, "a", {}));
    QTRY_COMPARE(queue.counts()->failed, 1);
    good = true;
    QCOMPARE(isNew(add(queue, "a", {})), false); // it is still there
    QVERIFY(Control(queue).replay({"a"})->at(0) == Change::Done);
    QTRY_VERIFY(queue.counts()->failed == 0 && queue.counts()->completed == 1);
}

void WorkerTest::longHandlerKeepsItsLock() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    Journal journal;
    Gate gate;
    const auto handler = [&](const Job &job, JobContext &context) {
        journal.note(job);
        gate.pass();
        return HandlerResult{context.isCanceled() ? Outcome::Failed : Outcome::Done, "canceled"};
    };
    Worker first(queue, quick(1), handler);
    Worker second(queue, quick(1), handler);
    first.start();
    second.start();
    QVERIFY(add(queue, "slow", {}));
    QTRY_COMPARE(gate.waiting(), 1);
    QTest::qWait(1500); // two and a half lives of a lock that is not renewed
    gate.open();
    QTRY_VERIFY(empty(queue));
    QVERIFY(journal.attempts("slow") == std::vector<int>{1});
    QCOMPARE(queue.counts()->failed, 0);
}

void WorkerTest::jobOfAKilledWorkerIsRunAgain_data() {
    QTest::addColumn<bool>("byDefault");
    QTest::addColumn<int>("within");
    QTest::newRow("short locks") << false << 3'000;
    QTest::newRow("by default") << true << 10'000;
}

void WorkerTest::jobOfAKilledWorkerIsRunAgain() {
    QFETCH(bool, byDefault);
    QFETCH(int, within);
    const WorkerOptions options = byDefault ? WorkerOptions{} : quick(1);
    RedisServer server;
    int tell[2];
    QVERIFY(::pipe(tell) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        redis::Pool pool(server.options());
        Queue queue(pool, "test");
        Worker worker(queue, options, [&](const Job &, JobContext &) {
            (void)!::write(tell[1], "x", 1);
            for (;;)
                ::pause();
            return HandlerResult{};
        });
        worker.start();
        for (;;)
            ::pause();
    }
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    QVERIFY(add(queue, "a", "data"));
    ::close(tell[1]); // so that a child which fails ends the wait below
    char mark = 0;
    QVERIFY(::read(tell[0], &mark, 1) == 1);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    Journal journal;
    QElapsedTimer since;
    since.start();
    Worker worker(queue, options, [&](const Job &job, JobContext &) {
        journal.note(job);
        return HandlerResult{};
    });
    worker.start();
    QTRY_VERIFY_WITH_TIMEOUT(empty(queue), within);
    QVERIFY(journal.attempts("a") == std::vector<int>{1}); // a stall is no attempt
    QCOMPARE(journal.data("a"), std::string("data"));
    QVERIFY2(since.elapsed() < within, qPrintable(QString::number(since.elapsed())));
    ::close(tell[0]);
}

void WorkerTest::lostLockCancelsTheHandler() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    std::atomic<bool> seen = false;
    Worker worker(queue, quick(1), [&](const Job &, JobContext &context) {
        for (int i = 0; i < 5000 && !context.isCanceled(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        seen = context.isCanceled();
        return HandlerResult{};
    });
    worker.start();
    QVERIFY(add(queue, "a", {}));
    QTRY_COMPARE(queue.counts()->active, 1);
    QVERIFY(pool.command({"SET", "bull:test:a:lock", "someone else"}));
    QTRY_VERIFY(seen);
    QCOMPARE(pool.command({"EXISTS", "bull:test:a"})->integer, 1); // what is not ours is not removed
}

void WorkerTest::stopLetsHandlersFinish() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    Gate gate;
    std::atomic<int> done = 0;
    Worker worker(queue, quick(1), [&](const Job &, JobContext &) {
        gate.pass();
        ++done;
        return HandlerResult{};
    });
    worker.start();
    QVERIFY(add(queue, "running", {}) && add(queue, "waiting", {}));
    QTRY_COMPARE(gate.waiting(), 1);
    std::thread opener([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        gate.open();
    });
    worker.stop(Milliseconds(10'000));
    opener.join();
    QCOMPARE(done.load(), 1);
    QCOMPARE(queue.counts()->waiting, 1);
    QCOMPARE(queue.counts()->active, 0);
}

void WorkerTest::stopHandsBackWhatDoesNotFinish() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    Worker slow(queue, quick(1), [&](const Job &, JobContext &context) {
        for (int i = 0; i < 5000 && !context.isCanceled(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return HandlerResult{};
    });
    slow.start();
    QVERIFY(add(queue, "a", {}));
    QTRY_COMPARE(queue.counts()->active, 1);
    QElapsedTimer since;
    since.start();
    slow.stop(Milliseconds(100));
    QVERIFY2(since.elapsed() < 2000, qPrintable(QString::number(since.elapsed())));
    QCOMPARE(queue.counts()->waiting, 1);
    Journal journal;
    Worker next(queue, quick(1), [&](const Job &job, JobContext &) {
        journal.note(job);
        return HandlerResult{};
    });
    next.start();
    QTRY_VERIFY(journal.attempts("a") == std::vector<int>{1}); // the attempt that was taken back did not count
}

void WorkerTest::twoWorkersNeverRunOneJobAtOnce() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    std::mutex mutex;
    std::set<std::string> running;
    std::map<std::string, int> runs;
    std::atomic<int> overlaps = 0;
    const auto handler = [&](const Job &job, JobContext &) {
        {
            const std::lock_guard lock(mutex);
            overlaps += running.insert(job.id).second ? 0 : 1;
            ++runs[job.id];
        }
        std::this_thread::yield();
        const std::lock_guard lock(mutex);
        running.erase(job.id);
        return HandlerResult{job.attempt() == 1 && job.id.back() == '7' ? Outcome::Retry : Outcome::Done, {}};
    };
    Worker first(queue, quick(4), handler);
    Worker second(queue, quick(4), handler);
    first.start();
    second.start();
    for (int i = 0; i < 500; ++i)
        QVERIFY(add(queue, "job-" + std::to_string(i), {}));
    QTRY_VERIFY_WITH_TIMEOUT(empty(queue), 30'000);
    QCOMPARE(overlaps.load(), 0);
    QCOMPARE(runs.size(), std::size_t(500));
    for (const auto &[id, count] : runs)
        QCOMPARE(count, id.back() == '7' ? 2 : 1);
}

void WorkerTest::survivesALossOfRedis() {
    RedisServer server({.keepsData = true});
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    Journal journal;
    Gate gate;
    Worker worker(queue, quick(2), [&](const Job &job, JobContext &) {
        journal.note(job);
        if (job.id == "held")
            gate.pass();
        return HandlerResult{};
    });
    worker.start();
    QVERIFY(add(queue, "held", {}));
    QTRY_COMPARE(gate.waiting(), 1);
    server.kill();
    QVERIFY(add(queue, "b", {}).error().kind == ErrorKind::Unavailable);
    QVERIFY(server.start());
    QVERIFY(add(queue, "b", {}));
    gate.open();
    QTRY_VERIFY_WITH_TIMEOUT(empty(queue), 10'000);
    QVERIFY(!journal.attempts("held").empty());
    QVERIFY(!journal.attempts("b").empty());
}

void WorkerTest::stopsWhileRedisIsDown() {
    RedisServer server;
    redis::Pool pool(server.options());
    Queue queue(pool, "test");
    Worker worker(queue, quick(4), [](const Job &, JobContext &) { return HandlerResult{}; });
    worker.start();
    QVERIFY(add(queue, "a", {}));
    server.kill();
    QElapsedTimer since;
    since.start();
    worker.stop(Milliseconds(1000));
    QVERIFY2(since.elapsed() < 5000, qPrintable(QString::number(since.elapsed())));
}

QTEST_GUILESS_MAIN(WorkerTest)
#include "worker_test.moc"
