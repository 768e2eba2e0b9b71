#pragma once
#include "services/queue/job.h"
#include "services/redis/pool.h"

#include <deque>
#include <mutex>

namespace wemo::queue {

struct Counts {
    long long waiting = 0, prioritized = 0, delayed = 0, active = 0, completed = 0, failed = 0;
    bool isPaused = false;
};

/// A queue in BullMQ 6's layout on Redis, shared with its producers, workers and bull-board. What Redis loses is added
/// again by who owns the work. Thread-safe, Qt-free threads.
class Queue {
public:
    /// `prefix` as BullMQ's; with a hash tag ("{bull}") all keys stay in one slot of a Redis Cluster.
    Queue(redis::Pool &pool, std::string name, std::string prefix = "bull");
    Queue(const Queue &) = delete;
    Queue &operator=(const Queue &) = delete;

    /// Before work begins: Conflict "foreign-queue" where these keys belong to another layout or to a BullMQ that
    /// pauses its own way, with what to do about it. A new queue gets its version mark.
    Result<void> open();

    /// InvalidInput where the id or an option is none that BullMQ takes, TooLarge over the size limit. Callers at the
    /// same time share one script, so this is also the fast way for many threads.
    Result<Added> add(const NewJob &job);
    /// One answer a job, in order: what could not be added any more (memory full, Redis gone) says so.
    std::vector<Result<Added>> addBulk(const std::vector<NewJob> &jobs);
    Result<Counts> counts();

    const std::string &name() const { return m_name; }
    const std::string &prefix() const { return m_prefix; }
    /// "bull:<name>:", before every key.
    const std::string &base() const { return m_base; }
    redis::Pool &pool() { return m_pool; }

private:
    struct Pending;
    void lead();

    redis::Pool &m_pool;
    const std::string m_name, m_prefix, m_base;
    std::mutex m_mutex;
    std::deque<std::shared_ptr<Pending>> m_pending; ///< callers of add() that wait for a script
    bool m_isLed = false;                           ///< one of them runs it
};

} // namespace wemo::queue
