#pragma once
#include "models/core/time.h"
#include "models/pricing/config.h"

namespace wemo::pricing {

/// Whether a rule holds at an instant, by the clock of Taipei. A stretch past midnight belongs to the day it began on.
bool holdsAt(const Calendar &calendar, const CalendarRule &rule, Instant at);
/// How many of the ride's minutes [first, last) begin while the rule holds; minute i begins at start + i × 60 s.
qint64 minutesInside(const Calendar &calendar, const CalendarRule &rule, Instant start, qint64 first, qint64 last);

} // namespace wemo::pricing
