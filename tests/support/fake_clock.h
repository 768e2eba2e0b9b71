#pragma once
#include "models/core/time.h"

#include <atomic>

namespace wemo::tests {

/// A clock that stands still until told. Thread-safe.
class FakeClock final : public Clock {
public:
    explicit FakeClock(Instant at = fromMs(1'795'300'000'000))
        : m_ms(toMs(at)) {}
    Instant now() const override { return fromMs(m_ms.load()); }
    void advance(Milliseconds by) { m_ms += by.count(); }
    void set(Instant at) { m_ms = toMs(at); }

private:
    std::atomic<qint64> m_ms;
};

} // namespace wemo::tests
