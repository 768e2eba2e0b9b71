#include "services/api/application.h"
#include "services/api/reply_routes.h"
#include "tests/services/sms/sms_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;

namespace {
struct RepliesWorld : SmsWorld {
    sms::ReplyList replies{database, secrets};
    api::Application application{api::replyRoutes(replies),
                                 [](const QByteArray &token) -> Result<api::Caller> {
                                     api::Caller caller;
                                     caller.account.role =
                                         token == "cs" ? staff::Role::CustomerService : staff::Role::Pricing;
                                     return caller;
                                 },
                                 metrics};
    http::Response get(const QString &query, const QByteArray &token = "cs") {
        http::Request request;
        request.method = "GET";
        request.path = "/api/v1/sms/replies";
        request.query = QUrlQuery(query);
        request.headers = {{"Authorization", "Bearer " + token}};
        return application.handle(request);
    }
    void reply(Id id, const QString &text, int last = 0) {
        sms::Receipt receipt = this->receipt(id, "999", 1, last);
        receipt.isReply = true;
        receipt.gateway = "every8d";
        if (!receipts.take(sms::Incoming{receipt, text}))
            qFatal("not taken");
    }
};

QJsonObject bodyOf(const http::Response &response) {
    return QJsonDocument::fromJson(response.body).object();
}
} // namespace

class ReplyRoutesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lists_data() { StorageFixture::dialects(); }
    void lists() {
        RepliesWorld world;
        const Id id = world.send();
        world.work(id);
        world.reply(id, QStringLiteral("收到"));
        world.reply(7, "who is this", 1);
        const QJsonObject page = bodyOf(world.get({}));
        QVERIFY(page["next_cursor"].isNull());
        const QJsonArray items = page["items"].toArray();
        QCOMPARE(items.size(), qsizetype(2));
        QVERIFY(items[0]["message_id"].isNull());
        QCOMPARE(items[0]["text"].toString(), "who is this");
        QCOMPARE(items[1]["message_id"].toString(), idToString(id));
        QCOMPARE(items[1]["number"].toString(), world.number().masked());
        QCOMPARE(items[1]["gateway"].toString(), "every8d");
        const auto read = sms::replyFromJson(items[1].toObject());
        QVERIFY(read);
        QCOMPARE(toJson(*read), items[1].toObject());
        QCOMPARE(bodyOf(world.get("limit=1"))["items"].toArray().size(), qsizetype(1));
        QCOMPARE(bodyOf(world.get("number=0912345670"))["items"].toArray().size(), qsizetype(1));
    }

    void refuses() {
        StorageFixture fixture(storage::Dialect::Sqlite);
        runtime::Secrets secrets{QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "token", {}};
        sms::ReplyList replies(fixture.database(), secrets);
        metrics::Registry metrics;
        staff::Role role = staff::Role::CustomerService;
        const api::Application application{api::replyRoutes(replies),
                                           [&](const QByteArray &) -> Result<api::Caller> {
                                               api::Caller caller;
                                               caller.account.role = role;
                                               return caller;
                                           },
                                           metrics};
        const auto status = [&](const QString &query) {
            http::Request request;
            request.method = "GET";
            request.path = "/api/v1/sms/replies";
            request.query = QUrlQuery(query);
            request.headers = {{"Authorization", "Bearer x"}};
            return application.handle(request).status;
        };
        QCOMPARE(status({}), 200);
        for (const char *bad : {"limit=0", "limit=501", "number=nobody", "cursor=%25%25", "surprise=1"})
            QCOMPARE(status(QString::fromLatin1(bad)), 422);
        role = staff::Role::Pricing;
        QCOMPARE(status({}), 403);
    }
};

QTEST_GUILESS_MAIN(ReplyRoutesTest)
#include "reply_routes_test.moc"
