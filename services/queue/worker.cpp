#include "services/queue/queue.h"
#include "services/queue/scripts.h"
#include "services/runtime/log.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <random>
#include <thread>

namespace wemo::queue {

namespace {
using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;
constexpr Milliseconds longestBlock = 5s;

std::string randomName() {
    std::random_device random;
    return std::to_string(random()) + "-" + std::to_string(random());
}

const char *wordOf(Outcome outcome) {
    return outcome == Outcome::Done ? "done" : outcome == Outcome::Retry ? "retry" : "failed";
}

/// A job in a handler's hands.
struct Held {
    std::string id;
    Steady::time_point renewed = Steady::now();
    std::atomic<bool> canceled = false;
};

struct Claimed {
    Job job;
    Milliseconds nextDue{-1}; ///< where there is no job
};
} // namespace

struct Worker::State {
    State(Queue &workQueue, WorkerOptions workerOptions, Handler jobHandler)
        : queue(workQueue)
        , options(workerOptions)
        , handler(std::move(jobHandler))
        , prefix(prefixOf(workQueue.name())) {}

    void work();
    void keep();
    Result<Claimed> claim(const std::string &token);
    void handle(const Job &job, const std::string &token);
    Result<std::string> finish(const std::string &id, const std::string &token, const char *outcome,
                               const std::string &reason);
    void settle(const Job &job, const std::string &token, const HandlerResult &result);
    void waitForWork(Milliseconds nextDue);
    void renewAll();
    Result<void> renew(const std::string &token, Held &held);
    void sweep();
    bool pauseFor(Milliseconds time);
    void wakeOwnThreads();
    void handBack();
    void passMarkOn();
    Result<redis::Connection> lease() { return queue.m_pool.lease(); }

