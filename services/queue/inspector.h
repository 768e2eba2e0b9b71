#pragma once
#include "models/queue/stats_point.h"
#include "models/queue/summary.h"
#include "services/queue/queue.h"

namespace wemo::queue {

/// What jobs are looked for by. Empty = all of a state.
struct JobSearch {
    std::optional<JobState> state;
    QString text;       ///< in id, name, data and failure, whatever its case
    QStringList jobIds; ///< jobs that match in any case, e.g. those of a phone number: found without a scan
};

/// Reads a queue for people: nothing here changes it, and no answer needs more than some hundred jobs in memory.
/// Thread-safe.
class Inspector {
public:
    explicit Inspector(Queue &queue)
        : m_queue(queue) {}

    Result<QueueSummary> summary();
    /// Next to run first where jobs wait, oldest first where they run, newest first where they ended. A search looks at
    /// 20,000 jobs at most and says how far it came; its cursor goes on from there. InvalidInput "bad-cursor",
    /// "cursor-mismatch" at field "cursor".
    Result<JobPage> page(const JobSearch &search, const QString &cursor, int limit);
    /// NotFound "job-not-found".
    Result<JobDetail> detail(const QString &jobId);
    /// The last so many minutes, this one included; oldest first, none left out.
    Result<QList<StatsPoint>> stats(int minutes);

private:
    Queue &m_queue;
};

} // namespace wemo::queue
