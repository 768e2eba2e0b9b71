#include "models/core/json_parts.h"
#include "services/api/body.h"
#include "services/api/pricing_route_parts.h"
#include "services/api/query_reader.h"

namespace wemo::api {

namespace {
constexpr qsizetype largestBody = 1 << 20;
constexpr int longestNote = 1000;

Result<http::Response> catalog(const PricingDependencies &d, const Context &context) {
    if (const Result<void> read = QueryReader(context.request.query).finish(); !read)
        return Failure(read.error());
    const auto entries = d.plans.catalog();
    return entries ? Result<http::Response>(json({{"items", toArray(*entries)}})) : Failure(entries.error());
}

Result<http::Response> addCatalogEntry(const PricingDependencies &d, const Context &context) {
    const Result<QJsonObject> body = pricingBody(context);
    if (!body)
        return Failure(body.error());
    Result<pricing::CatalogEntry> entry = pricing::catalogEntryFromJson(*body);
    if (!entry)
        return Failure(entry.error());
    entry->isInvented = false;
    const auto added = d.plans.addCatalogEntry(context.caller->account, *entry);
    return added ? Result<http::Response>(json(toJson(*added), 201)) : Failure(added.error());
}

Result<http::Response> create(const PricingDependencies &d, const Context &context) {
    const Result<QJsonObject> body = pricingBody(context);
    const Result<pricing::Plan> edit = body ? pricing::planEditFromJson(*body) : Failure(body.error());
    if (!edit)
        return Failure(edit.error());
    const auto created = d.plans.create(context.caller->account, *edit);
    return created ? Result<http::Response>(json(toJson(*created), 201)) : Failure(created.error());
}

Result<http::Response> update(const PricingDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, "plan-not-found");
    const Result<qint64> version = versionOf(context);
    const Result<QJsonObject> body = pricingBody(context);
    if (!id || !version || !body)
        return Failure(!id ? id.error() : !version ? version.error() : body.error());
    const Result<pricing::Plan> edit = pricing::planEditFromJson(*body);
    if (!edit)
        return Failure(edit.error());
    const auto saved = d.plans.update(context.caller->account, *id, *version, *edit);
    return saved ? Result<http::Response>(json(toJson(*saved))) : Failure(saved.error());
}

Result<http::Response> retire(const PricingDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, "plan-not-found");
    const Result<qint64> version = versionOf(context);
    const Result<QJsonObject> body = pricingBody(context);
    if (!id || !version || !body)
        return Failure(!id ? id.error() : !version ? version.error() : body.error());
    JsonReader reader(*body);
    const Instant at = reader.optionalInstant("at").value_or(d.clock.now());
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    const auto retired = d.plans.retire(context.caller->account, *id, *version, at);
    return retired ? Result<http::Response>(json(toJson(*retired))) : Failure(retired.error());
}

Result<http::Response> config(const PricingDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, "config-not-found");
    const auto found = id ? d.plans.config(*id) : Failure(id.error());
    return found ? Result<http::Response>(json(toJson(*found))) : Failure(found.error());
}

Result<http::Response> addConfig(const PricingDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, "plan-not-found");
    const Result<QJsonObject> body = pricingBody(context);
    if (!id || !body)
        return Failure(!id ? id.error() : body.error());
    JsonReader reader(*body);
    const QString note = reader.optionalString("note", longestNote).value_or(QString());
    const Result<pricing::Config> config = pricing::configFromJson(reader.object("config"), "config");
    if (!config)
        reader.failAll(config.error().fields);
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    bool isNew = false;
    const auto added = d.plans.addConfig(context.caller->account, *id, *config, note, &isNew);
    return added ? Result<http::Response>(json(toJson(*added), isNew ? 201 : 200)) : Failure(added.error());
}
} // namespace

Result<Id> idOf(const Context &context, const char *code) {
    const std::optional<Id> id = idFromString(context.parameters.value("id"));
    if (!id)
        return failure(ErrorKind::NotFound, QString::fromLatin1(code), "There is nothing with this id.");
    return *id;
}

Result<qint64> versionOf(const Context &context) {
    QByteArray text = context.request.header("If-Match").trimmed();
    if (text.size() >= 2 && text.startsWith('"') && text.endsWith('"'))
        text = text.mid(1, text.size() - 2);
    bool isNumber = false;
    const qint64 version = text.toLongLong(&isNumber);
    if (isNumber && version >= 0)
        return version;
    return failure(ErrorKind::InvalidInput, "if-match",
                   "Say which version was read: the header If-Match with its number.");
}

Result<QJsonObject> pricingBody(const Context &context) {
    return jsonBody(context.request, largestBody);
}

QList<Route> planRoutes(const PricingDependencies &d) {
    const QString base = "/api/v1/pricing";
    const auto route = [&](const char *method, const char *below, staff::Permission permission, auto handler) {
        return Route{method, base + QLatin1StringView(below), Access::Permission, permission,
                     [&d, handler](const Context &context) { return handler(d, context); }};
    };
    using staff::Permission;
    return {route("GET", "/catalog", Permission::PricingRead, catalog),
            route("POST", "/catalog", Permission::PricingEdit, addCatalogEntry),
            route("POST", "/plans", Permission::PricingEdit, create),
            route("PUT", "/plans/{id}", Permission::PricingEdit, update),
            route("POST", "/plans/{id}/retire", Permission::PricingEdit, retire),
            route("POST", "/plans/{id}/configs", Permission::PricingEdit, addConfig),
            route("GET", "/configs/{id}", Permission::PricingRead, config)};
}

} // namespace wemo::api
