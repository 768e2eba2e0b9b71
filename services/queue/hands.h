#pragma once
#include "services/queue/held_jobs.h"
#include "services/queue/worker.h"

#include <thread>

namespace wemo::queue {

/// The threads that run handlers, one a job that may run at once.
class Worker::Hands {
public:
    Hands(Queue &queue, const WorkerOptions &options, const Handler &handler, HeldJobs &held, StatsRecorder &stats);
    void start();
    void join();
    /// The job fails without being run; for the driver.
    Ended refusal(const Taken &taken) const;
    static bool isRefused(const Job &job);

private:
    void work();
    Ended run(Held &held);
    Ended endOf(const Taken &taken, const HandlerResult &result) const;
    void observe(const Job &job, const Ended &ended, double runMs, long long beganMs);

    Queue &m_queue;
    const WorkerOptions &m_options;
    const Handler &m_handler;
    HeldJobs &m_held;
    StatsRecorder &m_stats;
    std::vector<std::thread> m_threads;
};

} // namespace wemo::queue
