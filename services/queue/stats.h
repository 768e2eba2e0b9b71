#pragma once
#include "services/queue/queue.h"

#include <array>

namespace wemo::queue {

/// Durations in buckets that grow by a fifth: 0.1 ms to half an hour, right to about 10 %.
class Histogram {
public:
    static constexpr std::size_t size = 96;
    void add(double ms, long long count = 1) { m_counts[bucketOf(ms)] += count; }
    void addToBucket(std::size_t bucket, long long count) { m_counts[std::min(bucket, size - 1)] += count; }
    long long total() const;
    /// ms below which that share (0…1) of the durations lies; 0 where there are none.
    double percentile(double share) const;
    const std::array<long long, size> &counts() const { return m_counts; }

private:
    static std::size_t bucketOf(double ms);
    std::array<long long, size> m_counts{};
};

/// What all workers of a queue did in one minute.
struct MinuteStats {
    long long minute = 0; ///< ms since 1970 / 60000
    long long completed = 0, failed = 0, retried = 0, stalled = 0;
    Histogram wait; ///< from the time a job could begin to its beginning; first attempts only
    Histogram run;
    Histogram late; ///< how much too late delayed jobs began
    bool isEmpty() const { return completed + failed + retried + stalled + wait.total() + run.total() == 0; }
};

/// What a handler's end looked like, for metrics.
struct JobObservation {
    enum class Outcome { Completed, Failed, Retried };
    Outcome outcome = Outcome::Completed;
    double runMs = 0;
    std::optional<double> waitMs, lateMs; ///< first attempts only
};

/// Gathers observations in memory and adds them up in Redis, in a hash a minute (`<base>wemo:stats:<minute>`), which
/// lasts 48 hours and may be lost. Thread-safe.
class StatsRecorder {
public:
    void add(const JobObservation &observation, long long nowMs);
    void addStalled(long long count, long long nowMs);
    /// What cannot be sent now is kept for the next time.
    Result<void> flush(redis::Connection &connection, const std::string &base);

private:
    MinuteStats &at(long long nowMs);
    std::mutex m_mutex;
    std::vector<MinuteStats> m_minutes; ///< not sent yet; oldest first
};

/// One entry a minute, both ends included, empty where nothing happened.
Result<std::vector<MinuteStats>> readStats(Queue &queue, long long fromMinute, long long toMinute);

} // namespace wemo::queue
