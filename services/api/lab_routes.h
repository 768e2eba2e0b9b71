#pragma once
#include "services/api/router.h"
#include "services/http/client.h"

namespace wemo::api {

struct LabDependencies {
    http::Client &client;
    /// Base of the gateway simulator, "http://127.0.0.1:1234". Empty where the gateway is real: then there is no
    /// handset to look at (404 no-handset).
    QString simulatorUrl;
};

QList<Route> labRoutes(const LabDependencies &dependencies);

} // namespace wemo::api
