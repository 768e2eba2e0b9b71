#pragma once
#include "services/blocking/ban_gate.h"
#include "services/blocking/decision_line.h"
#include "services/blocking/engine_clock.h"
#include "services/blocking/subject_keys.h"
#include "services/runtime/seal.h"

namespace wemo::blocking {

/// What is asked to happen.
struct Asked {
    QString event;
    QList<Subject> subjects;
    QString requestId = {}; ///< that stands in the history
};

/// A decision, and what is needed to take its counting back.
struct Taken {
    Decision decision;
    QList<std::pair<std::string, Policy>> counted; ///< key of the subject, by which policy
    std::string logEntry;
};

/// Time as a test wants it; nothing given = the machine's.
struct BlockerClocks {
    EngineClock::Steady steady = {};
    std::function<Instant()> server = {}; ///< what Redis' clock shows
    QString bootId = {};
};

/// Decides whether something may happen, by the ban list and all policies on all its subjects in one atomic step and
/// one round trip: it is counted under each of them or under none. Several services over one Redis decide as one.
/// Thread-safe.
///
/// While Redis is away there is no decision but Unavailable, and whoever asks has to refuse.
///
/// Keys, all in one slot of a cluster, wemo:{blocking}:… – clock: what to add to the server's time. s:<hash>: a
/// subject's counts, blocks and strikes for each policy. blocks, blocks:<kind>, blocks:<kind>:<policy>,
/// blocks-of:<hash>: who is blocked, by since when. ends, expiry: what Upkeep ends and forgets at which time. log: the
/// history on its way to SQL. A Redis loss forgets them: one more window for everybody, and the last second of the
/// history.
class Blocker {
public:
    using Clocks = BlockerClocks;
    Blocker(redis::Pool &pool, const runtime::Secrets &secrets, Clocks clocks = {});

    /// The ban list has its say in every decision from now on; called before the first one. It outlives this.
    void use(BanGate &bans) { m_bans = &bans; }

    /// Counts the event if nothing that enforces refuses it. Policies of other events and kinds are passed over; where
    /// none is left and nobody is banned it is allowed.
    Result<Taken> decide(const QList<Policy> &policies, const Asked &asked);
    /// What decide() would say, without counting anything.
    Result<Decision> look(const QList<Policy> &policies, const Asked &asked);
    /// What was decided did not happen after all: it no longer counts. Where Redis is away it stays counted.
    void takeBack(const Taken &taken);

    const SubjectKeys &keys() const { return m_keys; }

    /// Arguments that every script of ours begins with, and what its answer's now teaches. Knows the time afterwards.
    Result<redis::Args> clockArgs();
    void learn(qint64 now, Milliseconds asked) { m_clock.learn(now, asked, m_clock.steady()); }
    Milliseconds steady() const { return m_clock.steady(); }
    /// One turn of upkeep in Redis: ends blocks, forgets subjects. False: there is more to do.
    Result<bool> sweep();

private:
    struct Rules; // the policies that apply, by subject
    Rules rulesOf(const QList<Policy> &policies, const Asked &asked) const;
    Result<Taken> ask(const char *how, const QList<Policy> &policies, const Asked &asked);
    redis::Args argsOf(const char *how, const Rules &rules, const Asked &asked) const;
    redis::Args timeArgs() const;

    redis::Pool &m_pool;
    const SubjectKeys m_keys;
    const QByteArray m_sealKey;
    const Clocks m_clocks;
    const QString m_bootId;
    EngineClock m_clock;
    DecisionLine m_decide;
    const redis::Script m_takeBack, m_sweep;
    BanGate *m_bans = nullptr;
};

/// What is told outside of a decision that refuses: "try again later" and a time, the same for every cause.
Failure tryAgainLater(const Decision &decision);

} // namespace wemo::blocking
