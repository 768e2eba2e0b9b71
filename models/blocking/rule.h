#pragma once
#include "models/blocking/policy.h"

namespace wemo::blocking {

/// What is kept of one policy on one subject. The rule below is the one that the service's script decides by; a test
/// holds the two together.
struct Standing {
    QList<Instant> times; ///< of what was counted, oldest first
    Instant ends{};       ///< of the block
    Instant lastStrike{};
    int strikes = 0;
};

/// Whether the policy lets one more through, after what is over was forgotten.
bool allowsNow(const Policy &policy, Standing &standing, Instant now);
/// What follows: counted where `allowed` by all that was asked, a strike where this policy refused and had not yet
/// blocked. After allowsNow() at the same instant.
Verdict settle(const Policy &policy, Standing &standing, Instant now, bool allowed);

} // namespace wemo::blocking
