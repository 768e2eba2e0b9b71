#include "models/core/id.h"

#include <algorithm>
#include <limits>

namespace wemo {

namespace {
constexpr qint64 epochMs = 1577836800000; // 2020-01-01T00:00:00Z
constexpr int counterBits = 21;
} // namespace

std::optional<Id> idFromString(QStringView text) {
    if (text.isEmpty() || text.size() > 19)
        return std::nullopt;
    for (const QChar digit : text)
        if (digit < u'0' || digit > u'9')
            return std::nullopt;
    bool ok = false;
    const Id id = text.toLongLong(&ok);
    return ok && id > 0 ? std::optional(id) : std::nullopt;
}

Id firstIdAt(Instant at) {
    const qint64 ms = std::clamp<qint64>(toMs(at) - epochMs, 0, std::numeric_limits<Id>::max() >> counterBits);
    return ms << counterBits;
}

Instant instantOf(Id id) {
    return fromMs((id >> counterBits) + epochMs);
}

IdSource::IdSource(const Clock &clock, quint32 seed)
    : m_clock(clock)
    , m_random(seed | 1U) {}

Id IdSource::next() {
    const std::lock_guard lock(m_mutex);
    // xorshift: two services that start in one millisecond must not count the same numbers, nothing more is asked of
    // it.
    m_random ^= m_random << 13;
    m_random ^= m_random >> 7;
    m_random ^= m_random << 17;
    const qint64 start = static_cast<qint64>(m_random & ((1U << (counterBits - 1)) - 1));
    const Id fresh = ((toMs(m_clock.now()) - epochMs) << counterBits) + start;
    m_last = std::max(fresh, m_last + 1);
    return m_last;
}

} // namespace wemo
