#pragma once
#include "models/sms/message.h"

#include <QStringList>
#include <QUrlQuery>

namespace wemo::sms {

/// What a list of messages is narrowed to. Empty = everything. Newest first, always. What is named more than once
/// (two states) is an "or"; different names (a state and a template) are an "and".
struct MessageFilter {
    QString number; ///< as a person wrote it; the service parses it, and refuses what is no number
    QList<DeliveryState> states;
    QStringList reasons; ///< neutral reasons, kebab-case
    QStringList gateways;
    QList<Purpose> purposes;
    QStringList templates;
    QString batch;               ///< the gateway's batch id
    QString request;             ///< id of the HTTP request that asked for the message
    std::optional<Instant> from; ///< inclusive
    std::optional<Instant> to;   ///< exclusive
    bool operator==(const MessageFilter &) const = default;
    bool isEmpty() const { return *this == MessageFilter(); }
};

/// As query parameters: number, state, reason, gateway, purpose, template (comma lists), batch, request, from, to.
void appendTo(QUrlQuery &query, const MessageFilter &filter);
/// Field errors carry the parameter's name.
Result<MessageFilter> messageFilterFromQuery(const QUrlQuery &query);

} // namespace wemo::sms
