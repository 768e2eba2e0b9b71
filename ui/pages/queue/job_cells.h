#pragma once
#include "ui/pages/queue/job_model.h"

namespace wemo::pages::queue {

/// What a cell of the job list says, and the value behind it.
QString cellText(const wemo::queue::JobRow &job, JobModel::Column column, Instant now);
QVariant cellValue(const wemo::queue::JobRow &job, JobModel::Column column);
QString cellToolTip(const wemo::queue::JobRow &job, JobModel::Column column, Instant now);
/// The time that matters differs by state.
QString columnTitle(JobModel::Column column, wemo::queue::JobState state);
bool isFigure(JobModel::Column column);

/// "in 12 s" or "due 3 s ago".
QString dueText(Instant due, Instant now);
/// "lock 26 s", or that there is none.
QString lockText(const std::optional<Milliseconds> &lock);

} // namespace wemo::pages::queue
