#pragma once
#include "services/queue/queue.h"

namespace wemo::queue {

/// At most so many jobs begin, over all programs that take from the queue: GCRA, by Redis' own clock.
struct Limit {
    double perSecond = 0;
    int burst = 1; ///< so many may begin at once after a pause
    bool operator==(const Limit &) const = default;
};

struct Settings {
    bool isPaused = false;
    std::optional<int> concurrency; ///< active at once, over all programs
    std::optional<Limit> limit;
    double limitFill = 0;      ///< 0 = the whole burst is free, 1 = nothing may begin now
    Milliseconds limitWait{0}; ///< until the next may begin
};

enum class Change { Done, NotFound, WrongState, Active };
Change changeFromWord(const std::string &word); ///< as the scripts answer: done, not-found, …

/// What a person, or a program on their behalf, does to a queue. Every call is one script, or one for each few hundred
/// ids, and BullMQ's events tell of it. Thread-safe.
class Control {
public:
    explicit Control(Queue &queue)
        : m_queue(queue) {}

    Result<void> pause(); ///< nothing new begins; what runs ends
    Result<void> resume();
    Result<void> setConcurrency(std::optional<int> most);
    Result<void> setLimit(const std::optional<Limit> &limit);
    /// Only where nobody has set or lifted one before.
    Result<void> setFirstLimit(const std::optional<Limit> &limit);
    Result<Settings> settings();

    using Ids = std::vector<std::string>;
    Result<std::vector<Change>> promote(const Ids &ids);                            ///< delayed: now
    Result<std::vector<Change>> changeDelay(const Ids &ids, Milliseconds delay);    ///< delayed: from now on
    Result<std::vector<Change>> changePriority(const Ids &ids, long long priority); ///< what waits
    Result<std::vector<Change>> remove(const Ids &ids);                             ///< all but active
    Result<std::vector<Change>> replay(const Ids &ids); ///< failed, completed: attempts start anew
    /// Removes jobs of a state, made (or finished) longer ago than that, oldest first; how many. Active ones are never
    /// removed.
    Result<long long> clean(State state, Milliseconds olderThan, long long most);
    /// Removes all that waits; how many.
    Result<long long> drain(bool delayedToo);

private:
    Result<std::vector<Change>> change(const redis::Script &script, redis::Args before, const Ids &ids);
    Result<redis::Reply> run(const redis::Script &script, redis::Args args);
    Result<void> pauseOrResume(const char *word);

    Queue &m_queue;
};

} // namespace wemo::queue
