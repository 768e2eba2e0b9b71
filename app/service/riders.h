#pragma once
#include "services/api/router.h"
#include "services/auth/sign_in.h"
#include "services/http/client.h"

namespace wemo::service {

struct Ground;

/// What riders' apps need, and the lab that drives it: codes, tokens, keys, the virtual handset.
class Riders {
public:
    static Result<std::unique_ptr<Riders>> create(const Ground &ground, blocking::Guard &guard,
                                                  const sms::TemplateBook &templates,
                                                  otp::ChallengeService::SendMessage send,
                                                  otp::ChallengeService::Proved proved);
    Q_DISABLE_COPY_MOVE(Riders)

    QList<api::Route> routes();
    /// Whether the code of a message is still worth sending; by the message's idempotency key.
    Result<bool> isCodeWanted(const QString &messageKey) { return m_challenges.isCodeWanted(messageKey); }
    /// Likewise: the code itself, to be sent again by a member of staff.
    Result<sms::OpenCode> openCode(const QString &messageKey) { return m_challenges.openCode(messageKey); }

private:
    Riders(const Ground &ground, blocking::Guard &guard, const sms::TemplateBook &templates,
           otp::ChallengeService::SendMessage send, otp::ChallengeService::Proved proved,
           std::unique_ptr<auth::AccessTokens> accessTokens);

    const QString m_simulatorUrl;
    http::Client m_client;
    otp::OtpStore m_codes;
    otp::ChallengeService m_challenges;
    auth::TmpTokens m_tmpTokens;
    auth::RefreshTokens m_refreshTokens;
    std::unique_ptr<auth::AccessTokens> m_accessTokens;
    auth::SignIn m_signIn;
};

} // namespace wemo::service
