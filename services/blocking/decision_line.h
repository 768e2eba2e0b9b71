#pragma once
#include "services/redis/pool.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace wemo::blocking {

/// Takes script calls of several threads to Redis in one write: whoever comes while others wait for their answer is
/// taken along with the next write. Nobody waits for company: a thread that is alone goes at once. Thread-safe,
/// Qt-free.
class DecisionLine {
public:
    DecisionLine(redis::Pool &pool, redis::Script script)
        : m_pool(pool)
        , m_script(std::move(script)) {}

    /// A call made by script().call(); blocks until it is answered. Unavailable while Redis is away.
    Result<redis::Reply> run(redis::Args call);
    const redis::Script &script() const { return m_script; }

private:
    struct Waiting {
        redis::Args call;
        std::optional<Result<redis::Reply>> answer;
        std::condition_variable answered;
    };
    void take(std::unique_lock<std::mutex> &lock);
    std::vector<Result<redis::Reply>> send(const std::vector<Waiting *> &batch);

    redis::Pool &m_pool;
    const redis::Script m_script;
    std::mutex m_mutex;
    std::deque<Waiting *> m_waiting;
    int m_writers = 0;
};

} // namespace wemo::blocking
