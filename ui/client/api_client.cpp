#include "ui/client/api_client.h"

#include "ui/client/api_call.h"

namespace wemo::ui {

namespace {
constexpr int firstProbeMs = 500;
constexpr int longestProbeMs = 5000;

qint64 retryAfterMs(const QNetworkReply &reply) {
    return reply.rawHeader("Retry-After").toLongLong() * 1000;
}

ApiResult<void> emptied(const ApiResult<QJsonObject> &answer) {
    if (!answer)
        return tl::unexpected(answer.error());
    return {};
}
} // namespace

ApiClient::ApiClient(QObject *parent)
    : ApiClient(std::make_unique<QNetworkAccessManager>(), parent) {}

ApiClient::ApiClient(std::unique_ptr<QNetworkAccessManager> network, QObject *parent)
    : QObject(parent)
    , m_network(std::move(network)) {
    m_probeTimer.setSingleShot(true);
    m_probeTimer.setInterval(firstProbeMs);
    connect(&m_probeTimer, &QTimer::timeout, this, &ApiClient::probe);
}

ApiClient::~ApiClient() {
    const auto replies = m_network->findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies)
        reply->disconnect(this);
}

QFuture<ApiResult<void>> ApiClient::post(const QString &path, const QJsonObject &body, RequestOptions options) {
    return send("POST", path, {}, body, std::move(options)).then(emptied);
}

QFuture<ApiResult<void>> ApiClient::del(const QString &path, RequestOptions options) {
    return send("DELETE", path, {}, {}, std::move(options)).then(emptied);
}

QFuture<ApiResult<QJsonObject>> ApiClient::send(const QByteArray &method, const QString &path, const QUrlQuery &query,
                                                const std::optional<QJsonObject> &body, RequestOptions options) {
    const auto call = std::make_shared<Call>();
    call->method = method;
    call->path = path;
    call->query = query;
    call->body = body;
    call->options = std::move(options);
    call->promise.start();
    QFuture<ApiResult<QJsonObject>> future = call->promise.future();
    start(call);
    return future;
}

void ApiClient::start(const CallPtr &call) {
    if (m_baseUrl.isEmpty()) {
        ApiError error;
        error.kind = ErrorKind::Unavailable;
        error.code = "service-starting";
        call->answer(tl::unexpected(error));
        return;
    }
    QNetworkRequest outgoing = request(call->path, call->query);
    if (!call->options.withSession)
        outgoing.setRawHeader("Authorization", {});
    call->usedToken = m_session ? m_session->accessToken : QString();
    QNetworkReply *reply = call->transmit(*m_network, outgoing);
    connect(reply, &QNetworkReply::finished, this, [this, call, reply] { finish(call, reply); });
}

void ApiClient::finish(const CallPtr &call, QNetworkReply *reply) {
    reply->deleteLater();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool whole = status != 0 && reply->error() != QNetworkReply::OperationCanceledError &&
                       reply->error() != QNetworkReply::RemoteHostClosedError;
    const bool stale = !reply->url().toString().startsWith(m_baseUrl.toString());
    if (!stale)
        noteReachable(whole);
    if (whole) {
        noteLatency(call);
        settle(call, reply, status);
        return;
    }
    call->record(*reply, 0, {});
    call->answer(tl::unexpected(errorWithoutAnswer(*reply)));
}

void ApiClient::settle(const CallPtr &call, QNetworkReply *reply, int status) {
    const QByteArray body = reply->readAll();
    call->record(*reply, status, body);
    if (status >= 200 && status < 300) {
        Result<QJsonObject> json = body.isEmpty() ? QJsonObject() : parseJsonObject(body);
        if (json)
            call->answer(std::move(*json));
        else
            call->answer(tl::unexpected(ApiError{json.error(), status}));
        return;
    }
    const auto requestId = QString::fromLatin1(reply->rawHeader("X-Request-Id"));
    const ApiError error = errorFromAnswer(status, body, requestId, retryAfterMs(*reply));
    if (status == 401 && call->options.withSession && !call->retried && m_session)
        retryAfterRefresh(call, error);
    else
        call->answer(tl::unexpected(error));
}

