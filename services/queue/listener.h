#pragma once
#include "services/queue/driver.h"

namespace wemo::queue {

/// Waits for the queue's marker on a connection of its own, whenever the driver has hands free and nothing for them.
/// Its connection carries the name by which BullMQ finds the workers of a queue.
class Worker::Listener {
public:
    Listener(Queue &queue, const WorkerOptions &options, HeldJobs &held);
    void start() {
        m_thread = std::thread([this] { listen(); });
    }
    void join(); ///< ends a wait at once

private:
    void listen();
    bool waitUntilAsked();
    bool connect();
    void waitForMark();
    void passOn();

    Queue &m_queue;
    HeldJobs &m_held;
    const int m_concurrency;
    const std::string m_clientName;
    std::optional<redis::Connection> m_connection;
    std::atomic<long long> m_clientId = 0; ///< 0 = none
    std::atomic<bool> m_ended = false;
    std::thread m_thread;
};

} // namespace wemo::queue
