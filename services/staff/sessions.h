#pragma once
#include "services/staff/accounts.h"

#include <functional>

namespace wemo::staff {

struct SessionOptions {
    std::chrono::minutes accessLife{15};
    std::chrono::minutes refreshLife{12 * 60};
};

/// Counts an attempt to sign in, before the password is looked at: TooManyRequests with the time to wait, Unavailable
/// where nobody can say, which lets nobody in. What it gives takes the count back; called where the password was right.
using CountAttempt = std::function<Result<std::function<void()>>(const QString &username, const QString &address)>;

/// Whom an access token stands for.
struct Authenticated {
    Account account;
    Id sessionId = 0;
    Instant expiresAt; ///< of the token
};

/// Sign-in of staff. A session is a family of tokens; only their hashes are stored. An access token is short-lived, a
/// refresh token works once, and its second use ends the whole family: one of the two users is a thief. Thread-safe.
class Sessions {
public:
    Sessions(storage::Database &database, Accounts &accounts, Passwords &passwords, CountAttempt count,
             const Clock &clock, IdSource &ids, SessionOptions options = {});

    /// Unknown name, wrong password and inactive account give the same answer in the same time.
    Result<Session> signIn(const QString &username, const QString &password, const QString &address);
    Result<Session> refresh(const QString &refreshToken);
    Result<Authenticated> authenticate(const QByteArray &accessToken);
    Result<void> signOut(const Authenticated &who);

private:
    Result<Session> begin(const Account &account, const QString &address);
    Result<Session> issue(storage::Connection &connection, const Account &account, Id sessionId);
    Result<void> noteRefusal(const QString &username, const QString &address);

    storage::Database &m_database;
    Accounts &m_accounts;
    Passwords &m_passwords;
    const CountAttempt m_count;
    const Clock &m_clock;
    IdSource &m_ids;
    AuditLog m_audit;
    SessionOptions m_options;
};

} // namespace wemo::staff
