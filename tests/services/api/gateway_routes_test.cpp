#include "services/api/application.h"
#include "services/api/gateway_routes.h"
#include "services/sms/mitake/mitake_receipts.h"
#include "tests/services/sms/sms_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <future>

using namespace wemo;
using namespace wemo::tests;

namespace {
const QByteArray token = "a-secret-token";

/// Tokens are the words of the roles.
Result<api::Caller> authenticate(const QByteArray &word) {
    const auto role = staff::roleFromString(QString::fromLatin1(word));
    if (!role)
        return failure(ErrorKind::Unauthorized, "session-over", "Sign in again.");
    return api::Caller{{7, "lin", "Lin", *role}, 2, {}};
}

struct GatewayWorld : SmsWorld {
    sms::Balances balances{gateways, clock, metrics, std::chrono::hours(1)};
    api::Application application{
        api::gatewayRoutes({gateways, balances}) +
            api::webhookRoutes({receipts, metrics, token, {}, {api::every8dWebhook(), api::mitakeWebhook()}}),
        authenticate, metrics};
    GatewayWorld() { receipts.start(); }
    ~GatewayWorld() { receipts.stop(); }

    http::Response get(const QString &path, const QByteArray &query = {}, const QByteArray &role = "cs") {
        http::Request request;
        request.method = "GET";
        request.path = path;
        request.rawQuery = query;
        request.query = QUrlQuery(QString::fromLatin1(query));
        request.headers = {{"Authorization", "Bearer " + role}};
        http::Response response = application.handle(request);
        if (!response.later)
            return response;
        std::promise<http::Response> promise;
        response.later([&promise](http::Response answered) { promise.set_value(std::move(answered)); });
        return promise.get_future().get();
    }
    QJsonObject only(const QByteArray &role = "cs") {
        return QJsonDocument::fromJson(get("/api/v1/sms/gateways", {}, role).body)["items"][0].toObject();
    }
};
} // namespace

class GatewayRoutesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsHowTheyAre_data() { StorageFixture::dialects(); }
    void tellsHowTheyAre() {
        GatewayWorld world;
        QJsonObject item = world.only();
        QCOMPARE(item["name"].toString(), "fake");
        QCOMPARE(item["weights"].toObject()["otp"].toInt(), 1);
        QCOMPARE(item["state"].toString(), "up");
        QVERIFY(item["balance"].isNull() && item["balance_at"].isNull() && item["idempotent_hours"].isNull());
        world.gateway.credit = 12'3400;
        world.gateway.idempotent = std::chrono::hours(12);
        world.balances.refresh();
        for (int i = 0; i < 5; ++i)
            world.gateways.told("fake", {sms::DeliveryState::SubmitUnknown, {}, "timeout", "no-answer", "silence"});
        item = world.only();
        QCOMPARE(item["balance"].toInt(), 12'3400);
        QCOMPARE(item["balance_at"].toString(), toIso(world.clock.now()));
        QCOMPARE(item["idempotent_hours"].toInt(), 12);
        QCOMPARE(item["state"].toString(), "down");
    }

    void notForEverybody_data() { StorageFixture::dialects(); }
    void notForEverybody() {
        GatewayWorld world;
        QCOMPARE(world.get("/api/v1/sms/gateways", {}, "stranger").status, 401);
        QCOMPARE(world.get("/api/v1/sms/gateways", "what=1").status, 422);
    }

    void mitakesReceiptsAreTakenAndAnsweredItsWay_data() { StorageFixture::dialects(); }
    void mitakesReceiptsAreTakenAndAnsweredItsWay() {
        GatewayWorld world;
        world.gateway.answers = {FakeGateway::accepted("1957148324")};
        const Id id = world.send();
        world.work(id);
        const QString path = "/webhooks/mitake/" + QString::fromLatin1(token);
        const QByteArray form = "msgid=1957148324&dstaddr=0912345670&dlvtime=20240709104214&donetime=20240709104219"
                                "&statusstr=DELIVRD&statuscode=0&StatusFlag=";
        const http::Response taken = world.get(path, form + '4');
        QCOMPARE(taken.status, 200);
        QCOMPARE(taken.body, "magicid=sms_gateway_rpack\nmsgid=1957148324\n");
        QTRY_COMPARE(world.state(id), "delivered");
        QCOMPARE(world.detail(id).events.last().rawCode, "4");
        // What cannot be read is answered, and not in Mitake's way.
        QCOMPARE(world.get(path, "msgid=1957148324").body, QByteArray());
        QCOMPARE(world.get("/webhooks/mitake/wrong", form + '8').status, 404);
        QCOMPARE(world.state(id), "delivered");
    }
};

QTEST_GUILESS_MAIN(GatewayRoutesTest)
#include "gateway_routes_test.moc"
