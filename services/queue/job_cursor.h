#pragma once
#include "services/queue/inspector.h"

namespace wemo::queue {

/// Where a walk through a queue's jobs stands: behind a job of a state.
struct JobPlace {
    qsizetype stateIndex = 0; ///< in the states walked through
    std::string lastId;       ///< empty = before the first of the state
    double score = 0;         ///< of lastId, in a sorted set: where it stood, should it be gone
    qint64 scanned = 0;       ///< jobs looked at so far
};

/// The states a search walks through, in this order.
QList<JobState> statesOf(const JobSearch &search);

/// Opaque to callers; bound to the search it was made under.
QString toCursor(const JobPlace &place, const JobSearch &search);
/// InvalidInput "bad-cursor" or "cursor-mismatch". An empty one is the beginning.
Result<JobPlace> placeFromCursor(const QString &cursor, const JobSearch &search);

} // namespace wemo::queue
