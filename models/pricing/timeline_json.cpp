#include "models/core/json_parts.h"
#include "models/pricing/book.h"

namespace wemo::pricing {

namespace {
constexpr int longestText = 4000;
constexpr int longestName = 200;
constexpr int mostItems = 100'000;
constexpr qint64 mostVersions = 1'000'000'000;

QString text(JsonReader &reader, const QString &name) {
    return reader.optionalString(name, longestText).value_or(QString());
}

template <typename T>
QJsonArray arrayAt(const QList<T> &items, Instant now) {
    QJsonArray array;
    for (const T &item : items)
        array.append(toJson(item, now));
    return array;
}

template <typename T, typename Read>
Result<QList<T>> readList(const QJsonObject &json, const QString &name, Read read) {
    JsonReader reader(json);
    const QJsonArray array = reader.array(name, mostItems);
    if (const Result<void> ok = reader.finishLenient(); !ok)
        return Failure(ok.error());
    return listFrom<T>(array, read);
}
} // namespace

QJsonObject toJson(const Interval &interval, Instant now) {
    return {{"id", idToString(interval.id)},
            {"plan_id", idToString(interval.planId)},
            {"config_id", idToString(interval.configId)},
            {"from", toIso(interval.from)},
            {"to", orNull(interval.to)},
            {"state", toString(interval.state)},
            {"status", toString(statusOf(interval, now))},
            {"author", interval.author},
            {"author_id", idOrNull(interval.authorId)},
            {"approver", orNull(interval.approver)},
            {"approved_at", orNull(interval.approvedAt)},
            {"note", orNull(interval.note)},
            {"emergency_reason", orNull(interval.emergencyReason)},
            {"is_gap_confirmed", interval.isGapConfirmed},
            {"rollback_of", idOrNull(interval.rollbackOf)},
            {"predecessor_id", idOrNull(interval.predecessorId)},
            {"predecessor_to", orNull(interval.predecessorTo)},
            {"campaign_id", idOrNull(interval.campaignId)},
            {"changed_at", toIso(interval.changedAt)}};
}

Result<Interval> intervalFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Interval interval;
    interval.id = reader.id("id");
    interval.planId = reader.id("plan_id");
    interval.configId = reader.id("config_id");
    interval.from = reader.instant("from");
    interval.to = reader.optionalInstant("to");
    interval.state = reader.word("state", intervalStateFromString);
    interval.author = text(reader, "author");
    interval.authorId = reader.optionalId("author_id").value_or(0);
    interval.approver = text(reader, "approver");
    interval.approvedAt = reader.optionalInstant("approved_at");
    interval.note = text(reader, "note");
    interval.emergencyReason = text(reader, "emergency_reason");
    interval.isGapConfirmed = reader.optionalBoolean("is_gap_confirmed").value_or(false);
    interval.rollbackOf = reader.optionalId("rollback_of").value_or(0);
    interval.predecessorId = reader.optionalId("predecessor_id").value_or(0);
    interval.predecessorTo = reader.optionalInstant("predecessor_to");
    interval.campaignId = reader.optionalId("campaign_id").value_or(0);
    interval.changedAt = reader.instant("changed_at");
    return reader.finishLenient(std::move(interval));
}

QJsonObject toJson(const TimelineProblem &problem) {
    const bool isGap = problem.fault == TimelineFault::Gap;
    return {{"fault", toString(problem.fault)},
            {"other", idOrNull(problem.other)},
            {"gap_from", isGap ? QJsonValue(toIso(problem.gapFrom)) : QJsonValue()},
            {"gap_to", orNull(problem.gapTo)}};
}

Result<TimelineProblem> timelineProblemFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    TimelineProblem problem{reader.word("fault", timelineFaultFromString)};
    problem.other = reader.optionalId("other").value_or(0);
    problem.gapFrom = reader.optionalInstant("gap_from").value_or(Instant());
    problem.gapTo = reader.optionalInstant("gap_to");
    return reader.finishLenient(problem);
}

