#pragma once
#include "models/core/time.h"
#include "services/storage/database.h"

namespace wemo::sms {

/// The months messages are kept in, on PostgreSQL; SQLite keeps all of them in one table.

/// The first instant of the month, UTC, so many months later or earlier.
Instant monthOf(Instant at, int later = 0);
/// Makes the months from one instant to the other that are missing; how many tables that took. Several services may do
/// it at once. Fails without harm where the tables are too busy: what has no month yet is kept beside them.
Result<int> addPartitions(storage::Database &database, Instant from, Instant until);

} // namespace wemo::sms
