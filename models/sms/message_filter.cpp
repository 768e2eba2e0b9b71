#include "models/sms/message_filter.h"

namespace wemo::sms {

void appendTo(QUrlQuery &query, const MessageFilter &filter) {
    // A literal + in a query reads as a space at the other end, so it is escaped here.
    if (!filter.number.isEmpty())
        query.addQueryItem("number", QString::fromLatin1(QUrl::toPercentEncoding(filter.number)));
    QStringList states;
    for (const DeliveryState state : filter.states)
        states.append(toString(state));
    if (!states.isEmpty())
        query.addQueryItem("state", states.join(u','));
    if (filter.from)
        query.addQueryItem("from", toIso(*filter.from));
    if (filter.to)
        query.addQueryItem("to", toIso(*filter.to));
}

Result<MessageFilter> messageFilterFromQuery(const QUrlQuery &query) {
    MessageFilter filter;
    QList<FieldError> errors;
    const auto value = [&](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    filter.number = value("number").trimmed();
    if (filter.number.size() > 40)
        errors.append({"number", "too-long", "At most 40 characters."});
    const QStringList words = value("state").split(u',', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (const std::optional<DeliveryState> state = deliveryStateFromString(word))
            filter.states.append(*state);
        else
            errors.append({"state", "unknown-word", "No delivery state has this name."});
    }
    const auto readInstant = [&](const QString &name, std::optional<Instant> &target) {
        const QString text = value(name);
        if (text.isEmpty())
            return;
        if (const Result<Instant> at = fromIso(text))
            target = *at;
        else
            errors.append({name, at.error().code, at.error().message});
    };
    readInstant("from", filter.from);
    readInstant("to", filter.to);
    if (filter.from && filter.to && *filter.from >= *filter.to)
        errors.append({"to", "out-of-range", "The end must be after the start."});
    if (errors.isEmpty())
        return filter;
    Error error{ErrorKind::InvalidInput, "invalid-fields", "Some fields are wrong.", {}};
    error.fields = errors;
    return failure(std::move(error));
}

} // namespace wemo::sms
