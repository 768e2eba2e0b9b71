#include "models/core/json_reader.h"
#include "models/queue/job.h"
#include "models/queue/json_parts.h"

namespace wemo::queue {

namespace {
constexpr int maxDocument = 1 << 20;

QJsonObject toJson(const JobEvent &event) {
    return {{"at", toIso(event.at)}, {"event", event.event}, {"detail", event.detail}};
}

Result<JobEvent> jobEventFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    JobEvent event{reader.instant("at"), reader.string("event", 60), reader.string("detail", maxText, 0)};
    return reader.finishLenient(std::move(event));
}

QJsonArray toArray(const QList<JobEvent> &events) {
    QJsonArray array;
    for (const JobEvent &event : events)
        array.append(toJson(event));
    return array;
}
} // namespace

QJsonObject toJson(const JobDetail &d) {
    QJsonObject json = toJson(d.row);
    json.insert("data", d.data);
    json.insert("data_size", d.dataSize);
    json.insert("options", d.options);
    json.insert("progress", d.progress.isUndefined() ? QJsonValue() : d.progress);
    json.insert("return_value", d.returnValue ? QJsonValue(*d.returnValue) : QJsonValue());
    json.insert("errors", QJsonArray::fromStringList(d.errors));
    json.insert("logs", QJsonArray::fromStringList(d.logs));
    json.insert("logs_total", d.logsTotal);
    json.insert("stalled_count", d.stalledCount);
    json.insert("attempts_started", d.attemptsStarted);
    json.insert("timeline", toArray(d.timeline));
    return json;
}

Result<JobDetail> jobDetailFromJson(const QJsonObject &json) {
    Result<JobRow> row = jobRowFromJson(json);
    if (!row)
        return Failure(row.error());
    JsonReader reader(json);
    JobDetail d;
    d.row = *std::move(row);
    d.data = reader.string("data", maxDocument, 0);
    d.dataSize = reader.integer("data_size", 0, maxTotal);
    d.options = reader.object("options");
    d.progress = json.value("progress");
    d.returnValue = reader.optionalString("return_value", maxDocument);
    d.errors = reader.strings("errors", maxItems, maxDocument);
    d.logs = reader.strings("logs", maxItems, maxDocument);
    d.logsTotal = reader.integer("logs_total", 0, maxTotal);
    d.stalledCount = static_cast<int>(reader.integer("stalled_count", 0, maxCount));
    d.attemptsStarted = static_cast<int>(reader.integer("attempts_started", 0, maxCount));
    Result<QList<JobEvent>> timeline = listFrom<JobEvent>(reader.array("timeline", maxItems), jobEventFromJson);
    if (!timeline)
        return Failure(timeline.error());
    d.timeline = *std::move(timeline);
    return reader.finishLenient(std::move(d));
}

} // namespace wemo::queue
