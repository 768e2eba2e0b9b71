#pragma once
#include "models/core/time.h"
#include "services/storage/database.h"

#include <QSet>

namespace wemo::demo {

/// The demo data is written in chunks, each marked in its own transaction, so that a killed service goes on where it
/// stopped. Each kind of data has numbers of its own.
struct MarkRange {
    int first;
    int last;
};
constexpr MarkRange messageMarks{0, 999'999};
constexpr MarkRange pricingMarks{1'000'000, 1'000'000};
constexpr MarkRange rideMarks{2'000'000, 2'999'999};
constexpr MarkRange banMarks{3'000'000, 3'000'000};
constexpr MarkRange blockingMarks{4'000'000, 4'000'000};

/// What is there already: the instant it was invented for, and its chunks.
struct Marks {
    std::optional<Instant> base;
    QSet<int> chunks;
};
Result<Marks> marksOf(storage::Database &database, MarkRange range);
/// False: the chunk is there; a sister service was faster.
Result<bool> mark(storage::Connection &connection, int chunk, Instant base);

} // namespace wemo::demo
