#pragma once
#include "models/core/id.h"
#include "models/core/time.h"
#include "services/runtime/seal.h"
#include "services/storage/database.h"

namespace wemo::demo {

/// What some riders of the demo company answered to the newest of its messages; once.
Result<void> seedReplies(storage::Database &database, const Clock &clock, const runtime::Secrets &secrets);

} // namespace wemo::demo
