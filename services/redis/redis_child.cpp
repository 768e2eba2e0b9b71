#include "services/redis/redis_child.h"

#include "services/runtime/log.h"

#include <sys/un.h>

#include <QString>

#include <algorithm>
#include <chrono>

namespace wemo::redis {

namespace {
using namespace std::chrono_literals;
constexpr std::size_t longestSocket = sizeof(sockaddr_un::sun_path) - 1;
} // namespace

RedisChild::RedisChild(Options options)
    : m_options(std::move(options)) {}

RedisChild::~RedisChild() {
    stop();
}

redis::Options RedisChild::connection() const {
    redis::Options options;
    options.unixSocket = m_options.socket;
    return options;
}

Result<void> RedisChild::launch() {
    runtime::ChildProcess::Options options;
    // "everysec" writes before it answers and lets the disk follow, so a killed Redis mostly loses nothing and a power
    // cut a second. While an fsync is slow, though, Redis puts its writes off for up to 2 s, and killed then it loses
    // those: jobs are added again by the sweep from SQL, and a rider whose code is gone asks for a new one.
    options.command = {m_options.program,
                       "--port",
                       "0",
                       "--unixsocket",
                       m_options.socket,
                       "--unixsocketperm",
                       "700",
                       "--dir",
                       m_options.folder,
                       "--save",
                       "",
                       "--appendonly",
                       "yes",
                       "--appendfsync",
                       "everysec",
                       "--maxmemory-policy",
                       "noeviction",
                       "--hash-max-listpack-value", // half the memory a waiting job
                       "1024",
                       "--daemonize",
                       "no",
                       "--logfile",
                       m_options.folder + "/redis.log",
                       "--loglevel",
                       "notice"};
    options.folder = m_options.folder;
    if (m_options.lockFd >= 0)
        options.inherit = {m_options.lockFd};
    options.onExit = [this](int) {
        const std::lock_guard lock(m_mutex);
        m_exited = true;
        m_changed.notify_all();
    };
    const std::lock_guard lock(m_mutex);
    m_exited = false;
    m_child = std::make_unique<runtime::ChildProcess>(std::move(options));
    return m_child->start();
}

Result<void> RedisChild::waitUntilReady() {
    const auto end = std::chrono::steady_clock::now() + m_options.startWithin;
    Pool pool(connection());
    while (!pool.ping()) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, 5ms, [this] { return m_exited || m_stopping; });
        if (m_exited || m_stopping || std::chrono::steady_clock::now() > end)
            return failure(ErrorKind::Unavailable, "redis-does-not-start",
                           QString("The private Redis does not start. Its log is %1/redis.log.")
                               .arg(QString::fromStdString(m_options.folder)));
    }
    return {};
}

Result<void> RedisChild::start() {
    if (m_options.socket.size() > longestSocket)
        return failure(ErrorKind::InvalidInput, "path-too-long",
                       QString("The path of the Redis socket is longer than %1 bytes: choose a shorter data folder.")
                           .arg(longestSocket));
    if (const Result<void> launched = launch(); !launched)
        return launched;
    if (const Result<void> ready = waitUntilReady(); !ready) {
        m_child->stop(1000ms);
        return ready;
    }
    m_thread = std::thread([this] { supervise(); });
    return {};
}

/// Starts it again when it dies: after 50 ms, or twice as long as the last time if it did not live for 10 s; 5 s at
/// most.
void RedisChild::supervise() {
    auto pause = 50ms;
    auto since = std::chrono::steady_clock::now();
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_exited || m_stopping; });
        if (m_stopping)
            return;
        std::unique_ptr<runtime::ChildProcess> dead = std::move(m_child);
        ++m_restarts;
        lock.unlock();
        dead.reset(); // not under the lock, which its onExit takes
        lock.lock();
        if (m_changed.wait_for(lock, pause, [this] { return m_stopping; }))
            return;
        lock.unlock();
        const bool lasted = std::chrono::steady_clock::now() - since > 10s;
        pause = lasted ? 50ms : std::min(pause * 2, std::chrono::milliseconds(5000));
        runtime::log::warn("redis-child-restarts", {{"pause_ms", static_cast<qint64>(pause.count())}});
        since = std::chrono::steady_clock::now();
        const bool ready = launch() && waitUntilReady();
        lock.lock();
        m_exited = m_exited || !ready;
    }
}

void RedisChild::stop(Milliseconds within) {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    std::unique_lock lock(m_mutex);
    const std::unique_ptr<runtime::ChildProcess> child = std::move(m_child);
    lock.unlock();
    if (child)
        child->stop(within);
}

pid_t RedisChild::pid() const {
    const std::lock_guard lock(m_mutex);
    return m_child ? m_child->pid() : -1;
}

int RedisChild::restarts() const {
    const std::lock_guard lock(m_mutex);
    return m_restarts;
}

} // namespace wemo::redis
