#pragma once
#include "app/gallery/canned_network.h"
#include "models/delivery/alarm.h"
#include "models/delivery/delivery_stats.h"

namespace wemo::gallery {

/// How sending goes, as the pictures and tests of the delivery page need it: what is lifted or stopped shows.
class CannedDelivery final {
public:
    explicit CannedDelivery(Instant now);
    /// Nothing where the path is none of these.
    std::optional<CannedAnswer> answer(const CannedRequest &request);

    QList<delivery::Alarm> alarms;
    QList<delivery::Breaker> breakers;
    bool busy = true; ///< whether anything was sent

private:
    CannedAnswer statistics(const QUrlQuery &query) const;
    CannedAnswer gateways() const;
    CannedAnswer lift(const QString &prefix, const QJsonObject &body);
    CannedAnswer stop(const QJsonObject &body);
    Instant m_now;
};

} // namespace wemo::gallery
