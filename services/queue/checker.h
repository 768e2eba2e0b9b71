#pragma once
#include "services/queue/queue.h"

namespace wemo::queue {

/// Something that must never be: a job in two places or none, a lock or marker left behind.
struct Fault {
    std::string what;
    std::string subject; ///< a job's id or a key
};

/// Looks at a whole queue at one instant. Redis does nothing else meanwhile: about a second a million jobs.
Result<std::vector<Fault>> check(Queue &queue, int most = 100);

} // namespace wemo::queue
