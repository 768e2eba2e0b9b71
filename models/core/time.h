#pragma once
#include "models/core/result.h"

#include <QString>

#include <chrono>

namespace wemo {

using Milliseconds = std::chrono::milliseconds;
/// A point in time, UTC, to the millisecond: what is stored, compared and sent.
using Instant = std::chrono::time_point<std::chrono::system_clock, Milliseconds>;

/// Milliseconds since 1970-01-01T00:00:00Z: the form in SQL and Redis.
constexpr qint64 toMs(Instant at) {
    return at.time_since_epoch().count();
}
constexpr Instant fromMs(qint64 ms) {
    return Instant(Milliseconds(ms));
}

/// "2026-11-22T05:18:50.123Z": the form in JSON.
QString toIso(Instant at);
/// Reads ISO 8601 with a stated offset or Z. Without one it is refused: a bare local time is a guess.
Result<Instant> fromIso(QStringView text);

/// Where "now" comes from. Passed in by constructor, so that a test decides what time it is. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

} // namespace wemo
