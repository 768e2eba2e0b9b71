#pragma once
#include "models/auth/challenge.h"
#include "models/phone/phone_number.h"
#include "services/auth/tmp_tokens.h"
#include "services/runtime/seal.h"
#include "services/storage/database.h"

namespace wemo::auth {

/// A refresh token as its rider's app gets it.
struct RefreshToken {
    QString token;
    Instant expiresAt;
    Id rider = 0;
    QString flow; ///< in which the family began
};

/// Families of refresh tokens in SQL, and the riders they belong to. Only hashes are kept. Thread-safe.
class RefreshTokens {
public:
    RefreshTokens(storage::Database &database, const Clock &clock, IdSource &ids, const runtime::Secrets &secrets,
                  OtpRules rules);

    /// The rider of this number (made if it is new) and a family, in one transaction. The same grant a second time is
    /// Expired "tmp-token-used": this, not Redis, is what makes it single-use through any crash.
    Result<RefreshToken> begin(const TmpGrant &grant, const QString &device);
    /// A new token for an old one. An old one that was used before, or comes from another device, ends the family:
    /// Unauthorized "refresh-token-reused" or "wrong-device". Unauthorized "refresh-token-unknown", "…-revoked",
    /// Expired "refresh-token-expired".
    Result<RefreshToken> rotate(const QString &token, const QString &device);

private:
    struct Next; // a token about to be given
    struct Rotation;
    Next next() const;
    QByteArray hash(const char *domain, const QString &value) const;
    Result<Id> riderOf(storage::Connection &connection, const phone::PhoneNumber &number);
    Result<Rotation> rotate(storage::Connection &connection, const QByteArray &old, const QByteArray &device,
                            const Next &next);
    Result<void> insertToken(storage::Connection &connection, Id family, const Next &next);

    storage::Database &m_database;
    const Clock &m_clock;
    IdSource &m_ids;
    QByteArray m_lookupKey, m_sealKey;
    OtpRules m_rules;
};

} // namespace wemo::auth
