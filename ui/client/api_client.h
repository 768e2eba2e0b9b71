#pragma once
#include "models/staff/session.h"
#include "ui/client/api_error.h"
#include "ui/client/raw_exchange.h"

#include <QFuture>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QPromise>
#include <QTimer>
#include <QUrlQuery>

#include <memory>
#include <type_traits>
#include <vector>

namespace wemo::ui {

/// What the whole console binds to.
enum class ConnectionState {
    Starting,  ///< no address yet: the bundled service is still coming up
    Connected, ///< signed in, and the last request was answered
    Offline,   ///< the last request got no answer; a probe asks again by itself
    SignedOut, ///< the service answers, nobody is signed in
};

struct RequestOptions {
    bool withSession = true; ///< false: no Bearer token, as a rider's app would ask
    RawExchange::Headers headers = {};
    Milliseconds timeout = std::chrono::seconds(15);
    QPointer<ExchangeRecorder> recorder = {};
    std::optional<QByteArray> rawBody = {}; ///< in place of a JSON body, with its Content-Type in `headers`
};

/// The service's HTTP API. Lives on the GUI thread and never blocks it. An access token that ran out is refreshed
/// behind the scenes, once, and what was refused is asked again. A future of a destroyed client is cancelled, so its
/// continuations are not called. Continue with `.then(this, …)`: a destroyed context is not called either.
class ApiClient final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiClient)

public:
    explicit ApiClient(QObject *parent = nullptr);
    /// Over a network of one's own: the gallery and the tests answer in the process.
    explicit ApiClient(std::unique_ptr<QNetworkAccessManager> network, QObject *parent = nullptr);
    ~ApiClient() override;

    /// `codec` turns the answer's object into a value: `Result<T>(const QJsonObject &)`.
    template <typename Codec>
    auto get(const QString &path, const QUrlQuery &query, Codec codec, RequestOptions options = {}) {
        return decoded(send("GET", path, query, {}, std::move(options)), std::move(codec));
    }
    template <typename Codec>
    auto post(const QString &path, const QJsonObject &body, Codec codec, RequestOptions options = {}) {
        return decoded(send("POST", path, {}, body, std::move(options)), std::move(codec));
    }
    template <typename Codec>
    auto put(const QString &path, const QJsonObject &body, Codec codec, RequestOptions options = {}) {
        return decoded(send("PUT", path, {}, body, std::move(options)), std::move(codec));
    }
    /// For answers that say nothing but yes.
    QFuture<ApiResult<void>> post(const QString &path, const QJsonObject &body, RequestOptions options = {});
    QFuture<ApiResult<void>> del(const QString &path, RequestOptions options = {});
    /// The plain form; an empty answer is an empty object.
    QFuture<ApiResult<QJsonObject>> send(const QByteArray &method, const QString &path, const QUrlQuery &query,
                                         const std::optional<QJsonObject> &body, RequestOptions options);

    /// Scheme, host and port. Empty = not known yet. A new address keeps the session.
    void setBaseUrl(const QUrl &url);
    const QUrl &baseUrl() const { return m_baseUrl; }
    /// The next request decides whether it is still good.
    void setSession(const staff::Session &session);
    /// Forgets the session here; `reason` is shown to the person, empty when they left by themselves.
    void endSession(const QString &reason);
    const std::optional<staff::Session> &session() const { return m_session; }
    bool may(staff::Permission permission) const;

    /// Asks for a new access token; those that ask while one is under way share it.
    QFuture<ApiResult<void>> refreshSession();
    ConnectionState state() const { return m_state; }
    /// Of the last answered request; -1 before the first.
    qint64 latencyMs() const { return m_latencyMs; }
    /// A request with base URL and token for those who stream. Null-URL while there is no address.
    QNetworkRequest request(const QString &path, const QUrlQuery &query = {}) const;
    QNetworkAccessManager &network() { return *m_network; }
    /// A stream tells here what it saw of the service, as every request does by itself.
    void noteReachable(bool reachable);

Q_SIGNALS:
    void stateChanged(wemo::ui::ConnectionState state);
    void baseUrlChanged(const QUrl &url);
    void latencyChanged(qint64 ms);
    /// Signed in, refreshed (the tokens rotated: store the new ones) or, with nothing, signed out.
    void sessionChanged(const std::optional<wemo::staff::Session> &session);
    void sessionEnded(const QString &reason);

private:
    struct Call;
    using CallPtr = std::shared_ptr<Call>;

    template <typename Codec>
    static auto decoded(QFuture<ApiResult<QJsonObject>> answer, Codec codec) {
        using Value = typename std::invoke_result_t<Codec, const QJsonObject &>::value_type;
        return answer.then([codec = std::move(codec)](const ApiResult<QJsonObject> &json) -> ApiResult<Value> {
            if (!json)
                return tl::unexpected(json.error());
            Result<Value> value = codec(*json);
            if (!value)
                return tl::unexpected(ApiError{value.error()});
            return std::move(*value);
        });
    }
    void start(const CallPtr &call);
    void finish(const CallPtr &call, QNetworkReply *reply);
    void settle(const CallPtr &call, QNetworkReply *reply, int status);
    void retryAfterRefresh(const CallPtr &call, const ApiError &refused);
    void onRefreshed(const QString &usedToken, const ApiResult<staff::Session> &answer);
    void noteLatency(const CallPtr &call);
    void updateState();
    void probe();

    std::unique_ptr<QNetworkAccessManager> m_network;
    QTimer m_probeTimer;
    QUrl m_baseUrl;
    std::optional<staff::Session> m_session;
    std::vector<QPromise<ApiResult<void>>> m_refreshWaiters;
    ConnectionState m_state = ConnectionState::Starting;
    qint64 m_latencyMs = -1;
    bool m_reachable = true;
};

} // namespace wemo::ui
