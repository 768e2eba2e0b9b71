#include "services/demo/rhythm.h"

#include "services/demo/chance.h"

#include <algorithm>

namespace wemo::demo {

namespace {
constexpr qint64 hourMs = 3'600'000;
constexpr double byHour[24] = {1.6, 0.9, 0.5, 0.3, 0.3, 0.7, 2.0, 5.5, 8.2, 5.0, 3.6, 4.0,
                               5.2, 4.4, 3.8, 3.9, 4.6, 6.8, 9.0, 7.4, 5.6, 4.8, 3.8, 2.6};

int mod(qint64 value, int by) {
    return static_cast<int>(((value % by) + by) % by);
}
} // namespace

int taipeiHour(Instant at) {
    return mod(toMs(at) / hourMs + 8, 24);
}

int taipeiWeekday(Instant at) {
    return mod((toMs(at) / hourMs + 8) / 24 + 3, 7); // 1970-01-01 was a Thursday
}

Rhythm::Rhythm(Instant now, int days, int messages, quint32 seed, bool hasCampaigns)
    : m_startMs((toMs(now) / hourMs - days * 24) * hourMs)
    , m_endMs(toMs(now))
    , m_messages(messages)
    , m_seed(seed)
    , m_hasCampaigns(hasCampaigns) {
    m_cumulated.push_back(0);
    for (qint64 at = m_startMs; at < m_endMs; at += hourMs) {
        const double part = static_cast<double>(std::min(hourMs, m_endMs - at)) / hourMs;
        m_cumulated.push_back(m_cumulated.back() + weight(at / hourMs) * part);
    }
}

bool Rhythm::isCampaign(Instant at) const {
    const qint64 day = (toMs(at) / hourMs + 8) / 24;
    return day % 6 == 0 && taipeiHour(at) == 11;
}

double Rhythm::weight(qint64 hour) const {
    const Instant at = fromMs(hour * hourMs);
    const int hourOfDay = taipeiHour(at);
    double weight = byHour[hourOfDay];
    if (taipeiWeekday(at) >= 5)
        weight *= hourOfDay >= 11 && hourOfDay <= 21 ? 1.35 : 0.6;
    if (m_hasCampaigns && isCampaign(at))
        weight += 60;
    const double age = static_cast<double>(m_endMs - hour * hourMs) / static_cast<double>(m_endMs - m_startMs);
    return weight * (1.15 - 0.3 * age) * (0.9 + 0.2 * Chance(m_seed, static_cast<quint64>(hour)).unit(1));
}

Instant Rhythm::at(int message) const {
    const double total = m_cumulated.back();
    const double share = (message + 0.9 * Chance(m_seed, static_cast<quint64>(message)).unit(2)) / m_messages * total;
    const auto after = std::upper_bound(m_cumulated.begin() + 1, m_cumulated.end() - 1, share);
    const auto hour = after - m_cumulated.begin() - 1;
    const double before = *(after - 1);
    const qint64 from = m_startMs + hour * hourMs;
    const qint64 length = std::min(hourMs, m_endMs - from);
    const double part = (share - before) / (*after - before);
    return fromMs(from + static_cast<qint64>(part * static_cast<double>(length)));
}

} // namespace wemo::demo
