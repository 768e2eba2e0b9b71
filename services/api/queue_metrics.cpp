#include "services/api/queue_metrics.h"

#include "services/queue/inspector.h"

namespace wemo::api {

namespace {
constexpr long long minutesCaughtUp = 60;

const char *wordOf(queue::JobObservation::Outcome outcome) {
    switch (outcome) {
    case queue::JobObservation::Outcome::Completed:
        return "completed";
    case queue::JobObservation::Outcome::Failed:
        return "failed";
    case queue::JobObservation::Outcome::Retried:
        return "retried";
    }
    return "";
}

void describe(metrics::Registry &registry) {
    registry.describe("wemo_queue_up", "Whether the queue could be asked.");
    registry.describe("wemo_queue_jobs", "Jobs of a queue, by state.");
    registry.describe("wemo_queue_paused", "1 while nothing new begins.");
    registry.describe("wemo_queue_workers", "Workers of a queue, over all programs.");
    registry.describe("wemo_queue_oldest_waiting_seconds", "How long the oldest waiting job could have run; 0 = none.");
    registry.describe("wemo_queue_oldest_active_seconds", "How long the oldest running job runs; 0 = none.");
    registry.describe("wemo_queue_limit_fill", "How much of the limit is used; 1 = the next job has to wait.");
    registry.describe("wemo_queue_jobs_total", "Attempts this service ended, by outcome.");
    registry.describe("wemo_queue_stalled_total", "Jobs whose worker went silent, over all services.");
    registry.describe("wemo_queue_wait_seconds", "From when a job could run to its first attempt.");
    registry.describe("wemo_queue_run_seconds", "How long an attempt ran.");
    registry.describe("wemo_queue_late_seconds", "How much later than due a delayed job began.");
}

template <typename Oldest>
double ageOf(const std::optional<Oldest> &oldest, Instant now) {
    return oldest ? std::max(0.0, static_cast<double>((now - oldest->since).count()) / 1000) : 0;
}
} // namespace

QueueMetrics::QueueMetrics(metrics::Registry &registry, std::vector<queue::Queue *> queues)
    : m_registry(registry)
    , m_queues(std::move(queues)) {
    describe(m_registry);
}

std::function<void(const queue::JobObservation &)> QueueMetrics::observerOf(const std::string &queue) {
    return [&registry = m_registry, queue](const queue::JobObservation &job) {
        registry.count("wemo_queue_jobs_total", {{"queue", queue}, {"outcome", wordOf(job.outcome)}});
        registry.observe("wemo_queue_run_seconds", {{"queue", queue}}, job.runMs / 1000);
        if (job.waitMs)
            registry.observe("wemo_queue_wait_seconds", {{"queue", queue}}, *job.waitMs / 1000);
        if (job.lateMs)
            registry.observe("wemo_queue_late_seconds", {{"queue", queue}}, *job.lateMs / 1000);
    };
}

void QueueMetrics::refresh() {
    const std::lock_guard lock(m_mutex);
    bool isUp = true; // once Redis has not answered, the others are not waited for
    for (queue::Queue *queue : m_queues) {
        isUp = isUp && refresh(*queue);
        m_registry.set("wemo_queue_up", {{"queue", queue->name()}}, isUp ? 1 : 0);
    }
}

bool QueueMetrics::refresh(queue::Queue &queue) {
    const Result<queue::QueueSummary> summary = queue::Inspector(queue).summary();
    if (!summary)
        return false;
    const auto set = [&](const char *name, double value) { m_registry.set(name, {{"queue", queue.name()}}, value); };
    for (const queue::JobState state : queue::allJobStates())
        m_registry.set("wemo_queue_jobs", {{"queue", queue.name()}, {"state", toString(state).toStdString()}},
                       static_cast<double>(summary->counts.of(state)));
    set("wemo_queue_paused", summary->paused ? 1 : 0);
    set("wemo_queue_workers", static_cast<double>(summary->workers.size()));
    set("wemo_queue_oldest_waiting_seconds", ageOf(summary->oldestWaiting, summary->at));
    set("wemo_queue_oldest_active_seconds", ageOf(summary->oldestActive, summary->at));
    set("wemo_queue_limit_fill", summary->limit ? summary->limit->fill : 0);
    countStalled(queue);
    return true;
}

/// The queue's own statistics are kept by the minute; what is new in them since the last scrape is counted.
void QueueMetrics::countStalled(queue::Queue &queue) {
    const auto time = queue.pool().command({"TIME"});
    if (!time || time->items.size() != 2)
        return;
    const long long minute = QByteArray::fromStdString(time->items[0].text).toLongLong() / 60;
    Stalled &stalled = m_stalled[queue.name()];
    const bool isFirst = stalled.minute == 0;
    const long long from = isFirst ? minute : std::max(stalled.minute, minute - minutesCaughtUp);
    const auto stats = queue::readStats(queue, from, minute);
    if (!stats || stats->empty())
        return;
    long long added = from == stalled.minute ? -stalled.seen : 0;
    for (const queue::MinuteStats &one : *stats)
        added += one.stalled;
    m_registry.count("wemo_queue_stalled_total", {{"queue", queue.name()}}, isFirst ? 0 : static_cast<double>(added));
    stalled = {minute, stats->back().stalled};
}

} // namespace wemo::api
