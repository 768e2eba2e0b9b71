#include "app/gallery/canned_service.h"

#include "app/gallery/canned_quotes.h"

#include <QJsonArray>

namespace wemo::gallery {

CannedService::CannedService()
    : m_messages(cannedMessages(1'200))
    , m_now(pictureTime())
    , m_queue(m_now)
    , m_delivery(m_now)
    , m_pricing(m_now)
    , m_campaigns(m_now, m_pricing)
    , m_blocking(m_now)
    , m_caller(session(staff::Role::Admin).account) {}

CannedAnswer CannedService::answer(const CannedRequest &request) {
    const QString route = QString::fromLatin1(request.method) + u' ' + request.path;
    m_log.append(route);
    m_requests.append(request);
    for (const auto &failure : m_failures)
        if (failure.first == route || (failure.first.endsWith(u'*') && route.startsWith(failure.first.chopped(1))))
            return failure.second;
    if (request.path.startsWith(u"/api/v1/sms/")) {
        const auto delivery = m_delivery.answer(request);
        return delivery ? *delivery : sms(request);
    }
    if (request.path.startsWith(u"/api/v1/blocking/"))
        return m_blocking.answer(request);
    if (const auto story = job(request))
        return *story;
    if (request.path.startsWith(u"/api/v1/queues"))
        return m_queue.answer(request);
    if (request.path.startsWith(u"/api/v1/pricing/") || request.path == u"/api/v1/quotes/preview")
        if (const auto priced = m_pricing.answer(request, m_caller))
            return *priced;
    if (request.path.startsWith(u"/api/v1/quotes"))
        if (const auto quoted = answerQuote(request, {m_pricing.book(), m_pricing.catalog()}))
            return *quoted;
    if (const auto campaign = m_campaigns.answer(request, m_caller))
        return *campaign;
    if (request.path.startsWith(u"/auth/v1/") || request.path.startsWith(u"/api/v1/lab/"))
        return rider(request);
    return shell(request);
}

CannedAnswer CannedService::problem(int status, const QString &kind, const QString &code, const QString &detail,
                                    qint64 retryAfterMs) {
    QJsonObject body{{"type", "urn:wemo:problem:" + code},
                     {"title", detail},
                     {"status", status},
                     {"detail", detail},
                     {"code", code},
                     {"kind", kind},
                     {"request_id", "req-7f3a91c2d840"},
                     {"errors", QJsonArray()}};
    if (retryAfterMs > 0)
        body.insert("retry_after_ms", retryAfterMs);
    return {CannedAnswer::Kind::Answer, status, body, static_cast<int>(retryAfterMs / 1000)};
}

CannedAnswer CannedService::wrongField(const QString &path, const QString &code, const QString &detail) {
    CannedAnswer answer = problem(422, "invalid-input", "invalid-fields", "Some fields are wrong.");
    answer.body.insert("errors", QJsonArray{QJsonObject{{"path", path}, {"code", code}, {"message", detail}}});
    return answer;
}

staff::Session CannedService::session(staff::Role role) {
    staff::Session session;
    session.accessToken = QStringLiteral("canned-access-token");
    session.refreshToken = QStringLiteral("canned-refresh-token");
    session.accessExpiresAt = fromMs(QDateTime::currentMSecsSinceEpoch()) + std::chrono::minutes(15);
    session.refreshExpiresAt = session.accessExpiresAt + std::chrono::hours(12);
    const bool qa = role == staff::Role::Qa;
    session.account = {qa ? 2 : 1, qa ? "qa" : "cs", qa ? QString::fromUtf8("陳品妤") : QString::fromUtf8("林怡君"),
                       role};
    if (role == staff::Role::Pricing)
        session.account = {3, "pricing", QString::fromUtf8("張家豪"), role};
    if (role == staff::Role::Admin)
        session.account = {4, "admin", QString::fromUtf8("王志明"), role};
    return session;
}

CannedAnswer CannedService::shell(const CannedRequest &request) {
    const auto account = [](const char *name, const char *shown, staff::Role role) {
        return toJson(
            staff::DemoAccount{QLatin1StringView(name), QStringLiteral("demo"), QString::fromUtf8(shown), role});
    };
    if (request.path == u"/api/v1/about")
        return {CannedAnswer::Kind::Answer,
                200,
                {{"name", "wemo-service"},
                 {"version", "0.1.0"},
                 {"environment", "local"},
                 {"demo", true},
                 {"started_at", toIso(m_now - std::chrono::hours(2))}}};
    if (request.path == u"/api/v1/demo-accounts")
        return {CannedAnswer::Kind::Answer,
                200,
                {{"accounts", QJsonArray{account("cs", "林怡君", staff::Role::CustomerService),
                                         account("pricing", "張家豪", staff::Role::Pricing),
                                         account("qa", "陳品妤", staff::Role::Qa),
                                         account("admin", "王志明", staff::Role::Admin)}}}};
    if (request.path == u"/api/v1/session" && request.method == "POST")
        return {CannedAnswer::Kind::Answer, 201, toJson(session(staff::Role::Qa))};
    if (request.path == u"/api/v1/session/refresh")
        return {CannedAnswer::Kind::Answer, 200, toJson(session(staff::Role::Qa))};
    if (request.path == u"/api/v1/events")
        return {live ? CannedAnswer::Kind::Stream : CannedAnswer::Kind::Unreachable};
    if (request.method == "DELETE")
        return {CannedAnswer::Kind::Answer, 204};
    return request.path == u"/healthz" ? CannedAnswer{}
                                       : problem(404, "not-found", "no-such-route", "There is no such route.");
}

} // namespace wemo::gallery
