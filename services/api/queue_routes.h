#pragma once
#include "services/api/job_changes.h"
#include "services/api/router.h"

namespace wemo::api {

/// /api/v1/queues: what staff see of queues and do to them. What `dependencies` names outlives the routes.
QList<Route> queueRoutes(const QueueDependencies &dependencies);

} // namespace wemo::api
