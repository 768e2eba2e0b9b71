#pragma once
#include "services/http/message.h"

#include <QJsonObject>

namespace wemo::api {

/// The one place where a kind of error becomes an HTTP status.
int statusOf(const Error &error);

/// The members of problem details, for an answer that holds several.
QJsonObject problemBody(const Error &error, const QJsonObject &extra = {});

/// Problem details (RFC 9457) with the request id of this thread. `extra` adds members of one problem, such as
/// checks_left. The error's `detail` is not told.
http::Response problem(const Error &error, const QJsonObject &extra = {});

} // namespace wemo::api
