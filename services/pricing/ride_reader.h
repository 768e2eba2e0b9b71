#pragma once
#include "services/pricing/ride_archive.h"
#include "services/storage/database.h"

namespace wemo::pricing {

/// Which rides to read: ids in (after, upTo].
struct RideSpan {
    Id after = 0;
    Id upTo = 0;
    qint64 count = 0; ///< of the rides in it
};

/// What one thread read, with kinds of its own.
struct RidesRead {
    std::vector<std::shared_ptr<RideBlock>> blocks;
    std::vector<RideKind> kinds;
};

/// What the store has beyond `after`, at most the newest `most` of it.
Result<RideSpan> ridesAfter(storage::Database &database, Id after, qint64 most);
/// A page a transaction, so that nobody waits for a long one.
Result<RidesRead> readRides(storage::Database &database, RideSpan span, std::atomic<qint64> &read,
                            const std::atomic<bool> &isCanceled);

} // namespace wemo::pricing
