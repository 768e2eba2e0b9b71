#include "models/auth/challenge.h"

#include <QJsonDocument>

namespace wemo::auth {

QJsonObject toJson(const Challenge &c) {
    return {{"challenge_id", c.id},
            {"flow", c.flow},
            {"channel", c.channel},
            {"destination", c.maskedDestination},
            {"expires_at", toIso(c.expiresAt)},
            {"resend_at", toIso(c.resendAt)},
            {"checks_left", c.checksLeft},
            {"sends_left", c.sendsLeft}};
}

Result<Challenge> challengeFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Challenge c{reader.string("challenge_id"),
                reader.string("flow"),
                reader.string("channel"),
                reader.string("destination"),
                reader.instant("expires_at"),
                reader.instant("resend_at"),
                static_cast<int>(reader.integer("checks_left", 0, 1000)),
                static_cast<int>(reader.integer("sends_left", 0, 1000))};
    return reader.finishLenient(std::move(c));
}

QJsonObject toJson(const TmpToken &t) {
    return {{"tmp_token", t.token}, {"expires_at", toIso(t.expiresAt)}, {"next", t.next}};
}

Result<TmpToken> tmpTokenFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    TmpToken t{reader.string("tmp_token", 500), reader.instant("expires_at"), reader.string("next")};
    return reader.finishLenient(std::move(t));
}

QJsonObject toJson(const AccessGrant &g) {
    return {{"token_type", "Bearer"},
            {"access_token", g.accessToken},
            {"refresh_token", g.refreshToken},
            {"access_expires_at", toIso(g.accessExpiresAt)},
            {"refresh_expires_at", toIso(g.refreshExpiresAt)}};
}

Result<AccessGrant> accessGrantFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    AccessGrant g{reader.string("access_token", 4000), reader.string("refresh_token", 500),
                  reader.instant("access_expires_at"), reader.instant("refresh_expires_at")};
    return reader.finishLenient(std::move(g));
}

QJsonObject toJson(const HandsetMessage &m) {
    return {{"id", m.id}, {"text", m.text}, {"received_at", toIso(m.receivedAt)}};
}

Result<HandsetMessage> handsetMessageFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    HandsetMessage m{reader.string("id"), reader.string("text", 2000), reader.instant("received_at")};
    return reader.finishLenient(std::move(m));
}

Result<DecodedJwt> decodeJwt(QStringView token) {
    const QList<QStringView> parts = token.split(u'.');
    if (parts.size() != 3)
        return failure(ErrorKind::InvalidInput, "malformed-jwt", "A JWT has three parts.");
    const auto decode = [](QStringView part) {
        return parseJsonObject(QByteArray::fromBase64(part.toLatin1(), QByteArray::Base64UrlEncoding));
    };
    const Result<QJsonObject> header = decode(parts[0]);
    const Result<QJsonObject> claims = decode(parts[1]);
    if (!header || !claims)
        return failure(ErrorKind::InvalidInput, "malformed-jwt", "The parts of a JWT are Base64url of JSON objects.");
    return DecodedJwt{*header, *claims};
}

} // namespace wemo::auth
