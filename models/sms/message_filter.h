#pragma once
#include "models/sms/message.h"

#include <QUrlQuery>

namespace wemo::sms {

/// What a list of messages is narrowed to. Empty = everything. Newest first, always.
struct MessageFilter {
    QString number; ///< as a person wrote it; the service parses it, and refuses what is no number
    QList<DeliveryState> states;
    std::optional<Instant> from; ///< inclusive
    std::optional<Instant> to;   ///< exclusive
    bool operator==(const MessageFilter &) const = default;
    bool isEmpty() const { return *this == MessageFilter(); }
};

/// As query parameters: number, state (comma list), from, to.
void appendTo(QUrlQuery &query, const MessageFilter &filter);
/// Field errors carry the parameter's name.
Result<MessageFilter> messageFilterFromQuery(const QUrlQuery &query);

} // namespace wemo::sms
