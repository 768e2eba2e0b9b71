#include "services/redis/state.h"

#include <fcntl.h>
#include <hiredis/hiredis.h>

namespace wemo::redis {

namespace {
timeval toTimeval(Milliseconds limit) {
    return {static_cast<time_t>(limit.count() / 1000), static_cast<suseconds_t>(limit.count() % 1000 * 1000)};
}

Result<Context> open(const Options &options, const std::string &host, int port) {
    const timeval limit = toTimeval(options.connectTimeout);
    const bool local = !options.unixSocket.empty();
    Context context(local ? redisConnectUnixWithTimeout(options.unixSocket.c_str(), limit)
                          : redisConnectWithTimeout(host.c_str(), port, limit));
    if (!context || context->err)
        return failure(lost(context.get(), "connect"));
    ::fcntl(context->fd, F_SETFD, FD_CLOEXEC);
    if (!local)
        redisEnableKeepAlive(context.get());
    setTimeLimit(context.get(), options.commandTimeout);
    return context;
}

/// A command whose only good answer is one that is not an error.
Result<Reply> must(const Context &context, const Args &args) {
    Result<Reply> reply = exchange(context.get(), args);
    if (reply && reply->type == Reply::Type::Error)
        return failure(serverError(reply->text));
    return reply;
}

Result<void> signIn(const Context &context, const Options &options) {
    std::vector<Args> steps;
    if (!options.password.empty())
        steps.push_back(options.username.empty() ? Args{"AUTH", options.password}
                                                 : Args{"AUTH", options.username, options.password});
    if (options.database != 0)
        steps.push_back({"SELECT", std::to_string(options.database)});
    steps.push_back({"CLIENT", "SETNAME", "wemo-service"});
    for (const Args &step : steps)
        if (const Result<Reply> done = must(context, step); !done)
            return Failure(done.error());
    return {};
}

Result<std::pair<std::string, int>> askSentinel(const Options &options, const std::string &host, int port) {
    const Result<Context> sentinel = open(options, host, port);
    if (!sentinel)
        return Failure(sentinel.error());
    const Result<Reply> answer = must(*sentinel, {"SENTINEL", "get-master-addr-by-name", options.sentinelMaster});
    if (!answer)
        return Failure(answer.error());
    if (answer->items.size() != 2)
        return failure(ErrorKind::Unavailable, "redis-no-master", "Redis cannot be reached just now.",
                       "the Sentinel knows no such master");
    return std::pair(answer->items[0].text, std::atoi(answer->items[1].text.c_str()));
}

/// A Sentinel may still name a master that has stepped down, so the server itself is asked too.
Result<Context> connectThrough(const Options &options, const std::string &host, int port) {
    const auto master = askSentinel(options, host, port);
    if (!master)
        return Failure(master.error());
    Result<Context> context = open(options, master->first, master->second);
    if (!context)
        return context;
    if (const Result<void> signedIn = signIn(*context, options); !signedIn)
        return Failure(signedIn.error());
    const Result<Reply> role = must(*context, {"ROLE"});
    if (!role)
        return Failure(role.error());
    if (role->items.empty() || role->items[0].text != "master")
        return failure(ErrorKind::Unavailable, "redis-no-master", "Redis cannot be reached just now.",
                       "the Sentinel named a server that is not the master");
    return context;
}
} // namespace

void setTimeLimit(redisContext *context, Milliseconds limit) {
    redisSetTimeout(context, toTimeval(limit));
}

Result<Context> connect(const Options &options) {
    if (options.sentinels.empty()) {
        Result<Context> context = open(options, options.host, options.port);
        if (!context)
            return context;
        if (const Result<void> signedIn = signIn(*context, options); !signedIn)
            return Failure(signedIn.error());
        return context;
    }
    Options remote = options;
    remote.unixSocket.clear();
    Result<Context> last = failure(ErrorKind::Unavailable, "redis-unavailable", "Redis cannot be reached just now.");
    for (const auto &[host, port] : options.sentinels) {
        last = connectThrough(remote, host, port);
        if (last)
            break;
    }
    return last;
}

} // namespace wemo::redis
