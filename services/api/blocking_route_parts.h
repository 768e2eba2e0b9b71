#pragma once
#include "services/api/blocking_routes.h"
#include "services/api/body.h"

/// What the files of the blocking routes share.
namespace wemo::api {

constexpr auto blockingBase = "/api/v1/blocking";

/// The number of an If-Match header such as "7" (quoted or not). InvalidInput "if-match" without one.
Result<int> policyVersionOf(const Context &context);
template <typename T>
Result<http::Response> answerWith(const Result<T> &value, int status = 200) {
    return value ? Result<http::Response>(json(toJson(*value), status)) : Failure(value.error());
}
template <typename Handler>
Route blockingRoute(const BlockingDependencies &d, const char *method, const char *below, staff::Permission permission,
                    Handler handler) {
    return {method, QLatin1StringView(blockingBase) + QLatin1StringView(below), Access::Permission, permission,
            [&d, handler](const Context &context) { return handler(d, context); }};
}

QList<Route> policyRoutes(const BlockingDependencies &dependencies);
QList<Route> blockRoutes(const BlockingDependencies &dependencies);
QList<Route> subjectRoutes(const BlockingDependencies &dependencies);

} // namespace wemo::api
