#pragma once
#include "services/redis/pool.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace wemo::queue {

/// A reliable queue on Redis lists: `wait` → `active` with a lock → gone. A job whose worker dies loses its lock and is
/// put back by any worker's sweep. All moves are one Lua script each (resources/lua/queue_*.lua).
struct Job {
    std::string id;   ///< ours, e.g. "sms-123"; adding the same id while it is queued is a no-op
    std::string data; ///< opaque
    int attempt = 0;  ///< 1 at the first try
};

enum class Outcome {
    Done,  ///< remove it
    Retry, ///< back off and try again until attempts are used up
    Failed ///< keep it under `failed` with its reason
};

struct HandlerResult {
    Outcome outcome = Outcome::Done;
    std::string reason;
};

struct WorkerOptions {
    int concurrency = 4;
    Milliseconds lockTime{10'000};  ///< renewed from a thread of its own
    Milliseconds sweepEvery{2'000}; ///< how often stalled jobs are looked for: recovery within lockTime + sweepEvery
    int maxAttempts = 5;
    Milliseconds backoff{500}; ///< doubled at each attempt
};

struct Counts {
    long long waiting = 0, delayed = 0, active = 0, failed = 0;
};

class Queue {
public:
    Queue(redis::Pool &pool, std::string name);
    /// True if added, false if a job of this id was there already.
    Result<bool> add(const std::string &id, const std::string &data, Milliseconds delay = Milliseconds(0));
    Result<Counts> counts();
    const std::string &name() const { return m_name; }

private:
    friend class Worker;
    redis::Pool &m_pool;
    std::string m_name;
};

/// Runs `handler` on its own std::threads. When a lock is lost the handler's `canceled` flag is set.
class Worker {
public:
    using Handler = std::function<HandlerResult(const Job &, const std::atomic<bool> &canceled)>;
    Worker(Queue &queue, WorkerOptions options, Handler handler);
    ~Worker(); ///< as stop() with no time given
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;
    void start();
    /// Takes nothing new, lets running handlers finish within `within` (locks are renewed meanwhile), hands the rest
    /// back.
    void stop(Milliseconds within);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace wemo::queue
