#pragma once
#include "services/blocking/blocker.h"
#include "services/blocking/log_drain.h"

#include <condition_variable>
#include <thread>

namespace wemo::blocking {

/// One thread beside the decisions: ends blocks in Redis' lists, forgets subjects, keeps the clock, takes the log to
/// SQL and prunes it there. Any number of services may run one each.
class Upkeep {
public:
    struct Options {
        Milliseconds every{500};
        Milliseconds pruneEvery{600'000};
        Milliseconds keptFor{std::chrono::hours(24 * 90)};
    };
    Upkeep(Blocker &blocker, LogDrain &drain, const Clock &clock, Options options);
    ~Upkeep();
    Q_DISABLE_COPY_MOVE(Upkeep)

    void start();
    void stop();
    void wake(); ///< there is something in the log that somebody waits to see. Thread-safe

private:
    void loop();
    void turn();
    void prune();

    Blocker &m_blocker;
    LogDrain &m_drain;
    const Clock &m_clock;
    const Options m_options;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Milliseconds m_prunedAt{0};
    bool m_wasWell = true;
    bool m_isWoken = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace wemo::blocking
