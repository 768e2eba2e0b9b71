#pragma once
#include "models/core/time.h"

namespace wemo::sms {

struct BreakerOptions {
    int failures = 5;              ///< in a row, until it opens
    Milliseconds openFor{30'000};  ///< then one try is let through
    Milliseconds trialFor{60'000}; ///< a try that nobody told the end of in that time is forgotten
};

/// Keeps what fails again and again from being asked: closed (asked), open (not asked), half open (one try shows
/// whether it works again). Not thread-safe; time is passed in.
class CircuitBreaker {
public:
    explicit CircuitBreaker(BreakerOptions options)
        : m_options(options) {}

    bool isClosed() const { return !m_openUntil.has_value(); }
    /// Whether one may ask now.
    bool allows(Instant now) const;
    /// Somebody asks: while it is half open, nobody else may.
    void asked(Instant now);
    /// How it went. One success closes it; failures open it, or leave it open for another while.
    void told(bool isHealthy, Instant now);

private:
    BreakerOptions m_options;
    int m_failures = 0;
    std::optional<Instant> m_openUntil;
    std::optional<Instant> m_trialSince;
};

} // namespace wemo::sms