    Queue &queue;
    const WorkerOptions options;
    const Handler handler;
    const std::string prefix;
    const std::string name = randomName();
    std::atomic<unsigned> claims = 0;
    std::atomic<bool> stopping = false;
    std::mutex mutex;
    std::condition_variable changed;
    std::map<std::string, std::shared_ptr<Held>> held; ///< by token
    bool finished = false;                             ///< all handlers have ended: the keeper may go
    std::vector<std::thread> threads;
    std::thread keeper;
};

Worker::Worker(Queue &queue, WorkerOptions options, Handler handler)
    : m_state(new State(queue, options, std::move(handler))) {}

Worker::~Worker() {
    stop(Milliseconds(0));
}

void Worker::start() {
    State &state = *m_state;
    state.keeper = std::thread([&state] { state.keep(); });
    for (int i = 0; i < state.options.concurrency; ++i)
        state.threads.emplace_back([&state] { state.work(); });
}

void Worker::stop(Milliseconds within) {
    State &state = *m_state;
    state.stopping = true;
    state.changed.notify_all();
    if (state.threads.empty())
        return;
    state.wakeOwnThreads();
    {
        std::unique_lock lock(state.mutex);
        state.changed.wait_for(lock, within, [&] { return state.held.empty(); });
    }
    state.handBack();
    for (std::thread &thread : state.threads)
        thread.join();
    state.threads.clear();
    state.passMarkOn();
    {
        const std::lock_guard lock(state.mutex);
        state.finished = true;
    }
    state.changed.notify_all();
    state.keeper.join();
}

/// Sleeps unless and until stop() is called; false then.
bool Worker::State::pauseFor(Milliseconds time) {
    std::unique_lock lock(mutex);
    return !changed.wait_for(lock, time, [this] { return stopping.load(); });
}

void Worker::State::work() {
    bool down = false;
    while (!stopping) {
        const std::string token = name + ":" + std::to_string(++claims);
        const Result<Claimed> claimed = claim(token);
        if (!claimed) {
            if (!std::exchange(down, true))
                runtime::log::warn("queue-unreachable", {{"queue", queue.name()}, {"error", claimed.error().detail}});
            pauseFor(500ms);
            continue;
        }
        down = false;
        if (claimed->job.id.empty())
            waitForWork(claimed->nextDue);
        else
            handle(claimed->job, token);
    }
}

Result<Claimed> Worker::State::claim(const std::string &token) {
    Result<redis::Connection> connection = lease();
    if (!connection)
        return Failure(connection.error());
    const auto answer =
        Scripts::all().claim.run(*connection, {prefix}, {token, std::to_string(options.lockTime.count())});
    if (!answer)
        return Failure(answer.error());
    if (answer->items.size() < 3)
        return Claimed{{}, Milliseconds(answer->items.empty() ? -1 : answer->items[0].integer)};
    return Claimed{{answer->items[0].text, answer->items[1].text, static_cast<int>(answer->items[2].integer)}, {}};
}

void Worker::State::waitForWork(Milliseconds nextDue) {
    const Milliseconds time = nextDue.count() < 0 ? longestBlock : std::min(nextDue, longestBlock);
    Result<redis::Connection> connection = lease();
    if (!connection || stopping)
        return;
    const std::string seconds = std::to_string(static_cast<double>(time.count()) / 1000.0);
    // The answer may be late on a busy server, hence more time than the server was told. A failure shows at the next
    // claim.
    (void)connection->command({"BLPOP", prefix + "wake:" + name, prefix + "wake", seconds}, time + 2s);
}

void Worker::State::handle(const Job &job, const std::string &token) {
    const auto mine = std::make_shared<Held>();
    mine->id = job.id;
    {
        const std::lock_guard lock(mutex);
        held.emplace(token, mine);
    }
    if (stopping) // claimed while stop() was on its way: as if it had not been
        (void)finish(job.id, token, "release", {});
    else
        settle(job, token, handler(job, mine->canceled));
    {
        const std::lock_guard lock(mutex);
        held.erase(token);
    }
    changed.notify_all();
}

Result<std::string> Worker::State::finish(const std::string &id, const std::string &token, const char *outcome,
                                          const std::string &reason) {
    Result<redis::Connection> connection = lease();
    if (!connection)
        return Failure(connection.error());
    const auto answer = Scripts::all().finish.run(
        *connection, {prefix},
        {id, token, outcome, reason, std::to_string(options.maxAttempts), std::to_string(options.backoff.count())});
    return answer ? Result<std::string>(answer->text) : Failure(answer.error());
}

/// Tells Redis, for as long as the lock may last; what cannot be told is found by a sweep and run again.
void Worker::State::settle(const Job &job, const std::string &token, const HandlerResult &result) {
    const auto end = Steady::now() + options.lockTime;
    Result<std::string> told = finish(job.id, token, wordOf(result.outcome), result.reason);
    while (!told && Steady::now() < end && pauseFor(100ms))
        told = finish(job.id, token, wordOf(result.outcome), result.reason);
    if (!told)
        runtime::log::warn("queue-outcome-not-stored", {{"queue", queue.name()}, {"job", job.id}});
    else if (*told == "failed")
        runtime::log::error(
            "queue-job-failed",
            {{"queue", queue.name()}, {"job", job.id}, {"attempt", job.attempt}, {"reason", result.reason}});
    else if (*told == "lost")
        runtime::log::warn("queue-lock-lost", {{"queue", queue.name()}, {"job", job.id}});
}

/// Renews locks three times in a lock's life and looks for stalled jobs, until the last handler has ended.
void Worker::State::keep() {
    auto nextSweep = Steady::now();
    auto nextRenewal = Steady::now();
    std::unique_lock lock(mutex);
    while (!finished) {
        lock.unlock();
        if (Steady::now() >= nextRenewal) {
            renewAll();
            nextRenewal = Steady::now() + options.lockTime / 3;
        }
        if (!stopping && Steady::now() >= nextSweep) {
            sweep();
            nextSweep = Steady::now() + options.sweepEvery;
        }
        lock.lock();
        const auto next = stopping ? nextRenewal : std::min(nextRenewal, nextSweep);
        changed.wait_until(lock, next, [this] { return finished; });
    }
}

void Worker::State::renewAll() {
    std::map<std::string, std::shared_ptr<Held>> now;
    {
        const std::lock_guard lock(mutex);
        now = held;
    }
    for (const auto &[token, job] : now) {
        const Result<void> renewed = renew(token, *job);
        if (renewed)
            job->renewed = Steady::now();
        // Where Redis cannot be asked, the lock counts as lost when its time is over.
        else if (renewed.error().kind == ErrorKind::Conflict || Steady::now() > job->renewed + options.lockTime)
            job->canceled = true;
    }
}

Result<void> Worker::State::renew(const std::string &token, Held &job) {
    Result<redis::Connection> connection = lease();
    if (!connection)
        return Failure(connection.error());
    const auto answer =
        Scripts::all().renew.run(*connection, {prefix}, {job.id, token, std::to_string(options.lockTime.count())});
    if (!answer)
        return Failure(answer.error());
    if (answer->integer != 1)
        return failure(ErrorKind::Conflict, "lock-lost", "The lock was lost.");
    return {};
}

void Worker::State::sweep() {
    Result<redis::Connection> connection = lease();
    if (!connection)
        return;
    const auto found = Scripts::all().sweep.run(*connection, {prefix}, {std::to_string(options.maxAttempts)});
    if (found && found->integer > 0)
        runtime::log::warn("queue-stalled-jobs",
                           {{"queue", queue.name()}, {"count", static_cast<qint64>(found->integer)}});
}

/// Marks on a key that only this worker's threads block on. It expires: a thread that is not blocked needs none.
void Worker::State::wakeOwnThreads() {
    Result<redis::Connection> connection = lease();
    if (!connection)
        return;
    const std::string key = prefix + "wake:" + name;
    redis::Args push{"RPUSH", key};
    push.resize(push.size() + threads.size(), "1");
    (void)connection->pipeline({push, {"PEXPIRE", key, "30000"}});
}

/// A thread that ended may have taken the mark that was meant for whoever works on.
void Worker::State::passMarkOn() {
    if (Result<redis::Connection> connection = lease())
        (void)connection->pipeline({{"LPUSH", prefix + "wake", "1"}, {"LTRIM", prefix + "wake", "0", "15"}});
}

/// Time is up: what still runs is told to end, and its job is another worker's at once.
void Worker::State::handBack() {
    std::map<std::string, std::shared_ptr<Held>> rest;
    {
        const std::lock_guard lock(mutex);
        rest = held;
    }
    for (const auto &[token, job] : rest) {
        job->canceled = true;
        (void)finish(job->id, token, "release", {});
    }
}

} // namespace wemo::queue
