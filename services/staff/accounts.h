#pragma once
#include "models/staff/session.h"
#include "services/staff/audit.h"
#include "services/staff/passwords.h"
#include "services/storage/database.h"

namespace wemo::staff {

/// An account as stored.
struct StoredAccount {
    Account account;
    QString passwordHash;
    bool active = true;
};

/// Who may sign in. Thread-safe.
class Accounts {
public:
    Accounts(storage::Database &database, Passwords &passwords, const Clock &clock, IdSource &ids);

    /// Usernames are stored and looked up in lower case.
    static QString normalized(const QString &username) { return username.trimmed().toLower(); }

    Result<std::optional<StoredAccount>> find(const QString &username);
    /// Conflict "duplicate" where the name is taken. Audited as done by `actor`.
    Result<Account> create(const QString &username, const QString &displayName, Role role, const QString &password,
                           const QString &actor);
    /// An inactive account's sessions end at once.
    Result<void> setActive(Id id, bool active);
    /// The four accounts of demoAccounts(), where they are missing.
    Result<void> ensureDemoAccounts();

private:
    storage::Database &m_database;
    Passwords &m_passwords;
    const Clock &m_clock;
    IdSource &m_ids;
    AuditLog m_audit;
};

/// One for each role, with published passwords. Only ever created where the service runs on demo data.
QList<DemoAccount> demoAccounts();

} // namespace wemo::staff
