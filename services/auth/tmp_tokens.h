#pragma once
#include "models/auth/challenge.h"
#include "models/phone/phone_number.h"
#include "services/redis/pool.h"
#include "services/runtime/seal.h"

namespace wemo::auth {

/// What a tmp token stands for: one proven challenge of one device in one flow.
struct TmpGrant {
    QByteArray
        origin; ///< names the token without giving it away; SQL keeps it unique, which is what makes it single-use
    QString challengeId;
    QString flow;
    phone::PhoneNumber number;
};

/// Tokens that grant just the next step, in Redis. A Redis loss means a new code, nothing else. Thread-safe.
class TmpTokens {
public:
    TmpTokens(redis::Pool &pool, const Clock &clock, const runtime::Secrets &secrets, OtpRules rules);

    Result<TmpToken> issue(const TmpGrant &grant, const QString &device);
    /// Unauthorized "tmp-token-unknown", Expired "tmp-token-expired" or "tmp-token-used", Forbidden "wrong-device"
    /// (which ends the token: it is in the wrong hands).
    Result<TmpGrant> open(const QString &token, const QString &device);
    /// Ends it, atomically: true for one caller only.
    Result<bool> use(const TmpGrant &grant);

private:
    Result<TmpGrant> read(const QHash<QByteArray, QByteArray> &fields, const QByteArray &origin) const;

    redis::Pool &m_pool;
    const Clock &m_clock;
    QByteArray m_lookupKey, m_sealKey;
    redis::Script m_issue, m_use;
    OtpRules m_rules;
};

} // namespace wemo::auth
