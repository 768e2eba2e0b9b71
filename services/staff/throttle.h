#pragma once
#include "services/redis/pool.h"

#include <QString>

namespace wemo::staff {

struct ThrottleOptions {
    int perAccountAndAddress = 10; ///< so that a stranger far away cannot lock a colleague out
    int perAccount = 100;
    int perAddress = 100;
    std::chrono::seconds window{900};
};

/// Counts attempts to sign in before the password is looked at. While Redis is away nobody signs in (Unavailable):
/// open doors without a count would be worse. Thread-safe.
///
/// Keys: wemo:staff:attempts:<what>:<hash> → number of attempts. A Redis loss forgets them: guessing gets one more
/// window.
class Throttle {
public:
    Throttle(redis::Pool &pool, ThrottleOptions options);
    /// TooManyRequests with the time to wait once a limit is passed.
    Result<void> attempt(const QString &username, const QString &address);
    /// The right password: the count of this account from this address starts anew.
    void forget(const QString &username, const QString &address);

private:
    redis::Pool &m_pool;
    ThrottleOptions m_options;
    redis::Script m_script;
};

} // namespace wemo::staff
