#pragma once
#include "models/queue/job.h"
#include "services/redis/pool.h"

namespace wemo::queue {

/// What happened to a job: what the queue's stream of events still has of it, and of what the stream has forgotten what
/// the job itself knows. The newest 10,000 events of the queue are looked through.
Result<QList<JobEvent>> timelineOf(redis::Connection &connection, const std::string &base, const std::string &jobId,
                                   const JobRow &row);

} // namespace wemo::queue
