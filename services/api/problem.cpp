#include "services/api/problem.h"

#include "services/api/router.h"
#include "services/runtime/log.h"

namespace wemo::api {

namespace {
int statusOfKind(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::InvalidInput:
        return 422;
    case ErrorKind::Unauthorized:
        return 401;
    case ErrorKind::Forbidden:
        return 403;
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Conflict:
    case ErrorKind::Canceled:
        return 409;
    case ErrorKind::Expired:
        return 410;
    case ErrorKind::TooLarge:
        return 413;
    case ErrorKind::TooManyRequests:
        return 429;
    case ErrorKind::Unavailable:
        return 503;
    case ErrorKind::Timeout:
        return 504;
    case ErrorKind::Internal:
        return 500;
    }
    return 500;
}

QString titleOf(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::InvalidInput:
        return "The request is wrong";
    case ErrorKind::Unauthorized:
        return "Sign in first";
    case ErrorKind::Forbidden:
        return "Not allowed";
    case ErrorKind::NotFound:
        return "Not found";
    case ErrorKind::Conflict:
    case ErrorKind::Canceled:
        return "Not possible now";
    case ErrorKind::Expired:
        return "Its time is over";
    case ErrorKind::TooLarge:
        return "Too large";
    case ErrorKind::TooManyRequests:
        return "Too many requests";
    case ErrorKind::Unavailable:
        return "Not available now";
    case ErrorKind::Timeout:
        return "Took too long";
    case ErrorKind::Internal:
        return "A fault of ours";
    }
    return {};
}
} // namespace

int statusOf(const Error &error) {
    if (error.code == "malformed-json")
        return 400;
    if (error.code == "unsupported-media-type")
        return 415;
    if (error.code == "method-not-allowed")
        return 405;
    return statusOfKind(error.kind);
}

QJsonObject problemBody(const Error &error, const QJsonObject &extra) {
    const int status = statusOf(error);
    QJsonArray fields;
    for (const FieldError &field : error.fields)
        fields.append(QJsonObject{{"path", field.path}, {"code", field.code}, {"message", field.message}});
    QJsonObject body{{"type", "urn:wemo:problem:" + error.code},
                     {"title", titleOf(error.kind)},
                     {"status", status},
                     {"detail", error.message},
                     {"code", error.code},
                     {"kind", toString(error.kind)},
                     {"request_id", runtime::log::currentRequestId()},
                     {"errors", fields}};
    if (error.retryAfterMs > 0)
        body.insert("retry_after_ms", error.retryAfterMs);
    for (const QJsonObject &more : {error.extra, extra})
        for (auto member = more.begin(); member != more.end(); ++member)
            body.insert(member.key(), member.value());
    return body;
}

http::Response problem(const Error &error, const QJsonObject &extra) {
    const int status = statusOf(error);
    http::Response response = json(problemBody(error, extra), status);
    response.headers = {{"Content-Type", "application/problem+json"}};
    if (status == 401)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    if (status == 429 || status == 503)
        response.headers.emplaceBack("Retry-After",
                                     QByteArray::number(qMax<qint64>(1, (error.retryAfterMs + 999) / 1000)));
    return response;
}

} // namespace wemo::api
