#pragma once
#include "services/metrics/registry.h"
#include "services/queue/worker.h"

namespace wemo::api {

/// Queues in numbers for Prometheus: how they stand, asked for at each scrape, and what this service's workers did.
/// Thread-safe.
class QueueMetrics {
public:
    QueueMetrics(metrics::Registry &registry, std::vector<queue::Queue *> queues);
    Q_DISABLE_COPY_MOVE(QueueMetrics)

    /// For WorkerOptions::observe of a queue's worker.
    std::function<void(const queue::JobObservation &)> observerOf(const std::string &queue);
    /// Asks Redis; while that is away the gauges stay as they are and wemo_queue_up is 0.
    void refresh();

private:
    struct Stalled {
        long long minute = 0; ///< the last one looked at; 0 = none yet
        long long seen = 0;   ///< in that minute
    };
    bool refresh(queue::Queue &queue);
    void countStalled(queue::Queue &queue);

    metrics::Registry &m_registry;
    const std::vector<queue::Queue *> m_queues;
    std::mutex m_mutex; ///< one scrape at a time: m_stalled is added up
    std::map<std::string, Stalled> m_stalled;
};

} // namespace wemo::api
