#include "services/queue/worker.h"

#include "services/queue/keeper.h"

#include <QUuid>

namespace wemo::queue {

namespace {
std::string newId() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

WorkerOptions complete(WorkerOptions options) {
    if (options.name.empty())
        options.name = "wemo-" + newId().substr(0, 8);
    return options;
}
} // namespace

Result<void> JobContext::log(const std::string &line) {
    const std::string key = m_queue.base() + m_job.id + ":logs";
    Result<redis::Connection> connection = m_queue.pool().lease();
    if (!connection)
        return Failure(connection.error());
    const long long kept = m_job.options.keepLogs.value_or(1000);
    const auto done = connection->pipeline({{"RPUSH", key, line}, {"LTRIM", key, std::to_string(-kept), "-1"}});
    return done ? Result<void>() : Failure(done.error());
}

Result<void> JobContext::progress(const std::string &json) {
    Result<redis::Connection> connection = m_queue.pool().lease();
    if (!connection)
        return Failure(connection.error());
    const auto done = connection->pipeline(
        {{"HSET", m_queue.base() + m_job.id, "progress", json},
         {"XADD", m_queue.base() + "events", "*", "event", "progress", "jobId", m_job.id, "data", json}});
    return done ? Result<void>() : Failure(done.error());
}

struct Worker::Parts {
    Parts(Queue &queue, WorkerOptions given, Handler jobHandler)
        : options(complete(std::move(given)))
        , handler(std::move(jobHandler))
        , moves({queue.base(), newId(), options.name, options.lockTime})
        , hands(queue, options, handler, held, stats)
        , driver(queue, options, moves, hands, held)
        , listener(queue, options, held)
        , keeper(queue, options, moves, held, stats) {}

    void handBack();

    const WorkerOptions options;
    const Handler handler;
    Moves moves;
    HeldJobs held;
    StatsRecorder stats;
    Hands hands;
    Driver driver;
    Listener listener;
    Keeper keeper;
    bool isStarted = false;
};

/// Time is up, or never was: what did not begin and what does not end is another worker's at once.
void Worker::Parts::handBack() {
    for (auto &[key, job] : held.byLock) {
        const bool isReady = std::find(held.ready.begin(), held.ready.end(), job) != held.ready.end();
        if (job->isGivenBack || (!job->isRunning && !isReady))
            continue; // what has ended only waits to be told
        job->isGivenBack = true;
        job->canceled = true;
        Ended back;
        back.id = job->taken.job.id;
        back.token = job->taken.token;
        back.how = Ended::How::Release;
        held.ended.push_back(std::move(back));
    }
    held.ready.clear();
    held.forDriver.notify_one();
}

Worker::Worker(Queue &queue, WorkerOptions options, Handler handler)
    : m_parts(new Parts(queue, std::move(options), std::move(handler))) {}

Worker::~Worker() {
    stop(Milliseconds(0));
}

void Worker::start() {
    m_parts->isStarted = true;
    m_parts->hands.start();
    m_parts->keeper.start();
    m_parts->listener.start();
    m_parts->driver.start();
}

void Worker::stop(Milliseconds within) {
    if (!std::exchange(m_parts->isStarted, false))
        return;
    HeldJobs &held = m_parts->held;
    {
        std::unique_lock lock(held.mutex);
        held.isStopping = true;
        held.forOthers.notify_all();
        held.forOthers.wait_for(lock, within, [&] { return held.running == 0 && held.ready.empty(); });
        m_parts->handBack();
    }
    m_parts->listener.join();
    {
        // A handler that was canceled ends soon; the driver tells meanwhile what was handed back.
        std::unique_lock lock(held.mutex);
        held.forOthers.wait(lock, [&] { return held.running == 0; });
        held.isOver = true;
        held.forHands.notify_all();
        held.forDriver.notify_all();
    }
    m_parts->hands.join();
    m_parts->driver.join();
    m_parts->keeper.end();
    m_parts->keeper.join();
}

} // namespace wemo::queue
