#pragma once
#include "services/api/pricing_routes.h"

/// What the files of the pricing routes share.
namespace wemo::api {

/// The "{id}" of the path; NotFound with `code` where it is none.
Result<Id> idOf(const Context &context, const char *code);
/// The number of an If-Match header such as "7" (quoted or not). InvalidInput "if-match" without one.
Result<qint64> versionOf(const Context &context);
/// A pricing body: configs with zone matrices are larger than most.
Result<QJsonObject> pricingBody(const Context &context);

QList<Route> planRoutes(const PricingDependencies &dependencies);
QList<Route> timelineRoutes(const PricingDependencies &dependencies);

} // namespace wemo::api
