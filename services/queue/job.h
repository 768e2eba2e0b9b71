#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace wemo::queue {

/// How long a job that failed waits before it is tried again.
struct Backoff {
    enum class Kind { None, Fixed, Exponential };
    Kind kind = Kind::None;
    std::chrono::milliseconds delay{0};
    double jitter = 0; ///< 0…1: this share of the time is random
    bool operator==(const Backoff &) const = default;
};

/// What is kept of finished jobs. Nothing set = everything (BullMQ's default); count 0 = nothing.
struct Keep {
    std::optional<long long> count;
    std::optional<long long> ageSeconds;
    bool operator==(const Keep &) const = default;
};

/// A job's `opts`, as BullMQ names and understands them.
struct JobOptions {
    int attempts = 1;
    Backoff backoff;
    std::chrono::milliseconds delay{0};
    long long priority = 0; ///< 0 = plain, before every other; else 1…2097151, lower first
    bool lifo = false;
    std::optional<Keep> keepCompleted, keepFailed; ///< empty: the worker's rule
    std::optional<long long> keepLogs;
    std::optional<std::size_t> sizeLimit; ///< bytes of data; a larger job is refused
    bool operator==(const JobOptions &) const = default;
};

constexpr long long highestPriority = 2'097'151;

/// The text stored in the job's hash.
std::string toJson(const JobOptions &options, const std::string &customId);
/// Members nobody here knows are ignored, and so is what is no JSON: a peer wrote it, and the job must go on.
JobOptions jobOptionsFromJson(const std::string &json);

/// Time before attempt `made + 1`; `random` is in 0…1.
std::chrono::milliseconds backoffAfter(const Backoff &backoff, int made, double random);

struct NewJob {
    std::string name;
    std::string data = "{}"; ///< JSON text, opaque here
    std::string id = {};     ///< empty = the queue's next number
    JobOptions options = {};
};

struct Added {
    std::string id;
    bool isDuplicate = false; ///< a job of this id was there already; nothing was added
};

/// A job in a worker's hands. Times in ms since 1970, UTC.
struct Job {
    std::string id, name, data, optionsText;
    JobOptions options;
    long long createdMs = 0, takenMs = 0;
    long long priority = 0;
    int attemptsMade = 0, attemptsStarted = 0;
    std::string deferredFailure;      ///< set: it is to fail without being run
    std::string deduplication;        ///< a peer's deduplication id; freed when the job ends
    std::string parentKey, repeatKey; ///< set: made by a flow or a scheduler, which are not ours
    int attempt() const { return attemptsMade + 1; }
    bool isLastAttempt() const { return attempt() >= options.attempts; }
};

enum class State { Waiting, Prioritized, Delayed, Active, Completed, Failed };

} // namespace wemo::queue
