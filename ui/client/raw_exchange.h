#pragma once
#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QNetworkReply>
#include <QObject>
#include <QPair>
#include <QUrl>

namespace wemo::ui {

/// One request and its answer as they went over the wire. Holds secrets in clear: shown to QA, never logged or stored.
struct RawExchange {
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    QDateTime startedAt;
    QByteArray method;
    QUrl url;
    Headers requestHeaders;
    QByteArray requestBody;
    int status = 0; ///< 0 when no answer came; then `failure` says why
    Headers answerHeaders;
    QByteArray answerBody;
    QString failure;
    qint64 durationMs = 0;
};

/// Receives the exchanges of the requests that name it in their options. Belongs to the page that shows them.
class ExchangeRecorder final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExchangeRecorder)

public:
    explicit ExchangeRecorder(QObject *parent = nullptr);
    void record(const RawExchange &exchange);

Q_SIGNALS:
    void recorded(const wemo::ui::RawExchange &exchange);
};

} // namespace wemo::ui
