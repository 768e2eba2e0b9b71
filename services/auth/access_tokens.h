#pragma once
#include "models/auth/challenge.h"
#include "services/runtime/seal.h"

#include <memory>

namespace wemo::auth {

struct AccessClaims {
    Id rider = 0;
    QString device;
    QString flow;
};

struct AccessToken {
    QString token;
    Instant expiresAt;
};

/// Signs riders' access tokens: JWT, ES256, `kid` = the key's thumbprint (RFC 7638). Thread-safe.
class AccessTokens {
public:
    /// `jwk` is a private P-256 JWK, or {"keys":[…]} of which the first signs and the others are still published, for a
    /// change of keys.
    static Result<std::unique_ptr<AccessTokens>> create(const QByteArray &jwk, const QString &issuer,
                                                        const Clock &clock, Milliseconds lifetime);
    ~AccessTokens();
    Q_DISABLE_COPY_MOVE(AccessTokens)

    Result<AccessToken> sign(const AccessClaims &claims) const;
    /// Signature by one of our keys, algorithm, issuer and time. Unauthorized otherwise.
    Result<AccessClaims> verify(const QString &token) const;
    QJsonObject publicKeys() const; ///< JWKS, no private part

private:
    struct State;
    explicit AccessTokens(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace wemo::auth
