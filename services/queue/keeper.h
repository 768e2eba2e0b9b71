#pragma once
#include "services/queue/listener.h"

namespace wemo::queue {

/// Keeps locks, three times in a lock's life, until the last end is told; looks for stalled jobs; sends the statistics.
class Worker::Keeper {
public:
    Keeper(Queue &queue, const WorkerOptions &options, Moves &moves, HeldJobs &held, StatsRecorder &stats);
    void start() {
        m_thread = std::thread([this] { keep(); });
    }
    void join() { m_thread.join(); }
    void end(); ///< after the driver

private:
    void keep();
    void renew();
    void sweep();
    void flush();
    static void cancelLost(const std::vector<std::shared_ptr<Held>> &jobs, const std::vector<Moves::Lock> &lost);

    Queue &m_queue;
    const WorkerOptions &m_options;
    Moves &m_moves;
    HeldJobs &m_held;
    StatsRecorder &m_stats;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace wemo::queue
