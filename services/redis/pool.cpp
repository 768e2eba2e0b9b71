#include "services/redis/pool.h"

#include "services/redis/state.h"

#include <hiredis/hiredis.h>
#include <poll.h>

#include <csignal>

namespace wemo::redis {

namespace {
constexpr std::chrono::seconds unchecked{15}; // how long an idle link is trusted without a PING

/// Nothing is owed to an idle connection: anything to read is its end, or an answer nobody waits for.
bool quiet(const redisContext &context) {
    pollfd descriptor{context.fd, POLLIN | POLLRDHUP, 0};
    return ::poll(&descriptor, 1, 0) == 0;
}

Error gone() {
    return {ErrorKind::Unavailable,
            "redis-unavailable",
            "Redis cannot be reached just now.",
            "connection failed",
            {},
            1000};
}
} // namespace

Connection::Connection(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
Connection::Connection(Connection &&) noexcept = default;

Connection::~Connection() {
    if (!m_state || !m_state->context)
        return;
    Pool::Shared &pool = *m_state->pool;
    const std::lock_guard lock(pool.mutex);
    if (pool.idle.size() < pool.options.maxIdle)
        pool.idle.push_back({std::move(m_state->context), std::chrono::steady_clock::now()});
}

Result<Reply> Connection::command(const Args &args) {
    return command(args, m_state->pool->options.commandTimeout);
}

Result<Reply> Connection::command(const Args &args, Milliseconds limit) {
    redisContext *context = m_state->context.get();
    if (!context)
        return failure(gone());
    const Milliseconds usual = m_state->pool->options.commandTimeout;
    if (limit != usual)
        setTimeLimit(context, limit);
    Result<Reply> reply = exchange(context, args);
    if (!reply) {
        m_state->context.reset();
        return reply;
    }
    if (limit != usual)
        setTimeLimit(context, usual);
    if (reply->type != Reply::Type::Error)
        return reply;
    const Error error = serverError(reply->text);
    if (error.detail == "READONLY") // the master stepped down: look for the new one
        m_state->context.reset();
    return failure(error);
}

Result<std::vector<Reply>> Connection::pipeline(const std::vector<Args> &commands) {
    redisContext *context = m_state->context.get();
    if (!context)
        return failure(gone());
    std::vector<Reply> replies;
    replies.reserve(commands.size());
    for (const Args &args : commands)
        if (const Result<void> sent = send(context, args); !sent) {
            m_state->context.reset();
            return Failure(sent.error());
        }
    while (replies.size() < commands.size()) {
        Result<Reply> reply = receive(context);
        if (!reply) {
            m_state->context.reset();
            return Failure(reply.error());
        }
        replies.push_back(std::move(*reply));
    }
    return replies;
}

Pool::Pool(Options options)
    : m_shared(new Shared{std::move(options), {}, {}}) {
    // hiredis writes with write(): a server that went away must be an error, not the end of this process.
    std::signal(SIGPIPE, SIG_IGN);
}

Pool::~Pool() = default;

Result<Connection> Pool::lease() {
    for (;;) {
        Context context;
        SteadyTime since;
        {
            const std::lock_guard lock(m_shared->mutex);
            if (m_shared->idle.empty())
                break;
            context = std::move(m_shared->idle.back().context);
            since = m_shared->idle.back().since;
            m_shared->idle.pop_back();
        }
        if (!quiet(*context))
            continue;
        if (std::chrono::steady_clock::now() - since > unchecked && !exchange(context.get(), {"PING"}))
            continue;
        return Connection(std::unique_ptr<Connection::State>(new Connection::State{m_shared, std::move(context)}));
    }
    Result<Context> fresh = connect(m_shared->options);
    if (!fresh)
        return Failure(fresh.error());
    return Connection(std::unique_ptr<Connection::State>(new Connection::State{m_shared, std::move(*fresh)}));
}

Result<Reply> Pool::command(const Args &args) {
    Result<Connection> connection = lease();
    if (!connection)
        return Failure(connection.error());
    return connection->command(args);
}

Result<void> Pool::ping() {
    const Result<Reply> reply = command({"PING"});
    return reply ? Result<void>() : Failure(reply.error());
}

} // namespace wemo::redis
