#pragma once
#include "services/api/router.h"
#include "services/metrics/registry.h"
#include "services/sms/receipt_intake.h"

namespace wemo::api {

struct WebhookDependencies {
    sms::ReceiptIntake &receipts;
    metrics::Registry &metrics;
    QByteArray token; ///< last part of the path; the vendor signs nothing, so this is what keeps others out
};

/// /webhooks/every8d/{token}: 200 for everything but a store that is down, since the vendor repeats what got no 200.
QList<Route> webhookRoutes(const WebhookDependencies &dependencies);

} // namespace wemo::api
