#pragma once
#include "models/core/time.h"
#include "services/http/client.h"

#include <mutex>

namespace wemo::sms {

/// The token that ConnectionHandler gives for our login. How long it lives is documented nowhere; a new one every eight
/// hours is recommended, so it is replaced after seven. Thread-safe; one request for a token at a time.
class Every8dTokens {
public:
    struct Login {
        QString url; ///< "https://host/API21/HTTP"
        QString uid, password;
        std::chrono::milliseconds timeout{10'000};
    };
    Every8dTokens(Login login, http::Client &client, const Clock &clock);

    /// Unauthorized "gateway-login" where the login is refused, Unavailable or Timeout where the gateway is away.
    Result<QByteArray> current();
    /// This one was refused. Another thread may have got a new one since: that stays.
    void forget(const QByteArray &token);

private:
    Result<QByteArray> fetch();

    const Login m_login;
    http::Client &m_client;
    const Clock &m_clock;
    std::mutex m_mutex;
    QByteArray m_token;
    Instant m_until;
};

} // namespace wemo::sms
