#include "services/api/application.h"

#include "services/api/problem.h"
#include "services/runtime/log.h"

namespace wemo::api {

namespace {
QByteArray bearerToken(const http::Request &request) {
    const QByteArray value = request.header("Authorization");
    constexpr qsizetype prefix = 7;
    const bool isBearer = value.size() > prefix && value.first(prefix).compare("Bearer ", Qt::CaseInsensitive) == 0;
    return isBearer ? value.mid(prefix).trimmed() : QByteArray();
}

QByteArray methodsOf(const QList<QByteArray> &allowed) {
    QByteArrayList methods = allowed;
    if (methods.contains("GET"))
        methods.append("HEAD");
    methods.append("OPTIONS");
    return methods.join(", ");
}

/// What may stand in a metric: a client must not be able to make new label values.
std::string knownMethod(const QByteArray &method) {
    static const QList<QByteArray> known{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    return known.contains(method) ? method.toStdString() : "other";
}
} // namespace

Application::Application(QList<Route> routes, Authenticate authenticate, metrics::Registry &metrics)
    : m_router(std::move(routes))
    , m_authenticate(std::move(authenticate))
    , m_metrics(metrics) {
    m_metrics.describe("wemo_http_requests_total", "Requests answered, by method, route and status.");
    m_metrics.describe("wemo_http_request_seconds", "Time to answer a request, by method and route.");
}

http::Response Application::handle(const http::Request &request) const {
    const auto begun = std::chrono::steady_clock::now();
    const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    const Router::Match match = m_router.find(method, request.path);
    http::Response response = dispatch(request, match);
    // The pattern, never the path or the query: those hold ids, tokens and numbers.
    const QString route = match.route ? match.route->pattern : QString("none");
    const auto note = [this, begun, route, verb = knownMethod(request.method)](int status) {
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        noteAnswered(verb, route, status, took.count());
    };
    if (!response.later) {
        note(response.status);
        return response;
    }
    response.later = [start = std::move(response.later), note, id = request.requestId](auto answer) {
        start([note, id, answer](http::Response answered) {
            const runtime::log::RequestScope scope(id);
            note(answered.status);
            answer(std::move(answered));
        });
    };
    return response;
}

void Application::noteAnswered(const std::string &method, const QString &route, int status, double seconds) const {
    runtime::log::info("request", {{"method", method}, {"route", route}, {"status", status}, {"ms", seconds * 1000}});
    const std::string pattern = route.toStdString();
    m_metrics.count("wemo_http_requests_total",
                    {{"method", method}, {"route", pattern}, {"status", std::to_string(status)}});
    m_metrics.observe("wemo_http_request_seconds", {{"method", method}, {"route", pattern}}, seconds);
}

http::Response Application::dispatch(const http::Request &request, const Router::Match &match) const {
    if (match.allowed.isEmpty())
        return problem({ErrorKind::NotFound, "no-such-path", "There is nothing at this path.", {}});
    if (match.route)
        return run(request, match);
    http::Response response;
    if (request.method == "OPTIONS")
        response = noContent();
    else
        response = problem({ErrorKind::InvalidInput, "method-not-allowed", "This method is not possible here.", {}});
    response.headers.emplaceBack("Allow", methodsOf(match.allowed));
    return response;
}

http::Response Application::run(const http::Request &request, const Router::Match &match) const {
    const Result<std::optional<Caller>> caller = guard(request, *match.route);
    if (!caller)
        return problem(caller.error());
    Result<http::Response> response = match.route->handler({request, match.parameters, *caller});
    if (response)
        return *std::move(response);
    const Error &error = response.error();
    if (error.kind == ErrorKind::Internal || error.kind == ErrorKind::Unavailable || !error.detail.isEmpty())
        runtime::log::warn("request-failed", {{"route", match.route->pattern},
                                              {"kind", toString(error.kind)},
                                              {"code", error.code},
                                              {"detail", error.detail}});
    return problem(error);
}

Result<std::optional<Caller>> Application::guard(const http::Request &request, const Route &route) const {
    if (route.access == Access::Public)
        return std::optional<Caller>();
    const QByteArray token = bearerToken(request);
    if (token.isEmpty() || token.size() > 500)
        return failure(ErrorKind::Unauthorized, "no-token", "Sign in first: this needs an access token.");
    Result<Caller> caller = m_authenticate(token);
    if (!caller)
        return Failure(caller.error());
    // A row of the table without its permission is a fault of ours, and opens nothing.
    const bool isPermitted =
        route.access == Access::Session || (route.permission && staff::allows(caller->account.role, *route.permission));
    const bool isServiceRight =
        route.access == Access::PermissionOrService && route.permission && caller->rights.contains(*route.permission);
    const bool isAllowed = caller->isService ? isServiceRight : isPermitted;
    if (!isAllowed)
        return failure(ErrorKind::Forbidden, "not-permitted",
                       route.permission ? QString("This needs the permission \"%1\".").arg(toString(*route.permission))
                                        : QString("This is not permitted."));
    return std::optional<Caller>(*std::move(caller));
}

} // namespace wemo::api
