#include "services/api/idempotency_key.h"

namespace wemo::api {

Result<QString> idempotencyKeyOf(const http::Request &request) {
    const QByteArray key = request.header("Idempotency-Key");
    const auto visible = [](char c) { return c > ' ' && c < 127; };
    if (key.size() > 128 || !std::all_of(key.begin(), key.end(), visible))
        return failure(ErrorKind::InvalidInput, "bad-idempotency-key",
                       "An Idempotency-Key is 1 to 128 visible ASCII characters.");
    return QString::fromLatin1(key);
}

} // namespace wemo::api
