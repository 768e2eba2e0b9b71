#pragma once
#include "services/queue/queue.h"
#include "services/queue/stats.h"

#include <functional>

namespace wemo::queue {

enum class Outcome {
    Done,  ///< completed
    Retry, ///< back off and try again, until the job's attempts are used up
    Failed ///< no attempt would help
};

struct HandlerResult {
    Outcome outcome = Outcome::Done;
    std::string reason = {};    ///< of Retry and Failed; shown to people
    std::string value = "null"; ///< of Done: the return value, JSON
};

/// What a handler may do while it runs. Lives as long as the handler does.
class JobContext {
public:
    JobContext(Queue &queue, const Job &job, const std::atomic<bool> &canceled)
        : m_queue(queue)
        , m_job(job)
        , m_canceled(canceled) {}
    /// The lock was lost, or time is up: another worker may have the job already. Do nothing more that shows outside.
    bool isCanceled() const { return m_canceled; }
    Result<void> log(const std::string &line);
    Result<void> progress(const std::string &json);

private:
    Queue &m_queue;
    const Job &m_job;
    const std::atomic<bool> &m_canceled;
};

struct WorkerOptions {
    int concurrency = 4;
    Milliseconds lockTime{5'000};   ///< renewed three times in its life, from a thread of its own
    Milliseconds sweepEvery{2'000}; ///< a dead worker's job runs again within lockTime + 2 × sweepEvery
    int maxStalls = 1;              ///< a job whose worker dies more often fails
    int batch = 100;                ///< jobs taken by one script at most
    Keep keepCompleted{1'000, 86'400}, keepFailed{10'000, 2'592'000}; ///< of jobs that do not say
    std::string name = {};                                            ///< shown to people; empty = made up
    std::function<void(const JobObservation &)> observe = {};         ///< from any thread
};

/// Runs a handler on its own std::threads. One driver thread tells Redis in batches what ended and takes what is next;
/// one keeps locks and looks for stalled jobs; one waits for the queue's marker. When a lock is lost the handler is
/// canceled.
class Worker {
public:
    using Handler = std::function<HandlerResult(const Job &, JobContext &)>;
    Worker(Queue &queue, WorkerOptions options, Handler handler);
    ~Worker(); ///< as stop() with no time given
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;
    void start();
    /// Takes nothing new, lets running handlers finish within `within` (locks are renewed meanwhile), hands the rest
    /// back.
    void stop(Milliseconds within);

private:
    class Hands;
    class Driver;
    class Keeper;
    class Listener;
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace wemo::queue
