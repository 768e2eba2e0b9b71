#include "services/api/router.h"

#include <QJsonDocument>

namespace wemo::api {

namespace {
bool isParameter(const QString &segment) {
    return segment.startsWith('{') && segment.endsWith('}');
}

/// How many segments are fixed if the pattern fits, else -1.
int fit(const QStringList &pattern, const QStringList &path) {
    if (pattern.size() != path.size())
        return -1;
    int fixed = 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (pattern[i] == path[i])
            ++fixed;
        else if (!isParameter(pattern[i]) || path[i].isEmpty())
            return -1;
    }
    return fixed;
}

QHash<QString, QString> parametersOf(const QStringList &pattern, const QStringList &path) {
    QHash<QString, QString> parameters;
    for (qsizetype i = 0; i < path.size(); ++i)
        if (isParameter(pattern[i]))
            parameters.insert(pattern[i].sliced(1, pattern[i].size() - 2), path[i]);
    return parameters;
}
} // namespace

Router::Router(QList<Route> routes)
    : m_routes(std::move(routes)) {
    for (const Route &route : std::as_const(m_routes))
        m_segments.append(route.pattern.split('/'));
}

Router::Match Router::find(const QByteArray &method, const QString &path) const {
    const QStringList segments = path.split('/');
    int best = -1;
    for (const QStringList &pattern : m_segments)
        best = std::max(best, fit(pattern, segments));
    Match match;
    for (qsizetype i = 0; best >= 0 && i < m_routes.size(); ++i) {
        if (fit(m_segments[i], segments) != best)
            continue;
        match.allowed.append(m_routes[i].method);
        if (m_routes[i].method != method || match.route)
            continue;
        match.route = &m_routes[i];
        match.parameters = parametersOf(m_segments[i], segments);
    }
    return match;
}

http::Response json(const QJsonObject &object, int status) {
    http::Response response;
    response.status = status;
    response.headers.emplaceBack("Content-Type", "application/json");
    response.headers.emplaceBack("Cache-Control", "no-store");
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

http::Response noContent() {
    http::Response response;
    response.status = 204;
    return response;
}

} // namespace wemo::api
