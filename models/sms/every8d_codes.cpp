#include "models/sms/every8d_codes.h"

#include <QLatin1StringView>

namespace wemo::sms::every8d {

namespace {
using S = DeliveryState;
using R = RefusalClass;

struct StatusRow {
    QLatin1StringView code;
    S state;
    QLatin1StringView reason;
};

// Specification v2.2; 107 is from an older one.
constexpr StatusRow statuses[] = {
    {QLatin1StringView("0"), S::Sent, QLatin1StringView("")},
    {QLatin1StringView("700"), S::Sent, QLatin1StringView("")},
    {QLatin1StringView("100"), S::Delivered, QLatin1StringView("")},
    {QLatin1StringView("101"), S::Undelivered, QLatin1StringView("handset-unreachable")},
    {QLatin1StringView("102"), S::Undelivered, QLatin1StringView("carrier-failure")},
    {QLatin1StringView("103"), S::Undelivered, QLatin1StringView("wrong-number")},
    {QLatin1StringView("104"), S::Undelivered, QLatin1StringView("carrier-blacklist")},
    {QLatin1StringView("105"), S::Rejected, QLatin1StringView("carrier-keyword")},
    {QLatin1StringView("106"), S::Rejected, QLatin1StringView("gateway-keyword")},
    {QLatin1StringView("-3"), S::Rejected, QLatin1StringView("gateway-blacklist")},
    {QLatin1StringView("107"), S::Expired, QLatin1StringView("expired")},
    {QLatin1StringView("300"), S::Scheduled, QLatin1StringView("")},
    {QLatin1StringView("303"), S::Canceled, QLatin1StringView("schedule-canceled")},
    {QLatin1StringView("301"), S::Failed, QLatin1StringView("no-credit")},
    {QLatin1StringView("500"), S::Failed, QLatin1StringView("international-off")},
    {QLatin1StringView("-1"), S::Failed, QLatin1StringView("bad-parameter")},
    {QLatin1StringView("-2"), S::Failed, QLatin1StringView("gateway-account")},
    {QLatin1StringView("-4"), S::Failed, QLatin1StringView("account-overdue")},
    {QLatin1StringView("-5"), S::Failed, QLatin1StringView("too-long")},
    {QLatin1StringView("-8"), S::Failed, QLatin1StringView("bad-number")},
    {QLatin1StringView("-10"), S::Failed, QLatin1StringView("no-mms")},
    {QLatin1StringView("888"), S::Sent, QLatin1StringView("test-mode")},
    {QLatin1StringView("999"), S::Sent, QLatin1StringView("reply")},
};

struct RefusalRow {
    QLatin1StringView code;
    R kind;
    S state;
    QLatin1StringView reason;
};

constexpr RefusalRow refusals[] = {
    {QLatin1StringView("-300"), R::Configuration, S::Failed, QLatin1StringView("gateway-login")},
    {QLatin1StringView("-100"), R::Configuration, S::Failed, QLatin1StringView("gateway-login")},
    {QLatin1StringView("-101"), R::Configuration, S::Failed, QLatin1StringView("gateway-login")},
    {QLatin1StringView("-27"), R::BadInput, S::Failed, QLatin1StringView("bad-number")},
    {QLatin1StringView("-41"), R::BadInput, S::Failed, QLatin1StringView("bad-number")},
    {QLatin1StringView("-306"), R::BadInput, S::Failed, QLatin1StringView("bad-number")},
    {QLatin1StringView("-24"), R::BadInput, S::Failed, QLatin1StringView("bad-content")},
    {QLatin1StringView("-28"), R::BadInput, S::Failed, QLatin1StringView("bad-send-time")},
    {QLatin1StringView("-290"), R::Permanent, S::Rejected, QLatin1StringView("channel-refused")},
    {QLatin1StringView("-99"), R::UnknownOutcome, S::SubmitUnknown, QLatin1StringView("gateway-error")},
};
} // namespace

std::optional<StatusMeaning> statusMeaning(QStringView rawStatus) {
    for (const StatusRow &row : statuses)
        if (rawStatus == row.code)
            return StatusMeaning{row.state, row.reason, rawStatus == u"999"};
    return std::nullopt;
}

Refusal refusalMeaning(QStringView rawCode) {
    for (const RefusalRow &row : refusals)
        if (rawCode == row.code)
            return {row.kind, row.state, row.reason};
    return {R::Unverified, S::Failed, QStringLiteral("gateway-refused")};
}

} // namespace wemo::sms::every8d
