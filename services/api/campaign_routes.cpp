#include "services/api/campaign_routes.h"

#include "services/api/pricing_route_parts.h"
#include "services/api/query_reader.h"

#include <QJsonArray>

namespace wemo::api {

namespace {
using pricing::CampaignAct;
constexpr int longestNote = 1000;
constexpr qint64 mostVersions = 1'000'000'000;
constexpr auto notFound = "campaign-not-found";

Result<http::Response> answer(const CampaignDependencies &d, const Result<pricing::Campaign> &campaign,
                              int status = 200) {
    return campaign ? Result<http::Response>(json(toJson(*campaign, d.clock.now()), status))
                    : Failure(campaign.error());
}

Result<http::Response> answer(const Result<pricing::Rehearsal> &rehearsal) {
    return rehearsal ? Result<http::Response>(json(toJson(*rehearsal))) : Failure(rehearsal.error());
}

Result<pricing::Campaign> editOf(const Context &context) {
    const Result<QJsonObject> body = pricingBody(context);
    return body ? pricing::campaignEditFromJson(*body) : Failure(body.error());
}

Result<http::Response> inventory(const CampaignDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    const Instant now = d.clock.now();
    const Instant at = query.instant("at").value_or(now);
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const auto all = d.campaigns.inventory(at);
    if (!all)
        return Failure(all.error());
    QJsonArray items;
    for (const pricing::InForce &one : *all)
        items.append(toJson(one, now));
    return json({{"as_of", toIso(at)}, {"items", items}});
}

Result<http::Response> list(const CampaignDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    const int limit = static_cast<int>(query.integer("limit", 1, 500, 100));
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const auto campaigns = d.campaigns.list(limit);
    if (!campaigns)
        return Failure(campaigns.error());
    QJsonArray items;
    for (const pricing::Campaign &campaign : *campaigns) {
        QJsonObject item = toJson(campaign, d.clock.now());
        item.remove("items");
        items.append(item);
    }
    return json({{"items", items}});
}

Result<http::Response> create(const CampaignDependencies &d, const Context &context) {
    const Result<pricing::Campaign> edit = editOf(context);
    return edit ? answer(d, d.campaigns.create(context.caller->account, *edit), 201) : Failure(edit.error());
}

Result<http::Response> get(const CampaignDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, notFound);
    return id ? answer(d, d.campaigns.campaign(*id)) : Failure(id.error());
}

Result<http::Response> update(const CampaignDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, notFound);
    const Result<qint64> version = versionOf(context);
    const Result<pricing::Campaign> edit = editOf(context);
    if (!id || !version || !edit)
        return Failure(!id ? id.error() : !version ? version.error() : edit.error());
    return answer(d, d.campaigns.update(context.caller->account, *id, *version, *edit));
}

Result<http::Response> remove(const CampaignDependencies &d, const Context &context) {
    QueryReader query(context.request.query);
    const qint64 version = query.integer("version", 0, mostVersions, -1);
    if (version < 0)
        query.fail("version", "required", "This parameter is required.");
    if (const Result<void> read = query.finish(); !read)
        return Failure(read.error());
    const Result<Id> id = idOf(context, notFound);
    const Result<void> gone =
        id ? d.campaigns.remove(context.caller->account, *id, version) : Result<void>(Failure(id.error()));
    return gone ? Result<http::Response>(noContent()) : Failure(gone.error());
}

template <CampaignAct act>
Result<http::Response> actOn(const CampaignDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, notFound);
    const Result<QJsonObject> body = pricingBody(context);
    if (!id || !body)
        return Failure(!id ? id.error() : body.error());
    JsonReader reader(*body);
    pricing::CampaignActEdit edit;
    edit.version = reader.integer("version", 0, mostVersions);
    edit.note = reader.optionalString("note", longestNote).value_or(QString());
    edit.emergencyReason = reader.optionalString("emergency_reason", longestNote).value_or(QString());
    if (const Result<void> read = reader.finish(); !read)
        return Failure(read.error());
    return answer(d, d.campaigns.act(context.caller->account, *id, act, edit));
}

template <Result<pricing::Rehearsal> (pricing::CampaignRehearsals::*run)(Id) const>
Result<http::Response> rehearse(const CampaignDependencies &d, const Context &context) {
    const Result<Id> id = idOf(context, notFound);
    return id ? answer((d.rehearsals.*run)(*id)) : Failure(id.error());
}
} // namespace

QList<Route> campaignRoutes(const CampaignDependencies &d) {
    const QString base = "/api/v1/pricing";
    const auto route = [&](const char *method, const char *below, staff::Permission permission, auto handler) {
        return Route{method, base + QLatin1StringView(below), Access::Permission, permission,
                     [&d, handler](const Context &context) { return handler(d, context); }};
    };
    using pricing::CampaignRehearsals;
    using staff::Permission;
    return {route("GET", "/inventory", Permission::PricingRead, inventory),
            route("GET", "/campaigns", Permission::PricingRead, list),
            route("POST", "/campaigns", Permission::PricingEdit, create),
            route("GET", "/campaigns/{id}", Permission::PricingRead, get),
            route("PUT", "/campaigns/{id}", Permission::PricingEdit, update),
            route("DELETE", "/campaigns/{id}", Permission::PricingEdit, remove),
            route("POST", "/campaigns/{id}/dry-run", Permission::PricingEdit, rehearse<&CampaignRehearsals::dryRun>),
            route("POST", "/campaigns/{id}/rehearse", Permission::PricingEdit, rehearse<&CampaignRehearsals::rehearse>),
            route("POST", "/campaigns/{id}/rehearse-rollback", Permission::PricingEdit,
                  rehearse<&CampaignRehearsals::rehearseRollback>),
            route("POST", "/campaigns/{id}/submit", Permission::PricingEdit, actOn<CampaignAct::Submit>),
            route("POST", "/campaigns/{id}/reject", Permission::PricingEdit, actOn<CampaignAct::Reject>),
            route("POST", "/campaigns/{id}/withdraw", Permission::PricingEdit, actOn<CampaignAct::Withdraw>),
            route("POST", "/campaigns/{id}/approve", Permission::PricingApprove, actOn<CampaignAct::Approve>),
            route("POST", "/campaigns/{id}/rollback", Permission::PricingApprove, actOn<CampaignAct::Rollback>)};
}

} // namespace wemo::api
