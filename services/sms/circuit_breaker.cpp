#include "services/sms/circuit_breaker.h"

namespace wemo::sms {

bool CircuitBreaker::allows(Instant now) const {
    if (!m_openUntil)
        return true;
    const bool isTried = m_trialSince && now < *m_trialSince + m_options.trialFor;
    return now >= *m_openUntil && !isTried;
}

void CircuitBreaker::asked(Instant now) {
    if (m_openUntil && now >= *m_openUntil)
        m_trialSince = now;
}

void CircuitBreaker::told(bool isHealthy, Instant now) {
    m_trialSince.reset();
    if (isHealthy) {
        m_failures = 0;
        m_openUntil.reset();
        return;
    }
    if (++m_failures >= m_options.failures)
        m_openUntil = now + m_options.openFor;
}

} // namespace wemo::sms
