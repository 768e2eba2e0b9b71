#pragma once
#include "services/sms/acts.h"
#include "services/sms/bulk_worker.h"
#include "tests/services/sms/sms_world.h"
#include "tests/support/redis_server.h"

namespace wemo::tests {

/// What people and other services do with messages, on one database, with no Redis behind the lanes.
struct SendingWorld : SmsWorld {
    RedisServer redis;
    redis::Pool pool{redis.options()};
    sms::Lanes lanes{pool, "bull", {}};
    sms::TemplateBook templates = sms::TemplateBook::load().value();
    QStringList asked; ///< keys whose code was asked for
    sms::OpenCode openCode{true, {}, "482913", 3};
    sms::AskForCode askForCode = [this](const QString &key) -> Result<sms::OpenCode> {
        asked.append(key);
        return key.startsWith("otp:") ? openCode : sms::OpenCode();
    };
    sms::Resender resender{{log, sender, templates, askForCode}};
    sms::MessageActs acts{{database, log, resender, lanes, gateways, receipts, afterCommit}};
    sms::BulkResends bulks{
        {database, list, clock, ids, resender, [](sms::Purpose) { return qint64(12'000); }, afterCommit}};
    sms::BulkWorker bulkWorker{{database, clock, resender, afterCommit}};

    static sms::NewMessage notice(int last = 0, const QString &key = {}) {
        sms::NewMessage message = SmsWorld::message(key, last);
        message.purpose = sms::Purpose::Transactional;
        message.templateName = "fee.mileage_due";
        message.text = message.shownText = QString("A mileage fee is due, rider %1").arg(last);
        message.validityMinutes = 1440;
        return message;
    }
    static sms::SubmissionAnswer refused() {
        return {sms::DeliveryState::Rejected, {}, "-290", "channel-refused", "no"};
    }
    /// One that the gateway refused.
    Id failed(const sms::NewMessage &message) {
        gateway.answers = {refused()};
        const Id id = send(message);
        work(id);
        return id;
    }
    static sms::Act act(const QString &reason = "The rider called.") { return {"lin", reason, "request-2", {}}; }
    QString refusal(const Result<sms::Message> &done) { return done ? QString() : done.error().code; }
    QList<sms::Message> all() {
        const auto page = list.page({}, 1000, {});
        return page ? page->items : QList<sms::Message>();
    }
    qsizetype countOf(const QString &query) {
        const auto rows = database.read([&](storage::Connection &c) { return c.query(query, {{"limit", 10'000}}); });
        return rows ? rows->size() : -1;
    }
    /// The jobs that the outbox holds for a lane.
    QList<QJsonObject> jobs() {
        QList<QJsonObject> found;
        const auto rows = database.read([](storage::Connection &c) {
            return c.query("outbox/next", {{"limit", 10'000}});
        });
        for (const storage::Row &row : rows.value_or(storage::Rows()))
            if (row.text("kind") == u"job") {
                const QJsonObject data = QJsonDocument::fromJson(row.bytes("data")).object();
                QJsonObject job = QJsonDocument::fromJson(data["opts"].toString().toUtf8()).object();
                job["lane"] = row.text("target");
                job["id"] = row.text("key");
                found.append(job);
            }
        return found;
    }
};

} // namespace wemo::tests
