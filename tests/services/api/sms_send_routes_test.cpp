#include "services/api/application.h"
#include "services/api/service_key.h"
#include "services/api/sms_act_routes.h"
#include "services/api/sms_routes.h"
#include "services/api/sms_send_routes.h"
#include "tests/services/sms/sending_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <latch>

using namespace wemo;
using namespace wemo::tests;

namespace {
const QString base = QStringLiteral("/api/v1/sms");
const QByteArray smsKey = "a key of the sms service", quoteKey = "a key of the rent service";

struct Answer {
    int status = 0;
    QJsonObject body;
    QString code() const { return body["code"].toString(); }
    QString id() const { return body["id"].toString(); }
    QString fields() const {
        QStringList paths;
        const QJsonArray errors = body["errors"].toArray();
        for (const QJsonValue &error : errors)
            paths.append(error["path"].toString());
        paths.sort();
        return paths.join(u' ');
    }
};

/// Tokens are the words of the roles.
Result<api::Caller> authenticateRole(const QByteArray &token) {
    const auto role = staff::roleFromString(QString::fromLatin1(token));
    if (!role)
        return failure(ErrorKind::Unauthorized, "session-over", "Sign in again.");
    return api::Caller{{7, "lin", "Lin", *role}, 2, {}};
}

struct RoutedWorld : SendingWorld {
    IdSource auditIds{clock, 2};
    staff::AuditLog audit{clock, auditIds};
    int wakes = 0;
    api::Application application{
        api::smsRoutes({database, list, log, audit}) +
            api::smsSendRoutes({database, sender, log, templates, audit, [](sms::Purpose) { return qint64(9'000); },
                                secrets.lookupKey}) +
            api::smsActRoutes({acts, bulks, audit, [this] { ++wakes; }}),
        api::authenticateWithKeys({{quoteKey, "rent", {staff::Permission::PricingRead}},
                                   {smsKey, "service", {staff::Permission::SmsSend, staff::Permission::SmsRead}},
                                   {{}, "nobody", {staff::Permission::SmsSend}}},
                                  authenticateRole),
        metrics};

    Answer ask(const QByteArray &method, const QString &below, const QJsonObject &body = {},
               const QByteArray &token = "qa", const QByteArray &key = {}) {
        http::Request request;
        request.method = method;
        request.path = base + below;
        request.headers = {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}};
        if (!key.isEmpty())
            request.headers.emplaceBack("Idempotency-Key", key);
        request.body = method == "GET" || method == "DELETE" ? QByteArray() : QJsonDocument(body).toJson();
        request.requestId = "request-9";
        const http::Response response = application.handle(request);
        return {response.status, QJsonDocument::fromJson(response.body).object()};
    }
    Answer post(const QString &below, const QJsonObject &body = {}, const QByteArray &token = "qa",
                const QByteArray &key = {}) {
        return ask("POST", below, body, token, key);
    }
    storage::Rows audited(const QString &action) {
        const auto rows = database.read([&](storage::Connection &c) {
            return c.query("staff/audit_of_action", {{"action", action}});
        });
        return rows.value_or(storage::Rows());
    }
    QString failedId() { return idToString(failed(SendingWorld::notice())); }
};

QJsonObject fee(const QString &amount = "43") {
    return {{"number", "0912-345-678"},
            {"template", "fee.mileage_due"},
            {"parameters", QJsonObject{{"kilometres", "12.4"}, {"amount", amount}, {"date", "11/30"}}}};
}

QJsonObject code() {
    return {{"number", "0912-345-678"},
            {"template", "otp.sign_in"},
            {"parameters", QJsonObject{{"code", "482913"}, {"minutes", 5}}}};
}

const QJsonObject reason{{"reason", "The rider called."}};
} // namespace

class SmsSendRoutesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherServiceSendsByItsKey_data() { StorageFixture::dialects(); }
    void anotherServiceSendsByItsKey() {
        RoutedWorld world;
        const Answer sent = world.post("/messages", fee(), smsKey, "fee-17");
        QCOMPARE(sent.status, 202);
        QCOMPARE(sent.body["state"].toString(), "created");
        QCOMPARE(sent.body["number"].toString(), "0912•••678");
        QCOMPARE(sent.body["request_id"].toString(), "request-9");
        QCOMPARE(sent.body["language"].toString(), "zh-TW");
        QVERIFY(sent.body["text"].toString().contains("NT$43"));
        QVERIFY(world.commits > 0); // the relay is told
        QVERIFY(world.work(*idFromString(sent.id())).outcome == queue::Outcome::Done);
        QCOMPARE(world.gateway.submissions.last().text, sent.body["text"].toString());
        const Answer seen = world.ask("GET", "/messages/" + sent.id(), {}, smsKey);
        QCOMPARE(seen.body["message"].toObject()["state"].toString(), "accepted");
        QCOMPARE(world.audited("sms.send").size(), 0); // no person acted
    }

