#pragma once
#include "services/queue/queue.h"
#include "services/queue/worker.h"

#include <QJsonArray>
#include <QJsonObject>

#include <map>
#include <mutex>
#include <vector>

namespace wemo::tests {

/// Our engine behind the commands of tests/peers: fill, add, feed, work, stop. A command runs to its end before the
/// next.
class EnginePeer {
public:
    explicit EnginePeer(const std::string &socket);
    /// The answer, with "ok" or "error".
    QJsonObject answer(const QString &what, const QJsonObject &args);

private:
    Result<QJsonValue> fill(const QJsonObject &args);
    Result<QJsonValue> add(const QJsonObject &args);
    Result<QJsonValue> feed(const QJsonObject &args);
    Result<QJsonValue> work(const QJsonObject &args);
    Result<QJsonValue> stop();
    queue::Queue &queueOf(const QJsonObject &args);
    queue::HandlerResult handle(const queue::Job &job, queue::JobContext &context);
    void noteEffect(const queue::Job &job) const;

    redis::Pool m_pool;
    std::map<std::string, std::unique_ptr<queue::Queue>> m_queues;
    QJsonObject m_work; ///< how the worker was asked to be
    int m_effects = -1; ///< file that takes one line an effect
    std::atomic<int> m_jobs = 0;
    std::mutex m_mutex;
    std::vector<double> m_samples; ///< ms from due to start
    double m_cpuBefore = 0;
    std::unique_ptr<queue::Worker> m_worker; ///< last, so that it ends first
};

} // namespace wemo::tests
