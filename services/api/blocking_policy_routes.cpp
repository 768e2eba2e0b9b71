#include "models/core/json_parts.h"
#include "services/api/blocking_route_parts.h"
#include "services/api/query_reader.h"

namespace wemo::api {

namespace {
using Answer = Result<http::Response>;
constexpr int mostVersions = 1'000'000'000, mostDays = 90, usualDays = 7;

Answer listed(const Result<QList<blocking::PolicyRecord>> &records) {
    return records ? Answer(json({{"items", toArray(*records)}})) : Failure(records.error());
}

Result<blocking::PolicyRecord> editOf(const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    return body ? blocking::policyEditFromJson(*body) : Failure(body.error());
}

Answer list(const BlockingDependencies &d, const Context &) {
    return listed(d.policies.list());
}

Answer create(const BlockingDependencies &d, const Context &context) {
    const auto edit = editOf(context);
    return edit ? answerWith(d.policies.create(context.caller->account, *edit), 201) : Failure(edit.error());
}

Answer update(const BlockingDependencies &d, const Context &context) {
    const auto version = policyVersionOf(context);
    const auto edit = editOf(context);
    if (!version || !edit)
        return Failure(!version ? version.error() : edit.error());
    return answerWith(d.policies.update(context.caller->account, context.parameters["id"], *version, *edit));
}

Answer remove(const BlockingDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    const int version = static_cast<int>(query.integer("version", 0, mostVersions, -1));
    if (version < 0)
        query.fail("version", "required", "This parameter is required.");
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const auto gone = d.policies.remove(context.caller->account, context.parameters["id"], version);
    return gone ? Answer(noContent()) : Failure(gone.error());
}

Answer versions(const BlockingDependencies &d, const Context &context) {
    return listed(d.policies.versions(context.parameters["id"]));
}

Answer restore(const BlockingDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const int version = static_cast<int>(reader.integer("version", 1, mostVersions));
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return answerWith(d.policies.restore(context.caller->account, context.parameters["id"], version));
}

Answer preview(const BlockingDependencies &d, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const auto edit = blocking::policyEditFromJson(reader.object("policy"));
    if (!edit)
        for (const FieldError &field : edit.error().fields)
            reader.failAll({{"policy." + field.path, field.code, field.message}});
    const qint64 days = reader.optionalInteger("days", 1, mostDays).value_or(usualDays);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    d.drained();
    const Instant now = d.clock.now();
    return answerWith(d.history.preview(edit->policy, now - std::chrono::hours(24 * days), now));
}
} // namespace

Result<int> policyVersionOf(const Context &context) {
    QByteArray text = context.request.header("If-Match");
    if (text.startsWith('"') && text.endsWith('"') && text.size() > 2)
        text = text.mid(1, text.size() - 2);
    bool isNumber = false;
    const int version = text.toInt(&isNumber);
    if (isNumber && version >= 0)
        return version;
    return failure(ErrorKind::InvalidInput, "if-match", "Say with If-Match which version you have read.");
}

QList<Route> policyRoutes(const BlockingDependencies &d) {
    using staff::Permission;
    return {blockingRoute(d, "GET", "/policies", Permission::BlockingRead, list),
            blockingRoute(d, "POST", "/policies", Permission::BlockingEdit, create),
            blockingRoute(d, "PUT", "/policies/{id}", Permission::BlockingEdit, update),
            blockingRoute(d, "DELETE", "/policies/{id}", Permission::BlockingEdit, remove),
            blockingRoute(d, "GET", "/policies/{id}/versions", Permission::BlockingRead, versions),
            blockingRoute(d, "POST", "/policies/{id}/restore", Permission::BlockingEdit, restore),
            blockingRoute(d, "POST", "/policies/preview", Permission::BlockingRead, preview)};
}

} // namespace wemo::api