    void aKeyIsGoodForItsOwnThingsOnly_data() { StorageFixture::dialects(); }
    void aKeyIsGoodForItsOwnThingsOnly() {
        RoutedWorld world;
        QCOMPARE(world.post("/messages", fee(), quoteKey).status, 403);
        QCOMPARE(world.ask("GET", "/templates", {}, quoteKey).status, 403);
        QCOMPARE(world.post("/messages", fee(), "a guess").status, 401);
        QCOMPARE(world.ask("GET", "/messages", {}, smsKey).status, 403); // the list is for people
        const QString id = world.failedId();
        QCOMPARE(world.post("/messages/" + id + "/resend", reason, smsKey).status, 403);
        QCOMPARE(world.post("/messages/" + id + "/reveal", {}, smsKey).status, 403);
        QCOMPARE(world.post("/bulk-resends/preview", {{"filter", QJsonObject()}}, smsKey).status, 403);
        QCOMPARE(world.all().size(), 1);
    }

    void staffSendByPermissionAndAreAudited_data() { StorageFixture::dialects(); }
    void staffSendByPermissionAndAreAudited() {
        RoutedWorld world;
        QCOMPARE(world.post("/messages", fee(), "pricing").status, 403);
        const Answer sent = world.post("/messages", fee(), "cs");
        QCOMPARE(sent.status, 202);
        const storage::Rows rows = world.audited("sms.send");
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].text("actor"), "lin");
        QCOMPARE(rows[0].text("target"), "sms-message/" + sent.id());
        QVERIFY(!rows[0].text("after").contains("345678"));
        QCOMPARE(world.post("/messages", code(), "admin").status, 403); // a person makes no codes
        QCOMPARE(world.post("/messages", code(), smsKey).status, 202);
        QCOMPARE(world.all().size(), 2);
        QVERIFY(!world.all().first().text.contains("482913"));
    }

    void oneKeyIsOneMessage_data() { StorageFixture::dialects(); }
    void oneKeyIsOneMessage() {
        RoutedWorld world;
        const Answer first = world.post("/messages", fee(), smsKey, "fee-17");
        const Answer again = world.post("/messages", fee(), smsKey, "fee-17");
        QCOMPARE(again.status, 202);
        QCOMPARE(again.body, first.body);
        const Answer other = world.post("/messages", fee("44"), smsKey, "fee-17");
        QCOMPARE(other.status, 409);
        QCOMPARE(other.code(), "idempotency-key-reused");
        QVERIFY(world.post("/messages", fee(), "qa", "fee-17").id() != first.id()); // keys are each caller's own
        QVERIFY(world.post("/messages", fee(), smsKey).id() != first.id());
        QCOMPARE(world.post("/messages", fee(), smsKey, QByteArray(129, 'x')).code(), "bad-idempotency-key");
        QCOMPARE(world.all().size(), 3);
        QCOMPARE(world.audited("sms.send").size(), 1);
    }

    void twoClientsAtOnceWithOneKeyGetOneMessage_data() { StorageFixture::dialects(); }
    void twoClientsAtOnceWithOneKeyGetOneMessage() {
        RoutedWorld world;
        for (int round = 0; round < 8; ++round) {
            const QByteArray key = "fee-" + QByteArray::number(round);
            std::latch begin(2);
            Answer here, there;
            std::thread other([&] {
                begin.arrive_and_wait();
                there = world.post("/messages", fee(), smsKey, key);
            });
            begin.arrive_and_wait();
            here = world.post("/messages", fee(), smsKey, key);
            other.join();
            QCOMPARE(here.status, 202);
            QCOMPARE(there.status, 202);
            QCOMPARE(here.id(), there.id());
        }
        QCOMPARE(world.all().size(), 8);
    }

    void mistakesAreToldByField_data() { StorageFixture::dialects(); }
    void mistakesAreToldByField() {
        RoutedWorld world;
        QJsonObject body = fee("12345678");
        body["number"] = "+1 212 555 0100";
        const Answer refused = world.post("/messages", body, smsKey);
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.fields(), "number parameters.amount");
        QVERIFY(world.all().isEmpty());
    }

    void templatesAreListedAndPreviewed_data() { StorageFixture::dialects(); }
    void templatesAreListedAndPreviewed() {
        RoutedWorld world;
        const QJsonArray items = world.ask("GET", "/templates").body["items"].toArray();
        QCOMPARE(items.size(), world.templates.all().size());
        for (const QJsonValue &item : items)
            QVERIFY(sms::templateFromJson(item.toObject()));
        const Answer preview =
            world.post("/templates/promo.weekend/preview",
                       {{"language", "en"}, {"parameters", QJsonObject{{"amount", 45}, {"days", "this weekend"}}}});
        QCOMPARE(preview.status, 200);
        QCOMPARE(preview.body["text"].toString(),
                 "WeMo: The first 30 min for NT$45, this weekend only. Get the coupon in "
                 "the app. Reply N to stop");
        QCOMPARE(preview.body["encoding"].toString(), "gsm7");
        QCOMPARE(preview.body["segments"].toInt(), 1);
        QCOMPARE(preview.body["cost_ten_thousandths"].toInt(), 9'000);
        QCOMPARE(world.post("/templates/nothing/preview").status, 404);
        QCOMPARE(world.post("/templates/promo.weekend/preview", {{"parameters", QJsonObject{{"amount", ""}}}}).fields(),
                 "parameters.amount");
        const Answer text = world.post("/preview", {{"text", QString(71, u'長')}});
        QCOMPARE(text.body["encoding"].toString(), "ucs2");
        QCOMPARE(text.body["units"].toInt(), 71);
        QCOMPARE(text.body["segments"].toInt(), 2);
        QCOMPARE(text.body["cost_ten_thousandths"].toInt(), 18'000);
        QCOMPARE(world.post("/preview", {}).status, 422);
    }

    void aMessageIsSentAgainWithAReason_data() { StorageFixture::dialects(); }
    void aMessageIsSentAgainWithAReason() {
        RoutedWorld world;
        const QString id = world.failedId(), path = "/messages/" + id + "/resend";
        QCOMPARE(world.post(path, {}).fields(), "reason");
        QCOMPARE(world.post(path, reason, "pricing").status, 403);
        const Answer sent = world.post(path, reason, "cs");
        QCOMPARE(sent.status, 201);
        QCOMPARE(sent.body["resend_of"].toString(), id);
        const Answer again = world.post(path, reason, "cs");
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), "resent-already");
        QCOMPARE(again.body["message_id"].toString(), sent.id());
        QCOMPARE(world.post("/messages/" + sent.id() + "/resend", reason).code(), "still-open");
        const storage::Rows rows = world.audited("sms.resend");
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].text("target"), "sms-message/" + id);
        QVERIFY(rows[0].text("after").contains(sent.id()));
        QCOMPARE(world.post("/messages/abc/resend", reason).status, 404);
        QCOMPARE(world.post("/messages/4711/resend", reason).code(), "message-not-found");
    }

    void aCodeIsRefusedWithItsReason_data() { StorageFixture::dialects(); }
    void aCodeIsRefusedWithItsReason() {
        RoutedWorld world;
        const QString id = idToString(world.failed(SmsWorld::message("otp:challenge:1")));
        world.openCode.refusal = "code-used";
        QCOMPARE(world.post("/messages/" + id + "/resend", reason).code(), "code-used");
        world.clock.advance(std::chrono::minutes(6));
        const Answer expired = world.post("/messages/" + id + "/resend", reason);
        QCOMPARE(expired.status, 409);
        QCOMPARE(expired.code(), "code-expired");
        QCOMPARE(world.audited("sms.resend").size(), 0);
    }

    void aScheduledOneIsCanceled_data() { StorageFixture::dialects(); }
    void aScheduledOneIsCanceled() {
        RoutedWorld world;
        QJsonObject body = fee();
        body["send_at"] = toIso(world.clock.now() + std::chrono::hours(1));
        const Answer sent = world.post("/messages", body, smsKey);
        QCOMPARE(sent.body["scheduled_at"].toString(), body["send_at"].toString());
        const QString path = "/messages/" + sent.id() + "/cancel";
        QCOMPARE(world.post(path, reason, "pricing").status, 403);
        const Answer canceled = world.post(path, reason, smsKey); // by the service that scheduled it
        QCOMPARE(canceled.status, 200);
        QCOMPARE(canceled.body["state"].toString(), "canceled");
        QCOMPARE(world.post(path, reason).code(), "too-late");
        QCOMPARE(world.audited("sms.cancel").size(), 1);
        QCOMPARE(world.audited("sms.cancel")[0].text("actor"), "service");
    }

    void theGatewayIsAskedNow_data() { StorageFixture::dialects(); }
    void theGatewayIsAskedNow() {
        RoutedWorld world;
        const Id id = world.SmsWorld::send(SendingWorld::notice());
        const QString path = "/messages/" + idToString(id) + "/poll";
        QCOMPARE(world.post(path).code(), "not-submitted");
        world.work(id);
        world.gateway.known = QList<sms::Receipt>{world.receipt(id, "100")};
        QCOMPARE(world.post(path, {{"x", 1}}).status, 422);
        const Answer polled = world.post(path, {}, "cs");
        QCOMPARE(polled.status, 200);
        QCOMPARE(polled.body["state"].toString(), "delivered");
        QCOMPARE(world.audited("sms.poll").size(), 1);
    }

    void failuresAreSentAgainInBulk_data() { StorageFixture::dialects(); }
    void failuresAreSentAgainInBulk() {
        RoutedWorld world;
        for (int i = 0; i < 3; ++i)
            world.failedId();
        const QJsonObject filter{{"state", QJsonArray{"rejected"}}, {"number", "0912345670"}};
        QCOMPARE(world.post("/bulk-resends/preview", {{"filter", filter}}, "cs").status, 403);
        const Answer preview = world.post("/bulk-resends/preview", {{"filter", filter}});
        QCOMPARE(preview.status, 200);
        QCOMPARE(preview.body["count"].toInt(), 3);
        QCOMPARE(preview.body["cost_ten_thousandths"].toInt(), 36'000);
        QJsonObject order{{"filter", filter}, {"reason", "The carrier was down."}, {"expected_count", 2}};
        const Answer changed = world.post("/bulk-resends", order);
        QCOMPARE(changed.status, 409);
        QCOMPARE(changed.code(), "count-changed");
        QCOMPARE(changed.body["count"].toInt(), 3);
        order["expected_count"] = 3;
        const Answer begun = world.post("/bulk-resends", order);
        QCOMPARE(begun.status, 202);
        QCOMPARE(begun.body["total"].toInt(), 3);
        QCOMPARE(world.wakes, 1);
        QCOMPARE(world.bulkWorker.step().value_or(-1), 3);
        const QString path = "/bulk-resends/" + begun.id();
        const Answer done = world.ask("GET", path);
        QCOMPARE(done.body["state"].toString(), "done");
        QCOMPARE(done.body["resent"].toInt(), 3);
        QCOMPARE(done.body["done"].toInt(), 3);
        QCOMPARE(world.ask("DELETE", path).body["state"].toString(), "done"); // nothing left to cancel
        QCOMPARE(world.ask("GET", "/bulk-resends/4711").status, 404);
        const storage::Rows rows = world.audited("sms.bulk-resend");
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].text("target"), "sms-bulk-resend/" + begun.id());
        QVERIFY(rows[0].text("before").contains("rejected") && !rows[0].text("before").contains("345670"));
        QCOMPARE(world.audited("sms.bulk-cancel").size(), 0);
        QCOMPARE(world.post("/bulk-resends/preview", {{"filter", QJsonObject{{"state", QJsonArray{"sent"}}}}}).fields(),
                 "filter.state");
        QCOMPARE(world.post("/bulk-resends/preview", {{"filter", QJsonObject{{"colour", "red"}}}}).fields(),
                 "filter.colour");
    }
};

QTEST_GUILESS_MAIN(SmsSendRoutesTest)
#include "sms_send_routes_test.moc"
