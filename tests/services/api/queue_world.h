#pragma once
#include "services/api/application.h"
#include "services/api/queue_routes.h"
#include "services/queue/moves.h"
#include "services/sms/lanes.h"
#include "services/sms/replay_owner.h"
#include "tests/services/sms/sms_world.h"
#include "tests/support/redis_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace wemo::tests {

struct Answer {
    int status = 0;
    QJsonObject body;
    QString code() const { return body["code"].toString(); }
    QString field() const { return body["errors"].toArray()[0].toObject()["path"].toString(); }
    QJsonArray items() const { return body["items"].toArray(); }
};

/// Tokens are the words of the roles.
inline Result<api::Caller> authenticate(const QByteArray &token) {
    const auto role = staff::roleFromString(QString::fromLatin1(token));
    if (!role)
        return failure(ErrorKind::Unauthorized, "session-over", "Sign in again.");
    return api::Caller{{7, "lin", "Lin", *role}, 2, {}};
}

/// The routes with a real Redis and the messages below them. "sms-otp" has an owner, "plain" has none; no worker runs.
struct QueueWorld : SmsWorld {
    RedisServer &redis = sharedRedis();
    redis::Pool pool{redis.options()};
    sms::Lanes lanes{pool, "bull", {.attempts = 3}};
    queue::Queue plain{pool, "plain"};
    sms::ReplayOwner owner{{log, afterCommit}};
    IdSource auditIds{clock, 2};
    staff::AuditLog audit{clock, auditIds};
    api::QueueDependencies dependencies{
        {{&lanes.of(sms::Purpose::Otp), &owner}, {&plain, nullptr}}, database, audit, list};
    api::Application application{api::queueRoutes(dependencies), authenticate, metrics};

    /// One server for all tests, empty for each.
    static RedisServer &sharedRedis() {
        static RedisServer server;
        if (!redis::Pool(server.options()).command({"FLUSHALL"}))
            server.start(); // killed by the test before
        return server;
    }
    /// For tests in which the store plays no part.
    static void sqlite() {
        QTest::addColumn<storage::Dialect>("dialect");
        QTest::newRow("sqlite") << storage::Dialect::Sqlite;
    }

    Answer send(const QByteArray &method, const QString &below, const QString &query = {}, const QByteArray &body = {},
                const QByteArray &role = "admin") {
        http::Request request;
        request.method = method;
        request.path = "/api/v1/queues" + below;
        request.rawQuery = query.toLatin1();
        request.query = QUrlQuery(query);
        request.headers = {{"Authorization", "Bearer " + role}, {"Content-Type", "application/json"}};
        request.body = body;
        const http::Response response = application.handle(request);
        return {response.status, QJsonDocument::fromJson(response.body).object()};
    }
    Answer get(const QString &below, const QString &query = {}) { return send("GET", below, query, {}, "cs"); }
    Answer post(const QString &below, const QJsonObject &body, const QByteArray &role = "admin") {
        return send("POST", below, {}, QJsonDocument(body).toJson(), role);
    }
    Answer put(const QString &below, const QJsonObject &body, const QByteArray &role = "admin") {
        return send("PUT", below, {}, QJsonDocument(body).toJson(), role);
    }
    /// A message and its job in the lane of codes.
    Id sendMessage(int last = 0) {
        const Id id = SmsWorld::send(message(QString("key-%1").arg(++m_messages), last));
        (void)lanes.of(sms::Purpose::Otp).add(lanes.job(id));
        return id;
    }
    void add(const std::string &id, queue::JobOptions options = {}) {
        (void)plain.add({"work", "{\"n\":1}", id, std::move(options)});
    }
    /// Takes the next jobs, and ends each as the handler would have it.
    QStringList work(queue::Queue &queue, const std::function<queue::Ended::How(const queue::Job &)> &handler) {
        queue::Moves moves({queue.base(), "w", "node-1", Milliseconds(60'000)});
        auto connection = pool.lease();
        const auto step = moves.step(*connection, {}, 100);
        std::vector<queue::Ended> ended;
        QStringList ids;
        for (const queue::Taken &taken : step->taken) {
            queue::Ended one;
            one.id = taken.job.id;
            one.token = taken.token;
            one.how = handler(taken.job);
            one.text = one.how == queue::Ended::How::Failed ? "it failed" : "null";
            one.stack = "[]";
            one.made = 1;
            ended.push_back(one);
            ids.append(QString::fromStdString(one.id));
        }
        (void)moves.step(*connection, ended, 0);
        return ids;
    }
    QStringList stateIds(const QString &queue, const char *state) {
        QStringList ids;
        const QJsonArray items = get('/' + queue + "/jobs", QString("state=") + QLatin1StringView(state)).items();
        for (const QJsonValue &item : items)
            ids.append(item.toObject()["id"].toString());
        return ids;
    }
    storage::Rows audited(const QString &action) {
        const auto rows = database.read([&](storage::Connection &c) {
            return c.query("staff/audit_of_action", {{"action", action}});
        });
        return rows.value_or(storage::Rows());
    }

private:
    int m_messages = 0;
};

} // namespace wemo::tests
