#include "services/queue/stats.h"

#include <cmath>
#include <cstdlib>

namespace wemo::queue {

namespace {
constexpr double smallest = 0.1, stepsAnOctave = 4;
constexpr std::size_t minutesKept = 60; // while Redis is away
constexpr const char *lifetime = "172800";

std::string keyOf(const std::string &base, long long minute) {
    return base + "wemo:stats:" + std::to_string(minute);
}

void append(std::vector<redis::Args> &commands, const std::string &key, const std::string &field, long long count) {
    if (count != 0)
        commands.push_back({"HINCRBY", key, field, std::to_string(count)});
}

void append(std::vector<redis::Args> &commands, const std::string &key, char kind, const Histogram &histogram) {
    for (std::size_t i = 0; i < Histogram::size; ++i)
        append(commands, key, kind + std::to_string(i), histogram.counts()[i]);
}

void read(MinuteStats &stats, const std::string &field, long long count) {
    if (field == "completed")
        stats.completed = count;
    else if (field == "failed")
        stats.failed = count;
    else if (field == "retried")
        stats.retried = count;
    else if (field == "stalled")
        stats.stalled = count;
    else if (field.size() > 1) {
        const auto bucket = static_cast<std::size_t>(std::strtoul(field.c_str() + 1, nullptr, 10));
        Histogram &target = field[0] == 'w' ? stats.wait : field[0] == 'r' ? stats.run : stats.late;
        target.addToBucket(bucket, count);
    }
}
} // namespace

std::size_t Histogram::bucketOf(double ms) {
    if (!(ms > smallest))
        return 0;
    const double bucket = std::ceil(std::log2(ms / smallest) * stepsAnOctave);
    return std::min(size - 1, static_cast<std::size_t>(bucket));
}

long long Histogram::total() const {
    long long sum = 0;
    for (const long long count : m_counts)
        sum += count;
    return sum;
}

double Histogram::percentile(double share) const {
    const long long all = total();
    if (all == 0)
        return 0;
    const auto rank = std::max(1LL, static_cast<long long>(std::ceil(share * static_cast<double>(all))));
    long long seen = 0;
    for (std::size_t i = 0; i < size; ++i) {
        seen += m_counts[i];
        if (seen >= rank)
            return i == 0 ? smallest : smallest * std::exp2((static_cast<double>(i) - 0.5) / stepsAnOctave);
    }
    return 0;
}

MinuteStats &StatsRecorder::at(long long nowMs) {
    const long long minute = nowMs / 60'000;
    for (MinuteStats &stats : m_minutes)
        if (stats.minute == minute)
            return stats;
    if (m_minutes.size() >= minutesKept)
        m_minutes.erase(m_minutes.begin());
    m_minutes.push_back({});
    m_minutes.back().minute = minute;
    return m_minutes.back();
}

void StatsRecorder::add(const JobObservation &observation, long long nowMs) {
    const std::lock_guard lock(m_mutex);
    MinuteStats &stats = at(nowMs);
    using Outcome = JobObservation::Outcome;
    ++(observation.outcome == Outcome::Completed ? stats.completed
       : observation.outcome == Outcome::Failed  ? stats.failed
                                                 : stats.retried);
    stats.run.add(observation.runMs);
    if (observation.waitMs)
        stats.wait.add(*observation.waitMs);
    if (observation.lateMs)
        stats.late.add(*observation.lateMs);
}

void StatsRecorder::addStalled(long long count, long long nowMs) {
    const std::lock_guard lock(m_mutex);
    at(nowMs).stalled += count;
}

Result<void> StatsRecorder::flush(redis::Connection &connection, const std::string &base) {
    std::vector<MinuteStats> minutes;
    {
        const std::lock_guard lock(m_mutex);
        minutes.swap(m_minutes);
    }
    std::vector<redis::Args> commands;
    for (const MinuteStats &stats : minutes) {
        const std::string key = keyOf(base, stats.minute);
        append(commands, key, "completed", stats.completed);
        append(commands, key, "failed", stats.failed);
        append(commands, key, "retried", stats.retried);
        append(commands, key, "stalled", stats.stalled);
        append(commands, key, 'w', stats.wait);
        append(commands, key, 'r', stats.run);
        append(commands, key, 'l', stats.late);
        commands.push_back({"EXPIRE", key, lifetime});
    }
    if (commands.empty())
        return {};
    const auto sent = connection.pipeline(commands);
    if (sent)
        return {};
    const std::lock_guard lock(m_mutex);
    m_minutes.insert(m_minutes.begin(), minutes.begin(), minutes.end());
    return Failure(sent.error());
}

Result<std::vector<MinuteStats>> readStats(Queue &queue, long long fromMinute, long long toMinute) {
    Result<redis::Connection> connection = queue.pool().lease();
    if (!connection)
        return Failure(connection.error());
    std::vector<redis::Args> commands;
    for (long long minute = fromMinute; minute <= toMinute; ++minute)
        commands.push_back({"HGETALL", keyOf(queue.base(), minute)});
    const auto found = connection->pipeline(commands);
    if (!found)
        return Failure(found.error());
    std::vector<MinuteStats> all;
    for (std::size_t i = 0; i < found->size(); ++i) {
        MinuteStats stats;
        stats.minute = fromMinute + static_cast<long long>(i);
        const auto &items = (*found)[i].items;
        for (std::size_t field = 0; field + 1 < items.size(); field += 2)
            read(stats, items[field].text, std::strtoll(items[field + 1].text.c_str(), nullptr, 10));
        all.push_back(stats);
    }
    return all;
}

} // namespace wemo::queue
