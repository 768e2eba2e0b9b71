#include "services/auth/refresh_tokens.h"

namespace wemo::auth {

using storage::Connection;

namespace {
QVariant ms(Instant at) {
    return toMs(at);
}

Failure refused(const char *code, const char *message) {
    return failure(ErrorKind::Unauthorized, QString::fromLatin1(code), QString::fromLatin1(message));
}
} // namespace

struct RefreshTokens::Next {
    QByteArray token, hash;
    Instant now, expiresAt;
};

/// A family that must end is a change to be committed, so it is no failure yet.
struct RefreshTokens::Rotation {
    std::optional<Error> revoked;
    Id rider = 0;
    QString flow;
};

RefreshTokens::RefreshTokens(storage::Database &database, const Clock &clock, IdSource &ids,
                             const runtime::Secrets &secrets, OtpRules rules)
    : m_database(database)
    , m_clock(clock)
    , m_ids(ids)
    , m_lookupKey(secrets.lookupKey)
    , m_sealKey(secrets.sealKey)
    , m_rules(rules) {}

QByteArray RefreshTokens::hash(const char *domain, const QString &value) const {
    return runtime::hmac(QByteArray(domain) + value.toUtf8(), m_lookupKey);
}

RefreshTokens::Next RefreshTokens::next() const {
    const QByteArray token = runtime::randomToken();
    const Instant now = m_clock.now();
    return {token, hash("refresh", QString::fromLatin1(token)), now, now + m_rules.refreshTokenLifetime};
}

Result<Id> RefreshTokens::riderOf(Connection &connection, const phone::PhoneNumber &number) {
    // The same hash as in sms_messages, so that a rider's messages are found by a join.
    const QByteArray phoneHash = runtime::hmac(number.e164().toLatin1(), m_lookupKey);
    const auto inserted =
        connection.execute("auth/insert_rider", {{"id", m_ids.next()},
                                                 {"phone_hash", phoneHash},
                                                 {"phone_sealed", runtime::seal(number.e164().toUtf8(), m_sealKey)},
                                                 {"now", ms(m_clock.now())}});
    if (!inserted)
        return Failure(inserted.error());
    const auto rows = connection.query("auth/find_rider", {{"phone_hash", phoneHash}});
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorKind::Internal, "rider-missing", "The service has a fault.", "a rider just made is gone");
    return rows->first().integer("id");
}

Result<void> RefreshTokens::insertToken(Connection &connection, Id family, const Next &next) {
    const auto done = connection.execute(
        "auth/insert_token",
        {{"token_hash", next.hash}, {"family_id", family}, {"now", ms(next.now)}, {"expires_at", ms(next.expiresAt)}});
    if (!done)
        return Failure(done.error());
    return {};
}

Result<RefreshToken> RefreshTokens::begin(const TmpGrant &grant, const QString &device) {
    const Next token = next();
    const auto rider = m_database.write([&](Connection &connection) -> Result<Id> {
        const auto id = riderOf(connection, grant.number);
        if (!id)
            return id;
        for (const char *old : {"auth/delete_expired_tokens", "auth/delete_expired_families"})
            if (const auto done = connection.execute(old, {{"rider_id", *id}, {"now", ms(token.now)}}); !done)
                return Failure(done.error());
        const Id family = m_ids.next();
        const auto inserted = connection.execute("auth/insert_family", {{"id", family},
                                                                        {"rider_id", *id},
                                                                        {"device_hash", hash("device", device)},
                                                                        {"flow", grant.flow},
                                                                        {"origin", grant.origin},
                                                                        {"now", ms(token.now)},
                                                                        {"expires_at", ms(token.expiresAt)}});
        if (!inserted)
            return Failure(inserted.error());
        if (*inserted == 0)
            return failure(ErrorKind::Expired, "tmp-token-used", "The token has been used. Ask for a new code.");
        if (const auto done = insertToken(connection, family, token); !done)
            return Failure(done.error());
        return id;
    });
    if (!rider)
        return Failure(rider.error());
    return RefreshToken{QString::fromLatin1(token.token), token.expiresAt, *rider, grant.flow};
}

Result<RefreshToken> RefreshTokens::rotate(const QString &token, const QString &device) {
    const Next fresh = next();
    const auto rotation = m_database.write([&](Connection &connection) {
        return rotate(connection, hash("refresh", token), hash("device", device), fresh);
    });
    if (!rotation)
        return Failure(rotation.error());
    if (rotation->revoked)
        return failure(*rotation->revoked);
    return RefreshToken{QString::fromLatin1(fresh.token), fresh.expiresAt, rotation->rider, rotation->flow};
}

Result<RefreshTokens::Rotation> RefreshTokens::rotate(Connection &connection, const QByteArray &old,
                                                      const QByteArray &device, const Next &fresh) {
    const auto rows = connection.query("auth/lock_token", {{"token_hash", old}});
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return refused("refresh-token-unknown", "There is no such token. Sign in again.");
    const storage::Row row = rows->first();
    const Id family = row.integer("family_id");
    if (!row.isNull("revoked_at"))
        return refused("refresh-token-revoked", "The sign-in was ended. Sign in again.");
    const auto revoke = [&](const Failure &why) -> Result<Rotation> {
        const auto done = connection.execute("auth/revoke_family",
                                             {{"id", family}, {"now", ms(fresh.now)}, {"why", why.value().code}});
        if (!done)
            return Failure(done.error());
        return Rotation{why.value(), 0, {}};
    };
    if (!runtime::sameSecret(row.bytes("device_hash"), device))
        return revoke(refused("wrong-device", "The token belongs to another device. Sign in again."));
    if (toMs(fresh.now) >= row.integer("expires_at") && row.isNull("used_at"))
        return failure(ErrorKind::Expired, "refresh-token-expired", "The sign-in has expired. Sign in again.");
    const auto used = connection.execute("auth/use_token", {{"token_hash", old}, {"now", ms(fresh.now)}});
    if (!used)
        return Failure(used.error());
    if (*used == 0)
        return revoke(refused("refresh-token-reused", "The token was used before. Sign in again."));
    if (const auto done = insertToken(connection, family, fresh); !done)
        return Failure(done.error());
    const auto extended =
        connection.execute("auth/extend_family", {{"id", family}, {"expires_at", ms(fresh.expiresAt)}});
    if (!extended)
        return Failure(extended.error());
    return Rotation{std::nullopt, row.integer("rider_id"), row.text("flow")};
}

} // namespace wemo::auth
