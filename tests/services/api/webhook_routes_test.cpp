#include "services/api/application.h"
#include "services/api/webhook_routes.h"
#include "services/sms/reply_list.h"
#include "tests/services/sms/sms_world.h"
#include "tests/support/postgres_server.h"

#include <QTest>

#include <future>

using namespace wemo;
using namespace wemo::tests;

namespace {
const QString token = QStringLiteral("a-secret-token");

Result<api::Caller> nobody(const QByteArray &) {
    return failure(ErrorKind::Unauthorized, "session-over", "Sign in again.");
}

http::Request call(const QByteArray &method, const QByteArray &form, const QString &with = token) {
    http::Request request;
    request.method = method;
    request.path = "/webhooks/every8d/" + with;
    if (method == "GET") {
        request.rawQuery = form;
        request.query = QUrlQuery(QString::fromLatin1(form));
    } else {
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = form;
    }
    return request;
}

QByteArray form(Id id, const QByteArray &status = "100", const QByteArray &rt = "20260101120001") {
    return "BatchID=batch-" + idToString(id).toLatin1() + "&RM=%2B886912345670&RT=" + rt + "&STATUS=" + status +
           "&SM=Hello&CustID=C&UserNo=1&ST=20260101120000&MR=" + idToString(id).toLatin1();
}

/// As the server does it: a late answer is waited for.
http::Response answerOf(const api::Application &application, const http::Request &request) {
    http::Response response = application.handle(request);
    if (!response.later)
        return response;
    std::promise<http::Response> promise;
    response.later([&promise](http::Response answered) { promise.set_value(std::move(answered)); });
    return promise.get_future().get();
}

QByteArray inLowerCase(const QByteArray &form) {
    QByteArrayList parts = form.split('&');
    for (QByteArray &part : parts)
        part = part.left(part.indexOf('=')).toLower() + part.mid(part.indexOf('='));
    return parts.join('&');
}

struct HookedWorld : SmsWorld {
    api::Application application{api::webhookRoutes({receipts, metrics, token.toLatin1()}), nobody, metrics};
    HookedWorld() { receipts.start(); }
    ~HookedWorld() { receipts.stop(); }
    int status(const http::Request &request) { return answerOf(application, request).status; }
    Id accepted() {
        const Id id = send();
        work(id);
        return id;
    }
};
} // namespace

class WebhookRoutesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReceiptIsTaken_data() {
        QTest::addColumn<storage::Dialect>("dialect");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<bool>("lowerCase");
        for (const char *method : {"GET", "POST"})
            for (const bool lowerCase : {false, true})
                QTest::addRow("%s %s", method, lowerCase ? "lower" : "as documented")
                    << storage::Dialect::Sqlite << QByteArray(method) << lowerCase;
    }
    void aReceiptIsTaken() {
        QFETCH(QByteArray, method);
        QFETCH(bool, lowerCase);
        HookedWorld world;
        const Id id = world.accepted();
        const QByteArray fields = lowerCase ? inLowerCase(form(id)) : form(id);
        const http::Response answer = answerOf(world.application, call(method, fields));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray());
        QTRY_COMPARE(world.state(id), "delivered");
        QCOMPARE(world.status(call(method, fields)), 200); // once more is once
        QCOMPARE(world.detail(id).events.size(), qsizetype(4));
    }

    void withoutTheTokenThereIsNothing_data() { StorageFixture::dialects(); }
    void withoutTheTokenThereIsNothing() {
        HookedWorld world;
        const Id id = world.accepted();
        for (const QString &wrong : {QString("guess"), token + 'x', token.chopped(1), token.toUpper(), QString()})
            for (const char *method : {"GET", "POST"})
                QCOMPARE(world.status(call(method, form(id), wrong)), 404);
        QCOMPARE(world.state(id), "accepted");
        QCOMPARE(world.status(call("PUT", form(id))), 405);
    }

    void anOrphanAndAnUnreadableOneAreAnswered_data() { StorageFixture::dialects(); }
    void anOrphanAndAnUnreadableOneAreAnswered() {
        HookedWorld world;
        QCOMPARE(world.status(call("POST", form(12345))), 200);
        QTRY_VERIFY(world.metrics.text().contains("outcome=\"orphan\"} 1"));
        for (const char *unreadable : {"", "STATUS=100", "BatchID=b&RM=%2B886912345670&STATUS=soon", "%%%=&&&"})
            QCOMPARE(world.status(call("POST", unreadable)), 200);
        QVERIFY(world.metrics.text().contains("outcome=\"unreadable\"} 4"));
    }

    void whoIsNotOnTheListIsNobody_data() { StorageFixture::dialects(); }
    void whoIsNotOnTheListIsNobody() {
        HookedWorld world;
        const Id id = world.accepted();
        const api::Application narrowed{api::webhookRoutes({world.receipts, world.metrics, token.toLatin1(),
                                                            *http::AddressList::parse("203.0.113.0/24")}),
                                        nobody, world.metrics};
        http::Request request = call("POST", form(id));
        request.remoteAddress = "198.51.100.1";
        QCOMPARE(answerOf(narrowed, request).status, 404);
        request.remoteAddress = "203.0.113.9";
        QCOMPARE(answerOf(narrowed, request).status, 200);
        QTRY_COMPARE(world.state(id), "delivered");
    }

    void aReplyIsListedWithItsText_data() { StorageFixture::dialects(); }
    void aReplyIsListedWithItsText() {
        HookedWorld world;
        const Id id = world.accepted();
        // "你好" in BIG5, and the same in UTF-8 a second later.
        QByteArray big5 = form(id, "999"), utf8 = form(id, "999", "20260101120002");
        big5.replace("SM=Hello", "SM=%A7A%A6n");
        utf8.replace("SM=Hello", "SM=" + QString::fromUtf8("你好").toUtf8().toPercentEncoding());
        QCOMPARE(world.status(call("POST", big5)), 200);
        QCOMPARE(world.status(call("GET", utf8)), 200);
        sms::ReplyList replies(world.database, world.secrets);
        QTRY_COMPARE(replies.page({}, 10, {})->items.size(), qsizetype(2));
        const auto page = replies.page({}, 10, {});
        for (const sms::Reply &reply : page->items) {
            QCOMPARE(reply.text, QString::fromUtf8("你好"));
            QCOMPARE(reply.messageId, std::optional(id));
        }
    }

    /// Only what is not answered with 200 comes again.
    void aStoreThatIsDownIsNoSuccess() {
        PostgresServer server;
        const auto opened = storage::Database::open(server.createDatabase());
        QVERIFY2(opened, server.log().constData());
        storage::Database &database = **opened;
        QVERIFY(database.migrate());
        FakeClock clock;
        IdSource ids{clock, 1};
        const runtime::Secrets secrets{QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "token", {}};
        metrics::Registry metrics;
        sms::MessageLog log{clock, ids, secrets};
        sms::ReceiptIntake receipts{database, log, metrics, [] {}};
        receipts.start();
        const api::Application application{api::webhookRoutes({receipts, metrics, token.toLatin1()}), nobody, metrics};
        QCOMPARE(answerOf(application, call("POST", form(1))).status, 200);
        server.kill();
        for (const char *method : {"GET", "POST"})
            QCOMPARE(answerOf(application, call(method, form(1, "0"))).status, 503);
        QCOMPARE(answerOf(application, call("POST", form(1), "guess")).status,
                 404); // nor does that tell a guesser more
        QVERIFY(server.start());
        QCOMPARE(answerOf(application, call("POST", form(1, "0"))).status, 200);
        const auto kept = [&] {
            const auto rows = database.read([](storage::Connection &c) { return c.query("sms/count_orphans"); });
            return rows ? rows->first().integer("total") : -1;
        };
        QTRY_COMPARE(kept(), qint64(2)); // what was in the inbox when it died is folded, too
    }
};

QTEST_GUILESS_MAIN(WebhookRoutesTest)
#include "webhook_routes_test.moc"
