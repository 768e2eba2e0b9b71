#pragma once
#include "models/core/json_reader.h"
#include "models/delivery/time_histogram.h"
#include "models/sms/delivery_state.h"

#include <QList>

namespace wemo::delivery {

/// What became of many messages: a funnel from "asked for" to "arrived", and for codes on to "used".
struct DeliveryStats {
    qint64 asked = 0;
    qint64 accepted = 0;    ///< by a gateway
    qint64 delivered = 0;   ///< the gateway says: on the handset
    qint64 undelivered = 0; ///< undelivered, expired, rejected or failed
    qint64 canceled = 0;
    qint64 unknown = 0;       ///< past its deadline without an answer, or nobody knows whether it left
    qint64 open = 0;          ///< on its way
    qint64 codes = 0;         ///< of those asked for, messages with a code
    qint64 verified = 0;      ///< codes that were used
    qint64 cost = 0;          ///< ten-thousandths
    TimeHistogram toDelivery; ///< from when it was to be sent until it was delivered

    void add(const DeliveryStats &other);
    /// Delivered, of those whose end is known or overdue; nothing while there are none.
    std::optional<double> deliveryRate() const;
    /// Used codes, of the codes asked for.
    std::optional<double> verifiedRatio() const;
    bool operator==(const DeliveryStats &) const = default;
};

/// One message as statistics see it.
struct Outcome {
    sms::DeliveryState state = sms::DeliveryState::Created;
    bool hasCode = false, wasAccepted = false, wasVerified = false;
    qint64 cost = 0; ///< ten-thousandths
    std::optional<Milliseconds> toDelivery;
};
void add(DeliveryStats &stats, const Outcome &outcome);

/// What statistics are told apart by.
enum class Grouping { Hour, Day, Gateway, Prefix, Template };
QString toString(Grouping by); ///< hour, day, gateway, prefix, template
std::optional<Grouping> groupingFromString(QStringView text);

/// Statistics of one gateway, one carrier prefix, …; of one hour or day (Taipei's) its beginning, ISO 8601, UTC.
struct StatsItem {
    QString key;
    DeliveryStats stats;
    bool operator==(const StatsItem &) const = default;
};

struct StatsReport {
    Instant from; ///< inclusive, the beginning of an hour
    Instant to;   ///< exclusive
    Grouping by = Grouping::Hour;
    QList<StatsItem> items; ///< by time, or the most asked for first
    DeliveryStats total;
    Instant asOf; ///< what was counted last
};

/// Quantiles and rates come along, so that whoever reads it need not know the histogram.
QJsonObject toJson(const StatsReport &report);
Result<StatsReport> statsReportFromJson(const QJsonObject &json);

} // namespace wemo::delivery
