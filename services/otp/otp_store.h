#pragma once
#include "models/auth/challenge.h"
#include "models/phone/phone_number.h"
#include "services/otp/otp_keys.h"
#include "services/otp/otp_scripts.h"
#include "services/redis/pool.h"
#include "services/runtime/seal.h"

namespace wemo::otp {

/// What a challenge is asked for with. `device` comes from outside and is hashed before it is kept.
struct Asking {
    phone::PhoneNumber number;
    QString flow; ///< the purpose the code is bound to: "sign_in"
    QString device;
    QString idempotencyKey; ///< empty = none
};

/// A challenge as it stands in Redis.
struct Stored {
    QString id;
    QString flow;
    phone::PhoneNumber number;
    QString code; ///< only where it must be sent: never logged, never answered
    Instant expiresAt;
    Instant lastSendAt;
    int sends = 0;
    int sendsLeft = 0;
    int checksLeft = 0;
    bool isNew = true;     ///< false: the idempotency key named a challenge that was there already
    bool isOpen = true;    ///< false: expired, used or locked; its code must not be sent again
    bool isCounted = true; ///< false: its send failed and was given back
};

/// What is known before anything is counted.
struct Found {
    std::optional<Stored> stored; ///< the challenge that is meant, if there is one already
    bool isOwner = false;         ///< the device has proven the number before
};

/// What a right code proves.
struct Proven {
    QString challengeId;
    QString flow;
    phone::PhoneNumber number;
};

/// One-time codes in Redis, by the rules of the domain notes. Each step is one Lua script, so that two requests at once
/// never get more than one would. The codes are kept as an HMAC bound to challenge, number and purpose, and sealed for
/// the resend. Every time is the given clock's. Redis down: Unavailable, nothing is let through. How often somebody may
/// ask is not decided here (ChallengeService). Thread-safe.
class OtpStore {
public:
    OtpStore(redis::Pool &pool, const Clock &clock, const runtime::Secrets &secrets, auth::OtpRules rules);

    /// The challenge that the idempotency key named before. Conflict "idempotency-key-reused" for another asking.
    Result<Found> find(const Asking &asking);
    /// `left`: how many more sends the limits allow, which is told. One that is there already is answered, and counts
    /// again.
    Result<Stored> create(const Asking &asking, int left);
    /// One that is open, for its device. Expired "challenge-expired", "challenge-used" or "challenge-locked", NotFound
    /// "challenge-not-found".
    Result<Found> open(const QString &id, const QString &device);
    /// The same where one more send may be asked for. TooManyRequests "resend-too-early" or "try-again-later".
    Result<Found> openForResend(const QString &id, const QString &device);
    /// One more send of the same code; refused as by openForResend().
    Result<Stored> resend(const QString &id, const QString &device, int left);
    /// The send did not happen.
    void forgetSend(const Stored &stored);
    /// Counted before compared; a right code is used up by the same step. InvalidInput "wrong-code" says in
    /// `extra` how many checks are left.
    Result<Proven> check(const QString &id, const QString &code, const QString &device);
    /// Whether the text can be a code at all, however its digits are written. InvalidInput "malformed-code".
    Result<void> checkForm(const QString &code) const;

    /// Whether its code would still be taken: not used, not expired, checks left. False for one that is unknown.
    Result<bool> isOpen(const QString &id);

    /// The challenge with its code, for sending it once more without a device or a count: for members of staff. Refused
    /// as resend() is.
    Result<Stored> look(const QString &id);

    const auth::OtpRules &rules() const { return m_rules; }

private:
    struct Bound; // a challenge's keys, its subject and purpose
    Result<Bound> bind(redis::Connection &connection, const QString &id, const QString &device) const;
    QByteArray macOf(const QString &id, const std::string &subject, const QString &flow, const QString &code) const;
    Result<Stored> decode(const QByteArray &status, const redis::Reply &reply) const;
    Result<redis::Reply> runResend(const char *how, const QString &id, const QString &device, Milliseconds gap,
                                   int sends, int left);
    Result<Found> openWith(const QString &id, const QString &device, Milliseconds gap, int sends);
    std::string idempotencyKeyOf(const Asking &asking) const;
    std::string fingerprintOf(const Asking &asking) const;

    redis::Pool &m_pool;
    const Clock &m_clock;
    QByteArray m_pepper, m_sealKey;
    OtpKeys m_keys;
    OtpScripts m_scripts;
    auth::OtpRules m_rules;
};

} // namespace wemo::otp
