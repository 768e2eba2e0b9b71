#pragma once
#include "models/core/result.h"
#include "models/core/time.h"

#include <QJsonObject>

namespace wemo::queue {

/// Half, 95 and 99 of a hundred jobs took no longer than this. Milliseconds.
struct Percentiles {
    double p50 = 0, p95 = 0, p99 = 0;
};

/// What a queue did in one minute. Nothing in a distribution = no job to measure.
struct StatsPoint {
    Instant at; ///< begin of the minute
    qint64 completed = 0, failed = 0, retried = 0, stalled = 0;
    std::optional<Percentiles> wait; ///< from being ready to run to being run
    std::optional<Percentiles> run;
    std::optional<Percentiles> late; ///< delayed jobs: from being due to being run
};

QJsonObject toJson(const StatsPoint &point);
Result<StatsPoint> statsPointFromJson(const QJsonObject &json);

} // namespace wemo::queue
