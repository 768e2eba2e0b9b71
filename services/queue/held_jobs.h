#pragma once
#include "services/queue/moves.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace wemo::queue {

using Steady = std::chrono::steady_clock;

/// Of this machine, as statistics are kept by.
inline long long wallMs() {
    return std::chrono::duration_cast<Milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// A job from the script that took it to the script that was told of its end.
struct Held {
    Taken taken;
    Steady::time_point renewed = Steady::now();
    std::atomic<bool> canceled = false;
    bool isRunning = false;   ///< a handler has it
    bool isGivenBack = false; ///< its end is told already, whatever the handler still does
};

inline std::string lockOf(const std::string &id, const std::string &token) {
    return id + ' ' + token;
}

/// What the threads of one worker share: which jobs it holds, what is to be run, what ended. All members under `mutex`
/// unless they say otherwise.
struct HeldJobs {
    std::mutex mutex;
    std::condition_variable forDriver; ///< something ended, or there may be something to take
    std::condition_variable forHands;  ///< something is to be run, or all is over
    std::condition_variable forOthers; ///< stopping, over, nothing runs any more, the listener is asked
    std::deque<std::shared_ptr<Held>> ready;
    std::vector<Ended> ended;
    std::unordered_map<std::string, std::shared_ptr<Held>> byLock; ///< locks to keep: until the end is told
    int running = 0;
    int idleHands = 0;
    std::size_t wakeDriverAt = 1; ///< ended jobs it wants to hear of; 0 = it does not wait
    bool isMarked = false;        ///< the queue's marker said that there is something to take
    bool isListening = false;     ///< the listener is to wait for the marker
    bool isStopping = false;
    bool isOver = false; ///< no handler runs any more: the last ends are told, then all threads end

    /// Wakes as many hands as there are jobs for them.
    void callHands(std::size_t most) {
        const std::size_t count = std::min({most, ready.size(), static_cast<std::size_t>(idleHands)});
        for (std::size_t i = 0; i < count; ++i)
            forHands.notify_one();
    }
};

} // namespace wemo::queue
