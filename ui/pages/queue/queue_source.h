#pragma once
#include "models/queue/change.h"
#include "models/queue/stats_point.h"
#include "models/queue/summary.h"
#include "ui/client/api_client.h"

namespace wemo::pages::queue {

/// Where jobs are listed from.
class JobSource {
public:
    virtual ~JobSource() = default;
    virtual QFuture<ui::ApiResult<wemo::queue::JobPage>>
    jobs(const QString &queue, const wemo::queue::JobFilter &filter, const QString &cursor, int limit) = 0;
};

/// What can be done to jobs. Its words are the last part of the routes.
enum class JobVerb { Replay, Promote, Remove, Delay, Priority };

/// How many jobs are gone, and whether the service had no time for all: then it is asked again.
struct Removal {
    qint64 removed = 0;
    bool more = false;
};

/// The service: reading queues, and doing to them what staff may do.
class QueueSource final : public JobSource {
public:
    using Queue = wemo::queue::QueueSummary;
    explicit QueueSource(ui::ApiClient &client)
        : m_client(client) {}

    QFuture<ui::ApiResult<QList<Queue>>> queues();
    QFuture<ui::ApiResult<QList<wemo::queue::StatsPoint>>> stats(const QString &queue, int minutes);
    QFuture<ui::ApiResult<wemo::queue::JobPage>> jobs(const QString &queue, const wemo::queue::JobFilter &filter,
                                                      const QString &cursor, int limit) override;
    QFuture<ui::ApiResult<wemo::queue::JobDetail>> job(const QString &queue, const QString &id);

    /// `value` is the delay in ms or the priority, where the verb has one.
    QFuture<ui::ApiResult<wemo::queue::ChangeOutcome>> change(const QString &queue, JobVerb verb,
                                                              const wemo::queue::JobSelection &jobs, qint64 value);
    /// How many jobs are as they were.
    QFuture<ui::ApiResult<qint64>> undo(const QString &queue, const QString &token);
    QFuture<ui::ApiResult<Queue>> setPaused(const QString &queue, bool paused);
    QFuture<ui::ApiResult<Queue>> setLimit(const QString &queue, std::optional<double> perSecond, int burst);
    QFuture<ui::ApiResult<Queue>> setConcurrency(const QString &queue, std::optional<int> value);
    QFuture<ui::ApiResult<Removal>> clean(const QString &queue, wemo::queue::JobState state, Milliseconds olderThan,
                                          int limit);
    QFuture<ui::ApiResult<Removal>> drain(const QString &queue, bool delayedToo);
    QFuture<ui::ApiResult<QList<wemo::queue::QueueFault>>> check(const QString &queue);

private:
    ui::ApiClient &m_client;
};

} // namespace wemo::pages::queue
