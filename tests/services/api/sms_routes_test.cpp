#include "services/api/application.h"
#include "services/api/sms_routes.h"
#include "tests/services/sms/sms_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;

namespace {
const QString messages = QStringLiteral("/api/v1/sms/messages");

struct Answer {
    int status = 0;
    QJsonObject body;
    QString code() const { return body["code"].toString(); }
    QString field() const { return body["errors"].toArray()[0].toObject()["path"].toString(); }
};

/// Tokens are the words of the roles.
Result<api::Caller> authenticate(const QByteArray &token) {
    const auto role = staff::roleFromString(QString::fromLatin1(token));
    if (!role)
        return failure(ErrorKind::Unauthorized, "session-over", "Sign in again.");
    return api::Caller{{7, "lin", "Lin", *role}, 2, {}};
}

/// The routes with everything below them, as a client meets them. The audit log's ids are its own, so that a test can
/// make its insertion fail.
struct RoutedWorld : SmsWorld {
    std::optional<IdSource> auditIds{std::in_place, clock, 2};
    staff::AuditLog audit{clock, *auditIds};
    api::Application application{api::smsRoutes({database, list, log, audit}), authenticate, metrics};

    Answer send(const QByteArray &method, const QString &path, const QString &query = {}, const QByteArray &body = {},
                const QByteArray &role = "cs") {
        http::Request request;
        request.method = method;
        request.path = path;
        request.rawQuery = query.toLatin1();
        request.query = QUrlQuery(query);
        request.headers = {{"Authorization", "Bearer " + role}, {"Content-Type", "application/json"}};
        request.body = body;
        const http::Response response = application.handle(request);
        return {response.status, QJsonDocument::fromJson(response.body).object()};
    }
    Answer get(const QString &path, const QString &query = {}) { return send("GET", path, query); }
    Answer reveal(const QString &id, const QByteArray &role = "cs") {
        return send("POST", messages + u'/' + id + "/reveal", {}, "{}", role);
    }
    storage::Rows reveals() {
        const auto rows = database.read([](storage::Connection &c) {
            return c.query("staff/audit_of_action", {{"action", "sms.reveal"}});
        });
        return rows.value_or(storage::Rows());
    }
};
} // namespace

class SmsRoutesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void badQueriesAreRefusedByField_data() {
        QTest::addColumn<storage::Dialect>("dialect");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("field");
        for (const QString &path : {messages, messages + "/outline"}) {
            const auto row = [&path](const char *query, const char *field) {
                QTest::addRow("%s?%s", qPrintable(path), query)
                    << storage::Dialect::Sqlite << path << QString(query) << QString(field);
            };
            row("state=lost", "state");
            row("state=sent,lost", "state");
            row("number=hello", "number");
            row("from=yesterday", "from");
            row("to=2026-13-01T00:00:00Z", "to");
            row("purpose=spam", "purpose");
            row("batch=a&batch=b", "batch");
            row("colour=red", "colour");
        }
        QTest::newRow("limit 0") << storage::Dialect::Sqlite << messages << "limit=0"
                                 << "limit";
        QTest::newRow("limit 2001") << storage::Dialect::Sqlite << messages << "limit=2001"
                                    << "limit";
        QTest::newRow("limit word") << storage::Dialect::Sqlite << messages << "limit=all"
                                    << "limit";
        QTest::newRow("every 9") << storage::Dialect::Sqlite << messages + "/outline"
                                 << "every=9"
                                 << "every";
        QTest::newRow("cursor") << storage::Dialect::Sqlite << messages << "cursor=nonsense"
                                << "cursor";
        QTest::newRow("outline cursor") << storage::Dialect::Sqlite << messages + "/outline"
                                        << "cursor=x"
                                        << "cursor";
    }
    void badQueriesAreRefusedByField() {
        QFETCH(QString, path);
        QFETCH(QString, query);
        QFETCH(QString, field);
        RoutedWorld world;
        const Answer answer = world.get(path, query);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.field(), field);
    }

    void aDetailTakesNoParameters_data() { StorageFixture::dialects(); }
    void aDetailTakesNoParameters() {
        RoutedWorld world;
        const QString id = idToString(world.SmsWorld::send());
        QCOMPARE(world.get(messages + u'/' + id).status, 200);
        const Answer answer = world.get(messages + u'/' + id, "colour=red");
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.field(), "colour");
    }

    void pagesFollowOneAnother_data() { StorageFixture::dialects(); }
    void pagesFollowOneAnother() {
        RoutedWorld world;
        QStringList sent;
        for (int i = 0; i < 3; ++i)
            sent.prepend(idToString(world.SmsWorld::send(SmsWorld::message(QString("key-%1").arg(i), i))));
        QStringList seen;
        QString cursor;
        do {
            const Answer page = world.get(messages, "limit=2" + (cursor.isEmpty() ? QString() : "&cursor=" + cursor));
            QCOMPARE(page.status, 200);
            const QJsonArray items = page.body["items"].toArray();
            for (const QJsonValue &item : items)
                seen.append(item["id"].toString());
            cursor = page.body["next_cursor"].toString();
        } while (!cursor.isEmpty());
        QCOMPARE(seen, sent);
        const Answer outline = world.get(messages + "/outline", "every=10");
        QCOMPARE(outline.body["total"].toInt(), 3);
        QCOMPARE(outline.body["is_exact"].toBool(), true);
        QCOMPARE(outline.body["estimate"].toInt(), 3);
        QCOMPARE(outline.body["anchors"].toArray().size(), 1);
    }

    void everyFilterReachesTheList_data() { StorageFixture::dialects(); }
    void everyFilterReachesTheList() {
        RoutedWorld world;
        const Id id = world.SmsWorld::send();
        QVERIFY(world.SmsWorld::send(SmsWorld::message("another", 1)) != 0);
        world.work(id);
        world.receipts.take(world.receipt(id, "104"));
        const QString batch = "batch=batch-" + idToString(id);
        for (const QString &one : {batch, QString("number=0912345670"), QString("gateway=fake,other")})
            for (const char *all : {"purpose=otp", "template=otp.sign_in,x", "request=request-1", "limit=2000"}) {
                const Answer page = world.get(messages, one + u'&' + all);
                QCOMPARE(page.status, 200);
                QCOMPARE(page.body["items"].toArray().size(), 1);
                QCOMPARE(page.body["items"].toArray()[0].toObject()["id"].toString(), idToString(id));
            }
        for (const char *none : {"batch=x", "request=x", "reason=x", "gateway=x", "template=x", "purpose=marketing"})
            QCOMPARE(world.get(messages, none).body["items"].toArray().size(), 0);
    }

    void aCursorIsOfItsFilterOnly_data() { StorageFixture::dialects(); }
    void aCursorIsOfItsFilterOnly() {
        RoutedWorld world;
        for (int i = 0; i < 3; ++i)
            QVERIFY(world.SmsWorld::send(SmsWorld::message(QString("key-%1").arg(i), i)) != 0);
        const QString cursor = world.get(messages, "state=created&limit=1").body["next_cursor"].toString();
        QVERIFY(!cursor.isEmpty());
        QCOMPARE(world.get(messages, "state=created&cursor=" + cursor).status, 200);
        for (const char *other : {"", "state=sent&", "state=created&number=0912345671&"}) {
            const Answer answer = world.get(messages, QString(other) + "cursor=" + cursor);
            QCOMPARE(answer.status, 422);
            QCOMPARE(answer.code(), "cursor-mismatch");
            QCOMPARE(answer.field(), "cursor");
        }
    }

    void whatIsNotThereIsNotFound_data() { StorageFixture::dialects(); }
    void whatIsNotThereIsNotFound() {
        RoutedWorld world;
        for (const char *id : {"1", "0", "-1", "abc", "99999999999999999999", "1e3", " 1"}) {
            QCOMPARE(world.get(messages + u'/' + id).status, 404);
            QCOMPARE(world.reveal(id).status, 404);
        }
        QCOMPARE(world.reveals().size(), 0);
    }

    void aRevealIsAudited_data() { StorageFixture::dialects(); }
    void aRevealIsAudited() {
        RoutedWorld world;
        const QString id = idToString(world.SmsWorld::send());
        const Answer answer = world.reveal(id);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QJsonObject({{"number", SmsWorld::number().e164()}}));
        const storage::Rows rows = world.reveals();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].integer("actor_id"), 7);
        QCOMPARE(rows[0].text("actor"), "lin");
        QCOMPARE(rows[0].text("target"), "sms-message/" + id);
    }

    void withoutItsAuditRowNothingIsRevealed_data() { StorageFixture::dialects(); }
    void withoutItsAuditRowNothingIsRevealed() {
        RoutedWorld world;
        const QString id = idToString(world.SmsWorld::send());
        QVERIFY(world.reveal(id).status == 200);
        world.auditIds.emplace(world.clock, 2); // the next row's id is taken
        const Answer answer = world.reveal(id);
        QVERIFY2(answer.status >= 400, qPrintable(QString::number(answer.status)));
        QVERIFY(!answer.body.contains("number"));
        QCOMPARE(world.reveals().size(), 1);
    }

    void aRevealNeedsItsPermissionAndAnEmptyObject_data() { StorageFixture::dialects(); }
    void aRevealNeedsItsPermissionAndAnEmptyObject() {
        RoutedWorld world;
        const QString id = idToString(world.SmsWorld::send());
        QCOMPARE(world.reveal(id, "qa").status, 403);
        QCOMPARE(world.reveal(id, "nobody").status, 401);
        const QString path = messages + u'/' + id + "/reveal";
        QCOMPARE(world.send("POST", path, {}, "{\"why\":1}").field(), "why");
        QCOMPARE(world.send("POST", path, {}, "[]").status, 400);
        QCOMPARE(world.reveals().size(), 0);
    }
};

QTEST_GUILESS_MAIN(SmsRoutesTest)
#include "sms_routes_test.moc"
