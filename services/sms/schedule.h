#pragma once
#include "models/core/time.h"

#include <optional>

namespace wemo::sms {

/// The n-th delivery query (0 = first): about 1, 5, 15, 60 minutes after the submission and a little after the
/// validity.
std::optional<Instant> pollAfter(Instant submitted, int validityMinutes, int n);
/// Until when news is waited for: a little after the last query.
Instant deadlineAfter(Instant submitted, int validityMinutes);

} // namespace wemo::sms
