#include "services/sms/schedule.h"

#include <algorithm>
#include <vector>

namespace wemo::sms {

namespace {
using std::chrono::minutes;
constexpr minutes margin{2};

std::vector<minutes> queries(int validityMinutes) {
    std::vector<minutes> times{minutes(1), minutes(5), minutes(15), minutes(60), minutes(validityMinutes) + margin};
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}
} // namespace

std::optional<Instant> pollAfter(Instant submitted, int validityMinutes, int n) {
    const std::vector<minutes> times = queries(validityMinutes);
    const auto index = static_cast<std::size_t>(n);
    return index < times.size() ? std::optional<Instant>(submitted + times[index]) : std::nullopt;
}

Instant deadlineAfter(Instant submitted, int validityMinutes) {
    return submitted + queries(validityMinutes).back() + margin;
}

} // namespace wemo::sms
