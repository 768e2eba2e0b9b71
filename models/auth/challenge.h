#pragma once
#include "models/core/json_reader.h"

#include <QJsonObject>

namespace wemo::auth {

/// The limits of one code, as numbers in one place (NIST 800-63B, ASVS 6.5, Twilio Verify). How many codes a number or
/// a requester gets is a matter of blocking policies.
struct OtpRules {
    int digits = 6;
    Milliseconds lifetime = std::chrono::minutes(5);
    int checksPerChallenge = 5; ///< shared by all resends, counted before comparing
    Milliseconds resendGap = std::chrono::seconds(60);
    int sendsPerChallenge = 5;
    /// A device that has proven a number counts for itself, so that strangers cannot use its number up.
    Milliseconds deviceKnownFor = std::chrono::hours(24 * 180);
    Milliseconds tmpTokenLifetime = std::chrono::minutes(10);
    Milliseconds accessTokenLifetime = std::chrono::minutes(15);
    Milliseconds refreshTokenLifetime = std::chrono::hours(24 * 30);
};

/// What the rider's app learns of a challenge. The same for known and unknown numbers.
struct Challenge {
    QString id;      ///< opaque, unguessable
    QString flow;    ///< sign_in (new_rider and device_change come with their flows)
    QString channel; ///< sms
    QString maskedDestination;
    Instant expiresAt;
    Instant resendAt; ///< earliest time of the next resend
    int checksLeft = 0;
    int sendsLeft = 0;
};

struct TmpToken {
    QString token; ///< single use
    Instant expiresAt;
    QString next; ///< the step it grants: "access_token"
};

struct AccessGrant {
    QString accessToken; ///< JWT, ES256
    QString refreshToken;
    Instant accessExpiresAt;
    Instant refreshExpiresAt;
};

QJsonObject toJson(const Challenge &challenge);
Result<Challenge> challengeFromJson(const QJsonObject &json);
QJsonObject toJson(const TmpToken &token);
Result<TmpToken> tmpTokenFromJson(const QJsonObject &json);
QJsonObject toJson(const AccessGrant &grant);
Result<AccessGrant> accessGrantFromJson(const QJsonObject &json);

/// A message on the lab's virtual handset.
struct HandsetMessage {
    QString id;
    QString text;
    Instant receivedAt;
};
QJsonObject toJson(const HandsetMessage &message);
Result<HandsetMessage> handsetMessageFromJson(const QJsonObject &json);

/// Header and claims of a JWT, unverified: for showing it to a person.
struct DecodedJwt {
    QJsonObject header;
    QJsonObject claims;
};
Result<DecodedJwt> decodeJwt(QStringView token);

} // namespace wemo::auth
