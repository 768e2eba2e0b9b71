#pragma once
#include "services/api/queue_routes.h"

/// What the files of the queue's routes share.
namespace wemo::api {

using QueueHandler = Result<http::Response> (*)(const QueueDependencies &, const ServedQueue &, const Context &);

/// A route below /api/v1/queues/{queue}; NotFound "queue-not-found" where there is no such queue.
Route queueRoute(const QueueDependencies &dependencies, const char *method, const char *below,
                 staff::Permission permission, QueueHandler handler);
/// The body of a change; more than 64 KiB where it may name many jobs.
Result<QJsonObject> changeBody(const Context &context);
Result<http::Response> summaryOf(const ServedQueue &queue);

QList<Route> queueJobRoutes(const QueueDependencies &dependencies);
QList<Route> queueControlRoutes(const QueueDependencies &dependencies);

} // namespace wemo::api
