#include "services/auth/access_tokens.h"

#include "services/auth/json_ptr.h"

extern "C" { // jose 11 does not say so itself
#include <jose/jwk.h>
#include <jose/jws.h>
}

namespace wemo::auth {

namespace {
constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qint64 clockSkewS = 60;

struct Key {
    JsonPtr jwk, publicJwk;
    QByteArray kid;
};

Failure badKey(const char *why) {
    return failure(ErrorKind::Internal, "signing-key-unusable", "The key that signs access tokens cannot be used.",
                   QString::fromLatin1(why));
}

Failure refused() {
    return failure(ErrorKind::Unauthorized, "access-token-invalid", "The access token is not valid.");
}

Result<Key> readKey(const json_t *json) {
    Key key{JsonPtr(json_deep_copy(json)), JsonPtr(json_deep_copy(json)), {}};
    if (textOf(json, "kty") != "EC" || textOf(json, "crv") != "P-256")
        return badKey("not a P-256 key");
    const JsonPtr thumbprint(jose_jwk_thp(nullptr, json, "S256"));
    if (!thumbprint || !jose_jwk_pub(nullptr, key.publicJwk.get()))
        return badKey("libjose cannot read it");
    key.kid = QByteArray(json_string_value(thumbprint.get()));
    for (const auto &[name, value] :
         {std::pair("kid", key.kid.constData()), std::pair("alg", "ES256"), std::pair("use", "sig")})
        json_object_set_new(key.publicJwk.get(), name, json_string(value));
    json_object_del(key.publicJwk.get(), "key_ops"); // "use" says it; one of the two is enough (RFC 7517, 4.3)
    return key;
}

qint64 seconds(Instant at) {
    return toMs(at) / 1000;
}
} // namespace

struct AccessTokens::State {
    const Clock &clock;
    QString issuer;
    Milliseconds lifetime;
    std::vector<Key> keys; // the first signs
};

AccessTokens::AccessTokens(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
AccessTokens::~AccessTokens() = default;

Result<std::unique_ptr<AccessTokens>> AccessTokens::create(const QByteArray &jwk, const QString &issuer,
                                                           const Clock &clock, Milliseconds lifetime) {
    const JsonPtr parsed = toJansson(jwk);
    if (!parsed || !json_is_object(parsed.get()))
        return badKey("not JSON");
    auto state = std::make_unique<State>(State{clock, issuer, lifetime, {}});
    const json_t *set = json_object_get(parsed.get(), "keys");
    const std::size_t count = json_is_array(set) ? json_array_size(set) : 1;
    for (std::size_t i = 0; i < count; ++i) {
        Result<Key> key = readKey(json_is_array(set) ? json_array_get(set, i) : parsed.get());
        if (!key)
            return Failure(key.error());
        state->keys.push_back(std::move(*key));
    }
    if (state->keys.empty() || textOf(state->keys.front().jwk.get(), "d").isEmpty())
        return badKey("no private part");
    return std::unique_ptr<AccessTokens>(new AccessTokens(std::move(state)));
}

Result<AccessToken> AccessTokens::sign(const AccessClaims &claims) const {
    const Instant now = m_state->clock.now(), expiresAt = now + m_state->lifetime;
    const QJsonObject payload{{"iss", m_state->issuer},
                              {"sub", idToString(claims.rider)},
                              {"device", claims.device},
                              {"flow", claims.flow},
                              {"iat", seconds(now)},
                              {"exp", seconds(expiresAt)},
                              {"jti", QString::fromLatin1(runtime::randomToken(16))}};
    const QByteArray encoded = QJsonDocument(payload).toJson(QJsonDocument::Compact).toBase64(base64Url);
    const Key &key = m_state->keys.front();
    // libjose writes into what it is given, so each call has copies of its own.
    const JsonPtr jwk(json_deep_copy(key.jwk.get()));
    const JsonPtr jws(json_pack("{s:s}", "payload", encoded.constData()));
    const JsonPtr header(
        json_pack("{s:{s:s,s:s,s:s}}", "protected", "alg", "ES256", "kid", key.kid.constData(), "typ", "JWT"));
    if (!jws || !header || !jose_jws_sig(nullptr, jws.get(), header.get(), jwk.get()))
        return badKey("libjose cannot sign");
    const QByteArray token = textOf(jws.get(), "protected") + '.' + encoded + '.' + textOf(jws.get(), "signature");
    return AccessToken{QString::fromLatin1(token), fromMs(seconds(expiresAt) * 1000)};
}

Result<AccessClaims> AccessTokens::verify(const QString &token) const {
    const Result<DecodedJwt> decoded = decodeJwt(token);
    if (!decoded || decoded->header["alg"] != "ES256")
        return refused();
    const QList<QByteArray> parts = token.toLatin1().split('.');
    const QByteArray kid = decoded->header["kid"].toString().toLatin1();
    const auto key =
        std::find_if(m_state->keys.begin(), m_state->keys.end(), [&](const Key &k) { return k.kid == kid; });
    if (key == m_state->keys.end())
        return refused();
    const JsonPtr jwk(json_deep_copy(key->publicJwk.get()));
    const JsonPtr jws(json_pack("{s:s,s:s,s:s}", "protected", parts[0].constData(), "payload", parts[1].constData(),
                                "signature", parts[2].constData()));
    if (!jws || !jose_jws_ver(nullptr, jws.get(), nullptr, jwk.get(), false))
        return refused();
    const QJsonObject claims = decoded->claims;
    const qint64 now = seconds(m_state->clock.now());
    const auto rider = idFromString(claims["sub"].toString());
    if (claims["iss"] != m_state->issuer || !rider || now >= claims["exp"].toInteger() ||
        claims["iat"].toInteger() > now + clockSkewS)
        return refused();
    return AccessClaims{*rider, claims["device"].toString(), claims["flow"].toString()};
}

QJsonObject AccessTokens::publicKeys() const {
    QJsonArray keys;
    for (const Key &key : m_state->keys)
        keys.append(toQt(key.publicJwk.get()));
    return {{"keys", keys}};
}

} // namespace wemo::auth
