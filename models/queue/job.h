#pragma once
#include "models/core/result.h"
#include "models/core/time.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUrlQuery>

namespace wemo::queue {

/// Where a job is. The words are BullMQ's.
enum class JobState { Waiting, Prioritized, Delayed, Active, Completed, Failed };
QString toString(JobState state); ///< waiting, prioritized, …
std::optional<JobState> jobStateFromString(QStringView text);
const QList<JobState> &allJobStates();

/// A job as a line of a list.
struct JobRow {
    QString id;
    QString name;
    JobState state = JobState::Waiting;
    Instant createdAt;
    std::optional<Instant> runAt;       ///< delayed: when it is due
    std::optional<Instant> processedAt; ///< when the last attempt began
    std::optional<Instant> finishedAt;
    int attemptsMade = 0;
    int attempts = 1; ///< how many it may have
    qint64 priority = 0;
    QString failedReason;             ///< as the worker wrote it; empty while all is well
    QString worker;                   ///< who has it, or had it last
    std::optional<Milliseconds> lock; ///< active: what is left of its lock; nothing = it has none
    QString messageId;                ///< of its SMS, where it is one's job
};

/// Something that happened to a job.
struct JobEvent {
    Instant at;
    QString event;  ///< added, waiting, delayed, active, completed, failed, stalled, …
    QString detail; ///< what the event says beside: a reason, a due time; may be empty
};

/// All of one job. Long texts are cut by the service; `dataSize` tells the whole.
struct JobDetail {
    JobRow row;
    QString data;        ///< JSON, indented
    qint64 dataSize = 0; ///< bytes, before it was cut
    QJsonObject options;
    QJsonValue progress;                ///< null = none
    std::optional<QString> returnValue; ///< JSON text
    QStringList errors;                 ///< stack traces, oldest first
    QStringList logs;                   ///< the newest of them, oldest first
    qint64 logsTotal = 0;
    int stalledCount = 0;
    int attemptsStarted = 0;
    QList<JobEvent> timeline; ///< oldest first
};

/// What a list of jobs is narrowed to. Empty = all of the queue.
struct JobFilter {
    std::optional<JobState> state;
    QString search; ///< a phone number, a message's or job's id, a name, or text inside the data
    bool operator==(const JobFilter &) const = default;
};

struct JobPage {
    QList<JobRow> items;
    QString nextCursor; ///< empty = that was all
    qint64 total = 0;   ///< jobs in the state asked for, whether or not they match
    qint64 scanned = 0; ///< how many of them have been looked at so far, this page included
};

QJsonObject toJson(const JobRow &row);
Result<JobRow> jobRowFromJson(const QJsonObject &json);
QJsonObject toJson(const JobDetail &detail);
Result<JobDetail> jobDetailFromJson(const QJsonObject &json);
QJsonObject toJson(const JobPage &page);
Result<JobPage> jobPageFromJson(const QJsonObject &json);

/// As query parameters: state, search.
void appendTo(QUrlQuery &query, const JobFilter &filter);
QJsonObject toJson(const JobFilter &filter);

} // namespace wemo::queue
