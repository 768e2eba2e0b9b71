#include "services/api/session_routes.h"

#include "services/api/body.h"

#include <QJsonArray>

namespace wemo::api {

namespace {
Result<http::Response> signIn(staff::Sessions &sessions, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const QString username = reader.string("username", 100), password = reader.string("password", 200);
    if (const Result<void> ok = reader.finish(); !ok)
        return Failure(ok.error());
    const Result<staff::Session> session = sessions.signIn(username, password, context.request.remoteAddress);
    return session ? Result<http::Response>(json(toJson(*session), 201)) : Failure(session.error());
}

Result<http::Response> refresh(staff::Sessions &sessions, const Context &context) {
    const Result<QJsonObject> body = jsonBody(context.request);
    if (!body)
        return Failure(body.error());
    JsonReader reader(*body);
    const QString token = reader.string("refresh_token", 200);
    if (const Result<void> ok = reader.finish(); !ok)
        return Failure(ok.error());
    const Result<staff::Session> session = sessions.refresh(token);
    return session ? Result<http::Response>(json(toJson(*session))) : Failure(session.error());
}

Result<http::Response> look(const Context &context) {
    QJsonArray permissions;
    for (const staff::Permission permission : staff::permissionsOf(context.caller->account.role))
        permissions.append(toString(permission));
    return json({{"account", toJson(context.caller->account)}, {"permissions", permissions}});
}

Result<http::Response> signOut(staff::Sessions &sessions, const Context &context) {
    const Caller &caller = *context.caller;
    const Result<void> done = sessions.signOut({caller.account, caller.sessionId, caller.accessExpiresAt});
    return done ? Result<http::Response>(noContent()) : Failure(done.error());
}
} // namespace

QList<Route> sessionRoutes(staff::Sessions &sessions) {
    const QString path = "/api/v1/session";
    return {
        {"POST", path, Access::Public, std::nullopt, [&](const Context &context) { return signIn(sessions, context); }},
        {"POST", path + "/refresh", Access::Public, std::nullopt,
         [&](const Context &context) { return refresh(sessions, context); }},
        {"GET", path, Access::Session, std::nullopt, look},
        {"DELETE", path, Access::Session, std::nullopt,
         [&](const Context &context) { return signOut(sessions, context); }},
    };
}

Authenticate authenticateStaff(staff::Sessions &sessions) {
    return [&sessions](const QByteArray &token) -> Result<Caller> {
        const Result<staff::Authenticated> who = sessions.authenticate(token);
        if (!who)
            return Failure(who.error());
        return Caller{who->account, who->sessionId, who->expiresAt};
    };
}

} // namespace wemo::api
