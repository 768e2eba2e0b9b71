#pragma once
#include "models/queue/summary.h"

#include <string>

namespace wemo::queue {

/// The workers of a queue in the answer of CLIENT LIST: BullMQ names their connections
/// "<prefix>:<base64(queue)>[:w:<worker>]". Connections of one worker are one.
QList<WorkerSummary> workersIn(const std::string &clientList, const std::string &prefix, const std::string &queue,
                               Instant now);

} // namespace wemo::queue
