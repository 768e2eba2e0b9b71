#include "models/core/json_reader.h"
#include "services/api/queue_route_parts.h"
#include "services/queue/checker.h"

#include <QJsonArray>

namespace wemo::api {

namespace {
using queue::JobState;

/// Before the act: Redis cannot be part of the transaction, and nothing may be done without its row.
Result<void> note(const QueueDependencies &d, const ServedQueue &served, const Context &context, const char *action,
                  const QJsonObject &after = {}) {
    const staff::Account &actor = context.caller->account;
    const staff::AuditEntry entry{
        actor.id, actor.username, action, "queue/" + QString::fromStdString(served.queue->name()), {}, after};
    return d.database.write([&](storage::Connection &connection) { return d.audit.record(connection, entry); });
}

/// `member` must be there, though it may be null: a body that says nothing takes no limit away.
Result<JsonReader> bodyOf(const Context &context, const char *member = nullptr) {
    const Result<QJsonObject> body = changeBody(context);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    if (member && !body->contains(QLatin1StringView(member)))
        reader.fail(member, "required", "This field is required; null is for none.");
    return reader;
}

/// An empty object: the path says it all.
Result<void> nothingMore(const Context &context) {
    Result<JsonReader> reader = bodyOf(context);
    return reader ? reader->finish() : Failure(reader.error());
}

template <bool isPause>
Result<http::Response> pauseOrResume(const QueueDependencies &d, const ServedQueue &served, const Context &context) {
    if (const Result<void> read = nothingMore(context); !read)
        return Failure(read.error());
    if (const Result<void> noted = note(d, served, context, isPause ? "queue.pause" : "queue.resume"); !noted)
        return Failure(noted.error());
    queue::Control control(*served.queue);
    const Result<void> done = isPause ? control.pause() : control.resume();
    return done ? summaryOf(served) : Failure(done.error());
}

Result<http::Response> limit(const QueueDependencies &d, const ServedQueue &served, const Context &context) {
    Result<JsonReader> reader = bodyOf(context, "per_second");
    if (!reader)
        return Failure(reader.error());
    const std::optional<double> perSecond = reader->optionalNumber("per_second", 0.001, 1'000'000);
    const std::optional<qint64> burst = reader->optionalInteger("burst", 1, 1'000'000);
    if (!perSecond && burst)
        reader->fail("burst", "unknown-field", "There is no burst where there is no limit.");
    if (const Result<void> read = reader->finish(); !read)
        return Failure(read.error());
    std::optional<queue::Limit> wanted;
    if (perSecond)
        wanted = queue::Limit{*perSecond, static_cast<int>(burst.value_or(1))};
    const QJsonObject after = wanted ? QJsonObject{{"per_second", wanted->perSecond}, {"burst", wanted->burst}}
                                     : QJsonObject{{"per_second", QJsonValue()}};
    if (const Result<void> noted = note(d, served, context, "queue.limit", after); !noted)
        return Failure(noted.error());
    const Result<void> set = queue::Control(*served.queue).setLimit(wanted);
    return set ? summaryOf(served) : Failure(set.error());
}

Result<http::Response> concurrency(const QueueDependencies &d, const ServedQueue &served, const Context &context) {
    Result<JsonReader> reader = bodyOf(context, "value");
    if (!reader)
        return Failure(reader.error());
    const std::optional<qint64> value = reader->optionalInteger("value", 1, 1'000'000);
    if (const Result<void> read = reader->finish(); !read)
        return Failure(read.error());
    const QJsonObject after{{"value", value ? QJsonValue(*value) : QJsonValue()}};
    if (const Result<void> noted = note(d, served, context, "queue.concurrency", after); !noted)
        return Failure(noted.error());
    const auto wanted = value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    const Result<void> set = queue::Control(*served.queue).setConcurrency(wanted);
    return set ? summaryOf(served) : Failure(set.error());
}

Result<http::Response> removed(const QueueDependencies &d, const ServedQueue &served, const Context &context,
                               const JobChanges::Removal &removal, const QString &action) {
    const auto done = JobChanges(d, served, context.caller->account).removeAll(removal, action);
    if (!done)
        return Failure(done.error());
    return json({{"removed", done->count}, {"more", done->more}});
}

Result<http::Response> clean(const QueueDependencies &d, const ServedQueue &served, const Context &context) {
    Result<JsonReader> reader = bodyOf(context);
    if (!reader)
        return Failure(reader.error());
    const JobState state = reader->word("state", queue::jobStateFromString);
    const Milliseconds olderThan(reader->optionalInteger("older_than_ms", 0, 10LL * 365 * 86'400'000).value_or(0));
    const qint64 most = reader->optionalInteger("limit", 1, 100'000).value_or(1'000);
    if (state == JobState::Active)
        reader->fail("state", "not-possible", "Jobs that run are not removed.");
    if (const Result<void> read = reader->finish(); !read)
        return Failure(read.error());
    return removed(d, served, context, {{state}, olderThan, most}, "queue.clean");
}

Result<http::Response> drain(const QueueDependencies &d, const ServedQueue &served, const Context &context) {
    Result<JsonReader> reader = bodyOf(context);
    if (!reader)
        return Failure(reader.error());
    const bool delayedToo = reader->optionalBoolean("delayed").value_or(false);
    if (const Result<void> read = reader->finish(); !read)
        return Failure(read.error());
    QList<JobState> states{JobState::Waiting, JobState::Prioritized};
    if (delayedToo)
        states.append(JobState::Delayed);
    return removed(d, served, context, {states, {}, std::numeric_limits<int>::max()}, "queue.drain");
}

Result<http::Response> check(const QueueDependencies &d, const ServedQueue &served, const Context &context) {
    if (const Result<void> read = nothingMore(context); !read)
        return Failure(read.error());
    if (const Result<void> noted = note(d, served, context, "queue.check"); !noted)
        return Failure(noted.error());
    const auto faults = queue::check(*served.queue);
    if (!faults)
        return Failure(faults.error());
    QJsonArray array;
    for (const queue::Fault &fault : *faults)
        array.append(
            toJson(queue::QueueFault{QString::fromStdString(fault.what), QString::fromStdString(fault.subject)}));
    return json({{"faults", array}});
}
} // namespace

QList<Route> queueControlRoutes(const QueueDependencies &d) {
    const auto route = [&d](const char *method, const char *below, QueueHandler handler) {
        return queueRoute(d, method, below, staff::Permission::QueueManage, handler);
    };
    return {route("POST", "/pause", pauseOrResume<true>),
            route("POST", "/resume", pauseOrResume<false>),
            route("PUT", "/limit", limit),
            route("PUT", "/concurrency", concurrency),
            route("POST", "/clean", clean),
            route("POST", "/drain", drain),
            route("POST", "/check", check)};
}

} // namespace wemo::api
