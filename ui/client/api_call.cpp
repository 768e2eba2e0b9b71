#include "ui/client/api_call.h"

#include <QJsonDocument>

namespace wemo::ui {

void ApiClient::Call::answer(ApiResult<QJsonObject> result) {
    promise.addResult(std::move(result));
    promise.finish();
}

QNetworkReply *ApiClient::Call::transmit(QNetworkAccessManager &network, QNetworkRequest request) {
    request.setTransferTimeout(static_cast<int>(options.timeout.count()));
    for (const auto &header : std::as_const(options.headers))
        request.setRawHeader(header.first, header.second);
    if (body) {
        sentBody = QJsonDocument(*body).toJson(QJsonDocument::Compact);
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    } else if (options.rawBody) {
        sentBody = *options.rawBody;
    }
    startedAt = QDateTime::currentDateTimeUtc();
    clock.start();
    return network.sendCustomRequest(request, method, sentBody);
}

void ApiClient::Call::record(QNetworkReply &reply, int status, const QByteArray &answerBody) const {
    if (!options.recorder)
        return;
    RawExchange exchange;
    exchange.startedAt = startedAt;
    exchange.method = method;
    exchange.url = reply.url();
    const QNetworkRequest request = reply.request();
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names)
        exchange.requestHeaders.append({name, request.rawHeader(name)});
    exchange.requestBody = sentBody;
    exchange.status = status;
    exchange.answerHeaders = reply.rawHeaderPairs();
    exchange.answerBody = answerBody;
    exchange.failure = status == 0 ? reply.errorString() : QString();
    exchange.durationMs = clock.elapsed();
    options.recorder->record(exchange);
}

ApiError errorWithoutAnswer(const QNetworkReply &reply) {
    ApiError error;
    // A transfer that ran out of time is cancelled by Qt; nothing else here cancels.
    const bool late =
        reply.error() == QNetworkReply::OperationCanceledError || reply.error() == QNetworkReply::TimeoutError;
    error.kind = late ? ErrorKind::Timeout : ErrorKind::Unavailable;
    error.code = late ? "no-answer-in-time" : "service-unreachable";
    error.detail = reply.errorString();
    return error;
}

} // namespace wemo::ui
