#pragma once
#include "models/core/result.h"
#include "models/core/time.h"

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wemo::redis {

/// Where Redis is. Time limits are finite, always.
struct Options {
    std::string unixSocket; ///< wins over host
    std::string host = "127.0.0.1";
    int port = 6379;
    std::string username, password; ///< from file or environment
    int database = 0;
    std::vector<std::pair<std::string, int>> sentinels; ///< if given, host and port come from them
    std::string sentinelMaster;
    Milliseconds connectTimeout{1000};
    Milliseconds commandTimeout{2000};
    std::size_t maxIdle = 32;
};

/// An answer of Redis. An error answer of the server is a Reply too (type Error); a lost connection is a failed Result.
struct Reply {
    enum class Type { Nil, Integer, Text, Array, Status, Error };
    Type type = Type::Nil;
    long long integer = 0;
    std::string text;
    std::vector<Reply> items;
    bool isNil() const { return type == Type::Nil; }
};

using Args = std::vector<std::string>;

/// One connection, leased to one thread. It goes back to the pool when destroyed, or is closed if it failed.
/// Qt-free on purpose: thread sanitizer can see through it.
class Connection {
public:
    ~Connection();
    Connection(Connection &&) noexcept;
    Connection &operator=(Connection &&) = delete;

    /// Error answers become a failure with the server's first word as detail. Unavailable when the link is down.
    Result<Reply> command(const Args &args);
    /// For blocking commands: waits up to `limit` for the answer instead of commandTimeout.
    Result<Reply> command(const Args &args, Milliseconds limit);
    /// All in one write; answers in order; error answers stay in their place.
    Result<std::vector<Reply>> pipeline(const std::vector<Args> &commands);

private:
    friend class Pool;
    struct State;
    explicit Connection(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// A Lua script, sent by its SHA; loaded again by itself after SCRIPT FLUSH or a restart of Redis.
class Script {
public:
    explicit Script(std::string source);
    /// resources/lua/<name>.lua, several as one text; a missing one ends the program.
    static Script resource(std::initializer_list<const char *> names);
    Result<Reply> run(Connection &connection, const std::vector<std::string> &keys, Args args,
                      std::optional<Milliseconds> limit = {}) const; ///< limit: instead of commandTimeout
    /// One call, as arguments of a pipeline.
    Args call(const std::vector<std::string> &keys, Args args) const;
    /// Calls of this script made by call(), all in one write; each with its own answer.
    Result<std::vector<Result<Reply>>> runAll(Connection &connection, std::vector<Args> calls) const;
    const std::string &source() const { return m_source; }
    const std::string &sha() const { return m_sha; }

private:
    std::string m_source;
    std::string m_sha;
};

/// Leases connections; asks the Sentinels for the master on each new one. Thread-safe.
class Pool {
public:
    explicit Pool(Options options);
    ~Pool();
    Pool(const Pool &) = delete;
    Pool &operator=(const Pool &) = delete;

    Result<Connection> lease();
    /// lease + command.
    Result<Reply> command(const Args &args);
    Result<void> ping();

private:
    friend class Connection;
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace wemo::redis
