#pragma once
#include "models/core/time.h"

#include <functional>
#include <mutex>

namespace wemo::blocking {

/// What time it is for all engines over one Redis, told by a clock of this machine that nobody can set. The wall clock
/// of Redis' machine may be set forth and back; this one hears of it only as slowly as real clocks differ. Thread-safe.
class EngineClock {
public:
    using Steady = std::function<Milliseconds()>;
    /// Runs on while the machine sleeps, from its start.
    static Milliseconds sinceBoot();
    /// Of this start of this machine, the same for all its programs.
    static QString bootId();

    explicit EngineClock(Steady steady)
        : m_steady(std::move(steady)) {}

    struct Reading {
        qint64 expected = 0;  ///< now in ms; 0 = not known yet
        qint64 tolerated = 0; ///< ms by which Redis may differ before it is not believed
    };
    Reading read() const;
    Milliseconds steady() const { return m_steady(); }
    /// An answer that was asked for and came at these times said `now`. One that came late is passed over.
    void learn(qint64 now, Milliseconds asked, Milliseconds answered);

private:
    double expectedAt(Milliseconds steady) const;
    const Steady m_steady;
    mutable std::mutex m_mutex;
    double m_now = 0; ///< as it was at m_at; 0 = not known yet
    Milliseconds m_at{0};
};

} // namespace wemo::blocking
