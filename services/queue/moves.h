#pragma once
#include "services/queue/job.h"
#include "services/redis/pool.h"

namespace wemo::queue {

/// What became of a job a worker held.
struct Ended {
    enum class How { Completed, Failed, Retry, Release };
    std::string id, token;
    How how = How::Completed;
    std::string text;  ///< the return value (JSON), or why it failed
    std::string stack; ///< JSON array of the errors so far; where it failed
    int made = 0;      ///< attempts made, this one included
    Milliseconds delay{0};
    bool isExhausted = false;
    std::string deduplication; ///< as the job has it
    Keep keep;
};

struct Taken {
    Job job;
    std::string token; ///< of its lock; all that one step takes share it
};

struct Step {
    std::vector<bool> told; ///< per ended job; false = the lock was lost before, and nothing was changed
    std::vector<Taken> taken;
    std::optional<Milliseconds> nextDue; ///< until the next delayed job is due
    Milliseconds limitWait{0};           ///< until the limit lets the next begin; 0 = it does not hold us up
};

/// The scripts a worker lives by, with types. Does nothing by itself, so that a test can stop between any two calls.
/// One thread at a time.
class Moves {
public:
    struct Options {
        std::string base;       ///< "bull:<queue>:"
        std::string workerId;   ///< before every token; unique in the world
        std::string workerName; ///< shown as who processed a job
        Milliseconds lockTime{5000};
        int metricMinutes = 2880; ///< kept in BullMQ's own metrics
    };
    explicit Moves(Options options)
        : m_options(std::move(options)) {}

    /// Tells what ended, then takes up to `slots` jobs: one script. `now` 0 = the server's time.
    Result<Step> step(redis::Connection &connection, const std::vector<Ended> &ended, int slots, long long now = 0);

    struct Lock {
        std::string id, token;
        bool operator==(const Lock &) const = default;
    };
    /// Those that hold no more. A worker that took its own stalled job again has two tokens for it.
    Result<std::vector<Lock>> extend(redis::Connection &connection, const std::vector<Lock> &locks);
    /// Puts stalled jobs back, at most once an interval over all workers; their ids.
    Result<std::vector<std::string>> sweep(redis::Connection &connection, Milliseconds every, int maxStalls,
                                           long long now = 0);
    const Options &options() const { return m_options; }

private:
    JobOptions optionsOf(const std::string &text);
    Job jobOf(std::vector<redis::Reply> &fields, long long takenMs);

    Options m_options;
    long long m_steps = 0;
    std::string m_lastText; ///< most jobs of a queue have the same options: read once
    JobOptions m_lastOptions;
};

} // namespace wemo::queue
