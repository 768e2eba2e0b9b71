#pragma once
#include "models/sms/message.h"
#include "services/demo/chance.h"

namespace wemo::demo {

/// How a message ends, and why.
struct Fate {
    sms::DeliveryState state = sms::DeliveryState::Delivered;
    const char *rawCode = "100";
};

Fate fateOf(const Chance &chance, sms::Purpose purpose, Instant created, Instant now);
/// One of each state, for the newest messages; `n` counts from the newest.
Fate recentFate(int n);
constexpr int recentFates = 26;

} // namespace wemo::demo
