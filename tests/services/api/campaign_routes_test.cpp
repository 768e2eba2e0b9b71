#include "services/api/application.h"
#include "services/api/campaign_routes.h"
#include "tests/services/pricing/campaign_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::pricing;
using namespace wemo::tests;

namespace {
const QString base = QStringLiteral("/api/v1/pricing/");

struct Answer {
    int status = 0;
    QJsonObject body;
    QString code() const { return body["code"].toString(); }
};

/// Tokens are names: "lin" and "chen" work on prices, "guest" only reads.
Result<api::Caller> authenticate(const QByteArray &token) {
    const Id id = token == "lin" ? 1 : token == "chen" ? 2 : 3;
    const QString name = QString::fromLatin1(token);
    const auto role = token == "guest" ? staff::Role::CustomerService : staff::Role::Pricing;
    return api::Caller{{id, name, name, role}, 2, {}};
}

struct RoutedWorld : CampaignWorld {
    metrics::Registry metrics;
    api::CampaignDependencies dependencies{campaigns, rehearsals, clock};
    api::Application application{api::campaignRoutes(dependencies), authenticate, metrics};

    Answer send(const QByteArray &method, const QString &path, const QJsonObject &body = {},
                const QByteArray &who = "lin", const QByteArray &version = {}) {
        http::Request request;
        request.method = method;
        request.path = base + path.section('?', 0, 0);
        request.rawQuery = path.section('?', 1).toLatin1();
        request.query = QUrlQuery(path.section('?', 1));
        request.headers = {{"Authorization", "Bearer " + who}, {"Content-Type", "application/json"}};
        if (!version.isEmpty())
            request.headers.append({"If-Match", version});
        if (method == "POST" || method == "PUT")
            request.body = QJsonDocument(body).toJson();
        const http::Response response = application.handle(request);
        return {response.status, QJsonDocument::fromJson(response.body).object()};
    }
};
} // namespace

class CampaignRoutesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPriceChangeFromDraftToRollback_data() { StorageFixture::dialects(); }
    void aPriceChangeFromDraftToRollback() {
        RoutedWorld world;
        const Answer made = world.send("POST", "campaigns", editJson(world.edit(24, 3)));
        QCOMPARE(made.status, 201);
        const QString path = "campaigns/" + made.body["id"].toString();
        QCOMPARE(world.send("GET", path).body, made.body);
        QCOMPARE(world.send("PUT", path, editJson(world.edit(24, 4))).code(), "if-match");
        QCOMPARE(world.send("PUT", path, editJson(world.edit(24, 4)), "lin", "\"1\"").body["version"].toInt(), 2);
        const Answer late = world.send("PUT", path, editJson(world.edit(24, 5)), "chen", "1");
        QCOMPARE(late.status, 409);
        QCOMPARE(late.code(), "stale");
        QCOMPARE(late.body["current"].toObject()["version"].toInt(), 2);
        const QJsonArray list = world.send("GET", "campaigns?limit=5").body["items"].toArray();
        QCOMPARE(list.size(), 1);
        QVERIFY(!list[0].toObject().contains("items"));
        for (const QString &what : {"/dry-run", "/rehearse"})
            QVERIFY(rehearsalFromJson(world.send("POST", path + what).body)->isOk);
        QCOMPARE(world.send("POST", path + "/submit", {{"version", 2}}).body["status"].toString(), "submitted");
        QCOMPARE(world.send("POST", path + "/approve", {{"version", 3}}).code(), "four-eyes");
        QCOMPARE(world.send("POST", path + "/approve", {{"version", 3}}, "chen").body["status"].toString(),
                 "scheduled");
        QVERIFY(rehearsalFromJson(world.send("POST", path + "/rehearse-rollback").body)->isRestored);
        const Answer back = world.send("POST", path + "/rollback", {{"version", 4}, {"note", "No"}}, "chen");
        QCOMPARE(back.body["status"].toString(), "rolled_back");
        QCOMPARE(world.send("DELETE", path + "?version=5").code(), "wrong-state");
    }

    void whoMayWhat_data() { StorageFixture::dialects(); }
    void whoMayWhat() {
        RoutedWorld world;
        QCOMPARE(world.send("GET", "inventory", {}, "guest").body["items"].toArray().size(), 3);
        QCOMPARE(world.send("GET", "campaigns", {}, "guest").status, 200);
        const QString one = "campaigns/1";
        for (const char *what : {"submit", "approve", "reject", "withdraw", "rollback", "dry-run", "rehearse"})
            QCOMPARE(world.send("POST", one + '/' + what, {{"version", 1}}, "guest").status, 403);
        QCOMPARE(world.send("POST", "campaigns", editJson(world.edit(24, 3)), "guest").status, 403);
        QCOMPARE(world.send("DELETE", one + "?version=1", {}, "guest").status, 403);
    }

    void badRequestsAreToldAtTheField_data() { StorageFixture::dialects(); }
    void badRequestsAreToldAtTheField() {
        RoutedWorld world;
        const auto fields = [](const Answer &answer) {
            QStringList result{QString::number(answer.status)};
            for (const QJsonValue &error : answer.body["errors"].toArray())
                result.append(error["path"].toString() + ' ' + error["code"].toString());
            return result.join(", ");
        };
        QJsonObject json = editJson(world.edit(24, 3));
        QJsonArray items = json["items"].toArray();
        QJsonObject broken = items[2].toObject();
        QJsonObject config = broken["config"].toObject();
        config["components"] = QJsonArray{QJsonObject{{"component", "magic"}}};
        broken["config"] = config;
        items[2] = broken;
        json["items"] = items;
        QVERIFY2(fields(world.send("POST", "campaigns", json)).contains("items[2].config.components[0]"),
                 qPrintable(fields(world.send("POST", "campaigns", json))));
        json["items"] = QJsonArray();
        json["publish_at"] = "2001-02-03T00:00:00Z";
        QCOMPARE(fields(world.send("POST", "campaigns", json)), "422, publish_at past, items empty");
        QCOMPARE(fields(world.send("GET", "inventory?at=31+February")).left(10), "422, at ba");
        QCOMPARE(world.send("DELETE", "campaigns/1").status, 422);
        QCOMPARE(world.send("GET", "campaigns/1").code(), "campaign-not-found");
        QCOMPARE(world.send("POST", "campaigns/1/dry-run").code(), "campaign-not-found");
        QCOMPARE(world.send("POST", "campaigns/1/approve", {{"version", 1}}, "chen").code(), "campaign-not-found");
    }
};

QTEST_APPLESS_MAIN(CampaignRoutesTest)
#include "campaign_routes_test.moc"
