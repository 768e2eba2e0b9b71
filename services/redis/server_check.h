#pragma once
#include "services/redis/pool.h"

namespace wemo::redis {

/// Conflict: refuses a Redis that would lose what it was told to keep (an eviction policy) or that is too old
/// (below 6.2), with a message that says what to do.
Result<void> checkServer(Connection &connection);

} // namespace wemo::redis
