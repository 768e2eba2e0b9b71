#pragma once
#include "services/api/router.h"
#include "services/sms/message_sender.h"
#include "services/sms/send_request.h"
#include "services/staff/audit.h"

namespace wemo::api {

struct SmsSendDependencies {
    storage::Database &database;
    sms::MessageSender &sender;
    sms::MessageLog &log;
    const sms::TemplateBook &templates;
    staff::AuditLog &audit;
    sms::SegmentPrice price;
    QByteArray fingerprintKey; ///< of the keyed hash by which two requests with one idempotency key are compared
};

/// /api/v1/sms: sending, for other services by their key and for staff; templates and what a text would take. What
/// `dependencies` names outlives the routes.
QList<Route> smsSendRoutes(const SmsSendDependencies &dependencies);

} // namespace wemo::api
