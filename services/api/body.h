#pragma once
#include "services/http/message.h"

#include <QJsonObject>

namespace wemo::api {

/// The JSON object a request carries: application/json in UTF-8, not larger than `maxBytes`, not nested deeper than 20.
Result<QJsonObject> jsonBody(const http::Request &request, qsizetype maxBytes = 64 << 10);

} // namespace wemo::api
