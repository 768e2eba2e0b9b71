#include "services/auth/sign_in.h"

#include "services/runtime/log.h"

namespace wemo::auth {

SignIn::SignIn(otp::ChallengeService &challenges, TmpTokens &tmpTokens, RefreshTokens &refreshTokens,
               const AccessTokens &accessTokens)
    : m_challenges(challenges)
    , m_tmpTokens(tmpTokens)
    , m_refreshTokens(refreshTokens)
    , m_accessTokens(accessTokens) {}

Result<TmpToken> SignIn::verify(const QString &challengeId, const QString &code, const otp::Client &client) {
    const auto proven = m_challenges.verify(challengeId, code, client);
    if (!proven)
        return Failure(proven.error());
    return m_tmpTokens.issue({{}, proven->challengeId, proven->flow, proven->number}, client.device);
}

Result<AccessGrant> SignIn::exchange(const QString &tmpToken, const QString &device) {
    const auto opened = m_tmpTokens.open(tmpToken, device);
    if (!opened)
        return Failure(opened.error());
    // SQL first: killed in between, the token still opens in Redis and SQL refuses it a second family.
    const auto refresh = m_refreshTokens.begin(*opened, device);
    if (!refresh && refresh.error().code != "tmp-token-used")
        return Failure(refresh.error());
    if (const auto used = m_tmpTokens.use(*opened); !used)
        runtime::log::warn("tmp-token-not-marked", {{"reason", used.error().code}});
    if (!refresh)
        return Failure(refresh.error());
    return grant(*refresh, device);
}

Result<AccessGrant> SignIn::refresh(const QString &refreshToken, const QString &device) {
    const auto refresh = m_refreshTokens.rotate(refreshToken, device);
    if (!refresh) {
        if (refresh.error().code == "refresh-token-reused" || refresh.error().code == "wrong-device")
            runtime::log::warn("rider-tokens-revoked", {{"reason", refresh.error().code}});
        return Failure(refresh.error());
    }
    return grant(*refresh, device);
}

Result<AccessGrant> SignIn::grant(const RefreshToken &refresh, const QString &device) {
    const auto access = m_accessTokens.sign({refresh.rider, device, refresh.flow});
    if (!access)
        return Failure(access.error());
    return AccessGrant{access->token, refresh.token, access->expiresAt, refresh.expiresAt};
}

} // namespace wemo::auth
