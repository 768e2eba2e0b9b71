#pragma once
#include "services/http/message.h"

#include <chrono>

namespace wemo::http {

struct ClientRequest {
    QByteArray method = "GET";
    QString url;
    Headers headers;
    QByteArray body;
    std::chrono::milliseconds timeout{10'000};
    qsizetype maxAnswer = 4 << 20;
};

/// What became of a request. A gateway must know the difference between the two failures.
struct ClientFailure {
    bool mayHaveArrived = false; ///< false: no byte of it left (no connection, bad URL)
    Error error;
};

/// Blocking HTTP over libcurl with kept-alive connections a thread. Thread-safe. No redirects. Never logs a body.
class Client {
public:
    tl::expected<Response, ClientFailure> send(const ClientRequest &request);
};

} // namespace wemo::http
