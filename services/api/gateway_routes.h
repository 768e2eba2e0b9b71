#pragma once
#include "services/api/webhook_routes.h"
#include "services/sms/balances.h"

namespace wemo::api {

struct GatewayDependencies {
    const sms::Gateways &gateways;
    const sms::Balances &balances;
};

/// GET /api/v1/sms/gateways: which there are, their shares, whether they work, and what is left on our accounts.
QList<Route> gatewayRoutes(const GatewayDependencies &dependencies);

/// How Mitake's receipts are read, and answered as it wants to have it: anything else makes it send them again.
WebhookGateway mitakeWebhook();

} // namespace wemo::api
