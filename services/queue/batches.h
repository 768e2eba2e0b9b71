#pragma once
#include "services/redis/pool.h"

#include <algorithm>
#include <chrono>

namespace wemo::queue {

/// Calls `run(from, to)` for ranges of `count` things, each as long as Redis is done with in some 10 ms: taking an id
/// out of the middle of a list of a million costs 20 ms alone, and nothing else runs meanwhile.
template <typename Run>
Result<void> inBatches(std::size_t count, Run run) {
    using Steady = std::chrono::steady_clock;
    constexpr std::chrono::microseconds aim{10'000};
    constexpr std::size_t most = 200;
    std::size_t size = 1;
    for (std::size_t from = 0; from < count;) {
        const std::size_t to = std::min(count, from + size);
        const auto began = Steady::now();
        if (const Result<void> done = run(from, to); !done)
            return done;
        const auto took = std::max(Steady::now() - began, Steady::duration(std::chrono::microseconds(100)));
        const double share = std::min(4.0, std::chrono::duration<double>(aim) / took); // grows step by step
        size = std::clamp<std::size_t>(static_cast<std::size_t>(static_cast<double>(size) * share), 1, most);
        from = to;
    }
    return {};
}

} // namespace wemo::queue
