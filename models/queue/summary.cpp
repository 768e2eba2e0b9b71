#include "models/queue/summary.h"

#include "models/queue/json_parts.h"

namespace wemo::queue {

namespace {
constexpr double maxRate = 1'000'000;

QJsonObject toJson(const LimitSummary &limit) {
    return {{"per_second", limit.perSecond},
            {"burst", limit.burst},
            {"fill", limit.fill},
            {"wait_ms", static_cast<qint64>(limit.wait.count())}};
}
Result<LimitSummary> limitFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    LimitSummary limit{reader.number("per_second", 0, maxRate), static_cast<int>(reader.integer("burst", 0, maxCount)),
                       reader.number("fill", 0, 1), Milliseconds(reader.integer("wait_ms", 0, maxTotal))};
    return reader.finishLenient(std::move(limit));
}

QJsonObject toJson(const OldestWaiting &job) {
    return {{"id", job.id}, {"since", toIso(job.since)}};
}
Result<OldestWaiting> oldestWaitingFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    OldestWaiting job{reader.string("id", maxText), reader.instant("since")};
    return reader.finishLenient(std::move(job));
}

QJsonObject toJson(const OldestActive &job) {
    return {{"id", job.id}, {"since", toIso(job.since)}, {"lock_ms", orNull(job.lock)}};
}
Result<OldestActive> oldestActiveFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    OldestActive job{reader.string("id", maxText), reader.instant("since"), optionalMs(reader, "lock_ms")};
    return reader.finishLenient(std::move(job));
}

QJsonObject toJson(const WorkerSummary &worker) {
    return {{"name", worker.name},
            {"address", worker.address},
            {"since", toIso(worker.since)},
            {"idle_ms", static_cast<qint64>(worker.idle.count())}};
}
Result<WorkerSummary> workerFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    WorkerSummary worker{reader.string("name", maxText, 0), reader.string("address", maxText, 0),
                         reader.instant("since"), Milliseconds(reader.integer("idle_ms", 0, maxTotal))};
    return reader.finishLenient(std::move(worker));
}

QJsonArray toArray(const QList<WorkerSummary> &workers) {
    QJsonArray array;
    for (const WorkerSummary &worker : workers)
        array.append(toJson(worker));
    return array;
}

template <typename T>
QJsonValue objectOrNull(const std::optional<T> &value) {
    return value ? QJsonValue(toJson(*value)) : QJsonValue();
}

/// Everything but the members that are objects themselves.
Result<QueueSummary> plainMembers(const QJsonObject &json) {
    JsonReader reader(json);
    QueueSummary s;
    s.name = reader.string("name", maxText);
    s.at = reader.instant("at");
    s.paused = reader.boolean("paused");
    if (const auto concurrency = reader.optionalInteger("concurrency", 0, maxCount))
        s.concurrency = static_cast<int>(*concurrency);
    Result<QList<WorkerSummary>> workers = listFrom<WorkerSummary>(reader.array("workers", maxItems), workerFromJson);
    if (!workers)
        return Failure(workers.error());
    s.workers = *std::move(workers);
    return reader.finishLenient(std::move(s));
}
} // namespace

qint64 StateCounts::of(JobState state) const {
    switch (state) {
    case JobState::Waiting:
        return waiting;
    case JobState::Prioritized:
        return prioritized;
    case JobState::Delayed:
        return delayed;
    case JobState::Active:
        return active;
    case JobState::Completed:
        return completed;
    case JobState::Failed:
        return failed;
    }
    return 0;
}

QJsonObject toJson(const StateCounts &counts) {
    QJsonObject json;
    for (const JobState state : allJobStates())
        json.insert(toString(state), counts.of(state));
    return json;
}

Result<StateCounts> stateCountsFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    const auto count = [&reader](const char *name) { return reader.integer(name, 0, maxTotal); };
    StateCounts counts{count("waiting"), count("prioritized"), count("delayed"),
                       count("active"),  count("completed"),   count("failed")};
    return reader.finishLenient(std::move(counts));
}

QJsonObject toJson(const QueueSummary &s) {
    return {{"name", s.name},
            {"at", toIso(s.at)},
            {"paused", s.paused},
            {"counts", toJson(s.counts)},
            {"concurrency", s.concurrency ? QJsonValue(*s.concurrency) : QJsonValue()},
            {"limit", objectOrNull(s.limit)},
            {"oldest_waiting", objectOrNull(s.oldestWaiting)},
            {"oldest_active", objectOrNull(s.oldestActive)},
            {"workers", toArray(s.workers)}};
}

Result<QueueSummary> queueSummaryFromJson(const QJsonObject &json) {
    Result<QueueSummary> summary = plainMembers(json);
    if (!summary)
        return summary;
    const Result<StateCounts> counts = stateCountsFromJson(json.value("counts").toObject());
    if (!counts)
        return Failure(counts.error());
    summary->counts = *counts;
    auto limit = optionalFrom<LimitSummary>(json, "limit", limitFromJson);
    if (!limit)
        return Failure(limit.error());
    summary->limit = *std::move(limit);
    auto waiting = optionalFrom<OldestWaiting>(json, "oldest_waiting", oldestWaitingFromJson);
    if (!waiting)
        return Failure(waiting.error());
    summary->oldestWaiting = *std::move(waiting);
    auto active = optionalFrom<OldestActive>(json, "oldest_active", oldestActiveFromJson);
    if (!active)
        return Failure(active.error());
    summary->oldestActive = *std::move(active);
    return summary;
}

} // namespace wemo::queue
