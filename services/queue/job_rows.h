#pragma once
#include "models/queue/job.h"
#include "services/redis/pool.h"

#include <string>
#include <vector>

namespace wemo::queue {

/// Where a job was found.
struct PlacedJob {
    std::string id;
    std::optional<JobState> state; ///< nothing: nowhere
    double score = 0;              ///< of the sorted sets
};

/// Where jobs are, by id; in order. A job that has a hash and stands in no set that can be asked cheaply waits.
Result<std::vector<PlacedJob>> placesOf(redis::Connection &connection, const std::string &base,
                                        const std::vector<std::string> &ids);

/// A job's line and the text a search looks at.
struct FoundJob {
    std::string id; ///< whole, where the line's may be cut
    JobRow row;
    QByteArray searched; ///< id, name, data and failure
};

/// The jobs' lines, in order; those that are gone by now are left out.
Result<QList<FoundJob>> readJobs(redis::Connection &connection, const std::string &base,
                                 const std::vector<PlacedJob> &jobs);

/// A number written by BullMQ; 0 for what is none.
qint64 numberOf(const std::string &text);
QString textOf(const std::string &text, qsizetype most = 500);
std::optional<Instant> instantOf(const std::string &ms);

} // namespace wemo::queue
