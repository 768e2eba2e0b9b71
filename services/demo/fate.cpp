#include "services/demo/fate.h"

namespace wemo::demo {

using S = sms::DeliveryState;

namespace {
struct Share {
    double upTo; ///< cumulated
    Fate fate;
};

constexpr Share ordinary[] = {
    {0.0140, {S::Undelivered, "101"}}, {0.0185, {S::Undelivered, "102"}}, {0.0225, {S::Undelivered, "103"}},
    {0.0285, {S::Undelivered, "104"}}, {0.0345, {S::Expired, "107"}},     {0.0357, {S::Rejected, "105"}},
    {0.0367, {S::Rejected, "106"}},    {0.0380, {S::Rejected, "-3"}},     {0.0395, {S::Failed, "-306"}},
    {0.0400, {S::Failed, "-8"}},       {0.0440, {S::Unknown, "0"}},       {0.0448, {S::SubmitUnknown, "-99"}},
};

/// Two bad afternoons, as every company has them: the credit was used up, and the gateway stumbled.
const Fate *incident(const Chance &chance, Instant created, Instant now) {
    static constexpr Fate noCredit{S::Failed, "301"}, stumbled{S::SubmitUnknown, "-99"}, carrier{S::Undelivered, "102"};
    const qint64 minutesAgo = (toMs(now) - toMs(created)) / 60'000;
    if (minutesAgo >= 23 * 1440 && minutesAgo < 23 * 1440 + 40)
        return &noCredit;
    if (minutesAgo >= 9 * 1440 && minutesAgo < 9 * 1440 + 90 && chance.unit(21) < 0.3)
        return chance.unit(22) < 0.5 ? &stumbled : &carrier;
    return nullptr;
}
} // namespace

Fate fateOf(const Chance &chance, sms::Purpose purpose, Instant created, Instant now) {
    if (const Fate *bad = incident(chance, created, now))
        return *bad;
    const double dice = chance.unit(20);
    for (const Share &share : ordinary)
        if (dice < share.upTo)
            return share.fate;
    if (purpose == sms::Purpose::Marketing && dice > 0.997)
        return {S::Canceled, "303"};
    return {};
}

Fate recentFate(int n) {
    static constexpr Fate all[] = {
        {S::Delivered, "100"},   {S::Created, ""},      {S::Submitting, ""},   {S::Accepted, ""},
        {S::Sent, "0"},          {S::Delivered, "100"}, {S::Scheduled, "300"}, {S::SubmitUnknown, "-99"},
        {S::Undelivered, "101"}, {S::Expired, "107"},   {S::Rejected, "106"},  {S::Failed, "-306"},
        {S::Canceled, "303"},    {S::Unknown, "0"},     {S::Sent, "700"},      {S::Delivered, "100"},
        {S::Undelivered, "104"}, {S::Rejected, "-3"},   {S::Failed, "301"},    {S::Delivered, "100"},
        {S::Undelivered, "103"}, {S::Rejected, "105"},  {S::Sent, "0"},        {S::Delivered, "100"},
        {S::Undelivered, "102"}, {S::Delivered, "100"},
    };
    static_assert(std::size(all) == recentFates);
    return all[n];
}

} // namespace wemo::demo
