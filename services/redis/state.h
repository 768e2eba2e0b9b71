#pragma once
#include "services/redis/pool.h"

#include <chrono>
#include <mutex>

struct redisContext;

namespace wemo::redis {

using SteadyTime = std::chrono::steady_clock::time_point;

struct ContextDeleter {
    void operator()(redisContext *context) const;
};
using Context = std::unique_ptr<redisContext, ContextDeleter>;

/// Connected, signed in, database selected, and with Sentinels really the master.
Result<Context> connect(const Options &options);
/// One command. A failed Result means that the link must not be used again.
Result<Reply> exchange(redisContext *context, const Args &args);
Result<void> send(redisContext *context, const Args &args);
Result<Reply> receive(redisContext *context);
void setTimeLimit(redisContext *context, Milliseconds limit);
Error lost(redisContext *context, const char *what);
Error serverError(const std::string &text);

struct Connection::State {
    std::shared_ptr<Pool::Shared> pool;
    Context context; ///< empty once the link has failed
};

struct Pool::Shared {
    struct Idle {
        Context context;
        SteadyTime since;
    };
    const Options options;
    std::mutex mutex;
    std::vector<Idle> idle;
};

} // namespace wemo::redis
