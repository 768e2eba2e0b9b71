#include "services/demo/queue_history.h"

#include "services/demo/chance.h"
#include "services/demo/rhythm.h"
#include "services/queue/stats.h"

#include <cmath>

namespace wemo::demo {

namespace {
using Outcome = queue::JobObservation::Outcome;
constexpr int minutes = 24 * 60, minutesAFlush = 50;
constexpr int badFrom = 100, badTo = 85; // minutes ago: the gateway was slow

/// A time in ms that lies around `middle`, seldom far above it.
double around(double middle, double share) {
    return middle * std::exp(1.6 * (share - 0.5)) * (share > 0.97 ? 3 : 1);
}

void addMinute(queue::StatsRecorder &stats, const Chance &chance, int ago, Instant at) {
    const int hour = taipeiHour(at);
    const double busy = hour < 6 ? 1.1 : hour < 10 || (hour > 16 && hour < 20) ? 4 : 2;
    const bool isBad = ago <= badFrom && ago > badTo;
    const int jobs = static_cast<int>(busy * 2 * chance.unit(1));
    for (int job = 0; job < jobs; ++job) {
        const auto question = static_cast<quint64>(job) * 4 + 10;
        queue::JobObservation seen;
        const double luck = chance.unit(question);
        seen.outcome = isBad && luck < 0.4 ? Outcome::Retried : luck < 0.004 ? Outcome::Failed : Outcome::Completed;
        seen.runMs = around(isBad ? 1'400 : 70, chance.unit(question + 1));
        if (seen.outcome != Outcome::Retried)
            seen.waitMs = around(isBad ? 40 : 3, chance.unit(question + 2));
        if (chance.unit(question + 3) < 0.05)
            seen.lateMs = around(1.2, chance.unit(question + 2));
        stats.add(seen, toMs(at));
    }
}
} // namespace

Result<void> seedQueueHistory(const std::vector<queue::Queue *> &lanes, Instant now, quint32 seed,
                              const std::atomic<bool> &canceled) {
    quint32 lane = 0;
    for (queue::Queue *queue : lanes) {
        Result<redis::Connection> connection = queue->pool().lease();
        if (!connection)
            return Failure(connection.error());
        const auto isFirst = connection->command({"SET", queue->base() + "wemo:demo", "1", "NX"});
        if (!isFirst || isFirst->isNil())
            return isFirst ? Result<void>() : Failure(isFirst.error());
        queue::StatsRecorder stats;
        ++lane;
        for (int ago = minutes; ago > 0 && !canceled; --ago) {
            addMinute(stats, Chance(seed + lane, static_cast<quint64>(ago)), ago, now - std::chrono::minutes(ago));
            if (ago % minutesAFlush != 1)
                continue;
            if (const Result<void> sent = stats.flush(*connection, queue->base()); !sent)
                return sent;
        }
    }
    return {};
}

} // namespace wemo::demo
