#include "services/staff/accounts.h"

namespace wemo::staff {

Accounts::Accounts(storage::Database &database, Passwords &passwords, const Clock &clock, IdSource &ids)
    : m_database(database)
    , m_passwords(passwords)
    , m_clock(clock)
    , m_ids(ids)
    , m_audit(clock, ids) {}

Result<std::optional<StoredAccount>> Accounts::find(const QString &username) {
    return m_database.read([&](storage::Connection &connection) -> Result<std::optional<StoredAccount>> {
        const auto rows = connection.query("staff/find_account", {{"username", normalized(username)}});
        if (!rows)
            return Failure(rows.error());
        if (rows->isEmpty())
            return std::optional<StoredAccount>();
        const storage::Row &row = rows->first();
        const std::optional<Role> role = roleFromString(row.text("role"));
        if (!role)
            return failure(ErrorKind::Internal, "bad-role", "This account cannot be read.", row.text("role"));
        return std::optional(StoredAccount{{row.integer("id"), row.text("username"), row.text("display_name"), *role},
                                           row.text("password_hash"),
                                           row.integer("active") != 0});
    });
}

Result<Account> Accounts::create(const QString &username, const QString &displayName, Role role,
                                 const QString &password, const QString &actor) {
    const Account account{m_ids.next(), normalized(username), displayName, role};
    const QString hash = m_passwords.hash(password); // slow, so before the transaction
    return m_database.write([&](storage::Connection &connection) -> Result<Account> {
        const auto added = connection.execute("staff/insert_account", {{"id", account.id},
                                                                       {"username", account.username},
                                                                       {"display_name", account.displayName},
                                                                       {"role", toString(role)},
                                                                       {"password_hash", hash},
                                                                       {"now", toMs(m_clock.now())}});
        if (!added)
            return Failure(added.error());
        const auto noted = m_audit.record(
            connection, {0, actor, "account.create", "staff-account/" + idToString(account.id), {}, toJson(account)});
        return noted ? Result<Account>(account) : Failure(noted.error());
    });
}

Result<void> Accounts::setActive(Id id, bool active) {
    return m_database.write([&](storage::Connection &connection) -> Result<void> {
        const auto changed = connection.execute("staff/set_active",
                                                {{"id", id}, {"active", active ? 1 : 0}, {"now", toMs(m_clock.now())}});
        if (!changed)
            return Failure(changed.error());
        return *changed == 1 ? Result<void>() : failure(ErrorKind::NotFound, "no-account", "There is no such account.");
    });
}

Result<void> Accounts::ensureDemoAccounts() {
    for (const DemoAccount &demo : demoAccounts()) {
        const auto existing = find(demo.username);
        if (!existing)
            return Failure(existing.error());
        if (*existing)
            continue;
        const auto made = create(demo.username, demo.displayName, demo.role, demo.password, "demo");
        if (!made && made.error().code != "duplicate") // a sister service was faster
            return Failure(made.error());
    }
    return {};
}

QList<DemoAccount> demoAccounts() {
    return {{"cs", "wemo-demo-cs", QString::fromUtf8("林怡君"), Role::CustomerService},
            {"pricing", "wemo-demo-pricing", QString::fromUtf8("陳柏翰"), Role::Pricing},
            {"qa", "wemo-demo-qa", QString::fromUtf8("張雅婷"), Role::Qa},
            {"admin", "wemo-demo-admin", QString::fromUtf8("王志明"), Role::Admin}};
}

} // namespace wemo::staff