QJsonObject toJson(const ConfigRecord &record) {
    return {{"id", idToString(record.id)},
            {"plan_id", idToString(record.planId)},
            {"version", record.version},
            {"fingerprint", record.fingerprint},
            {"author", record.author},
            {"note", orNull(record.note)},
            {"created_at", toIso(record.createdAt)},
            {"config", record.config ? QJsonValue(toJson(*record.config)) : QJsonValue()}};
}

Result<ConfigRecord> configRecordFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    ConfigRecord record;
    record.id = reader.id("id");
    record.planId = reader.id("plan_id");
    record.version = reader.integer("version", 1, mostVersions);
    record.fingerprint = reader.string("fingerprint", longestName);
    record.author = text(reader, "author");
    record.note = text(reader, "note");
    record.createdAt = reader.instant("created_at");
    if (reader.has("config")) {
        Result<Config> config = configFromJson(reader.object("config"), reader.pathOf("config"));
        if (config)
            record.config = *std::move(config);
        else
            reader.failAll(config.error().fields);
    }
    return reader.finishLenient(std::move(record));
}

QJsonObject toJson(const TimelineBook &book) {
    return {{"as_of", toIso(book.asOf)},
            {"plans", toArray(book.plans)},
            {"intervals", arrayAt(book.intervals, book.asOf)},
            {"configs", toArray(book.configs)}};
}

Result<TimelineBook> timelineBookFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    TimelineBook book;
    book.asOf = reader.instant("as_of");
    if (const Result<void> read = reader.finishLenient(); !read)
        return Failure(read.error());
    auto plans = readList<Plan>(json, "plans", planFromJson);
    auto intervals = readList<Interval>(json, "intervals", intervalFromJson);
    auto configs = readList<ConfigRecord>(json, "configs", configRecordFromJson);
    if (!plans || !intervals || !configs)
        return Failure(!plans ? plans.error() : !intervals ? intervals.error() : configs.error());
    book.plans = *std::move(plans);
    book.intervals = *std::move(intervals);
    book.configs = *std::move(configs);
    return book;
}

QJsonObject toJson(const PlanTimeline &timeline, Instant now) {
    return {{"plan", toJson(timeline.plan)},
            {"intervals", arrayAt(timeline.intervals, now)},
            {"touched", timeline.touched ? QJsonValue(toJson(*timeline.touched, now)) : QJsonValue()},
            {"problems", toArray(timeline.problems)}};
}

Result<PlanTimeline> planTimelineFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    const QJsonObject planJson = reader.object("plan");
    if (const Result<void> read = reader.finishLenient(); !read)
        return Failure(read.error());
    Result<Plan> plan = planFromJson(planJson);
    auto intervals = readList<Interval>(json, "intervals", intervalFromJson);
    auto problems = readList<TimelineProblem>(json, "problems", timelineProblemFromJson);
    auto touched = optionalFrom<Interval>(json, "touched", intervalFromJson);
    if (!plan || !intervals)
        return Failure(!plan ? plan.error() : intervals.error());
    if (!problems || !touched)
        return Failure(!problems ? problems.error() : touched.error());
    return PlanTimeline{*std::move(plan), *std::move(intervals), *std::move(touched), *std::move(problems)};
}

QJsonObject toJson(const InForce &inForce, Instant now) {
    return {{"plan", toJson(inForce.plan)},
            {"interval", toJson(inForce.interval, now)},
            {"config", toJson(inForce.config)}};
}

Result<InForce> inForceFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    const QJsonObject planJson = reader.object("plan");
    const QJsonObject intervalJson = reader.object("interval");
    const QJsonObject configJson = reader.object("config");
    if (const Result<void> read = reader.finishLenient(); !read)
        return Failure(read.error());
    Result<Plan> plan = planFromJson(planJson);
    Result<Interval> interval = intervalFromJson(intervalJson);
    Result<ConfigRecord> config = configRecordFromJson(configJson);
    if (!plan || !interval || !config)
        return Failure(!plan ? plan.error() : !interval ? interval.error() : config.error());
    return InForce{*std::move(plan), *std::move(interval), *std::move(config)};
}

} // namespace wemo::pricing
