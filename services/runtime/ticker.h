#pragma once
#include "models/core/time.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace wemo::runtime {

/// A thread of its own that takes a turn every so often, and at once when woken. Turns never overlap. Stand it last
/// among its owner's members: the thread has ended before what the turn uses goes. Thread-safe.
class Ticker {
public:
    enum class First {
        AtOnce,   ///< a turn, then the time between two
        AfterTime ///< the other way round: the owner has done the first itself
    };
    Ticker(std::function<void()> turn, Milliseconds every, First first = First::AtOnce);
    ~Ticker();
    Ticker(const Ticker &) = delete;
    Ticker &operator=(const Ticker &) = delete;

    void start(); ///< again, too, once stopped
    void stop();  ///< once the turn that runs is over; there is none after it
    void wake();  ///< returns at once

private:
    void loop();

    const std::function<void()> m_turn;
    const Milliseconds m_every;
    const First m_first;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isWoken = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace wemo::runtime
