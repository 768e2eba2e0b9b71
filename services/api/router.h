#pragma once
#include "models/staff/session.h"
#include "services/http/message.h"

#include <optional>

namespace wemo::api {

/// Who calls, once the guard has looked.
struct Caller {
    staff::Account account;
    Id sessionId = 0;
    Instant accessExpiresAt;              ///< a stream ends then
    bool isService = false;               ///< a program of ours that showed its key; it has no account and no session
    QList<staff::Permission> rights = {}; ///< of a service: what its key is good for
};

/// What a route's handler gets: the request, the parts of its path, and who asks.
struct Context {
    const http::Request &request;
    QHash<QString, QString> parameters; ///< "{id}" of the pattern
    std::optional<Caller> caller;       ///< set wherever the route asks for a permission or a session
};

enum class Access {
    Public,              ///< riders, callbacks, health: guarded by their own rules
    Session,             ///< any signed-in member of staff
    Permission,          ///< one who has `permission`
    PermissionOrService, ///< likewise, or a program whose key has that right
};

using RouteHandler = std::function<Result<http::Response>(const Context &)>;

/// One row of the one table that says what exists, who may, and what does it.
struct Route {
    QByteArray method;
    QString pattern; ///< "/api/v1/sms/messages/{id}"
    Access access = Access::Permission;
    std::optional<staff::Permission> permission;
    RouteHandler handler;
};

/// The table, searched. Patterns are matched segment by segment; a fixed segment wins over a "{parameter}".
class Router {
public:
    explicit Router(QList<Route> routes);

    struct Match {
        const Route *route = nullptr; ///< null: nothing here, or not by this method
        QHash<QString, QString> parameters;
        QList<QByteArray> allowed; ///< methods of this path; empty = no such path
    };
    Match find(const QByteArray &method, const QString &path) const;
    const QList<Route> &routes() const { return m_routes; }

private:
    QList<Route> m_routes;
    QList<QStringList> m_segments; ///< of each route's pattern
};

http::Response json(const QJsonObject &object, int status = 200);
http::Response noContent();

} // namespace wemo::api
