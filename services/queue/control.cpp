#include "services/queue/control.h"

#include "services/queue/batches.h"
#include "services/queue/scripts.h"

#include <QString>

#include <charconv>
#include <cmath>

namespace wemo::queue {

namespace {
constexpr long long cleanedAScript = 1000;

const char *nameOf(State state) {
    switch (state) {
    case State::Waiting:
        return "wait";
    case State::Prioritized:
        return "prioritized";
    case State::Delayed:
        return "delayed";
    case State::Active:
        return "active";
    case State::Completed:
        return "completed";
    case State::Failed:
        return "failed";
    }
    return "";
}

double toDouble(const std::string &text) {
    return QByteArray::fromStdString(text).toDouble();
}
} // namespace

Change changeFromWord(const std::string &word) {
    return word == "done"          ? Change::Done
           : word == "active"      ? Change::Active
           : word == "wrong-state" ? Change::WrongState
                                   : Change::NotFound;
}

Result<redis::Reply> Control::run(const redis::Script &script, redis::Args args) {
    Result<redis::Connection> connection = m_queue.pool().lease();
    if (!connection)
        return Failure(connection.error());
    return script.run(*connection, {m_queue.base()}, std::move(args));
}

Result<void> Control::pauseOrResume(const char *word) {
    for (;;) {
        const auto left = run(Scripts::all().pause, {word});
        if (!left)
            return Failure(left.error());
        if (left->integer == 0)
            return {};
    }
}

Result<void> Control::pause() {
    return pauseOrResume("paused");
}

Result<void> Control::resume() {
    return pauseOrResume("resumed");
}

Result<void> Control::setConcurrency(std::optional<int> most) {
    if (most && *most < 1)
        return failure(ErrorKind::InvalidInput, "queue-concurrency", "At least one job must be able to run.");
    const std::string meta = m_queue.base() + "meta";
    const auto set = most ? m_queue.pool().command({"HSET", meta, "concurrency", std::to_string(*most)})
                          : m_queue.pool().command({"HDEL", meta, "concurrency"});
    if (!set)
        return Failure(set.error());
    // More may begin now than a moment ago.
    const auto woken = m_queue.pool().command({"ZADD", m_queue.base() + "marker", "0", "0"});
    return woken ? Result<void>() : Failure(woken.error());
}

Result<void> Control::setLimit(const std::optional<Limit> &limit) {
    if (limit && (!(limit->perSecond >= 0.001 && limit->perSecond <= 1'000'000) || limit->burst < 1))
        return failure(ErrorKind::InvalidInput, "queue-limit",
                       "A limit is between 0.001 and 1000000 a second, with a burst of at least 1.");
    Result<redis::Connection> connection = m_queue.pool().lease();
    if (!connection)
        return Failure(connection.error());
    // A lifted limit is written down as none: a service that starts must not bring back the configured one.
    const std::string rate = limit ? QByteArray::number(limit->perSecond, 'g', 12).toStdString() : "0";
    const auto set = connection->pipeline(
        {{"HSET", m_queue.base() + "meta", "wemo.rate", rate, "wemo.burst", std::to_string(limit ? limit->burst : 1)},
         {"DEL", m_queue.base() + "wemo:gcra"},
         {"ZADD", m_queue.base() + "marker", "0", "0"}});
    return set ? Result<void>() : Failure(set.error());
}

Result<void> Control::setFirstLimit(const std::optional<Limit> &limit) {
    const auto isSet = m_queue.pool().command({"HEXISTS", m_queue.base() + "meta", "wemo.rate"});
    if (!isSet)
        return Failure(isSet.error());
    return isSet->integer == 1 || !limit ? Result<void>() : setLimit(limit);
}

Result<Settings> Control::settings() {
    Result<redis::Connection> connection = m_queue.pool().lease();
    if (!connection)
        return Failure(connection.error());
    const auto found =
        connection->pipeline({{"HMGET", m_queue.base() + "meta", "paused", "concurrency", "wemo.rate", "wemo.burst"},
                              {"GET", m_queue.base() + "wemo:gcra"},
                              {"TIME"}});
    if (!found)
        return Failure(found.error());
    const auto &meta = (*found)[0].items;
    if (meta.size() != 4 || (*found)[2].items.size() != 2)
        return failure(ErrorKind::Internal, "queue-answer", "The service has a fault.", "an unknown answer");
    Settings settings;
    settings.isPaused = !meta[0].isNil();
    if (!meta[1].isNil())
        settings.concurrency = static_cast<int>(toDouble(meta[1].text));
    if (toDouble(meta[2].text) <= 0)
        return settings;
    settings.limit = Limit{toDouble(meta[2].text), meta[3].isNil() ? 1 : static_cast<int>(toDouble(meta[3].text))};
    const double now = toDouble((*found)[2].items[0].text) * 1e6 + toDouble((*found)[2].items[1].text);
    const double interval = 1e6 / settings.limit->perSecond;
    const double depth = interval * settings.limit->burst;
    const double ahead = std::max(0.0, toDouble((*found)[1].text) - now);
    settings.limitFill = std::clamp(ahead / depth, 0.0, 1.0);
    settings.limitWait =
        Milliseconds(static_cast<long long>(std::ceil(std::max(0.0, ahead + interval - depth) / 1000)));
    return settings;
}

Result<std::vector<Change>> Control::change(const redis::Script &script, redis::Args before, const Ids &ids) {
    std::vector<Change> changes;
    const Result<void> done = inBatches(ids.size(), [&](std::size_t from, std::size_t to) -> Result<void> {
        redis::Args args = before;
        args.insert(args.end(), ids.begin() + static_cast<std::ptrdiff_t>(from),
                    ids.begin() + static_cast<std::ptrdiff_t>(to));
        const auto answer = run(script, std::move(args));
        if (!answer)
            return Failure(answer.error());
        for (const redis::Reply &word : answer->items)
            changes.push_back(changeFromWord(word.text));
        return {};
    });
    return done ? Result<std::vector<Change>>(std::move(changes)) : Failure(done.error());
}

Result<std::vector<Change>> Control::promote(const Ids &ids) {
    return change(Scripts::all().promote, {}, ids);
}

Result<std::vector<Change>> Control::changeDelay(const Ids &ids, Milliseconds delay) {
    return change(Scripts::all().delay, {"0", std::to_string(std::max(0LL, static_cast<long long>(delay.count())))},
                  ids);
}

Result<std::vector<Change>> Control::changePriority(const Ids &ids, long long priority) {
    if (priority < 0 || priority > highestPriority)
        return failure(ErrorKind::InvalidInput, "job-priority",
                       QString("A priority is between 0 and %1.").arg(highestPriority));
    return change(Scripts::all().priority, {std::to_string(priority)}, ids);
}

Result<std::vector<Change>> Control::remove(const Ids &ids) {
    return change(Scripts::all().remove, {}, ids);
}

Result<std::vector<Change>> Control::replay(const Ids &ids) {
    return change(Scripts::all().replay, {}, ids);
}

Result<long long> Control::clean(State state, Milliseconds olderThan, long long most) {
    if (state == State::Active)
        return failure(ErrorKind::InvalidInput, "queue-clean", "Jobs that run are not removed.");
    const auto time = m_queue.pool().command({"TIME"});
    if (!time)
        return Failure(time.error());
    const double now = toDouble(time->items.at(0).text) * 1e3 + toDouble(time->items.at(1).text) / 1e3;
    const std::string before = std::to_string(static_cast<long long>(now) - olderThan.count());
    long long removed = 0, offset = 0;
    while (removed < most) {
        const long long chunk = std::min(cleanedAScript, most - removed);
        const auto answer =
            run(Scripts::all().clean, {nameOf(state), before, std::to_string(chunk), std::to_string(offset)});
        if (!answer || answer->items.size() != 2)
            return answer ? Result<long long>(removed) : Failure(answer.error());
        const long long gone = answer->items[0].integer, seen = answer->items[1].integer;
        removed += gone;
        offset += state == State::Completed || state == State::Failed ? 0 : seen - gone;
        if (seen < chunk)
            break;
    }
    return removed;
}

Result<long long> Control::drain(bool delayedToo) {
    // Bounded by what is there now: a busy producer must not keep this going for ever.
    const Result<Counts> counts = m_queue.counts();
    if (!counts)
        return Failure(counts.error());
    long long left = counts->waiting + counts->prioritized + (delayedToo ? counts->delayed : 0);
    long long removed = 0;
    while (left > 0) {
        const auto gone =
            run(Scripts::all().drain, {std::to_string(std::min(left, cleanedAScript)), delayedToo ? "1" : ""});
        if (!gone)
            return Failure(gone.error());
        if (gone->integer == 0)
            break;
        removed += gone->integer;
        left -= gone->integer;
    }
    return removed;
}

} // namespace wemo::queue
