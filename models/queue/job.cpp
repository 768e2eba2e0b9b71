#include "models/queue/job.h"

#include "models/core/enum_names.h"
#include "models/core/json_reader.h"
#include "models/queue/json_parts.h"

#include <QUrl>

namespace wemo::queue {

namespace {
constexpr EnumNames<JobState, 6> names{{
    {JobState::Waiting, "waiting"},
    {JobState::Prioritized, "prioritized"},
    {JobState::Delayed, "delayed"},
    {JobState::Active, "active"},
    {JobState::Completed, "completed"},
    {JobState::Failed, "failed"},
}};
} // namespace

QString toString(JobState state) {
    return names.toString(state);
}
std::optional<JobState> jobStateFromString(QStringView text) {
    return names.fromString(text);
}

const QList<JobState> &allJobStates() {
    static const QList<JobState> all = [] {
        QList<JobState> list;
        for (const auto &[state, name] : names.entries)
            list.append(state);
        return list;
    }();
    return all;
}

QJsonObject toJson(const JobRow &r) {
    return {{"id", r.id},
            {"name", r.name},
            {"state", toString(r.state)},
            {"created_at", toIso(r.createdAt)},
            {"run_at", orNull(r.runAt)},
            {"processed_at", orNull(r.processedAt)},
            {"finished_at", orNull(r.finishedAt)},
            {"attempts_made", r.attemptsMade},
            {"attempts", r.attempts},
            {"priority", r.priority},
            {"failed_reason", orNull(r.failedReason)},
            {"worker", orNull(r.worker)},
            {"lock_ms", orNull(r.lock)},
            {"message_id", orNull(r.messageId)}};
}

Result<JobRow> jobRowFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    JobRow r;
    r.id = reader.string("id", maxText);
    r.name = reader.string("name", maxText, 0);
    r.state = reader.word("state", jobStateFromString);
    r.createdAt = reader.instant("created_at");
    r.runAt = reader.optionalInstant("run_at");
    r.processedAt = reader.optionalInstant("processed_at");
    r.finishedAt = reader.optionalInstant("finished_at");
    r.attemptsMade = static_cast<int>(reader.integer("attempts_made", 0, maxCount));
    r.attempts = static_cast<int>(reader.integer("attempts", 0, maxCount));
    r.priority = reader.integer("priority", 0, maxCount);
    r.failedReason = reader.optionalString("failed_reason", maxText).value_or(QString());
    r.worker = reader.optionalString("worker", maxText).value_or(QString());
    r.lock = optionalMs(reader, "lock_ms");
    r.messageId = reader.optionalString("message_id", 40).value_or(QString());
    return reader.finishLenient(std::move(r));
}

QJsonObject toJson(const JobPage &page) {
    return {{"items", toArray(page.items)},
            {"next_cursor", orNull(page.nextCursor)},
            {"total", page.total},
            {"scanned", page.scanned}};
}

Result<JobPage> jobPageFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    JobPage page;
    Result<QList<JobRow>> items = listFrom<JobRow>(reader.array("items", maxItems), jobRowFromJson);
    if (!items)
        return Failure(items.error());
    page.items = *std::move(items);
    page.nextCursor = reader.optionalString("next_cursor", maxText).value_or(QString());
    page.total = reader.integer("total", 0, maxTotal);
    page.scanned = reader.integer("scanned", 0, maxTotal);
    return reader.finishLenient(std::move(page));
}

void appendTo(QUrlQuery &query, const JobFilter &filter) {
    if (filter.state)
        query.addQueryItem("state", toString(*filter.state));
    // A literal + in a query reads as a space at the other end, so it is escaped here.
    if (!filter.search.isEmpty())
        query.addQueryItem("search", QString::fromLatin1(QUrl::toPercentEncoding(filter.search)));
}

QJsonObject toJson(const JobFilter &filter) {
    QJsonObject json;
    if (filter.state)
        json.insert("state", toString(*filter.state));
    if (!filter.search.isEmpty())
        json.insert("search", filter.search);
    return json;
}

} // namespace wemo::queue
