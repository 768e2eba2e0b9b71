#pragma once
#include "ui/pages/blocking/blocking_source.h"
#include "ui/widgets/timeline.h"

namespace wemo::pages::blocking {

/// What happened to a subject, newest first: the word, what was counted and by which policy, the request id, and the
/// reason a person gave.
QList<ui::TimelineStep> historySteps(const QList<HistoryEntry> &entries, Instant now);

} // namespace wemo::pages::blocking
