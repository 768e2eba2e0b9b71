#pragma once
#include "models/core/json_reader.h"
#include "models/staff/permission.h"

#include <QJsonObject>

namespace wemo::staff {

struct Account {
    Id id = 0;
    QString username;
    QString displayName;
    Role role = Role::CustomerService;
};

/// What signing in or refreshing answers. Tokens are opaque to the console.
struct Session {
    QString accessToken;
    Instant accessExpiresAt;
    QString refreshToken;
    Instant refreshExpiresAt;
    Account account;
};

/// An account that the sign-in page offers in local mode, password and all. Exists with demo data only.
struct DemoAccount {
    QString username;
    QString password;
    QString displayName;
    Role role = Role::CustomerService;
};

QJsonObject toJson(const Account &account);
Result<Account> accountFromJson(const QJsonObject &json);
QJsonObject toJson(const Session &session);
Result<Session> sessionFromJson(const QJsonObject &json);
QJsonObject toJson(const DemoAccount &account);
Result<DemoAccount> demoAccountFromJson(const QJsonObject &json);

} // namespace wemo::staff
