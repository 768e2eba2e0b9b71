#pragma once
#include "models/core/json_reader.h"

#include <QJsonObject>
#include <QString>

namespace wemo::live {

/// Something changed. A hint with the new state in it, never the record: a client that lost some reads again.
struct LiveEvent {
    QString id;   ///< place in the stream, "<ms>-<n>"; opaque to the console, which sends it back as Last-Event-ID
    QString type; ///< "sms.message", "stream.reset" (places were lost: read everything again), …
    QJsonObject data;
};

inline constexpr QLatin1StringView smsMessageChanged{"sms.message"};           ///< data: a sms::Message
inline constexpr QLatin1StringView smsReplied{"sms.reply"};                    ///< data: id; the list tells the rest
inline constexpr QLatin1StringView smsBulkChanged{"sms.bulk"};                 ///< data: a sms::BulkResend
inline constexpr QLatin1StringView pricingTimelineChanged{"pricing.timeline"}; ///< data: plan_id, timeline_version
inline constexpr QLatin1StringView pricingCampaignChanged{"pricing.campaign"}; ///< data: campaign_id, version
inline constexpr QLatin1StringView blockingChanged{"blocking.changed"}; ///< data: kind, "policies", "blocks" or "bans"
inline constexpr QLatin1StringView smsAlarmsChanged{"sms.alarms"};      ///< data: empty; read them again
inline constexpr QLatin1StringView streamReset{"stream.reset"};

} // namespace wemo::live
