#pragma once
#include "services/blocking/ban_source.h"
#include "services/redis/pool.h"

namespace wemo::blocking {

/// Makes the ban list's copy in Redis anew, page by page from SQL. One of several services does it, under a lock that
/// runs out by itself if that one dies; what a slow one writes after that is refused. Thread-safe.
class BanRebuild {
public:
    BanRebuild(BanSource &source, redis::Pool &pool, Milliseconds longestWait = Milliseconds(2'000));
    /// Returns once there is a copy, made here or by another. Unavailable "ban-list-rebuilding" while another is not
    /// done in time. `force`: also where there is one, as it does not fit the store.
    Result<void> run(bool force = false);

private:
    Result<bool> lockUnlessThere(redis::Connection &connection, const std::string &token, bool force);
    Result<bool> isThere(redis::Connection &connection);
    Result<void> fill(redis::Connection &connection, const std::string &token);
    Result<void> step(redis::Connection &connection, std::vector<std::string> keys, redis::Args args);

    BanSource &m_source;
    redis::Pool &m_pool;
    const Milliseconds m_longestWait;
    const redis::Script m_script;
};

} // namespace wemo::blocking
