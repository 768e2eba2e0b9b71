#include "services/queue/undo.h"

#include "services/queue/batches.h"

namespace wemo::queue {

namespace {
/// The change of resources/lua/<name>.lua with what undoes it kept first.
redis::Script keeping(const char *kind, int firstId, const char *name) {
    return redis::Script(redis::Script::resource({"queue_common", "queue_keep"}).source() + "keep('" + kind + "', " +
                         std::to_string(firstId) + ")\n" + redis::Script::resource({name}).source());
}

struct UndoScripts {
    redis::Script remove = keeping("remove", 1, "queue_remove"), promote = keeping("promote", 1, "queue_promote");
    redis::Script delay = keeping("delay", 3, "queue_delay"), priority = keeping("priority", 2, "queue_priority");
    redis::Script restore = redis::Script::resource({"queue_common", "queue_restore"});
};

const UndoScripts &scripts() {
    static const UndoScripts all;
    return all;
}

Failure expired() {
    return failure(ErrorKind::Expired, "undo-expired", "This can no longer be undone.");
}
} // namespace

Result<std::vector<Change>> Undo::change(const redis::Script &script, const std::string &token,
                                         const redis::Args &before, const Ids &ids) {
    Result<redis::Connection> connection = m_queue.pool().lease();
    if (!connection)
        return Failure(connection.error());
    std::vector<Change> changes;
    const Result<void> done = inBatches(ids.size(), [&](std::size_t from, std::size_t to) -> Result<void> {
        redis::Args args = before;
        args.insert(args.end(), ids.begin() + static_cast<std::ptrdiff_t>(from),
                    ids.begin() + static_cast<std::ptrdiff_t>(to));
        const auto answer = script.run(*connection, {m_queue.base(), keyOf(token)}, std::move(args));
        if (!answer)
            return Failure(answer.error());
        for (const redis::Reply &word : answer->items)
            changes.push_back(changeFromWord(word.text));
        return {};
    });
    return done ? Result<std::vector<Change>>(std::move(changes)) : Failure(done.error());
}

Result<std::vector<Change>> Undo::remove(const std::string &token, const Ids &ids) {
    return change(scripts().remove, token, {}, ids);
}

Result<std::vector<Change>> Undo::promote(const std::string &token, const Ids &ids) {
    return change(scripts().promote, token, {}, ids);
}

Result<std::vector<Change>> Undo::changeDelay(const std::string &token, const Ids &ids, Milliseconds delay) {
    return change(scripts().delay, token, {"0", std::to_string(std::max<long long>(0, delay.count()))}, ids);
}

Result<std::vector<Change>> Undo::changePriority(const std::string &token, const Ids &ids, long long priority) {
    return change(scripts().priority, token, {std::to_string(priority)}, ids);
}

Result<Undo::Ids> Undo::jobsOf(const std::string &token) {
    const auto kept = m_queue.pool().command({"LRANGE", keyOf(token), "0", "-1"});
    if (!kept)
        return Failure(kept.error());
    if (kept->items.empty())
        return expired();
    Ids ids;
    for (std::size_t i = 1; i < kept->items.size(); i += 2)
        ids.push_back(kept->items[i].text);
    return ids;
}

Result<long long> Undo::undo(const std::string &token) {
    Result<redis::Connection> connection = m_queue.pool().lease();
    if (!connection)
        return Failure(connection.error());
    const auto kept = connection->command({"LLEN", keyOf(token)});
    if (!kept)
        return Failure(kept.error());
    long long taken = 0, restored = 0;
    const auto restore = [&](std::size_t from, std::size_t to) -> Result<void> {
        const auto answer =
            scripts().restore.run(*connection, {m_queue.base(), keyOf(token)}, {std::to_string(to - from)});
        if (!answer)
            return Failure(answer.error());
        taken += answer->items.at(0).integer;
        restored += answer->items.at(1).integer;
        return {};
    };
    if (const Result<void> done = inBatches(static_cast<std::size_t>(kept->integer / 2), restore); !done)
        return Failure(done.error());
    return taken > 0 ? Result<long long>(restored) : expired();
}

} // namespace wemo::queue
