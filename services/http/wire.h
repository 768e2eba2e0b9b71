#pragma once
#include "services/http/message.h"

namespace wemo::http::wire {

/// Splits a request target into path and query. Only the origin form ("/path?query") and "*" are taken; nothing that
/// decodes to bytes no text has.
bool readTarget(const QByteArray &target, Request &request);

/// The client's X-Request-Id if it is short, plain and shows no number or token; else a fresh one of ours.
QString chooseRequestId(const QByteArray &offered);

/// What the server itself says when a request never reached a handler, as problem details.
Response refusal(int status, const QString &code, const QString &title, const QString &requestId);

struct HeadOptions {
    bool keepAlive = true;
    bool http11 = true;
    bool isHead = false; ///< the body's length is stated although no body follows
};
/// Status line and headers, with the empty line that ends them.
QByteArray formatHead(const Response &response, const QString &requestId, HeadOptions options);

} // namespace wemo::http::wire
