#include "ui/client/live_stream.h"

#include <QJsonDocument>

namespace wemo::ui {

LiveStream::LiveStream(ApiClient &client, QObject *parent)
    : LiveStream(client, Timing(), parent) {}

LiveStream::LiveStream(ApiClient &client, Timing timing, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_timing(timing)
    , m_nextRetry(timing.firstRetry) {
    m_retryTimer.setSingleShot(true);
    m_silenceTimer.setSingleShot(true);
    m_silenceTimer.setInterval(m_timing.silence);
    connect(&m_retryTimer, &QTimer::timeout, this, &LiveStream::open);
    connect(&m_silenceTimer, &QTimer::timeout, this, [this] {
        if (m_reply)
            m_reply->abort(); // says finished
    });
    connect(&client, &ApiClient::sessionChanged, this, &LiveStream::onSession);
    connect(&client, &ApiClient::baseUrlChanged, this, [this] {
        close();
        open();
    });
    connect(&client, &ApiClient::stateChanged, this, [this](ConnectionState state) {
        if (state == ConnectionState::Connected)
            open();
    });
    onSession(client.session());
}

LiveStream::~LiveStream() {
    if (m_reply)
        m_reply->disconnect(this);
    delete m_reply;
}

void LiveStream::onSession(const std::optional<staff::Session> &session) {
    const Id account = session ? session->account.id : 0;
    if (account != m_account) { // another person may see other events: their stream begins anew
        close();
        m_lastEventId.clear();
        m_parser = {};
    }
    m_account = account;
    open();
}

void LiveStream::open() {
    if (m_reply || !m_client.session() || m_client.baseUrl().isEmpty())
        return;
    m_retryTimer.stop();
    m_parser.restart();
    m_heard = false;
    QNetworkRequest request = m_client.request("/api/v1/events");
    request.setRawHeader("Accept", "text/event-stream");
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    if (!m_lastEventId.isEmpty())
        request.setRawHeader("Last-Event-ID", m_lastEventId.toUtf8());
    m_reply = m_client.network().get(request);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &LiveStream::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &LiveStream::onReadable);
    connect(m_reply, &QNetworkReply::finished, this, &LiveStream::onFinished);
    m_silenceTimer.start();
}

void LiveStream::close() {
    m_retryTimer.stop();
    m_silenceTimer.stop();
    if (QNetworkReply *reply = m_reply) {
        m_reply = nullptr;
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    setLive(false);
}

void LiveStream::onHeaders() {
    if (m_live || m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
        return;
    m_client.noteReachable(true);
    setLive(true);
    if (m_lastEventId.isEmpty())
        Q_EMIT reset();
}

void LiveStream::onReadable() {
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
        return;
    m_heard = true;
    m_nextRetry = m_timing.firstRetry;
    m_silenceTimer.start();
    const QPointer<QNetworkReply> reply = m_reply;
    const QList<SseParser::Event> events = m_parser.feed(reply->readAll());
    for (const SseParser::Event &event : events) {
        deliver(event);
        if (m_reply != reply) // a receiver signed out
            return;
    }
    if (m_parser.isOverfull())
        m_reply->abort();
}

void LiveStream::deliver(const SseParser::Event &event) {
    if (!event.id.isEmpty())
        m_lastEventId = event.id;
    if (event.type == live::streamReset) {
        Q_EMIT reset();
        return;
    }
    Q_EMIT received({event.id, event.type, QJsonDocument::fromJson(event.data).object()});
}

void LiveStream::onFinished() {
    QNetworkReply *reply = m_reply;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool ended = reply->error() == QNetworkReply::NoError && status == 200;
    m_reply = nullptr;
    m_silenceTimer.stop();
    reply->deleteLater();
    if (ended && m_heard) { // its token ran out or the service drains: go on where it stopped
        open();
        return;
    }
    setLive(false);
    if (status == 0)
        m_client.noteReachable(false);
    onRefused(status);
}

void LiveStream::onRefused(int status) {
    if (status != 401) {
        retryLater();
        return;
    }
    m_client.refreshSession().then(this, [this](const ApiResult<void> &refreshed) {
        if (refreshed)
            open();
        else
            retryLater();
    });
}

void LiveStream::retryLater() {
    if (!m_client.session())
        return;
    m_retryTimer.start(m_nextRetry);
    m_nextRetry = std::min(m_nextRetry * 2, m_timing.longestRetry);
}

void LiveStream::setLive(bool live) {
    if (m_live == live)
        return;
    m_live = live;
    Q_EMIT liveChanged(live);
}

} // namespace wemo::ui
