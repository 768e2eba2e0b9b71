#pragma once
#include "models/queue/stats_point.h"
#include "models/queue/summary.h"

namespace wemo::gallery {

/// The same each time.
QList<wemo::queue::QueueSummary> cannedQueues(Instant now);
/// The first of `count`, a few hundred at most.
QList<wemo::queue::JobRow> cannedJobs(const QString &queue, wemo::queue::JobState state, qint64 count, Instant now);
wemo::queue::JobDetail cannedDetail(const wemo::queue::JobRow &job);
/// With a hiccup of the gateway a third of the way from the end; nothing at all where `busy` is false.
QList<wemo::queue::StatsPoint> cannedStats(Instant now, int minutes, bool busy);

} // namespace wemo::gallery
