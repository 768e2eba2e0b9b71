#pragma once
#include "services/redis/pool.h"

namespace wemo::queue {

/// Every move of a queue, each one Lua script and so atomic (resources/lua/queue_*.lua, which say what they take and
/// answer).
struct Scripts {
    redis::Script add = of("queue_add"), step = of("queue_step"), extend = of("queue_extend"),
                  sweep = of("queue_sweep");
    redis::Script pause = of("queue_pause"), promote = of("queue_promote"), delay = of("queue_delay");
    redis::Script priority = of("queue_priority"), remove = of("queue_remove"), replay = of("queue_replay");
    redis::Script clean = of("queue_clean"), drain = of("queue_drain"), check = of("queue_check");
    static const Scripts &all() {
        static const Scripts scripts;
        return scripts;
    }

private:
    static redis::Script of(const char *name) { return redis::Script::resource({"queue_common", name}); }
};

} // namespace wemo::queue
