#pragma once
#include "services/auth/access_tokens.h"
#include "services/auth/refresh_tokens.h"
#include "services/auth/tmp_tokens.h"
#include "services/otp/challenge_service.h"

namespace wemo::auth {

/// The steps from a code to an access token. Thread-safe.
class SignIn {
public:
    SignIn(otp::ChallengeService &challenges, TmpTokens &tmpTokens, RefreshTokens &refreshTokens,
           const AccessTokens &accessTokens);

    Result<TmpToken> verify(const QString &challengeId, const QString &code, const otp::Client &client);
    Result<AccessGrant> exchange(const QString &tmpToken, const QString &device);
    Result<AccessGrant> refresh(const QString &refreshToken, const QString &device);
    QJsonObject publicKeys() const { return m_accessTokens.publicKeys(); }

private:
    Result<AccessGrant> grant(const RefreshToken &refresh, const QString &device);

    otp::ChallengeService &m_challenges;
    TmpTokens &m_tmpTokens;
    RefreshTokens &m_refreshTokens;
    const AccessTokens &m_accessTokens;
};

} // namespace wemo::auth
