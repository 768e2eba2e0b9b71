#include "ui/client/api_error.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace wemo::ui {

namespace {
ErrorKind kindOfStatus(int status) {
    switch (status) {
    case 400:
    case 405:
    case 415:
    case 422:
        return ErrorKind::InvalidInput;
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 409:
        return ErrorKind::Conflict;
    case 410:
        return ErrorKind::Expired;
    case 413:
        return ErrorKind::TooLarge;
    case 429:
        return ErrorKind::TooManyRequests;
    case 502:
    case 503:
        return ErrorKind::Unavailable;
    case 504:
        return ErrorKind::Timeout;
    default:
        return ErrorKind::Internal;
    }
}

QList<FieldError> fieldErrors(const QJsonArray &items) {
    QList<FieldError> fields;
    for (const QJsonValue &item : items) {
        const QJsonObject field = item.toObject();
        fields.append(
            {field.value("path").toString(), field.value("code").toString(), field.value("message").toString()});
    }
    return fields;
}
} // namespace

ApiError errorFromAnswer(int status, const QByteArray &body, const QString &requestId, qint64 retryAfterMs) {
    ApiError error;
    error.status = status;
    error.requestId = requestId;
    error.kind = kindOfStatus(status);
    error.code = "http-" + QString::number(status);
    error.retryAfterMs = retryAfterMs;
    error.problem = QJsonDocument::fromJson(body).object(); // empty when a proxy answered with a page of its own
    if (error.problem.isEmpty())
        return error;

    error.code = error.problem.value("code").toString(error.code);
    if (const auto kind = errorKindFromString(error.problem.value("kind").toString()))
        error.kind = *kind;
    error.message = error.problem.value("detail").toString(error.problem.value("title").toString());
    error.fields = fieldErrors(error.problem.value("errors").toArray());
    if (const QString id = error.problem.value("request_id").toString(); !id.isEmpty())
        error.requestId = id;
    if (error.problem.contains("retry_after_ms"))
        error.retryAfterMs = error.problem.value("retry_after_ms").toInteger();
    return error;
}

} // namespace wemo::ui
