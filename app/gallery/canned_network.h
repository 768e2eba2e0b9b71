#pragma once
#include <QBuffer>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QUrlQuery>

#include <functional>

namespace wemo::gallery {

/// What the stand-in for the service answers.
struct CannedAnswer {
    enum class Kind { Answer, Never, Unreachable, Stream };
    Kind kind = Kind::Answer;
    int status = 200;
    QJsonObject body = {};
    int retryAfterSeconds = 0;
};

struct CannedRequest {
    QByteArray method;
    QString path;
    QUrlQuery query;
    QJsonObject body;
    QByteArray ifMatch = {};
    QByteArray raw = {}; ///< the body as it came
};

/// A network without a network: requests are answered in the process, on the next turn of the event loop.
class CannedNetwork final : public QNetworkAccessManager {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CannedNetwork)

public:
    using Handler = std::function<CannedAnswer(const CannedRequest &)>;
    explicit CannedNetwork(Handler handler, QObject *parent = nullptr);
    /// Into every open event stream.
    void push(const QString &type, const QJsonObject &data);
    /// Ends every open event stream as a service does that goes away.
    void dropStreams();

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    Handler m_handler;
    QList<QPointer<class CannedReply>> m_streams;
    int m_eventNumber = 0;
};

class CannedReply final : public QNetworkReply {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CannedReply)

public:
    CannedReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation, const CannedAnswer &answer,
                QObject *parent);
    void feed(const QByteArray &bytes);
    void breakOff();
    void abort() override;
    qint64 bytesAvailable() const override { return QNetworkReply::bytesAvailable() + m_bytes.size(); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    void start(const CannedAnswer &answer);
    void finish();
    QByteArray m_bytes;
};

} // namespace wemo::gallery
