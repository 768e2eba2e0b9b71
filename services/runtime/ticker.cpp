#include "services/runtime/ticker.h"

namespace wemo::runtime {

Ticker::Ticker(std::function<void()> turn, Milliseconds every, First first)
    : m_turn(std::move(turn))
    , m_every(every)
    , m_first(first) {}

Ticker::~Ticker() {
    stop();
}

void Ticker::start() {
    m_isStopping = false; // no thread yet
    m_thread = std::thread([this] { loop(); });
}

void Ticker::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Ticker::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_isWoken = true;
    }
    m_changed.notify_all();
}

void Ticker::loop() {
    std::unique_lock lock(m_mutex);
    for (bool waits = m_first == First::AfterTime;; waits = true) {
        if (waits)
            m_changed.wait_for(lock, m_every, [this] { return m_isWoken || m_isStopping; });
        if (m_isStopping)
            return;
        m_isWoken = false;
        lock.unlock();
        m_turn();
        lock.lock();
    }
}

} // namespace wemo::runtime
