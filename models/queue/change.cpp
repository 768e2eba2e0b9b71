#include "models/queue/change.h"

#include "models/queue/json_parts.h"

namespace wemo::queue {

namespace {
constexpr int maxIds = 1000;
constexpr int maxId = 300;
constexpr int maxSearch = 200;

QJsonObject toJson(const RefusedJob &refused) {
    return {{"id", refused.id}, {"code", refused.code}};
}
Result<RefusedJob> refusedJobFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    RefusedJob refused{reader.string("id", maxText), reader.string("code", 100)};
    return reader.finishLenient(std::move(refused));
}

/// State and search of a body; strict, since a misspelt word would select everything.
Result<JobFilter> jobFilterFromJson(const QJsonObject &json) {
    JsonReader reader(json, "match");
    JobFilter filter;
    if (reader.has("state"))
        filter.state = reader.word("state", jobStateFromString);
    filter.search = reader.optionalString("search", maxSearch).value_or(QString()).trimmed();
    if (!filter.state)
        reader.fail("state", "required", "Say which state the jobs are in.");
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return filter;
}
} // namespace

QJsonObject toJson(const JobSelection &selection) {
    if (selection.match)
        return {{"match", toJson(*selection.match)}};
    return {{"ids", QJsonArray::fromStringList(selection.ids)}};
}

Result<JobSelection> jobSelectionFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    JobSelection selection;
    if (reader.has("ids") == reader.has("match")) {
        reader.fail("ids", "required", "Give either \"ids\" or \"match\".");
    } else if (reader.has("ids")) {
        selection.ids = reader.strings("ids", maxIds, maxId);
        selection.ids.removeDuplicates();
        if (selection.ids.isEmpty() || selection.ids.contains(QString()))
            reader.fail("ids", "too-short", "Name at least one job, and none by an empty id.");
    } else {
        const Result<JobFilter> match = jobFilterFromJson(reader.object("match"));
        if (!match)
            return Failure(match.error());
        selection.match = *match;
    }
    return reader.finishLenient(std::move(selection));
}

QJsonObject toJson(const ChangeOutcome &outcome) {
    QJsonArray refused;
    for (const RefusedJob &job : outcome.refused)
        refused.append(toJson(job));
    return {{"done", outcome.done},
            {"refused", refused},
            {"refused_total", outcome.refusedTotal},
            {"undo", orNull(outcome.undo)},
            {"more", outcome.more}};
}

Result<ChangeOutcome> changeOutcomeFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    ChangeOutcome outcome;
    outcome.done = reader.integer("done", 0, maxTotal);
    Result<QList<RefusedJob>> refused = listFrom<RefusedJob>(reader.array("refused", maxItems), refusedJobFromJson);
    if (!refused)
        return Failure(refused.error());
    outcome.refused = *std::move(refused);
    outcome.refusedTotal = reader.integer("refused_total", 0, maxTotal);
    outcome.undo = reader.optionalString("undo").value_or(QString());
    outcome.more = reader.boolean("more");
    return reader.finishLenient(std::move(outcome));
}

QJsonObject toJson(const QueueFault &fault) {
    return {{"what", fault.what}, {"job", orNull(fault.job)}};
}

Result<QueueFault> queueFaultFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    QueueFault fault{reader.string("what", maxText), reader.optionalString("job", maxText).value_or(QString())};
    return reader.finishLenient(std::move(fault));
}

} // namespace wemo::queue
