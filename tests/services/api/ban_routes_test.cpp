#include "services/api/application.h"
#include "services/api/ban_routes.h"
#include "services/blocking/ban_importer.h"
#include "tests/services/blocking/ban_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::blocking;
using namespace wemo::tests;

namespace {
struct Answer {
    int status = 0;
    QJsonObject body;
    QString code() const { return body["code"].toString(); }
    QJsonArray items() const { return body["items"].toArray(); }
    QString field() const { return body["errors"].toArray()[0].toObject()["path"].toString(); }
};

/// Tokens are the words of the roles.
Result<api::Caller> authenticate(const QByteArray &token) {
    const auto role = staff::roleFromString(QString::fromLatin1(token));
    if (!role)
        return failure(ErrorKind::Unauthorized, "session-over", "Sign in again.");
    return api::Caller{{7, "lin", "Lin", *role}, 2, {}};
}

struct RoutedWorld : BanWorld {
    BanImporter importer{service.desk};
    api::BanDependencies dependencies{BanList(service.desk), BanImports(service.desk, [] {})};
    metrics::Registry metrics;
    api::Application application{api::banRoutes(dependencies) + api::banImportRoutes(dependencies), authenticate,
                                 metrics};

    Answer send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                const QByteArray &who = "admin", const QByteArray &version = {},
                const QByteArray &type = "application/json") {
        http::Request request;
        request.method = method;
        request.path = "/api/v1/blocking/" + path.section('?', 0, 0);
        request.rawQuery = path.section('?', 1).toLatin1();
        request.query = QUrlQuery(path.section('?', 1));
        request.headers = {{"Authorization", "Bearer " + who}, {"Content-Type", type}};
        if (!version.isEmpty())
            request.headers.append({"If-Match", version});
        request.body = body;
        const http::Response response = application.handle(request);
        return {response.status, QJsonDocument::fromJson(response.body).object()};
    }
    Answer post(const QString &path, const QJsonObject &body, const QByteArray &who = "admin") {
        return send("POST", path, QJsonDocument(body).toJson(), who);
    }
    Answer csv(const QByteArray &method, const QString &path, const QByteArray &text) {
        return send(method, path, text, "admin", {}, "text/csv; charset=utf-8");
    }
    void work() {
        while (importer.runOnce().value_or(false)) {
        }
    }
};
} // namespace

class BanRoutesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBanFromFirstToLast_data() { StorageFixture::dialects(); }
    void aBanFromFirstToLast() {
        RoutedWorld world;
        const Answer made =
            world.post("bans", {{"kind", "number"}, {"value", "0912-345-678"}, {"reason", "Fraud"}}, "cs");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.body["masked"].toString(), "0912•••678");
        QVERIFY(made.body["expires_at"].isNull() && made.body["import_id"].isNull());
        QVERIFY(world.service.isBanned("number", "+886912345678"));
        const Answer again = world.post("bans", {{"kind", "number"}, {"value", "0912345678"}, {"reason", "Fraud"}});
        QCOMPARE(again.status, 409);
        QCOMPARE(again.body["current"].toObject()["id"], made.body["id"]);
        QCOMPARE(world.send("GET", "bans?kind=number&state=active").items().size(), 1);
        QCOMPARE(world.post("bans/search", {{"value", "+886 912 345 678"}}, "qa").items().size(), 1);
        const QString path = "bans/" + made.body["id"].toString();
        const QByteArray edit = R"({"reason": "Worse", "expires_at": null})";
        QCOMPARE(world.send("PUT", path, edit).code(), "if-match");
        QCOMPARE(world.send("PUT", path, edit, "cs", "\"1\"").body["version"].toInt(), 2);
        const Answer stale = world.send("PUT", path, edit, "cs", "\"1\"");
        QCOMPARE(stale.status, 409);
        QCOMPARE(stale.body["current"].toObject()["reason"].toString(), "Worse");
        const Answer lifted =
            world.post("bans/lift", {{"ids", QJsonArray{made.body["id"]}}, {"reason", "A mistake"}}, "cs");
        QCOMPARE(lifted.body["lifted"].toInt(), 1);
        QVERIFY(!world.service.isBanned("number", "+886912345678"));
        QCOMPARE(world.post("bans/undo", {{"undo", lifted.body["undo"]}}, "cs").body["banned"].toInt(), 1);
        QVERIFY(world.service.isBanned("number", "+886912345678"));
        QCOMPARE(world.post("bans/undo", {{"undo", lifted.body["undo"]}}, "cs").status, 404);
    }

    void whoMayWhat_data() { StorageFixture::dialects(); }
    void whoMayWhat() {
        RoutedWorld world;
        QCOMPARE(world.send("GET", "bans", {}, "qa").status, 200);
        QCOMPARE(world.send("GET", "bans", {}, "pricing").status, 403);
        QCOMPARE(world.post("bans", {}, "qa").status, 403);
        QCOMPARE(world.post("bans/lift", {}, "qa").status, 403);
        QCOMPARE(world.send("GET", "ban-imports", {}, "cs").status, 403);
        QCOMPARE(world.post("ban-imports", {}, "cs").status, 403);
        QCOMPARE(world.send("GET", "bans", {}, "nobody").status, 401);
    }

    void badRequestsAreToldAtTheField_data() { StorageFixture::dialects(); }
    void badRequestsAreToldAtTheField() {
        RoutedWorld world;
        QCOMPARE(world.post("bans", {{"kind", "number"}, {"reason", "x"}}).field(), "value");
        QCOMPARE(world.post("bans", {{"kind", "address"}, {"cidr", "10.0.0.0/4"}, {"reason", "x"}}).field(), "cidr");
        QCOMPARE(world.post("bans", {{"kind", "robot"}, {"value", "x"}, {"reason", "x"}}).field(), "kind");
        QCOMPARE(
            world
                .post("bans",
                      {{"kind", "device"}, {"value", "x"}, {"reason", "x"}, {"expires_at", "2001-02-03T00:00:00Z"}})
                .field(),
            "expires_at");
        QCOMPARE(world.send("GET", "bans?state=odd").field(), "state");
        QCOMPARE(world.send("GET", "bans?number=0912345678").field(), "number");
        QCOMPARE(world.send("GET", "bans?limit=2001").field(), "limit");
        QCOMPARE(world.send("GET", "bans?cursor=x").field(), "cursor");
        QCOMPARE(world.post("bans/lift", {{"ids", QJsonArray{"x"}}, {"reason", "x"}}).field(), "ids");
        QCOMPARE(world.csv("POST", "ban-imports", "kind,value\n").field(), "name");
        QCOMPARE(world.send("GET", "ban-imports/1").status, 404);
        QCOMPARE(world.csv("PUT", "ban-imports/1/parts/1", "x").status, 404);
    }

    void aSmallFileAndOneInParts_data() { StorageFixture::dialects(); }
    void aSmallFileAndOneInParts() {
        RoutedWorld world;
        const Answer whole = world.csv("POST", "ban-imports?dry_run=1&name=a.csv",
                                       "kind,value\ndevice,d1\ndevice,d2\ndevice,d1\nnumber,x\n");
        QCOMPARE(whole.status, 202);
        world.work();
        const QString path = "ban-imports/" + whole.body["id"].toString();
        const Answer ready = world.send("GET", path);
        QCOMPARE(ready.body["state"].toString(), "ready");
        QCOMPARE(ready.body["lines"].toInt(), 4);
        QCOMPARE(ready.body["good"].toInt(), 2);
        QCOMPARE(ready.body["bad"].toInt(), 1);
        QCOMPARE(ready.body["duplicates"].toInt(), 1);
        QCOMPARE(ready.body["errors"].toArray()[0].toObject()["line"].toInt(), 5);
        QCOMPARE(world.send("POST", path + "/commit").status, 202);
        world.work();
        QCOMPARE(world.send("GET", path).body["done"].toInt(), 2);
        QVERIFY(world.service.isBanned("device", "d2"));
        QCOMPARE(world.send("GET", "bans?import=" + whole.body["id"].toString()).items().size(), 2);
        QCOMPARE(world.post(path + "/undo", {{"reason", "Wrong"}}).status, 202);
        world.work();
        QCOMPARE(world.send("GET", path).body["state"].toString(), "undone");
        QVERIFY(!world.service.isBanned("device", "d2"));

        const QByteArray text = "kind,value\r\ndevice,e1\r\n";
        const Answer begun = world.post("ban-imports", {{"name", "b.csv"}, {"total_bytes", text.size()}});
        QCOMPARE(begun.status, 201);
        QCOMPARE(begun.body["total"].toInt(), text.size());
        const QString parts = "ban-imports/" + begun.body["id"].toString();
        QCOMPARE(world.send("POST", parts + "/commit").code(), "parts-missing");
        QCOMPARE(world.csv("PUT", parts + "/parts/0", text.left(14)).body["done"].toInt(), 14);
        QCOMPARE(world.csv("PUT", parts + "/parts/x", text.mid(14)).field(), "part");
        QCOMPARE(world.csv("PUT", parts + "/parts/1", text.mid(14)).body["state"].toString(), "checking");
        QCOMPARE(world.send("POST", parts + "/commit").status, 202);
        world.work();
        QVERIFY(world.service.isBanned("device", "e1"));
        const Answer dropped = world.post("ban-imports", {{"name", "c.csv"}, {"total_bytes", 10}});
        QCOMPARE(world.send("DELETE", "ban-imports/" + dropped.body["id"].toString()).body["state"].toString(),
                 "canceled");
        QCOMPARE(world.send("GET", "ban-imports?limit=2").items().size(), 2);
    }
};

QTEST_GUILESS_MAIN(BanRoutesTest)
#include "ban_routes_test.moc"
