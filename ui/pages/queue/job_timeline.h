#pragma once
#include "models/queue/job.h"
#include "ui/widgets/timeline.h"

namespace wemo::pages::queue {

/// What happened to a job, in words.
QList<ui::TimelineStep> jobSteps(const QList<wemo::queue::JobEvent> &events);

} // namespace wemo::pages::queue
