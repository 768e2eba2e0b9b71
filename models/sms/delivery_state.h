#pragma once
#include <QList>
#include <QString>

#include <optional>

namespace wemo::sms {

/// Where a message is, in words of our own; the gateway's raw code is kept beside it.
enum class DeliveryState {
    Created,
    Submitting,
    SubmitUnknown, ///< the request may have reached the gateway: resolved by receipt or query, never by sending again
    Accepted,
    Scheduled,
    Sent,
    Delivered,
    Undelivered,
    Expired,
    Rejected,
    Failed,
    Canceled,
    Unknown, ///< past its deadline without an answer; a late receipt may still settle it
};

QString toString(DeliveryState state); ///< "submit_unknown", …
std::optional<DeliveryState> deliveryStateFromString(QStringView text);
const QList<DeliveryState> &allDeliveryStates();

bool isFinal(DeliveryState state); ///< Unknown is not: it is a soft end

/// What one piece of news does to a message.
enum class Verdict {
    Moved,    ///< the state becomes the news
    Repeated, ///< the same again
    Late,     ///< older news than what is known ("sent" after "delivered"): logged, moves nothing
    Conflict, ///< contradicts a final state: logged and counted, the first final stays
};

/// The one rule book. Moves go along the table of the domain; steps may be skipped forward where it says so.
Verdict judge(DeliveryState current, DeliveryState news);

} // namespace wemo::sms
