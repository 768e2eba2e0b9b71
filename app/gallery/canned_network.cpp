#include "app/gallery/canned_network.h"

#include <QJsonDocument>

#include <cstring>

namespace wemo::gallery {

namespace {
const QString requestId = QStringLiteral("req-7f3a91c2d840");

CannedRequest read(const QNetworkRequest &request, QNetworkAccessManager::Operation operation, QIODevice *body) {
    CannedRequest read;
    read.method = request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    if (read.method.isEmpty())
        read.method = operation == QNetworkAccessManager::PostOperation ? "POST" : "GET";
    read.path = request.url().path();
    read.query = QUrlQuery(request.url());
    read.ifMatch = request.rawHeader("If-Match");
    if (body)
        read.raw = body->readAll();
    read.body = QJsonDocument::fromJson(read.raw).object();
    return read;
}
} // namespace

CannedNetwork::CannedNetwork(Handler handler, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_handler(std::move(handler)) {}

QNetworkReply *CannedNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) {
    const CannedAnswer answer = m_handler(read(request, operation, body));
    auto *reply = new CannedReply(request, operation, answer, this);
    if (answer.kind == CannedAnswer::Kind::Stream)
        m_streams.append(reply);
    return reply;
}

void CannedNetwork::push(const QString &type, const QJsonObject &data) {
    const QByteArray event = "id: " + QByteArray::number(++m_eventNumber) + "-0\nevent: " + type.toUtf8() +
                             "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n";
    for (const QPointer<CannedReply> &stream : std::as_const(m_streams))
        if (stream)
            stream->feed(event);
}

void CannedNetwork::dropStreams() {
    for (const QPointer<CannedReply> &stream : std::exchange(m_streams, {}))
        if (stream)
            stream->breakOff();
}

CannedReply::CannedReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation,
                         const CannedAnswer &answer, QObject *parent)
    : QNetworkReply(parent) {
    setRequest(request);
    setUrl(request.url());
    setOperation(operation);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    QMetaObject::invokeMethod(
        this, [this, answer] { start(answer); }, Qt::QueuedConnection);
}

void CannedReply::start(const CannedAnswer &answer) {
    if (isFinished() || answer.kind == CannedAnswer::Kind::Never)
        return;
    if (answer.kind == CannedAnswer::Kind::Unreachable)
        return breakOff();
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, answer.status);
    setRawHeader("X-Request-Id", requestId.toLatin1());
    if (answer.retryAfterSeconds > 0)
        setRawHeader("Retry-After", QByteArray::number(answer.retryAfterSeconds));
    if (answer.kind == CannedAnswer::Kind::Stream) {
        Q_EMIT metaDataChanged();
        return feed(": hello\n\n");
    }
    setHeader(QNetworkRequest::ContentTypeHeader,
              answer.status < 400 ? "application/json" : "application/problem+json");
    if (answer.status != 204)
        m_bytes = QJsonDocument(answer.body).toJson(QJsonDocument::Compact);
    if (answer.status >= 400)
        setError(ProtocolInvalidOperationError, QStringLiteral("refused"));
    Q_EMIT metaDataChanged();
    finish();
}

void CannedReply::feed(const QByteArray &bytes) {
    m_bytes += bytes;
    Q_EMIT readyRead();
}

void CannedReply::breakOff() {
    if (isFinished())
        return;
    setError(ConnectionRefusedError, QStringLiteral("Connection refused"));
    finish();
}

void CannedReply::abort() {
    if (isFinished())
        return;
    setError(OperationCanceledError, QStringLiteral("Operation canceled"));
    finish();
}

void CannedReply::finish() {
    setFinished(true);
    Q_EMIT finished();
}

qint64 CannedReply::readData(char *data, qint64 maxSize) {
    const qint64 size = std::min<qint64>(maxSize, m_bytes.size());
    std::memcpy(data, m_bytes.constData(), static_cast<std::size_t>(size));
    m_bytes.remove(0, size);
    return size;
}

} // namespace wemo::gallery