void ApiClient::retryAfterRefresh(const CallPtr &call, const ApiError &refused) {
    call->retried = true;
    if (call->usedToken != m_session->accessToken) { // another request has refreshed meanwhile
        start(call);
        return;
    }
    refreshSession().then(this, [this, call, refused](const ApiResult<void> &refreshed) {
        if (refreshed)
            start(call);
        else
            call->answer(tl::unexpected(refreshed.error().isOffline() ? refreshed.error() : refused));
    });
}

QFuture<ApiResult<void>> ApiClient::refreshSession() {
    QPromise<ApiResult<void>> waiter;
    waiter.start();
    const QFuture<ApiResult<void>> future = waiter.future();
    m_refreshWaiters.push_back(std::move(waiter));
    if (m_refreshWaiters.size() > 1)
        return future;

    const QString token = m_session ? m_session->refreshToken : QString();
    RequestOptions options;
    options.withSession = false;
    post("/api/v1/session/refresh", {{"refresh_token", token}}, staff::sessionFromJson, options)
        .then(this, [this, token](const ApiResult<staff::Session> &answer) { onRefreshed(token, answer); });
    return future;
}

void ApiClient::onRefreshed(const QString &usedToken, const ApiResult<staff::Session> &answer) {
    // Whoever signed out or in again while this was under way has the last word.
    const bool current = m_session && m_session->refreshToken == usedToken;
    ApiResult<void> result;
    if (!answer)
        result = tl::unexpected(answer.error());
    if (current && answer)
        setSession(*answer);
    std::vector<QPromise<ApiResult<void>>> waiters = std::exchange(m_refreshWaiters, {});
    for (QPromise<ApiResult<void>> &waiter : waiters) {
        waiter.addResult(result);
        waiter.finish();
    }
    const bool refused =
        !answer && answer.error().status >= 400 && answer.error().status < 500 && answer.error().status != 429;
    if (current && refused)
        endSession(tr("Your session has ended. Please sign in again."));
}

void ApiClient::setBaseUrl(const QUrl &url) {
    if (m_baseUrl == url)
        return;
    m_baseUrl = url;
    m_reachable = true;
    m_probeTimer.stop();
    Q_EMIT baseUrlChanged(url);
    updateState();
}

void ApiClient::setSession(const staff::Session &session) {
    m_session = session;
    Q_EMIT sessionChanged(m_session);
    updateState();
}

void ApiClient::endSession(const QString &reason) {
    if (!m_session)
        return;
    m_session.reset();
    Q_EMIT sessionChanged(m_session);
    updateState();
    Q_EMIT sessionEnded(reason);
}

bool ApiClient::may(staff::Permission permission) const {
    return m_session && staff::allows(m_session->account.role, permission);
}

QNetworkRequest ApiClient::request(const QString &path, const QUrlQuery &query) const {
    if (m_baseUrl.isEmpty())
        return {};
    QUrl url = m_baseUrl;
    url.setPath(path, QUrl::TolerantMode); // a part with a slash of its own comes percent-encoded
    if (!query.isEmpty())
        url.setQuery(query);
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "wemo-console/" WEMO_VERSION);
    // A redirect would carry the token to wherever it points.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (m_session)
        request.setRawHeader("Authorization", "Bearer " + m_session->accessToken.toLatin1());
    return request;
}

void ApiClient::noteLatency(const CallPtr &call) {
    m_latencyMs = call->clock.elapsed();
    Q_EMIT latencyChanged(m_latencyMs);
}

void ApiClient::noteReachable(bool reachable) {
    if (reachable)
        m_probeTimer.setInterval(firstProbeMs);
    if (m_reachable == reachable)
        return;
    m_reachable = reachable;
    if (reachable)
        m_probeTimer.stop();
    else
        m_probeTimer.start();
    updateState();
}

void ApiClient::probe() {
    RequestOptions options;
    options.withSession = false;
    options.timeout = std::chrono::seconds(3);
    send("GET", "/healthz", {}, {}, options).then(this, [this](const ApiResult<QJsonObject> &) {
        if (m_reachable || m_baseUrl.isEmpty())
            return;
        m_probeTimer.setInterval(std::min(m_probeTimer.interval() * 2, longestProbeMs));
        m_probeTimer.start();
    });
}

void ApiClient::updateState() {
    const auto state = m_baseUrl.isEmpty() ? ConnectionState::Starting
                       : !m_reachable      ? ConnectionState::Offline
                       : m_session         ? ConnectionState::Connected
                                           : ConnectionState::SignedOut;
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace wemo::ui
