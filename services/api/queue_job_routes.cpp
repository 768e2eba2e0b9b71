#include "models/core/json_reader.h"
#include "services/api/queue_route_parts.h"

namespace wemo::api {

namespace {
using Kind = JobChange::Kind;
constexpr qint64 maxDelayMs = 365LL * 24 * 3600 * 1000;

/// The members beside "ids" and "match", which have a codec of their own.
Result<JobChange> changeOf(Kind kind, const QJsonObject &body) {
    const Result<queue::JobSelection> selection = queue::jobSelectionFromJson(body);
    if (!selection)
        return Failure(selection.error());
    QJsonObject rest = body;
    rest.remove("ids");
    rest.remove("match");
    JsonReader reader(rest);
    JobChange change{kind, *selection, {}, 0};
    if (kind == Kind::Delay)
        change.delay = Milliseconds(reader.integer("delay_ms", 0, maxDelayMs));
    if (kind == Kind::Priority)
        change.priority = reader.integer("priority", 0, queue::highestPriority);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return change;
}

/// Many jobs at once is more than anyone who may work on single ones may do.
Result<void> mayDo(const JobChange &change, const Context &context) {
    const bool isMany = change.selection.match || (change.kind == Kind::Remove && change.selection.ids.size() > 1);
    if (!isMany || staff::allows(context.caller->account.role, staff::Permission::QueueManage))
        return {};
    return failure(ErrorKind::Forbidden, "not-permitted",
                   QString("This many jobs need the permission \"%1\".").arg(toString(staff::Permission::QueueManage)));
}

template <Kind kind>
Result<http::Response> change(const QueueDependencies &d, const ServedQueue &served, const Context &context) {
    const Result<QJsonObject> body = changeBody(context);
    if (!body)
        return Failure(body.error());
    const Result<JobChange> asked = changeOf(kind, *body);
    if (!asked)
        return Failure(asked.error());
    if (const Result<void> allowed = mayDo(*asked, context); !allowed)
        return Failure(allowed.error());
    const auto outcome = JobChanges(d, served, context.caller->account).run(*asked);
    return outcome ? Result<http::Response>(json(toJson(*outcome))) : Failure(outcome.error());
}

Result<http::Response> undo(const QueueDependencies &d, const ServedQueue &served, const Context &context) {
    const Result<QJsonObject> body = changeBody(context);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const QString token = reader.string("undo", 100);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    const Result<qint64> done = JobChanges(d, served, context.caller->account).undo(token);
    return done ? Result<http::Response>(json({{"done", *done}})) : Failure(done.error());
}
} // namespace

QList<Route> queueJobRoutes(const QueueDependencies &d) {
    const auto route = [&d](const char *below, QueueHandler handler) {
        return queueRoute(d, "POST", below, staff::Permission::QueueWork, handler);
    };
    return {route("/jobs/replay", change<Kind::Replay>),     route("/jobs/promote", change<Kind::Promote>),
            route("/jobs/remove", change<Kind::Remove>),     route("/jobs/delay", change<Kind::Delay>),
            route("/jobs/priority", change<Kind::Priority>), route("/undo", undo)};
}

} // namespace wemo::api
