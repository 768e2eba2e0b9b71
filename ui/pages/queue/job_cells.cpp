#include "ui/pages/queue/job_cells.h"

#include "ui/widgets/time_text.h"

#include <QLocale>

namespace wemo::pages::queue {

using wemo::queue::JobRow;
using wemo::queue::JobState;
using Column = JobModel::Column;

namespace {
/// When what one looks for in this state happened, or will.
Instant timeOf(const JobRow &job) {
    switch (job.state) {
    case JobState::Delayed:
        return job.runAt.value_or(job.createdAt);
    case JobState::Active:
        return job.processedAt.value_or(job.createdAt);
    case JobState::Completed:
    case JobState::Failed:
        return job.finishedAt.value_or(job.createdAt);
    case JobState::Waiting:
    case JobState::Prioritized:
        break;
    }
    return job.createdAt;
}

std::optional<Milliseconds> tookOf(const JobRow &job, Instant now) {
    if (!job.processedAt || job.state == JobState::Waiting || job.state == JobState::Prioritized ||
        job.state == JobState::Delayed)
        return std::nullopt;
    return std::max(Milliseconds(0), job.finishedAt.value_or(now) - *job.processedAt);
}

QString timeText(const JobRow &job, Instant now) {
    const Instant at = timeOf(job);
    const QString relative = job.state == JobState::Delayed ? dueText(at, now) : ui::relativeTime(at, now);
    const QString absolute = ui::shortTime(at, now);
    return relative.isEmpty() ? absolute : QStringLiteral("%1  ·  %2").arg(absolute, relative);
}

QString noteText(const JobRow &job) {
    if (job.state == JobState::Active) {
        const QString lock = lockText(job.lock);
        return job.worker.isEmpty() ? lock : QStringLiteral("%1  ·  %2").arg(job.worker, lock);
    }
    // One line of a text that may have many.
    return job.failedReason.simplified();
}
} // namespace

QString dueText(Instant due, Instant now) {
    if (due <= now)
        return JobModel::tr("due %1").arg(ui::relativeTime(due, now));
    return JobModel::tr("in %1").arg(ui::durationText(due - now));
}

QString lockText(const std::optional<Milliseconds> &lock) {
    return lock ? JobModel::tr("lock for %1").arg(ui::durationText(*lock))
                : JobModel::tr("no lock: its worker is gone");
}

QString cellText(const JobRow &job, Column column, Instant now) {
    switch (column) {
    case Column::JobId:
        return job.id;
    case Column::Name:
        return job.name;
    case Column::Time:
        return timeText(job, now);
    case Column::Note:
        return noteText(job);
    case Column::Attempts:
        return JobModel::tr("%1 of %2").arg(job.attemptsMade).arg(job.attempts);
    case Column::Priority:
        return job.priority > 0 ? QLocale().toString(job.priority) : QStringLiteral("–");
    case Column::Took: {
        const auto took = tookOf(job, now);
        return took ? ui::durationText(*took) : QStringLiteral("–");
    }
    case Column::ColumnCount:
        break;
    }
    return {};
}

QVariant cellValue(const JobRow &job, Column column) {
    switch (column) {
    case Column::JobId:
        return job.id;
    case Column::Name:
        return job.name;
    case Column::Time:
        return toMs(timeOf(job));
    case Column::Note:
        return job.failedReason;
    case Column::Attempts:
        return job.attemptsMade;
    case Column::Priority:
        return job.priority;
    case Column::Took:
    case Column::ColumnCount:
        break;
    }
    return {};
}

QString cellToolTip(const JobRow &job, Column column, Instant now) {
    if (column == Column::Time)
        return ui::dateAndTime(timeOf(job));
    if (column == Column::Note && !job.failedReason.isEmpty())
        return job.failedReason;
    return cellText(job, column, now);
}

QString columnTitle(Column column, JobState state) {
    switch (column) {
    case Column::JobId:
        return JobModel::tr("Job");
    case Column::Name:
        return JobModel::tr("Name");
    case Column::Time:
        return state == JobState::Delayed                                  ? JobModel::tr("Due")
               : state == JobState::Active                                 ? JobModel::tr("Taken")
               : state == JobState::Completed || state == JobState::Failed ? JobModel::tr("Finished")
                                                                           : JobModel::tr("Added");
    case Column::Note:
        return state == JobState::Active   ? JobModel::tr("Worker and lock")
               : state == JobState::Failed ? JobModel::tr("Reason")
                                           : JobModel::tr("Last error");
    case Column::Attempts:
        return JobModel::tr("Attempts");
    case Column::Priority:
        return JobModel::tr("Priority");
    case Column::Took:
        return JobModel::tr("Ran for");
    case Column::ColumnCount:
        break;
    }
    return {};
}

bool isFigure(Column column) {
    return column == Column::Attempts || column == Column::Priority || column == Column::Took;
}

} // namespace wemo::pages::queue
