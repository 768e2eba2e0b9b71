#include "services/blocking/ban_rebuild.h"

#include "services/blocking/ban_place.h"
#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"
#include "services/runtime/seal.h"

#include <thread>

namespace wemo::blocking {

namespace {
using namespace std::chrono_literals;
const std::string leaseMs = "10000"; // of the lock, from its last step on: a busy store may take seconds for a page
constexpr auto lookAgain = 20ms;
constexpr int clearedAtOnce = 1'024;

Failure beingRebuilt(const QString &detail) {
    Error error{ErrorKind::Unavailable, "ban-list-rebuilding", "The ban list is being read again. Try again.", detail};
    error.retryAfterMs = 1'000;
    return failure(std::move(error));
}
} // namespace

BanRebuild::BanRebuild(BanSource &source, redis::Pool &pool, Milliseconds longestWait)
    : m_source(source)
    , m_pool(pool)
    , m_longestWait(longestWait)
    , m_script(redis::Script::resource({"blocking_bans_fill"})) {}

Result<void> BanRebuild::run(bool force) {
    Result<redis::Connection> connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const std::string token = runtime::randomToken(12).toStdString();
    const Result<bool> mine = lockUnlessThere(*connection, token, force);
    if (!mine || !*mine)
        return mine ? Result<void>() : Failure(mine.error());
    runtime::log::info("ban-list-rebuild-begins");
    const Result<void> filled = fill(*connection, token);
    if (filled)
        runtime::log::info("ban-list-rebuilt");
    return filled;
}

Result<bool> BanRebuild::isThere(redis::Connection &connection) {
    const auto there = connection.command({"HEXISTS", BanPlace::marker, "applied"});
    return there ? Result<bool>(there->integer == 1) : Failure(there.error());
}

/// False: there is a copy, another was quicker.
Result<bool> BanRebuild::lockUnlessThere(redis::Connection &connection, const std::string &token, bool force) {
    const auto end = std::chrono::steady_clock::now() + m_longestWait;
    do {
        const auto set = connection.command({"SET", BanPlace::lock, token, "NX", "PX", leaseMs});
        const Result<bool> there = isThere(connection);
        if (!set || !there)
            return Failure(!set ? set.error() : there.error());
        const bool isMine = !set->isNil();
        if (*there && !force) {
            if (isMine)
                (void)connection.command({"DEL", BanPlace::lock});
            return false;
        }
        if (isMine)
            return true;
        std::this_thread::sleep_for(lookAgain);
    } while (std::chrono::steady_clock::now() < end);
    return beingRebuilt("another service writes the ban list's copy");
}

Result<void> BanRebuild::step(redis::Connection &connection, std::vector<std::string> keys, redis::Args args) {
    keys.insert(keys.begin(), {BanPlace::lock, BanPlace::marker});
    const auto done = m_script.run(connection, keys, std::move(args));
    if (!done)
        return Failure(done.error());
    return done->integer == 1 ? Result<void>() : beingRebuilt("lost the lock while rebuilding the ban list");
}

/// The number of the change is read before any page: what is committed while they are read is applied again after it,
/// and applying a change twice is applying it once.
Result<void> BanRebuild::fill(redis::Connection &connection, const std::string &token) {
    const Result<qint64> seq = m_source.seq();
    const auto changes = seq ? m_source.changesAfter(*seq) : Failure(seq.error());
    if (!changes)
        return Failure(changes.error());
    for (int first = 0; first < BanPlace::shards; first += clearedAtOnce) {
        std::vector<std::string> keys;
        for (int i = first; i < first + clearedAtOnce; ++i)
            keys.push_back(BanPlace::shardKey(i));
        if (const Result<void> done = step(connection, std::move(keys), {token, leaseMs, "clear"}); !done)
            return done;
    }
    WEMO_FAILPOINT("bans.rebuild-cleared");
    for (BanSource::Page page;;) {
        const Result<BanSource::Page> next = m_source.all(page.last);
        if (!next)
            return Failure(next.error());
        page = *next;
        std::vector<std::string> keys;
        redis::Args args{token, leaseMs, "fill"};
        for (const BanSource::Entry &entry : page.entries) {
            if (!entry.isBanned)
                continue;
            BanPlace place = BanPlace::of(entry.hash);
            keys.push_back(std::move(place.shard));
            args.push_back(std::move(place.member));
            args.push_back(std::to_string(entry.ends));
        }
        if (const Result<void> done = step(connection, std::move(keys), std::move(args)); !done)
            return done;
        WEMO_FAILPOINT("bans.rebuild-page");
        if (page.entries.size() < BanSource::pageSize)
            break;
    }
    return step(connection, {}, {token, leaseMs, "end", std::to_string(*seq), changes->lengths.toStdString()});
}

} // namespace wemo::blocking
