#pragma once
#include "services/redis/pool.h"
#include "services/runtime/child_process.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace wemo::redis {

/// The private Redis of local mode: on a Unix socket, nothing on TCP, append-only file, nothing evicted. Started again
/// if it dies; gone when this object or this process is.
class RedisChild {
public:
    struct Options {
        std::string program = "redis-server";
        std::string folder;               ///< holds its append-only file, log and socket
        std::string socket;               ///< at most 107 bytes, which a system sets
        int lockFd = -1;                  ///< kept open by it, so that a lock on the folder lasts until it is gone too
        Milliseconds startWithin{30'000}; ///< includes the reading of the append-only file
    };
    explicit RedisChild(Options options);
    ~RedisChild(); ///< stop()
    RedisChild(const RedisChild &) = delete;
    RedisChild &operator=(const RedisChild &) = delete;

    /// Returns when it answers.
    Result<void> start();
    void stop(Milliseconds within = Milliseconds(5000));
    redis::Options connection() const;
    pid_t pid() const;
    int restarts() const;

private:
    Result<void> launch();
    Result<void> waitUntilReady();
    void supervise();

    const Options m_options;
    std::unique_ptr<runtime::ChildProcess> m_child;
    std::thread m_thread;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_exited = false;
    bool m_stopping = false;
    int m_restarts = 0;
};

} // namespace wemo::redis
