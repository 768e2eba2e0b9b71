#pragma once
#include "services/api/router.h"
#include "services/sms/message_list.h"
#include "services/sms/message_log.h"
#include "services/staff/audit.h"

namespace wemo::api {

struct SmsDependencies {
    storage::Database &database;
    sms::MessageList &list;
    sms::MessageLog &log;
    staff::AuditLog &audit;
};

/// /api/v1/sms: what staff see of messages. What `dependencies` names outlives the routes.
QList<Route> smsRoutes(const SmsDependencies &dependencies);

} // namespace wemo::api
