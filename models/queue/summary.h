#pragma once
#include "models/core/result.h"
#include "models/core/time.h"
#include "models/queue/job.h"

namespace wemo::queue {

/// How many jobs are where.
struct StateCounts {
    qint64 waiting = 0, prioritized = 0, delayed = 0, active = 0, completed = 0, failed = 0;
    qint64 of(JobState state) const;
    qint64 total() const { return waiting + prioritized + delayed + active + completed + failed; }
    bool operator==(const StateCounts &) const = default;
};

/// How many jobs a second may start, and how near the queue is to that.
struct LimitSummary {
    double perSecond = 0;
    int burst = 1;
    double fill = 0;      ///< 0 = nothing of the burst is used, 1 = the next job has to wait
    Milliseconds wait{0}; ///< until the next job may start
};

struct OldestWaiting {
    QString id;
    Instant since;
};

struct OldestActive {
    QString id;
    Instant since;
    std::optional<Milliseconds> lock; ///< what is left of its lock; nothing = it has none: its worker is gone
};

/// A program that takes jobs of the queue, as Redis sees its connection.
struct WorkerSummary {
    QString name;
    QString address;
    Instant since;
    Milliseconds idle{0};
};

/// A queue at a glance.
struct QueueSummary {
    QString name;
    Instant at; ///< when it was so, by Redis' clock: ages are told from it
    bool paused = false;
    StateCounts counts;
    std::optional<int> concurrency; ///< of all workers together; nothing = as many as they take
    std::optional<LimitSummary> limit;
    std::optional<OldestWaiting> oldestWaiting;
    std::optional<OldestActive> oldestActive;
    QList<WorkerSummary> workers;
};

QJsonObject toJson(const StateCounts &counts);
Result<StateCounts> stateCountsFromJson(const QJsonObject &json);
QJsonObject toJson(const QueueSummary &summary);
Result<QueueSummary> queueSummaryFromJson(const QJsonObject &json);

} // namespace wemo::queue
