#pragma once
#include "models/queue/job.h"

namespace wemo::queue {

/// Which jobs a change is for: some by id, or all that match a filter.
struct JobSelection {
    QStringList ids;
    std::optional<JobFilter> match; ///< set: `ids` is empty
};

/// A job that was left as it is, and why: not-found, wrong-state, active, or a word of its owner (code-expired).
struct RefusedJob {
    QString id;
    QString code;
    bool operator==(const RefusedJob &) const = default;
};

/// What became of a change.
struct ChangeOutcome {
    qint64 done = 0;
    QList<RefusedJob> refused; ///< the first of them
    qint64 refusedTotal = 0;
    QString undo;      ///< a token that takes it back, for a minute; empty = it cannot be
    bool more = false; ///< there may be further jobs that match: ask again
};

/// A rule of the layout that does not hold.
struct QueueFault {
    QString what; ///< one English sentence
    QString job;  ///< its id; empty = of no single job
};

QJsonObject toJson(const JobSelection &selection); ///< {"ids": […]} or {"match": {…}}
/// Body members "ids" and "match"; further members are the caller's to read.
Result<JobSelection> jobSelectionFromJson(const QJsonObject &json);
QJsonObject toJson(const ChangeOutcome &outcome);
Result<ChangeOutcome> changeOutcomeFromJson(const QJsonObject &json);
QJsonObject toJson(const QueueFault &fault);
Result<QueueFault> queueFaultFromJson(const QJsonObject &json);

} // namespace wemo::queue
