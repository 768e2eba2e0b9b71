#pragma once
#include "models/core/time.h"
#include "services/queue/queue.h"

#include <atomic>

namespace wemo::demo {

/// What the queues of the invented company did in its last day, so that their charts have something to show: as many
/// jobs as it has messages, a bad quarter of an hour among them. Written once into an empty Redis; `canceled` ends it
/// early.
Result<void> seedQueueHistory(const std::vector<queue::Queue *> &lanes, Instant now, quint32 seed,
                              const std::atomic<bool> &canceled);

} // namespace wemo::demo
