#pragma once
#include "models/core/result.h"
#include "models/core/time.h"

#include <optional>
#include <vector>

namespace wemo::sms {

/// When delivery is asked for, and until when news is waited for.
struct Schedule {
    /// After the submission; a further query comes a little after the validity.
    std::vector<Milliseconds> queries{std::chrono::minutes(1), std::chrono::minutes(5), std::chrono::minutes(15),
                                      std::chrono::minutes(60)};
    Milliseconds margin{std::chrono::minutes(2)};

    /// From "60,300,900,3600", in seconds. InvalidInput where that is no rising list of whole numbers.
    static Result<Schedule> parse(const QString &seconds, Milliseconds margin);

    /// The n-th delivery query (0 = first); nothing once all are made.
    std::optional<Instant> pollAfter(Instant submitted, int validityMinutes, int n) const;
    /// Until when news is waited for: a little after the last query.
    Instant deadlineAfter(Instant submitted, int validityMinutes) const;
};

} // namespace wemo::sms
