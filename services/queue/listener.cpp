#include "services/queue/listener.h"

#include <QByteArray>

namespace wemo::queue {

namespace {
using namespace std::chrono_literals;

/// bull:<base64 of the queue's name>:w:<name>. No spaces or line ends may be in it.
std::string clientNameOf(const Queue &queue, const std::string &worker) {
    std::string name = worker;
    for (char &c : name)
        if (c <= ' ' || c > '~')
            c = '-';
    return queue.prefix() + ":" + QByteArray::fromStdString(queue.name()).toBase64().toStdString() + ":w:" + name;
}
} // namespace

Worker::Listener::Listener(Queue &queue, const WorkerOptions &options, HeldJobs &held)
    : m_queue(queue)
    , m_held(held)
    , m_concurrency(options.concurrency)
    , m_clientName(clientNameOf(queue, options.name)) {}

bool Worker::Listener::waitUntilAsked() {
    std::unique_lock lock(m_held.mutex);
    m_held.forOthers.wait(lock, [this] { return m_held.isListening || m_held.isStopping; });
    return !m_held.isStopping;
}

bool Worker::Listener::connect() {
    if (m_connection)
        return true;
    Result<redis::Connection> fresh = m_queue.pool().lease();
    if (!fresh)
        return false;
    const auto named = fresh->pipeline({{"CLIENT", "SETNAME", m_clientName}, {"CLIENT", "ID"}});
    if (!named || named->size() != 2)
        return false;
    m_clientId = (*named)[1].integer;
    m_connection.emplace(std::move(*fresh));
    return true;
}

void Worker::Listener::listen() {
    for (;;) {
        if (!waitUntilAsked())
            break;
        if (connect()) {
            waitForMark();
            continue;
        }
        // Redis is away: the driver finds out by itself and asks again.
        std::unique_lock lock(m_held.mutex);
        m_held.forOthers.wait_for(lock, 200ms, [this] { return m_held.isStopping; });
    }
    m_clientId = 0;
    if (m_connection)
        (void)m_connection->command({"CLIENT", "SETNAME", ""});
    m_connection.reset();
    m_ended = true;
}

void Worker::Listener::waitForMark() {
    // The answer may be late on a busy server, hence more time than the server was told.
    const auto mark = m_connection->command({"BZPOPMIN", m_queue.base() + "marker", "5"}, 7s);
    if (!mark) {
        m_clientId = 0;
        m_connection.reset();
    }
    const bool isMarked = mark && !mark->isNil();
    bool isWanted = true;
    {
        const std::lock_guard lock(m_held.mutex);
        const int busy = m_held.running + static_cast<int>(m_held.ready.size());
        isWanted = !m_held.isStopping && busy < m_concurrency;
        if (isMarked || !mark) {
            m_held.isListening = false;
            m_held.isMarked = true;
            m_held.forDriver.notify_one();
        }
    }
    if (isMarked && !isWanted)
        passOn();
}

/// The mark was meant for whoever works on.
void Worker::Listener::passOn() {
    if (m_connection)
        (void)m_connection->command({"ZADD", m_queue.base() + "marker", "0", "0"});
}

void Worker::Listener::join() {
    // It may be about to block: so until it has ended.
    while (!m_ended) {
        if (const long long id = m_clientId; id != 0)
            (void)m_queue.pool().command({"CLIENT", "UNBLOCK", std::to_string(id)});
        std::unique_lock lock(m_held.mutex);
        m_held.forOthers.wait_for(lock, 5ms);
    }
    m_thread.join();
}

} // namespace wemo::queue
