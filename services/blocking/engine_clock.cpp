#include "services/blocking/engine_clock.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace wemo::blocking {

namespace {
constexpr Milliseconds promptAnswer{100}; ///< a later one says too little about when it was given
constexpr Milliseconds learnEvery{1'000};
constexpr double apart = 1e-4; ///< two clocks that nobody sets run apart by less
constexpr double toleratedMs = 500, mostTolerated = 800;
} // namespace

Milliseconds EngineClock::sinceBoot() {
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::duration_cast<Milliseconds>(std::chrono::seconds(time.tv_sec) +
                                                    std::chrono::nanoseconds(time.tv_nsec));
}

QString EngineClock::bootId() {
    QFile file("/proc/sys/kernel/random/boot_id");
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

double EngineClock::expectedAt(Milliseconds steady) const {
    return m_now + static_cast<double>((steady - m_at).count());
}

EngineClock::Reading EngineClock::read() const {
    const Milliseconds steady = m_steady();
    const std::lock_guard lock(m_mutex);
    if (m_now == 0)
        return {};
    const double age = static_cast<double>((steady - m_at).count());
    return {std::llround(expectedAt(steady)), std::llround(std::min(mostTolerated, toleratedMs + age * apart))};
}

void EngineClock::learn(qint64 now, Milliseconds asked, Milliseconds answered) {
    if (answered - asked > promptAnswer)
        return;
    const Milliseconds middle = asked + (answered - asked) / 2;
    const std::lock_guard lock(m_mutex);
    if (m_now == 0) {
        m_now = static_cast<double>(now);
        m_at = middle;
        return;
    }
    if (middle - m_at < learnEvery)
        return;
    const double expected = expectedAt(middle), most = static_cast<double>((middle - m_at).count()) * apart;
    m_now = expected + std::clamp(static_cast<double>(now) - expected, -most, most);
    m_at = middle;
}

} // namespace wemo::blocking
