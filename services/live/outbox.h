#pragma once
#include "models/live/live_event.h"
#include "services/queue/queue.h"
#include "services/storage/database.h"

#include <condition_variable>
#include <thread>

namespace wemo::live {

/// What must happen after a commit and only then: rows of `outbox`, written in the writer's own transaction. A relay
/// moves them on; a killed service leaves them for the next start or for a sister service.
class Outbox {
public:
    static Result<void> addEvent(storage::Connection &connection, QLatin1StringView type, const QJsonObject &data);
    /// One event each, in this order.
    static Result<void> addEvents(storage::Connection &connection, QLatin1StringView type,
                                  const QList<QJsonObject> &data);
    static Result<void> addJob(storage::Connection &connection, const QString &queue, const queue::NewJob &job);
};

/// One thread that drains the outbox in order: events to the Redis stream, jobs to their queue (same id, so a repeat
/// after a crash adds nothing twice). While Redis is down the rows wait.
class Relay {
public:
    Relay(storage::Database &database, redis::Pool &pool, std::vector<queue::Queue *> queues);
    ~Relay();
    Q_DISABLE_COPY_MOVE(Relay)
    void start();
    void stop();
    /// A transaction with outbox rows has just been committed: drain now instead of at the next tick. Thread-safe.
    void wake();
    /// Drains in the caller's thread; number of rows moved.
    Result<int> drain();

private:
    void loop();
    Result<int> drainBatch();
    Result<void> publish(const storage::Rows &rows);
    Result<void> enqueue(const std::string &name, const std::vector<queue::NewJob> &jobs);
    Result<void> sendEvents(const std::vector<redis::Args> &events);
    storage::Database &m_database;
    redis::Pool &m_pool;
    std::vector<queue::Queue *> m_queues;
    std::thread m_thread;
    std::mutex m_draining; ///< one batch at a time, so that the order holds
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = false;
    bool m_stopping = false;
};

} // namespace wemo::live
