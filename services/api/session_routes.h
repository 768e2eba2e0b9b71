#pragma once
#include "services/api/application.h"
#include "services/staff/sessions.h"

namespace wemo::api {

/// /api/v1/session: staff sign in, refresh, look and sign out.
QList<Route> sessionRoutes(staff::Sessions &sessions);

/// The guard's question to the session store.
Authenticate authenticateStaff(staff::Sessions &sessions);

} // namespace wemo::api
