#include "services/queue/job_timeline.h"

#include "services/queue/job_rows.h"

namespace wemo::queue {

namespace {
constexpr int eventsLookedAt = 10'000;
constexpr int eventsAtOnce = 1000;
constexpr qsizetype eventsShown = 200;

std::string valueOf(const std::vector<redis::Reply> &fields, const char *name) {
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2)
        if (fields[i].text == name)
            return fields[i + 1].text;
    return {};
}

QString detailOf(const QString &event, const std::vector<redis::Reply> &fields) {
    if (event == u"delayed") {
        const std::optional<Instant> due = instantOf(valueOf(fields, "delay"));
        return due ? toIso(*due) : QString();
    }
    for (const char *name : {"failedReason", "data", "attemptsMade", "prev"})
        if (const std::string value = valueOf(fields, name); !value.empty())
            return textOf(value);
    return {};
}

/// Of one entry of the stream; nothing where it is another job's.
std::optional<JobEvent> eventOf(const redis::Reply &entry, const std::string &jobId) {
    if (entry.items.size() != 2 || valueOf(entry.items[1].items, "jobId") != jobId)
        return std::nullopt;
    const QString event = textOf(valueOf(entry.items[1].items, "event"), 60);
    const QByteArray streamId = QByteArray::fromStdString(entry.items[0].text);
    return JobEvent{fromMs(streamId.first(std::max<qsizetype>(0, streamId.indexOf('-'))).toLongLong()), event,
                    detailOf(event, entry.items[1].items)};
}

/// Adds what the job's own fields tell, unless an event told it.
void addOwn(QList<JobEvent> &timeline, const JobRow &row) {
    const auto add = [&timeline](std::optional<Instant> at, const char *event, const QString &detail) {
        const bool isTold = std::any_of(timeline.cbegin(), timeline.cend(), [&](const JobEvent &other) {
            return other.event == QLatin1StringView(event) && at && other.at >= *at - Milliseconds(1000);
        });
        if (at && !isTold)
            timeline.append({*at, event, detail});
    };
    add(row.createdAt, "added", row.name);
    add(row.processedAt, "active", row.worker);
    const bool hasFailed = row.state == JobState::Failed;
    add(row.finishedAt, hasFailed ? "failed" : "completed", hasFailed ? row.failedReason : QString());
}
} // namespace

Result<QList<JobEvent>> timelineOf(redis::Connection &connection, const std::string &base, const std::string &jobId,
                                   const JobRow &row) {
    QList<JobEvent> timeline;
    std::string end = "+";
    for (int looked = 0; looked < eventsLookedAt && timeline.size() < eventsShown; looked += eventsAtOnce) {
        const auto entries =
            connection.command({"XREVRANGE", base + "events", end, "-", "COUNT", std::to_string(eventsAtOnce)});
        if (!entries)
            return Failure(entries.error());
        for (const redis::Reply &entry : entries->items)
            if (const std::optional<JobEvent> event = eventOf(entry, jobId))
                timeline.prepend(*event);
        if (entries->items.size() < eventsAtOnce || timeline.value(0).event == u"added")
            break;
        end = '(' + entries->items.back().items.at(0).text;
    }
    addOwn(timeline, row);
    std::stable_sort(timeline.begin(), timeline.end(),
                     [](const JobEvent &a, const JobEvent &b) { return a.at < b.at; });
    return timeline;
}

} // namespace wemo::queue
