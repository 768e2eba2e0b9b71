#pragma once
#include <sys/types.h>

#include <QStringList>

#include <functional>

namespace wemo::tests {

/// A real program that a test starts: killed when the test's thread that started it ends, however it ends. It is made
/// in the main thread.
class Subprocess {
public:
    struct Start {
        QStringList command; ///< program, arguments
        QString folder;      ///< working directory
        QString logFile;     ///< stdout and stderr; empty = /dev/null
        uid_t uid = 0;       ///< other than 0: who it runs as
        gid_t gid = 0;
        int onParentDeath = 9;
        QStringList environment = {}; ///< NAME=value, added
    };
    Subprocess() = default;
    explicit Subprocess(const Start &start);
    ~Subprocess();
    Q_DISABLE_COPY(Subprocess)
    Subprocess(Subprocess &&other) noexcept;
    Subprocess &operator=(Subprocess &&other) noexcept;

    pid_t pid() const { return m_pid; }
    bool running();
    void signal(int number);
    /// Waits for the end; true if it came within the time. `status` as of waitpid().
    bool waitFor(int ms, int *status = nullptr);
    /// Sends `number`, waits 10 s, then SIGKILL.
    void stop(int number);

    /// Runs to its end; the exit code, -1 if it did not come to one in 60 s.
    static int run(const Start &start);

private:
    pid_t m_pid = -1;
    int m_status = 0;
};

/// Polls until the condition holds; false if it did not within `ms`.
bool waitUntil(int ms, const std::function<bool()> &condition);
int freeTcpPort();

} // namespace wemo::tests
