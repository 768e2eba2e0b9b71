#include "models/blocking/rule.h"

#include <algorithm>
#include <cmath>

namespace wemo::blocking {

namespace {
/// Doubles from strike to strike; in doubles, so that it never runs over.
Milliseconds blockOf(const Policy &policy, int strikes) {
    const double doubled = static_cast<double>(policy.blockTime.count()) * std::exp2(std::min(strikes - 1, 30));
    return Milliseconds(static_cast<qint64>(std::min(static_cast<double>(policy.longestBlock.count()), doubled)));
}

void strike(const Policy &policy, Standing &standing, Instant now) {
    ++standing.strikes;
    standing.lastStrike = now;
    const Instant letsGo = standing.times[standing.times.size() - policy.limit] + policy.window;
    standing.ends = std::max(letsGo, now + blockOf(policy, standing.strikes));
}

void count(const Policy &policy, Standing &standing, Instant now) {
    standing.times.append(now);
    while (standing.times.size() > policy.limit)
        standing.times.removeFirst();
}
} // namespace

bool allowsNow(const Policy &policy, Standing &standing, Instant now) {
    const auto inWindow = std::find_if(standing.times.cbegin(), standing.times.cend(),
                                       [&](Instant at) { return at > now - policy.window; });
    standing.times.erase(standing.times.cbegin(), inWindow);
    const qint64 forgotten = std::min<qint64>(standing.strikes, (now - standing.lastStrike) / policy.strikeDecay);
    standing.strikes -= static_cast<int>(forgotten);
    standing.lastStrike += forgotten * policy.strikeDecay;
    return standing.ends <= now && standing.times.size() < policy.limit;
}

Verdict settle(const Policy &policy, Standing &standing, Instant now, bool allowed) {
    Verdict verdict{policy.id, 0, policy.mode, standing.ends <= now && standing.times.size() < policy.limit, 0, {}, 0};
    if (!verdict.allows && standing.ends <= now)
        strike(policy, standing, now);
    if (allowed)
        count(policy, standing, now);
    verdict.left = verdict.allows ? policy.limit - static_cast<int>(standing.times.size()) : 0;
    verdict.wait = verdict.allows ? Milliseconds(0) : std::chrono::duration_cast<Milliseconds>(standing.ends - now);
    verdict.strikes = standing.strikes;
    return verdict;
}

} // namespace wemo::blocking
