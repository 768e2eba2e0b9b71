#pragma once
#include "services/api/router.h"
#include "services/sms/acts.h"
#include "services/sms/bulk_resends.h"
#include "services/staff/audit.h"

namespace wemo::api {

struct SmsActDependencies {
    sms::MessageActs &acts;
    sms::BulkResends &bulks;
    staff::AuditLog &audit;
    std::function<void()> wakeBulks; ///< there is a new bulk resend; must not block
};

/// /api/v1/sms/messages/{id}/…: sending again, canceling, asking the gateway; /api/v1/sms/bulk-resends. All of it is in
/// the audit log. What `dependencies` names outlives the routes.
QList<Route> smsActRoutes(const SmsActDependencies &dependencies);

} // namespace wemo::api
