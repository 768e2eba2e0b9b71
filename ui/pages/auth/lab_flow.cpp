#include "ui/pages/auth/lab_flow.h"

#include <QJsonArray>
#include <QUuid>

namespace wemo::pages::auth {

using wemo::auth::AccessGrant;
using wemo::auth::Challenge;
using wemo::auth::HandsetMessage;
using wemo::auth::TmpToken;

namespace {
constexpr int pollMs = 700;
/// The handset's clock and ours may differ; an older message is history, not news.
constexpr auto clockTolerance = std::chrono::seconds(30);

QString shortId() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces).left(8);
}

Result<QList<HandsetMessage>> inboxFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    QList<HandsetMessage> messages;
    for (const QJsonValue &item : reader.array(QStringLiteral("messages"), 1'000)) {
        Result<HandsetMessage> message = wemo::auth::handsetMessageFromJson(item.toObject());
        if (!message)
            return Failure(message.error());
        messages.append(*message);
    }
    return reader.finishLenient(std::move(messages));
}
} // namespace

LabFlow::LabFlow(ui::ApiClient &client, std::function<Instant()> now, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_now(std::move(now))
    , m_deviceId(QStringLiteral("lab-") + shortId()) {
    m_pollTimer.setInterval(pollMs);
    connect(&m_pollTimer, &QTimer::timeout, this, &LabFlow::poll);
}

Milliseconds LabFlow::untilResend() const {
    return m_challenge ? std::max(Milliseconds(0), m_challenge->resendAt - m_now()) : Milliseconds(0);
}

void LabFlow::setDeviceId(const QString &deviceId) {
    m_deviceId = deviceId.trimmed().isEmpty() ? QStringLiteral("lab-") + shortId() : deviceId.trimmed();
    Q_EMIT changed();
}

ui::RequestOptions LabFlow::asRider() {
    ui::RequestOptions options;
    options.withSession = false;
    options.recorder = &m_recorder;
    return options;
}

QString LabFlow::challengePath(const char *action) const {
    return QStringLiteral("/auth/v1/challenges/%1/%2").arg(m_challenge->id, QLatin1StringView(action));
}

void LabFlow::begin(Busy busy) {
    m_busy = busy;
    m_problem.reset();
    Q_EMIT changed();
}

/// Goes on with the value, or shows the problem; not at all when the flow was started over meanwhile.
template <typename T, typename Then>
void LabFlow::follow(QFuture<ui::ApiResult<T>> answer, Then then) {
    answer.then(this, [this, epoch = m_epoch, then = std::move(then)](const ui::ApiResult<T> &result) {
        if (epoch != m_epoch)
            return;
        m_busy = Busy::Nothing;
        if (result)
            then(*result);
        else
            noteProblem(result.error());
        Q_EMIT changed();
    });
}

void LabFlow::askForCode(const QString &number) {
    if (m_busy != Busy::Nothing)
        return;
    if (number != m_number || m_idempotencyKey.isEmpty())
        m_idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (number != m_number)
        m_inbox.clear();
    m_number = number;
    m_askedAt = m_now();
    begin(Busy::Asking);
    ui::RequestOptions options = asRider();
    options.headers.append({QByteArrayLiteral("Idempotency-Key"), m_idempotencyKey.toLatin1()});
    const QJsonObject body{{"channel", "sms"}, {"phone", m_number}, {"device_id", m_deviceId}};
    follow(m_client.post(QStringLiteral("/auth/v1/challenges"), body, wemo::auth::challengeFromJson, options),
           [this](const Challenge &challenge) { onChallenge(challenge); });
}

void LabFlow::resend() {
    if (m_busy != Busy::Nothing || !m_challenge)
        return;
    begin(Busy::Resending);
    const QJsonObject body{{"device_id", m_deviceId}};
    follow(m_client.post(challengePath("resend"), body, wemo::auth::challengeFromJson, asRider()),
           [this](const Challenge &challenge) { onChallenge(challenge); });
}

void LabFlow::onChallenge(const Challenge &challenge) {
    m_idempotencyKey.clear();
    m_challenge = challenge;
    m_challengeOver = false;
    m_step = Step::Code;
    if (!m_hasHandset)
        return;
    m_pollTimer.start();
    poll();
}

void LabFlow::verify(const QString &code) {
    if (m_busy != Busy::Nothing || !m_challenge)
        return;
    begin(Busy::Checking);
    const QJsonObject body{{"code", code}, {"device_id", m_deviceId}};
    follow(m_client.post(challengePath("verify"), body, wemo::auth::tmpTokenFromJson, asRider()),
           [this](const TmpToken &token) {
               m_tmpToken = token;
               exchange();
           });
}

void LabFlow::exchange() {
    if (m_busy != Busy::Nothing || !m_tmpToken)
        return;
    begin(Busy::Exchanging);
    const QJsonObject body{{"tmp_token", m_tmpToken->token}, {"device_id", m_deviceId}};
    follow(m_client.post(QStringLiteral("/auth/v1/tokens"), body, wemo::auth::accessGrantFromJson, asRider()),
           [this](const AccessGrant &grant) {
               m_grant = grant;
               m_step = Step::SignedIn;
               m_pollTimer.stop();
           });
}

void LabFlow::refreshGrant() {
    if (m_busy != Busy::Nothing || !m_grant)
        return;
    begin(Busy::Refreshing);
    const QJsonObject body{{"refresh_token", m_grant->refreshToken}, {"device_id", m_deviceId}};
    follow(m_client.post(QStringLiteral("/auth/v1/tokens/refresh"), body, wemo::auth::accessGrantFromJson, asRider()),
           [this](const AccessGrant &grant) { m_grant = grant; });
}

void LabFlow::startOver() {
    ++m_epoch; // what is still on its way belongs to the flow that was left
    m_busy = Busy::Nothing;
    m_step = Step::Number;
    m_idempotencyKey.clear();
    m_challenge.reset();
    m_tmpToken.reset();
    m_grant.reset();
    m_problem.reset();
    m_challengeOver = false;
    m_pollTimer.stop();
    Q_EMIT changed();
}

void LabFlow::noteProblem(const ui::ApiError &error) {
    m_problem = error;
    const bool tmpTokenGone = error.code.startsWith(u"tmp-token") || error.code == u"wrong-device";
    if (tmpTokenGone)
        m_tmpToken.reset();
    if (!m_challenge)
        return;
    if (error.code == u"wrong-code")
        m_challenge->checksLeft = error.problem.value(QStringLiteral("checks_left")).toInt();
    if (error.code == u"resend-too-early")
        m_challenge->resendAt = m_now() + Milliseconds(error.retryAfterMs);
    const bool lastCheck = error.code == u"wrong-code" && m_challenge->checksLeft == 0;
    if (tmpTokenGone || lastCheck || error.code.startsWith(u"challenge-"))
        m_challengeOver = true;
}

void LabFlow::poll() {
    if (m_polling || !m_hasHandset || m_client.state() == ui::ConnectionState::Offline)
        return;
    m_polling = true;
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("number"), QString::fromLatin1(QUrl::toPercentEncoding(m_number)));
    if (!m_inbox.isEmpty())
        query.addQueryItem(QStringLiteral("after"), m_inbox.first().id);
    m_client.get(QStringLiteral("/api/v1/lab/handset"), query, inboxFromJson)
        .then(this, [this, number = m_number](const ui::ApiResult<QList<HandsetMessage>> &messages) {
            m_polling = false;
            if (number == m_number)
                onInbox(messages);
        });
}

void LabFlow::onInbox(const ui::ApiResult<QList<HandsetMessage>> &messages) {
    if (!messages) {
        // Anything but "there is no handset" is passing: the next poll asks again.
        if (messages.error().kind != ErrorKind::NotFound)
            return;
        m_hasHandset = false;
        m_pollTimer.stop();
        Q_EMIT changed();
        return;
    }
    for (const HandsetMessage &message : *messages) {
        const bool known = std::any_of(m_inbox.cbegin(), m_inbox.cend(),
                                       [&message](const HandsetMessage &other) { return other.id == message.id; });
        if (known)
            continue;
        m_inbox.prepend(message);
        if (message.receivedAt >= m_askedAt - clockTolerance)
            Q_EMIT messageArrived(message);
    }
    if (!messages->isEmpty())
        Q_EMIT changed();
}

} // namespace wemo::pages::auth
