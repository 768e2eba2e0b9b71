#include "services/sms/every8d_tokens.h"

#include "services/sms/every8d_answer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace wemo::sms {

namespace {
constexpr std::chrono::hours lifetime{7};
}

Every8dTokens::Every8dTokens(Login login, http::Client &client, const Clock &clock)
    : m_login(std::move(login))
    , m_client(client)
    , m_clock(clock) {}

Result<QByteArray> Every8dTokens::current() {
    const std::lock_guard lock(m_mutex);
    if (!m_token.isEmpty() && m_clock.now() < m_until)
        return m_token;
    Result<QByteArray> token = fetch();
    if (!token)
        return token;
    m_token = *token;
    m_until = m_clock.now() + lifetime;
    return token;
}

void Every8dTokens::forget(const QByteArray &token) {
    const std::lock_guard lock(m_mutex);
    if (m_token == token)
        m_token.clear();
}

Result<QByteArray> Every8dTokens::fetch() {
    const QJsonObject body{{"HandlerType", 3}, {"VerifyType", 1}, {"UID", m_login.uid}, {"PWD", m_login.password}};
    http::ClientRequest request;
    request.method = "POST";
    request.url = m_login.url + "/ConnectionHandler.ashx";
    request.headers = {{"Content-Type", "application/json; charset=utf-8"}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.timeout = m_login.timeout;
    const auto answer = m_client.send(request);
    return answer ? every8d::readToken(answer->status, answer->body) : Failure(answer.error().error);
}

} // namespace wemo::sms
