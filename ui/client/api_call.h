#pragma once
#include "ui/client/api_client.h"

#include <QElapsedTimer>

namespace wemo::ui {

/// One request on its way, with its promise. A part of ApiClient.
struct ApiClient::Call {
    QByteArray method;
    QString path;
    QUrlQuery query;
    std::optional<QJsonObject> body;
    RequestOptions options;
    QPromise<ApiResult<QJsonObject>> promise;
    QElapsedTimer clock;
    QDateTime startedAt;
    QByteArray sentBody;
    QString usedToken;
    bool retried = false;

    void answer(ApiResult<QJsonObject> result);
    QNetworkReply *transmit(QNetworkAccessManager &network, QNetworkRequest request);
    void record(QNetworkReply &reply, int status, const QByteArray &body) const;
};

/// What to say of a reply that brought no HTTP answer.
ApiError errorWithoutAnswer(const QNetworkReply &reply);

} // namespace wemo::ui
