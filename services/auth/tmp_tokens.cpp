#include "services/auth/tmp_tokens.h"

#include <QFile>

namespace wemo::auth {

namespace {
// A token that is over can still be told from one that never was, for a while.
constexpr qint64 keptAfterMs = 60 * 60 * 1000;

redis::Script script(const char *name) {
    QFile file(QStringLiteral(":/lua/%1.lua").arg(QLatin1StringView(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the program was built without its script %s", name);
    return redis::Script(file.readAll().toStdString());
}

// Lost: whoever was between code and token asks for a new code.
std::string keyOf(const QByteArray &origin) {
    return "wemo:auth:tmp:" + origin.toHex().toStdString();
}

Failure over(const char *code, const char *message) {
    return failure(ErrorKind::Expired, QString::fromLatin1(code), QString::fromLatin1(message));
}
} // namespace

TmpTokens::TmpTokens(redis::Pool &pool, const Clock &clock, const runtime::Secrets &secrets, OtpRules rules)
    : m_pool(pool)
    , m_clock(clock)
    , m_lookupKey(secrets.lookupKey)
    , m_sealKey(secrets.sealKey)
    , m_issue(script("auth_tmp_issue"))
    , m_use(script("auth_tmp_use"))
    , m_rules(rules) {}

Result<TmpToken> TmpTokens::issue(const TmpGrant &grant, const QString &device) {
    const QByteArray token = runtime::randomToken();
    const Instant expiresAt = m_clock.now() + m_rules.tmpTokenLifetime;
    auto connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const auto done = m_issue.run(*connection, {keyOf(runtime::hmac("tmp" + token, m_lookupKey))},
                                  {std::to_string(m_rules.tmpTokenLifetime.count() + keptAfterMs), "challenge",
                                   grant.challengeId.toStdString(), "flow", grant.flow.toStdString(), "number",
                                   runtime::seal(grant.number.e164().toUtf8(), m_sealKey).toStdString(), "device",
                                   runtime::hmac("device" + device.toUtf8(), m_lookupKey).toStdString(), "expires",
                                   std::to_string(toMs(expiresAt))});
    if (!done)
        return Failure(done.error());
    return TmpToken{QString::fromLatin1(token), expiresAt, "access_token"};
}

Result<TmpGrant> TmpTokens::open(const QString &token, const QString &device) {
    const QByteArray origin = runtime::hmac("tmp" + token.toUtf8(), m_lookupKey);
    const auto reply = m_pool.command({"HGETALL", keyOf(origin)});
    if (!reply)
        return Failure(reply.error());
    QHash<QByteArray, QByteArray> fields;
    for (std::size_t i = 0; i + 1 < reply->items.size(); i += 2)
        fields.insert(QByteArray::fromStdString(reply->items[i].text),
                      QByteArray::fromStdString(reply->items[i + 1].text));
    if (fields.isEmpty())
        return failure(ErrorKind::Unauthorized, "tmp-token-unknown", "There is no such token. Ask for a new code.");
    if (fields.contains("used"))
        return over("tmp-token-used", "The token has been used. Ask for a new code.");
    if (toMs(m_clock.now()) >= fields["expires"].toLongLong())
        return over("tmp-token-expired", "The token has expired. Ask for a new code.");
    const Result<TmpGrant> grant = read(fields, origin);
    if (grant && !runtime::sameSecret(fields["device"], runtime::hmac("device" + device.toUtf8(), m_lookupKey))) {
        (void)use(*grant);
        return failure(ErrorKind::Forbidden, "wrong-device", "The token belongs to another device.");
    }
    return grant;
}

Result<TmpGrant> TmpTokens::read(const QHash<QByteArray, QByteArray> &fields, const QByteArray &origin) const {
    const auto e164 = runtime::unseal(fields["number"], m_sealKey);
    if (!e164)
        return Failure(e164.error());
    const auto number = phone::PhoneNumber::fromE164(QString::fromUtf8(*e164));
    if (!number)
        return Failure(number.error());
    return TmpGrant{origin, QString::fromUtf8(fields["challenge"]), QString::fromUtf8(fields["flow"]), *number};
}

Result<bool> TmpTokens::use(const TmpGrant &grant) {
    auto connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const auto reply = m_use.run(*connection, {keyOf(grant.origin)}, {std::to_string(toMs(m_clock.now()))});
    if (!reply)
        return Failure(reply.error());
    return reply->integer == 1;
}

} // namespace wemo::auth
