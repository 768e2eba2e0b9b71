#pragma once
#include "models/core/time.h"

namespace wemo::runtime {

/// The machine's clock. Built in main() and passed on.
class SystemClock final : public Clock {
public:
    Instant now() const override {
        return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    }
};

} // namespace wemo::runtime
