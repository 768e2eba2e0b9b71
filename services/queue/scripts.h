#pragma once
#include "services/redis/pool.h"

namespace wemo::queue {

/// The moves of a queue, each atomic. Their first key is the prefix of all keys of the queue (so: no Redis Cluster).
/// Keys, all lost with Redis and filled again from SQL by who owns the work:
///   wait (list), delayed (by due time), active (by end of lock), failed (by time), job:<id> (data, attempt, token,
///   reason), wake and wake:<worker> (marks that idle workers block on).
struct Scripts {
    redis::Script add = redis::Script::resource("queue_add");
    redis::Script claim = redis::Script::resource("queue_claim");
    redis::Script renew = redis::Script::resource("queue_renew");
    redis::Script finish = redis::Script::resource("queue_finish");
    redis::Script sweep = redis::Script::resource("queue_sweep");
    static const Scripts &all();
};

std::string prefixOf(const std::string &queue);

} // namespace wemo::queue
