#include "models/staff/session.h"

namespace wemo::staff {

QJsonObject toJson(const Account &account) {
    return {{"id", idToString(account.id)},
            {"username", account.username},
            {"display_name", account.displayName},
            {"role", toString(account.role)}};
}

Result<Account> accountFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Account account{reader.id("id"), reader.string("username"), reader.string("display_name"),
                    reader.word("role", roleFromString)};
    return reader.finishLenient(std::move(account));
}

QJsonObject toJson(const Session &session) {
    return {{"access_token", session.accessToken},
            {"access_expires_at", toIso(session.accessExpiresAt)},
            {"refresh_token", session.refreshToken},
            {"refresh_expires_at", toIso(session.refreshExpiresAt)},
            {"account", toJson(session.account)}};
}

Result<Session> sessionFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Session session{reader.string("access_token", 2000),
                    reader.instant("access_expires_at"),
                    reader.string("refresh_token", 2000),
                    reader.instant("refresh_expires_at"),
                    {}};
    if (Result<Account> account = accountFromJson(reader.object("account")))
        session.account = *account;
    else
        return Failure(account.error());
    return reader.finishLenient(std::move(session));
}

QJsonObject toJson(const DemoAccount &account) {
    return {{"username", account.username},
            {"password", account.password},
            {"display_name", account.displayName},
            {"role", toString(account.role)}};
}

Result<DemoAccount> demoAccountFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    DemoAccount account{reader.string("username"), reader.string("password"), reader.string("display_name"),
                        reader.word("role", roleFromString)};
    return reader.finishLenient(std::move(account));
}

} // namespace wemo::staff
