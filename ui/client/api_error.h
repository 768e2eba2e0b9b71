#pragma once
#include "models/core/result.h"

#include <QJsonObject>

namespace wemo::ui {

/// What the service refused, or why it could not be asked, with what staff quote when they report it.
struct ApiError : Error {
    int status = 0;           ///< HTTP status; 0 when no answer came
    QString requestId = {};   ///< of the answer, else of the request
    QJsonObject problem = {}; ///< the whole problem document, for members of one route such as `checks_left`
    /// True when the service could not be reached at all: what is on screen is stale, not wrong.
    bool isOffline() const { return status == 0 && (kind == ErrorKind::Unavailable || kind == ErrorKind::Timeout); }
};

template <typename T>
using ApiResult = tl::expected<T, ApiError>;

/// Problem details (RFC 9457) as an error; anything else with an error status becomes one by its status.
ApiError errorFromAnswer(int status, const QByteArray &body, const QString &requestId, qint64 retryAfterMs);

} // namespace wemo::ui
