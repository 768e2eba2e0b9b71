// The part of CannedService that riders' apps and the virtual handset talk to.
#include "app/gallery/canned_service.h"
#include "models/auth/challenge.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace wemo::gallery {

using namespace std::chrono;

namespace {
const QString code = QStringLiteral("481920");

QString base64Url(const QJsonObject &object) {
    return QString::fromLatin1(QJsonDocument(object)
                                   .toJson(QJsonDocument::Compact)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

CannedAnswer answered(int status, const QJsonObject &body) {
    return {CannedAnswer::Kind::Answer, status, body};
}
} // namespace

CannedAnswer CannedService::rider(const CannedRequest &request) {
    if (request.path == u"/api/v1/lab/handset")
        return handset(request.query);
    if (request.path == u"/auth/v1/challenges" || request.path.endsWith(u"/resend")) {
        receive(QString::fromUtf8("【WeMo】登入驗證碼 %1，5 分鐘內有效。請勿告訴任何人，WeMo 人員不會向您詢問。")
                    .arg(code));
        return challenge(202);
    }
    if (request.path.endsWith(u"/verify"))
        return verify(request);
    if (request.path.startsWith(u"/auth/v1/tokens"))
        return grant();
    return problem(404, "not-found", "no-such-route", "There is no such route.");
}

CannedAnswer CannedService::challenge(int status) const {
    wemo::auth::Challenge challenge;
    challenge.id = QStringLiteral("ch_4Zq9nT1yVw8sKd3e");
    challenge.flow = QStringLiteral("sign_in");
    challenge.channel = QStringLiteral("sms");
    challenge.maskedDestination = QString::fromUtf8("0912•••678");
    challenge.expiresAt = m_now + minutes(5);
    challenge.resendAt = m_now + seconds(60);
    challenge.checksLeft = m_checksLeft;
    challenge.sendsLeft = 4;
    return answered(status, toJson(challenge));
}

CannedAnswer CannedService::verify(const CannedRequest &request) {
    if (request.body.value(u"code").toString() == code)
        return answered(200, toJson(wemo::auth::TmpToken{QStringLiteral("tmp_8kQmT2xN7vRb4LwYc1Jd6HsP"),
                                                         m_now + minutes(10), QStringLiteral("access_token")}));
    m_checksLeft = std::max(0, m_checksLeft - 1);
    CannedAnswer wrong = problem(422, "invalid-input", "wrong-code", "The code is wrong.");
    wrong.body.insert("checks_left", m_checksLeft);
    return wrong;
}

CannedAnswer CannedService::grant() const {
    const qint64 issued = toMs(m_now) / 1000;
    wemo::auth::AccessGrant grant;
    grant.accessToken = base64Url({{"alg", "ES256"}, {"kid", "2026-11-a"}, {"typ", "JWT"}}) + u'.' +
                        base64Url({{"iss", "https://auth.wemo.example"},
                                   {"sub", "455912804177772544"},
                                   {"aud", "rider-app"},
                                   {"device_id", "lab-3f9c2a71"},
                                   {"flow", "sign_in"},
                                   {"iat", issued},
                                   {"exp", issued + 900},
                                   {"jti", "tok_9sXc2"}}) +
                        QStringLiteral(".MEUCIQDx3m0yP7tq1b8vJmV5cJt2kZr6uYw4aN9hQeLgWfT0sAIgK1dZ");
    grant.refreshToken = QStringLiteral("rft_Vb6nM2kLq8TzXw1cRj5yHs9PdFg3AeUi");
    grant.accessExpiresAt = m_now + minutes(15);
    grant.refreshExpiresAt = m_now + hours(24 * 30);
    return answered(200, toJson(grant));
}

void CannedService::receive(const QString &text) {
    m_handset.append(toJson(wemo::auth::HandsetMessage{QString::number(m_handset.size() + 1), text, m_now}));
}

CannedAnswer CannedService::handset(const QUrlQuery &query) const {
    QJsonArray messages;
    for (const QJsonValue &message : m_handset)
        if (message[QLatin1StringView("id")].toString().toInt() > query.queryItemValue(QStringLiteral("after")).toInt())
            messages.append(message);
    return answered(200, {{"messages", messages}});
}

} // namespace wemo::gallery
