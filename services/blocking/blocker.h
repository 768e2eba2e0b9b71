#pragma once
#include "models/blocking/policy.h"
#include "services/blocking/ban_gate.h"
#include "services/redis/pool.h"

#include <functional>
#include <mutex>

namespace wemo::blocking {

/// Decides whether something may happen, by all policies on all its subjects in one atomic step and one round trip: it
/// is counted under each of them or under none. Several services over one Redis decide as one. Thread-safe.
///
/// While Redis is away there is no decision but Unavailable, and whoever asks has to refuse.
///
/// Keys, all in one slot of a cluster: wemo:{blocking}:clock → what to add to the server's time;
/// wemo:{blocking}:<hash> → a subject's counts, blocks and strikes for each policy. A Redis loss forgets them: one more
/// window for everybody.
class Blocker {
public:
    using Steady = std::function<Milliseconds()>; ///< runs evenly, whatever the clocks are set to
    explicit Blocker(redis::Pool &pool, Steady steady = {});

    /// Counts the event if all policies that enforce allow it. Policies of other events and kinds are passed over;
    /// where none is left it is allowed.
    Result<Decision> decide(const QList<Policy> &policies, const QString &event, const QList<Subject> &subjects);
    /// What decide() would say, without counting anything.
    Result<Decision> look(const QList<Policy> &policies, const QString &event, const QList<Subject> &subjects);
    /// The ban list has its say in every decision from now on; called before the first one. It outlives this.
    void use(BanGate &bans) { m_bans = &bans; }
    /// For tests, from one thread: what the server's clock shows. Nothing = its own time.
    void setServerTime(std::optional<Instant> at) { m_serverTime = at; }

private:
    Result<Decision> ask(const char *how, const QList<Policy> &policies, const QString &event,
                         const QList<Subject> &subjects);
    qint64 expectedNow(Milliseconds steady);
    void learn(qint64 now, Milliseconds asked, Milliseconds answered);

    redis::Pool &m_pool;
    const Steady m_steady;
    const redis::Script m_script;
    BanGate *m_bans = nullptr;
    std::optional<Instant> m_serverTime;
    std::mutex m_mutex;
    qint64 m_known = 0; ///< now, ms, as it was at m_knownAt; 0 = not known yet
    Milliseconds m_knownAt{0};
};

} // namespace wemo::blocking
