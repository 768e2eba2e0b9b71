#include "services/staff/sessions.h"

#include "services/runtime/log.h"
#include "services/runtime/seal.h"

#include <QCryptographicHash>

namespace wemo::staff {

namespace {
/// A token has 256 random bits, so a plain hash hides it.
QByteArray hashOf(const QByteArray &token) {
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

Failure refused() {
    return failure(ErrorKind::Unauthorized, "wrong-credentials", "The user name or the password is wrong.");
}
Failure sessionOver() {
    return failure(ErrorKind::Unauthorized, "session-over", "This session is over. Sign in again.");
}

struct Token {
    Account account;
    Id sessionId = 0;
    Instant expiresAt;
    bool usable = false;
};

Result<std::optional<Token>> findToken(storage::Connection &connection, const QByteArray &hash, const QString &kind) {
    const auto rows = connection.query("staff/find_token", {{"hash", hash}, {"kind", kind}});
    if (!rows)
        return Failure(rows.error());
    if (rows->isEmpty())
        return std::optional<Token>();
    const storage::Row &row = rows->first();
    const std::optional<Role> role = roleFromString(row.text("role"));
    return std::optional(
        Token{{row.integer("id"), row.text("username"), row.text("display_name"), role.value_or(Role::CustomerService)},
              row.integer("session_id"),
              fromMs(row.integer("expires_at")),
              role && row.isNull("ended_at") && row.integer("active") != 0});
}
} // namespace

Sessions::Sessions(storage::Database &database, Accounts &accounts, Passwords &passwords, CountAttempt count,
                   const Clock &clock, IdSource &ids, SessionOptions options)
    : m_database(database)
    , m_accounts(accounts)
    , m_passwords(passwords)
    , m_count(std::move(count))
    , m_clock(clock)
    , m_ids(ids)
    , m_audit(clock, ids)
    , m_options(options) {}

Result<Session> Sessions::signIn(const QString &username, const QString &password, const QString &address) {
    const QString name = Accounts::normalized(username);
    const auto takeBack = m_count(name, address);
    if (!takeBack)
        return Failure(takeBack.error());
    const auto found = m_accounts.find(name);
    if (!found)
        return Failure(found.error());
    const bool right =
        *found ? m_passwords.verify(password, (*found)->passwordHash) : m_passwords.verifyNobody(password);
    if (!right || !(*found)->active) {
        if (const auto noted = noteRefusal(name, address); !noted)
            return Failure(noted.error());
        return refused();
    }
    (*takeBack)();
    return begin((*found)->account, address);
}

Result<void> Sessions::noteRefusal(const QString &username, const QString &address) {
    // A password typed into the wrong field must not stay in the log: only the shape of a user name is kept.
    const QString shown = runtime::log::redact(username.left(40));
    return m_database.write([&](storage::Connection &connection) {
        return m_audit.record(connection, {0, shown, "session.refuse", {}, {}, {{"address", address}}});
    });
}

Result<Session> Sessions::begin(const Account &account, const QString &address) {
    const Id sessionId = m_ids.next();
    const qint64 now = toMs(m_clock.now());
    return m_database.write([&](storage::Connection &connection) -> Result<Session> {
        constexpr qint64 day = 86'400'000;
        for (const char *sweep : {"staff/delete_old_tokens", "staff/delete_old_sessions"})
            if (const auto swept = connection.execute(sweep, {{"before", now - day}}); !swept)
                return Failure(swept.error());
        const qint64 end = toMs(m_clock.now() + m_options.refreshLife);
        const auto added = connection.execute(
            "staff/insert_session", {{"id", sessionId}, {"account_id", account.id}, {"now", now}, {"expires_at", end}});
        if (!added)
            return Failure(added.error());
        const auto noted = m_audit.record(connection, {account.id,
                                                       account.username,
                                                       "session.sign-in",
                                                       "staff-session/" + idToString(sessionId),
                                                       {},
                                                       {{"address", address}}});
        return noted ? issue(connection, account, sessionId) : Failure(noted.error());
    });
}

Result<Session> Sessions::issue(storage::Connection &connection, const Account &account, Id sessionId) {
    const Instant now = m_clock.now();
    const QByteArray access = runtime::randomToken(), refresh = runtime::randomToken();
    const Session session{QString::fromLatin1(access), now + m_options.accessLife, QString::fromLatin1(refresh),
                          now + m_options.refreshLife, account};
    const auto add = [&](const QByteArray &token, const char *kind, Instant until) {
        return connection.execute("staff/insert_token", {{"hash", hashOf(token)},
                                                         {"session_id", sessionId},
                                                         {"kind", QString::fromLatin1(kind)},
                                                         {"expires_at", toMs(until)}});
    };
    if (const auto added = add(access, "access", session.accessExpiresAt); !added)
        return Failure(added.error());
    if (const auto added = add(refresh, "refresh", session.refreshExpiresAt); !added)
        return Failure(added.error());
    return session;
}

Result<Session> Sessions::refresh(const QString &refreshToken) {
    const QByteArray hash = hashOf(refreshToken.toLatin1());
    using Outcome = Result<std::optional<Session>>;
    // Nothing inside = the session is over: ending a family is committed although the caller is told an error.
    const auto outcome = m_database.write([&](storage::Connection &connection) -> Outcome {
        const Instant now = m_clock.now();
        const auto used = connection.execute("staff/use_refresh_token", {{"hash", hash}, {"now", toMs(now)}});
        if (!used)
            return Failure(used.error());
        const auto token = findToken(connection, hash, "refresh");
        if (!token)
            return Failure(token.error());
        if (!*token || !(*token)->usable || (*token)->expiresAt <= now)
            return sessionOver();
        const Token &known = **token;
        if (*used == 0) {
            const auto ended = connection.execute(
                "staff/end_session", {{"id", known.sessionId}, {"now", toMs(now)}, {"reason", "reused-token"}});
            if (!ended)
                return Failure(ended.error());
            const auto noted = m_audit.record(connection, {known.account.id,
                                                           known.account.username,
                                                           "session.revoke",
                                                           "staff-session/" + idToString(known.sessionId),
                                                           {},
                                                           {{"reason", "reused-token"}}});
            return noted ? Outcome(std::nullopt) : Failure(noted.error());
        }
        const auto extended = connection.execute(
            "staff/extend_session", {{"id", known.sessionId}, {"expires_at", toMs(now + m_options.refreshLife)}});
        if (!extended)
            return Failure(extended.error());
        Result<Session> session = issue(connection, known.account, known.sessionId);
        return session ? Outcome(*std::move(session)) : Failure(session.error());
    });
    if (!outcome)
        return Failure(outcome.error());
    if (!*outcome)
        return sessionOver();
    return **outcome;
}

Result<Authenticated> Sessions::authenticate(const QByteArray &accessToken) {
    const QByteArray hash = hashOf(accessToken);
    return m_database.read([&](storage::Connection &connection) -> Result<Authenticated> {
        const auto token = findToken(connection, hash, "access");
        if (!token)
            return Failure(token.error());
        if (!*token || !(*token)->usable || (*token)->expiresAt <= m_clock.now())
            return sessionOver();
        return Authenticated{(*token)->account, (*token)->sessionId, (*token)->expiresAt};
    });
}

Result<void> Sessions::signOut(const Authenticated &who) {
    return m_database.write([&](storage::Connection &connection) -> Result<void> {
        const auto ended = connection.execute(
            "staff/end_session", {{"id", who.sessionId}, {"now", toMs(m_clock.now())}, {"reason", "signed-out"}});
        if (!ended)
            return Failure(ended.error());
        return m_audit.record(connection, {who.account.id, who.account.username, "session.sign-out",
                                           "staff-session/" + idToString(who.sessionId)});
    });
}

} // namespace wemo::staff
