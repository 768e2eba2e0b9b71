#pragma once
#include "services/api/router.h"
#include "services/metrics/registry.h"

namespace wemo::api {

/// Whom a bearer token stands for, or why nobody.
using Authenticate = std::function<Result<Caller>(const QByteArray &token)>;

/// What happens to every request, in this order: the table says what it is, the guard who may, the route's handler does
/// it, one line goes into the log and the numbers into the metrics. Thread-safe.
class Application {
public:
    Application(QList<Route> routes, Authenticate authenticate, metrics::Registry &metrics);
    http::Response handle(const http::Request &request) const;
    const Router &router() const { return m_router; }

private:
    void noteAnswered(const std::string &method, const QString &route, int status, double seconds) const;
    http::Response dispatch(const http::Request &request, const Router::Match &match) const;
    http::Response run(const http::Request &request, const Router::Match &match) const;
    Result<std::optional<Caller>> guard(const http::Request &request, const Route &route) const;

    Router m_router;
    Authenticate m_authenticate;
    metrics::Registry &m_metrics;
};

} // namespace wemo::api
