#include "services/queue/keeper.h"

#include "services/runtime/log.h"

#include <algorithm>

namespace wemo::queue {

namespace {
using namespace std::chrono_literals;
constexpr Milliseconds flushEvery = 1s;
} // namespace

Worker::Keeper::Keeper(Queue &queue, const WorkerOptions &options, Moves &moves, HeldJobs &held, StatsRecorder &stats)
    : m_queue(queue)
    , m_options(options)
    , m_moves(moves)
    , m_held(held)
    , m_stats(stats) {}

void Worker::Keeper::end() {
    const std::lock_guard lock(m_held.mutex);
    m_isEnding = true;
    m_held.forOthers.notify_all();
}

void Worker::Keeper::keep() {
    auto nextRenewal = Steady::now() + m_options.lockTime / 3;
    auto nextSweep = Steady::now();
    auto nextFlush = Steady::now() + flushEvery;
    std::unique_lock lock(m_held.mutex);
    while (!m_isEnding) {
        const bool isStopping = m_held.isStopping;
        lock.unlock();
        const auto now = Steady::now();
        if (now >= nextRenewal) {
            renew();
            nextRenewal = Steady::now() + m_options.lockTime / 3;
        }
        if (now >= nextSweep && !isStopping) {
            sweep();
            nextSweep = Steady::now() + m_options.sweepEvery;
        }
        if (now >= nextFlush) {
            flush();
            nextFlush = Steady::now() + flushEvery;
        }
        lock.lock();
        const auto next = std::min(nextRenewal, isStopping ? nextFlush : std::min(nextSweep, nextFlush));
        m_held.forOthers.wait_until(lock, next, [this] { return m_isEnding; });
    }
    lock.unlock();
    flush();
}

void Worker::Keeper::cancelLost(const std::vector<std::shared_ptr<Held>> &jobs, const std::vector<Moves::Lock> &lost) {
    const auto now = Steady::now();
    for (const auto &job : jobs) {
        if (std::find(lost.begin(), lost.end(), Moves::Lock{job->taken.job.id, job->taken.token}) == lost.end())
            job->renewed = now;
        else
            job->canceled = true;
    }
}

void Worker::Keeper::renew() {
    std::vector<std::shared_ptr<Held>> jobs;
    std::vector<Moves::Lock> locks;
    {
        const std::lock_guard lock(m_held.mutex);
        for (const auto &[key, job] : m_held.byLock) {
            if (job->isGivenBack || job->canceled)
                continue;
            jobs.push_back(job);
            locks.push_back({job->taken.job.id, job->taken.token});
        }
    }
    if (locks.empty())
        return;
    Result<redis::Connection> connection = m_queue.pool().lease();
    const auto lost = connection ? m_moves.extend(*connection, locks) : Failure(connection.error());
    const std::lock_guard lock(m_held.mutex);
    if (lost) {
        cancelLost(jobs, *lost);
        return;
    }
    // Where Redis cannot be asked, a lock counts as lost when its time is over.
    for (const auto &job : jobs)
        if (Steady::now() > job->renewed + m_options.lockTime)
            job->canceled = true;
}

void Worker::Keeper::sweep() {
    Result<redis::Connection> connection = m_queue.pool().lease();
    if (!connection)
        return;
    const auto back = m_moves.sweep(*connection, m_options.sweepEvery, m_options.maxStalls);
    if (!back || back->empty())
        return;
    m_stats.addStalled(static_cast<long long>(back->size()), wallMs());
    runtime::log::warn("queue-stalled-jobs", {{"queue", m_queue.name()}, {"count", static_cast<qint64>(back->size())}});
}

void Worker::Keeper::flush() {
    if (Result<redis::Connection> connection = m_queue.pool().lease())
        (void)m_stats.flush(*connection, m_queue.base());
}

} // namespace wemo::queue
