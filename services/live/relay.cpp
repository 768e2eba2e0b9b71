#include "services/live/outbox.h"
#include "services/live/stream.h"
#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"

#include <QJsonDocument>

#include <algorithm>
#include <chrono>

namespace wemo::live {

namespace {
using namespace std::chrono_literals;
constexpr int batchSize = 200;
constexpr auto tick = 1000ms;      // finds what a killed sister service left
constexpr auto firstPause = 100ms; // while Redis or the store is down
constexpr auto longestPause = 2000ms;

Result<storage::Rows> next(storage::Connection &connection) {
    return connection.query("outbox/next", {{"limit", batchSize}});
}

Result<int> remove(storage::Connection &connection, const storage::Rows &rows) {
    QStringList ids;
    for (const storage::Row &row : rows)
        ids += QString::number(row.integer("id"));
    // By id and not "up to the last": a transaction that took a lower id may commit only now.
    const auto removed = connection.execute("outbox/remove", {{"ids", ids.join(',')}});
    return removed ? Result<int>(static_cast<int>(rows.size())) : Failure(removed.error());
}

queue::NewJob jobOf(const storage::Row &row) {
    const QJsonDocument json = QJsonDocument::fromJson(row.bytes("data"));
    return {json["name"].toString().toStdString(), json["data"].toString().toStdString(), row.text("key").toStdString(),
            queue::jobOptionsFromJson(json["opts"].toString().toStdString())};
}
} // namespace

Relay::Relay(storage::Database &database, redis::Pool &pool, std::vector<queue::Queue *> queues)
    : m_database(database)
    , m_pool(pool)
    , m_queues(std::move(queues)) {}

Relay::~Relay() {
    stop();
}

void Relay::start() {
    m_thread = std::thread([this] { loop(); });
}

void Relay::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Relay::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_all();
}

void Relay::loop() {
    std::chrono::milliseconds pause = tick;
    bool down = false;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_woken = false;
        lock.unlock();
        const Result<int> moved = drain();
        if (!moved && !down)
            runtime::log::warn("outbox-waits", {{"error", moved.error().detail}});
        if (moved && down)
            runtime::log::info("outbox-moves-again");
        pause = moved ? tick : down ? std::min(pause * 2, longestPause) : firstPause;
        down = !moved;
        lock.lock();
        // While something is down a wake must not make a busy loop of it.
        m_changed.wait_for(lock, pause, [&] { return m_stopping || (m_woken && !down); });
    }
}

Result<int> Relay::drain() {
    int total = 0;
    for (;;) {
        const Result<int> moved = drainBatch();
        if (!moved)
            return moved;
        total += *moved;
        if (*moved < batchSize)
            return total;
    }
}

/// First out, then removed: a crash in between repeats events, which are hints, and jobs, whose ids the queue knows.
Result<int> Relay::drainBatch() {
    const std::lock_guard draining(m_draining);
    if (m_database.dialect() == storage::Dialect::Postgres)
        return m_database.write([&](storage::Connection &connection) -> Result<int> {
            if (const auto locked = connection.query("outbox/lock"); !locked)
                return Failure(locked.error());
            const Result<storage::Rows> rows = next(connection);
            if (!rows)
                return Failure(rows.error());
            const Result<void> published = publish(*rows);
            return published ? remove(connection, *rows) : Failure(published.error());
        });
    // SQLite has one service and one writer, who must not wait for Redis: so not in one transaction.
    const Result<storage::Rows> rows = m_database.read(next);
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return 0;
    if (const Result<void> published = publish(*rows); !published)
        return Failure(published.error());
    return m_database.write([&](storage::Connection &connection) { return remove(connection, *rows); });
}

Result<void> Relay::publish(const storage::Rows &rows) {
    if (rows.isEmpty())
        return {};
    WEMO_FAILPOINT("live.before-publish");
    std::vector<redis::Args> events;
    std::map<std::string, std::vector<queue::NewJob>> jobs;
    for (const storage::Row &row : rows) {
        if (row.text("kind") == "event")
            events.push_back(addCommand(row.text("target"), row.bytes("data")));
        else
            jobs[row.text("target").toStdString()].push_back(jobOf(row));
    }
    for (const auto &[queue, added] : jobs)
        if (const Result<void> done = enqueue(queue, added); !done)
            return done;
    return sendEvents(events);
}

Result<void> Relay::enqueue(const std::string &name, const std::vector<queue::NewJob> &jobs) {
    const auto known =
        std::find_if(m_queues.begin(), m_queues.end(), [&](auto *queue) { return queue->name() == name; });
    if (known == m_queues.end())
        // Of an older or a newer program: it must neither be lost nor hold up the others.
        return failure(ErrorKind::Internal, "unknown-queue", "The service has a fault.",
                       "no such queue in this program");
    for (const Result<queue::Added> &added : (*known)->addBulk(jobs))
        if (!added)
            return Failure(added.error());
    WEMO_FAILPOINT("sms.after-enqueue");
    return {};
}

Result<void> Relay::sendEvents(const std::vector<redis::Args> &events) {
    Result<redis::Connection> connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const auto replies = connection->pipeline(events);
    if (!replies)
        return Failure(replies.error());
    for (const redis::Reply &reply : *replies)
        if (reply.type == redis::Reply::Type::Error)
            return failure(ErrorKind::Unavailable, "redis-refused", "Redis cannot be reached just now.",
                           QString::fromStdString(reply.text.substr(0, reply.text.find(' '))));
    return {};
}

} // namespace wemo::live
