#pragma once
#include "models/core/time.h"

#include <vector>

namespace wemo::demo {

/// When the messages, or rides, of the last days were: little at night, two rush hours, more on weekends' afternoons,
/// a campaign now and then, a little growth. Message 0 is the oldest; times never go back.
class Rhythm {
public:
    Rhythm(Instant now, int days, int messages, quint32 seed, bool hasCampaigns = true);
    Instant at(int message) const;
    /// Whether the hour of this instant belongs to a campaign.
    bool isCampaign(Instant at) const;

private:
    double weight(qint64 hour) const; ///< hours since 1970, UTC
    qint64 m_startMs, m_endMs;
    int m_messages;
    quint32 m_seed;
    bool m_hasCampaigns;
    std::vector<double> m_cumulated; ///< share of all messages before each hour
};

/// Hour of the day and day of the week (0 = Monday) in Taipei, which has no summer time.
int taipeiHour(Instant at);
int taipeiWeekday(Instant at);

} // namespace wemo::demo
