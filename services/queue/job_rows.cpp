#include "services/queue/job_rows.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace wemo::queue {

namespace {
constexpr const char *searchDepth = "20000"; // ids of `active` looked through for one job
constexpr std::size_t repliesAJob = 6;

/// The message of an SMS job, by the id the lanes give it.
QString messageIdOf(const QString &jobId) {
    const QString digits = jobId.startsWith(u"sms-") ? jobId.sliced(4) : QString();
    bool isNumber = false;
    digits.toLongLong(&isNumber);
    return isNumber ? digits : QString();
}

JobRow rowOf(const PlacedJob &job, const std::vector<redis::Reply> &fields) {
    const QJsonObject options = QJsonDocument::fromJson(QByteArray::fromStdString(fields[2].text)).object();
    JobRow row;
    row.id = textOf(job.id);
    row.name = textOf(fields[0].text);
    row.state = *job.state;
    row.createdAt = instantOf(fields[3].text).value_or(Instant());
    if (row.state == JobState::Delayed)
        row.runAt = fromMs(static_cast<qint64>(job.score / 4096));
    row.processedAt = instantOf(fields[5].text);
    row.finishedAt = instantOf(fields[8].text);
    row.attemptsMade = static_cast<int>(numberOf(fields[7].text));
    row.attempts = std::max(1, options["attempts"].toInt(1));
    row.priority = std::max<qint64>(0, numberOf(fields[4].text));
    row.failedReason = textOf(fields[9].text);
    row.worker = textOf(fields[6].text);
    row.messageId = messageIdOf(row.id);
    return row;
}

std::optional<JobState> stateOf(const std::vector<redis::Reply> &replies, std::size_t first, double *score) {
    constexpr std::pair<JobState, std::size_t> sets[] = {
        {JobState::Completed, 0}, {JobState::Failed, 1}, {JobState::Delayed, 2}, {JobState::Prioritized, 3}};
    for (const auto &[state, index] : sets)
        if (const redis::Reply &reply = replies[first + index]; reply.type == redis::Reply::Type::Text) {
            *score = QByteArray::fromStdString(reply.text).toDouble();
            return state;
        }
    if (replies[first + 4].type == redis::Reply::Type::Integer)
        return JobState::Active;
    return replies[first + 5].integer == 1 ? std::optional(JobState::Waiting) : std::nullopt;
}
} // namespace

qint64 numberOf(const std::string &text) {
    return static_cast<qint64>(QByteArray::fromStdString(text).toDouble());
}

QString textOf(const std::string &text, qsizetype most) {
    const QString whole = QString::fromStdString(text);
    return whole.size() <= most ? whole : whole.left(most - 1) + u'…';
}

std::optional<Instant> instantOf(const std::string &ms) {
    const qint64 number = numberOf(ms);
    return number > 0 ? std::optional(fromMs(number)) : std::nullopt;
}

Result<std::vector<PlacedJob>> placesOf(redis::Connection &connection, const std::string &base,
                                        const std::vector<std::string> &ids) {
    std::vector<redis::Args> commands;
    commands.reserve(ids.size() * repliesAJob);
    for (const std::string &id : ids) {
        for (const char *set : {"completed", "failed", "delayed", "prioritized"})
            commands.push_back({"ZSCORE", base + set, id});
        commands.push_back({"LPOS", base + "active", id, "MAXLEN", searchDepth});
        commands.push_back({"HEXISTS", base + id, "timestamp"});
    }
    const auto replies = connection.pipeline(commands);
    if (!replies)
        return Failure(replies.error());
    std::vector<PlacedJob> places;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        PlacedJob job{ids[i], {}, 0};
        job.state = stateOf(*replies, i * repliesAJob, &job.score);
        places.push_back(std::move(job));
    }
    return places;
}

Result<QList<FoundJob>> readJobs(redis::Connection &connection, const std::string &base,
                                 const std::vector<PlacedJob> &jobs) {
    std::vector<redis::Args> commands;
    for (const PlacedJob &job : jobs) {
        commands.push_back({"HMGET", base + job.id, "name", "data", "opts", "timestamp", "priority", "processedOn",
                            "pb", "atm", "finishedOn", "failedReason"});
        if (job.state == JobState::Active)
            commands.push_back({"PTTL", base + job.id + ":lock"});
    }
    const auto replies = connection.pipeline(commands);
    if (!replies)
        return Failure(replies.error());
    QList<FoundJob> found;
    auto reply = replies->begin();
    for (const PlacedJob &job : jobs) {
        const std::vector<redis::Reply> &fields = (reply++)->items;
        const long long lock = job.state == JobState::Active ? (reply++)->integer : -1;
        if (!job.state || fields.size() != 10 || fields[3].isNil())
            continue;
        FoundJob entry{job.id, rowOf(job, fields), {}};
        if (lock >= 0)
            entry.row.lock = Milliseconds(lock);
        for (const std::string *part : {&job.id, &fields[0].text, &fields[1].text, &fields[9].text})
            entry.searched += QByteArray::fromStdString(*part) + '\n';
        found.append(std::move(entry));
    }
    return found;
}

} // namespace wemo::queue
