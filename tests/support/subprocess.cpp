#include "tests/support/subprocess.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <grp.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QElapsedTimer>

#include <csignal>
#include <functional>
#include <thread>
#include <vector>

namespace wemo::tests {

namespace {
std::vector<std::string> strings(const QStringList &list) {
    std::vector<std::string> result;
    for (const QString &item : list)
        result.push_back(item.toStdString());
    return result;
}

std::vector<char *> pointers(std::vector<std::string> &list) {
    std::vector<char *> result;
    result.reserve(list.size() + 1);
    for (std::string &item : list)
        result.push_back(item.data());
    result.push_back(nullptr);
    return result;
}
} // namespace

Subprocess::Subprocess(const Start &start) {
    // Everything that allocates comes before fork().
    std::vector<std::string> command = strings(start.command);
    std::vector<char *> argv = pointers(command);
    std::vector<std::string> variables = strings(start.environment);
    for (char **variable = environ; *variable; ++variable)
        variables.emplace_back(*variable);
    std::vector<char *> envp = pointers(variables);
    const std::string folder = start.folder.isEmpty() ? "/" : start.folder.toStdString();
    const std::string log = start.logFile.isEmpty() ? "/dev/null" : start.logFile.toStdString();
    const pid_t parent = ::getpid();
    m_pid = ::fork();
    if (m_pid != 0)
        return;
    const int output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    ::dup2(output, 1);
    ::dup2(output, 2);
    ::dup2(::open("/dev/null", O_RDONLY), 0);
    for (int fd = 3; fd < 256; ++fd)
        ::close(fd);
    if (start.uid != 0 && (::setgroups(0, nullptr) != 0 || ::setgid(start.gid) != 0 || ::setuid(start.uid) != 0))
        ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, start.onParentDeath); // after setuid(), which clears it
    if (::getppid() != parent || ::chdir(folder.c_str()) != 0)
        ::_exit(126);
    ::execvpe(argv[0], argv.data(), envp.data());
    ::_exit(127);
}

Subprocess::~Subprocess() {
    stop(SIGKILL);
}

Subprocess::Subprocess(Subprocess &&other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
    , m_status(other.m_status) {}

Subprocess &Subprocess::operator=(Subprocess &&other) noexcept {
    stop(SIGKILL);
    m_pid = std::exchange(other.m_pid, -1);
    m_status = other.m_status;
    return *this;
}

bool Subprocess::running() {
    return m_pid > 0 && !waitFor(0);
}

void Subprocess::signal(int number) {
    if (m_pid > 0)
        ::kill(m_pid, number);
}

bool Subprocess::waitFor(int ms, int *status) {
    const bool ended = m_pid <= 0 || waitUntil(ms, [this] { return ::waitpid(m_pid, &m_status, WNOHANG) == m_pid; });
    if (ended)
        m_pid = -1;
    if (status)
        *status = m_status;
    return ended;
}

void Subprocess::stop(int number) {
    if (m_pid <= 0)
        return;
    signal(number);
    if (waitFor(10'000))
        return;
    signal(SIGKILL);
    waitFor(10'000);
}

int Subprocess::run(const Start &start) {
    Subprocess process(start);
    int status = 0;
    if (!process.waitFor(60'000, &status) || !WIFEXITED(status))
        return -1;
    return WEXITSTATUS(status);
}

bool waitUntil(int ms, const std::function<bool()> &condition) {
    QElapsedTimer since;
    since.start();
    while (!condition()) {
        if (since.elapsed() >= ms)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
}

int freeTcpPort() {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool bound = ::bind(fd, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
                       ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size) == 0;
    ::close(fd);
    return bound ? ntohs(address.sin_port) : 0;
}

} // namespace wemo::tests
