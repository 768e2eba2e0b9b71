#pragma once
#include "app/gateway_simulator/world.h"
#include "services/http/client.h"

namespace wemo::simulator {

/// The callback of the message's gateway, field for field.
http::ClientRequest callbackRequest(const QString &url, const SimMessage &message, const ReceiptStep &step,
                                    const ReceiptPlan &plan);

} // namespace wemo::simulator
