#include "services/api/service_routes.h"

#include "services/runtime/log.h"
#include "services/staff/accounts.h"

#include <QJsonArray>

namespace wemo::api {

namespace {
http::Response readiness(const QList<ReadinessCheck> &checks) {
    QJsonObject results;
    bool ready = true;
    for (const ReadinessCheck &check : checks) {
        const Result<void> ok = check.check();
        results.insert(check.name, ok ? "ok" : "failed");
        if (!ok)
            runtime::log::warn("not-ready", {{"check", check.name}, {"detail", ok.error().detail}});
        ready = ready && ok;
    }
    return json({{"status", ready ? "ready" : "not-ready"}, {"checks", results}}, ready ? 200 : 503);
}

http::Response demoAccountList() {
    QJsonArray accounts;
    for (const staff::DemoAccount &account : staff::demoAccounts())
        accounts.append(toJson(account));
    return json({{"accounts", accounts}});
}
} // namespace

QList<Route> serviceRoutes(const ServiceDependencies &dependencies) {
    const auto open = [](const char *pattern, RouteHandler handler) {
        return Route{"GET", QString::fromLatin1(pattern), Access::Public, std::nullopt, std::move(handler)};
    };
    const QJsonObject about{{"name", "WeMo Console"},
                            {"version", WEMO_VERSION},
                            {"environment", dependencies.environment},
                            {"demo", dependencies.demo},
                            {"started_at", toIso(dependencies.startedAt)}};
    return {
        open("/healthz",
             [](const Context &) {
                 return json({{"status", "ok"}});
             }),
        open("/readyz", [checks = dependencies.checks](const Context &) { return readiness(checks); }),
        open("/metrics",
             [&metrics = dependencies.metrics, refresh = dependencies.beforeMetrics](const Context &) {
                 if (refresh)
                     refresh();
                 http::Response response;
                 response.headers.emplaceBack("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                 response.body = metrics.text();
                 return response;
             }),
        open("/api/v1/about", [about](const Context &) { return json(about); }),
        open("/api/v1/demo-accounts",
             [demo = dependencies.demo](const Context &) -> Result<http::Response> {
                 if (!demo)
                     return failure(ErrorKind::NotFound, "no-demo", "This service has no demo accounts.");
                 return demoAccountList();
             }),
    };
}

} // namespace wemo::api
