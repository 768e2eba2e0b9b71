#pragma once
#include "models/core/result.h"
#include "models/core/time.h"

#include <sys/types.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace wemo::runtime {

/// A program that lives no longer than this object and no longer than this process, however that ends
/// (PR_SET_PDEATHSIG, which watches the thread that forked: so that is a thread of its own which stays until the child
/// is gone).
class ChildProcess {
public:
    struct Options {
        std::vector<std::string> command;     ///< program (found by PATH), arguments
        std::vector<std::string> environment; ///< NAME=value, added to ours; here is where a secret goes
        std::string folder;                   ///< working directory; empty = ours
        std::string logFile;                  ///< its stderr is appended there; empty = our stderr
        std::vector<int> inherit;             ///< descriptors it keeps open, by the same numbers; no others but 0, 1, 2
        /// Both on the child's thread, and must not call stop().
        std::function<void(const std::string &line)> onLine; ///< of its stdout
        std::function<void(int status)> onExit;              ///< as waitpid() gives it
    };

    explicit ChildProcess(Options options);
    ~ChildProcess(); ///< stop() within 5 s
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    /// Once. NotFound if there is no such program.
    Result<void> start();
    bool running() const;
    pid_t pid() const; ///< -1 unless running
    /// SIGTERM; SIGKILL when `within` is over. Returns when it is gone.
    void stop(Milliseconds within);
    /// False if it has not ended by then.
    bool waitForEnd(Milliseconds within);

private:
    int spawn(int output);
    void watch();
    void readLines(int output, std::string &rest);

    Options m_options;
    std::thread m_thread;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    pid_t m_pid = -1;
    int m_startError = 0; ///< errno of what failed in start()
    bool m_started = false;
};

} // namespace wemo::runtime
