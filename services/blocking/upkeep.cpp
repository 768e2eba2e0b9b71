#include "services/blocking/upkeep.h"

#include "services/runtime/log.h"

namespace wemo::blocking {

namespace {
constexpr int mostTurns = 20;
}

Upkeep::Upkeep(Blocker &blocker, LogDrain &drain, const Clock &clock, Options options)
    : m_blocker(blocker)
    , m_drain(drain)
    , m_clock(clock)
    , m_options(options) {}

Upkeep::~Upkeep() {
    stop();
}

void Upkeep::start() {
    m_thread = std::thread([this] { loop(); });
}

void Upkeep::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Upkeep::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_isWoken = true;
    }
    m_changed.notify_all();
}

void Upkeep::loop() {
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        m_changed.wait_for(lock, m_options.every, [this] { return m_isWoken || m_isStopping; });
        m_isWoken = false;
        lock.unlock();
        turn(); // once more when stopping: the last entries, if Redis and the store are there
        lock.lock();
    }
}

void Upkeep::turn() {
    Result<bool> swept = false;
    for (int i = 0; i < mostTurns && swept && !*swept; ++i)
        swept = m_blocker.sweep();
    const Result<qint64> drained = m_drain.drain();
    const bool isWell = swept && drained;
    if (!isWell && m_wasWell) // once, not at each turn while something is away
        runtime::log::warn("blocking-upkeep-failed",
                           {{"detail", swept ? drained.error().detail : swept.error().detail}});
    m_wasWell = isWell;
    if (m_blocker.steady() - m_prunedAt >= m_options.pruneEvery)
        prune();
}

void Upkeep::prune() {
    Result<qint64> gone = 1;
    for (int i = 0; i < mostTurns && gone && *gone > 0; ++i)
        gone = m_drain.prune(m_clock.now() - m_options.keptFor);
    if (gone && *gone == 0)
        m_prunedAt = m_blocker.steady();
}

} // namespace wemo::blocking
