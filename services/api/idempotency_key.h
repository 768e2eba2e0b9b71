#pragma once
#include "services/api/router.h"

namespace wemo::api {

/// The Idempotency-Key header; empty where the client sent none. InvalidInput "bad-idempotency-key" for anything but 1
/// to 128 visible ASCII characters.
Result<QString> idempotencyKeyOf(const http::Request &request);

} // namespace wemo::api
