#include "models/sms/delivery_state.h"

#include "models/core/enum_names.h"

namespace wemo::sms {

namespace {
using S = DeliveryState;

constexpr EnumNames<S, 13> names{{
    {S::Created, "created"},
    {S::Submitting, "submitting"},
    {S::SubmitUnknown, "submit_unknown"},
    {S::Accepted, "accepted"},
    {S::Scheduled, "scheduled"},
    {S::Sent, "sent"},
    {S::Delivered, "delivered"},
    {S::Undelivered, "undelivered"},
    {S::Expired, "expired"},
    {S::Rejected, "rejected"},
    {S::Failed, "failed"},
    {S::Canceled, "canceled"},
    {S::Unknown, "unknown"},
}};

bool isLegalMove(S from, S to) {
    switch (from) {
    case S::Created:
        // A receipt can be here before the worker's own notes: news of the gateway proves that it was submitted.
        return to != S::Created;
    case S::Submitting:
        return to != S::Created && to != S::Unknown;
    case S::SubmitUnknown:
        return to != S::Created && to != S::Submitting;
    case S::Accepted:
        return to == S::Sent || to == S::Scheduled || to == S::Unknown || isFinal(to);
    case S::Scheduled:
        return to == S::Accepted || to == S::Sent || to == S::Unknown || isFinal(to);
    case S::Sent:
        return to == S::Delivered || to == S::Undelivered || to == S::Expired || to == S::Rejected || to == S::Unknown;
    case S::Unknown:
        return isFinal(to);
    default:
        return false;
    }
}
} // namespace

QString toString(S state) {
    return names.toString(state);
}
std::optional<S> deliveryStateFromString(QStringView text) {
    return names.fromString(text);
}

const QList<S> &allDeliveryStates() {
    static const QList<S> all = [] {
        QList<S> list;
        for (const auto &[state, name] : names.entries)
            list.append(state);
        return list;
    }();
    return all;
}

bool isFinal(S state) {
    switch (state) {
    case S::Delivered:
    case S::Undelivered:
    case S::Expired:
    case S::Rejected:
    case S::Failed:
    case S::Canceled:
        return true;
    default:
        return false;
    }
}

Verdict judge(S current, S news) {
    if (current == news)
        return Verdict::Repeated;
    if (isLegalMove(current, news))
        return Verdict::Moved;
    return isFinal(current) && isFinal(news) ? Verdict::Conflict : Verdict::Late;
}

} // namespace wemo::sms
