#include "services/runtime/child_process.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace wemo::runtime {

namespace {
/// What the child needs, in a form that asks for no memory between fork() and exec().
struct Prepared {
    explicit Prepared(const ChildProcess::Options &options)
        : command(options.command)
        , environment(options.environment) {
        for (char **variable = environ; *variable; ++variable)
            environment.emplace_back(*variable);
        for (std::string &text : command)
            argv.push_back(text.data());
        for (std::string &text : environment)
            envp.push_back(text.data());
        argv.push_back(nullptr);
        envp.push_back(nullptr);
    }
    std::vector<std::string> command, environment;
    std::vector<char *> argv, envp;
};

void closeAllBut(const std::vector<int> &kept) {
    if (::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) != 0) // a kernel before 5.11
        for (int fd = 3; fd < 1024; ++fd)
            ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    for (const int fd : kept)
        ::fcntl(fd, F_SETFD, 0);
}

/// In the child: becomes the program, or writes errno to `report`.
[[noreturn]] void become(Prepared &prepared, const ChildProcess::Options &options, pid_t parent, int output,
                         int report) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) // it died before the line above
        ::_exit(1);
    ::setpgid(0, 0); // Ctrl+C in a terminal is for us: we end our children in our own order
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int number : {SIGPIPE, SIGTERM, SIGINT, SIGHUP})
        ::signal(number, SIG_DFL);
    ::dup2(::open("/dev/null", O_RDONLY), 0);
    ::dup2(output, 1);
    if (!options.logFile.empty())
        ::dup2(::open(options.logFile.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600), 2);
    closeAllBut(options.inherit);
    if (options.folder.empty() || ::chdir(options.folder.c_str()) == 0)
        ::execvpe(prepared.argv[0], prepared.argv.data(), prepared.envp.data());
    const int reason = errno;
    (void)!::write(report, &reason, sizeof reason);
    ::_exit(127);
}
} // namespace

ChildProcess::ChildProcess(Options options)
    : m_options(std::move(options)) {}

ChildProcess::~ChildProcess() {
    stop(Milliseconds(5000));
    if (m_thread.joinable())
        m_thread.join();
}

Result<void> ChildProcess::start() {
    std::unique_lock lock(m_mutex);
    if (m_thread.joinable())
        return failure(ErrorKind::Internal, "started-twice", "The service has a fault.");
    m_thread = std::thread([this] { watch(); });
    m_changed.wait(lock, [this] { return m_started; });
    if (m_startError == 0)
        return {};
    const QString program = QString::fromStdString(m_options.command.front());
    return failure(m_startError == ENOENT ? ErrorKind::NotFound : ErrorKind::Unavailable, "cannot-start-program",
                   m_startError == ENOENT ? QString("The program %1 is not installed.").arg(program)
                                          : QString("The program %1 could not be started.").arg(program),
                   QString::fromUtf8(std::strerror(m_startError)));
}

bool ChildProcess::running() const {
    return pid() > 0;
}

pid_t ChildProcess::pid() const {
    const std::lock_guard lock(m_mutex);
    return m_pid;
}

void ChildProcess::stop(Milliseconds within) {
    for (const auto &[number, limit] : {std::pair(SIGTERM, within), std::pair(SIGKILL, Milliseconds(60'000))}) {
        {
            // The watching thread takes the child away under this lock, so the number is still the child's own.
            const std::lock_guard lock(m_mutex);
            if (m_pid > 0)
                ::kill(m_pid, number);
        }
        if (waitForEnd(limit))
            return;
    }
}

bool ChildProcess::waitForEnd(Milliseconds within) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, within, [this] { return m_pid <= 0; });
}

/// Gives errno if the program could not be started.
int ChildProcess::spawn(int output) {
    Prepared prepared(m_options);
    int report[2];
    if (::pipe2(report, O_CLOEXEC) != 0)
        return errno;
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0)
        become(prepared, m_options, parent, output, report[1]);
    int reason = child < 0 ? errno : 0;
    ::close(report[1]);
    if (child > 0 && ::read(report[0], &reason, sizeof reason) > 0)
        ::waitpid(child, nullptr, 0);
    ::close(report[0]);
    if (reason == 0)
        m_pid = child;
    return reason;
}

void ChildProcess::watch() {
    int output[2] = {-1, -1};
    int child = -1;
    {
        const std::lock_guard lock(m_mutex);
        m_startError = ::pipe2(output, O_CLOEXEC) == 0 ? spawn(output[1]) : errno;
        ::close(output[1]);
        m_started = true;
        child = m_pid;
    }
    m_changed.notify_all();
    if (child > 0) {
        ::fcntl(output[0], F_SETFL, O_NONBLOCK);
        const int end = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
        std::string rest;
        pollfd waits[2] = {{end, POLLIN, 0}, {output[0], POLLIN, 0}};
        while (::poll(waits, 2, -1) >= 0 || errno == EINTR) {
            readLines(output[0], rest);
            if (waits[0].revents != 0)
                break;
            if ((waits[1].revents & (POLLHUP | POLLERR)) != 0)
                waits[1].fd = -1;
        }
        ::close(end);
        readLines(output[0], rest);
        int status = 0;
        {
            const std::lock_guard lock(m_mutex);
            ::waitpid(child, &status, 0);
            m_pid = -1;
        }
        if (m_options.onExit)
            m_options.onExit(status);
        m_changed.notify_all();
    }
    if (output[0] >= 0)
        ::close(output[0]);
}

void ChildProcess::readLines(int output, std::string &rest) {
    std::array<char, 4096> buffer;
    for (;;) {
        const ssize_t size = ::read(output, buffer.data(), buffer.size());
        if (size <= 0)
            return;
        rest.append(buffer.data(), static_cast<std::size_t>(size));
        for (std::size_t end = rest.find('\n'); end != std::string::npos; end = rest.find('\n')) {
            if (m_options.onLine)
                m_options.onLine(rest.substr(0, end));
            rest.erase(0, end + 1);
        }
        if (rest.size() > 1 << 20) // no line is that long
            rest.clear();
    }
}

} // namespace wemo::runtime
