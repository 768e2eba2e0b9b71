// The real service, killed between every two steps of a change of the ban list: what was committed is in force after
// the next start, and an import goes on.
#include "services/redis/pool.h"
#include "tests/support/service_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;

namespace {
const QString base = QStringLiteral("/api/v1/blocking/");

class Stand {
public:
    bool start(const QString &failpoint = {}) {
        if (!m_service.start(failpoint))
            return false;
        // Nobody signs in while the ban list is made anew; one that died at it holds its lock for ten seconds.
        return QTest::qWaitFor(
            [this] {
                m_token = m_service.signIn("admin");
                return !m_token.isEmpty();
            },
            30'000);
    }
    ServiceProgram &service() { return m_service; }
    ServiceProgram::Answer send(const QByteArray &method, const QString &path, const QByteArray &body = {},
                                const QByteArray &type = "application/json") {
        return m_service.send(method, base + path, body, m_token, type);
    }
    ServiceProgram::Answer post(const QString &path, const QJsonObject &body) {
        return send("POST", path, QJsonDocument(body).toJson());
    }
    /// In SQL, by the service's own list.
    int listed() {
        int count = 0;
        for (QString cursor;;) {
            const auto page = send("GET", "bans?limit=2000" + (cursor.isEmpty() ? QString() : "&cursor=" + cursor));
            count += static_cast<int>(page.body["items"].toArray().size());
            cursor = page.body["next_cursor"].toString();
            if (cursor.isEmpty())
                return count;
        }
    }
    /// In Redis, whoever put them there.
    int copied() {
        redis::Options options;
        options.unixSocket = m_folder.filePath("data/redis.sock").toStdString();
        redis::Pool pool(options);
        const auto keys = pool.command({"KEYS", "wemo:{blocking}:bans:*"});
        int count = 0;
        for (const redis::Reply &key : keys ? keys->items : std::vector<redis::Reply>())
            if (const auto length = pool.command({"HLEN", key.text}))
                count += static_cast<int>(length->integer);
        return count;
    }
    void flushRedis() {
        redis::Options options;
        options.unixSocket = m_folder.filePath("data/redis.sock").toStdString();
        (void)redis::Pool(options).command({"FLUSHALL"});
    }
    QString stateOf(const QString &import) { return send("GET", "ban-imports/" + import).body["state"].toString(); }

private:
    QTemporaryDir m_folder{QStringLiteral("/tmp/wemo-bans-XXXXXX")}; // short: a Redis socket lies in it
    ServiceProgram m_service{m_folder.filePath("data"),
                             {"--demo-messages", "0", "--demo-traffic", "0", "--demo-rides", "0"}};
    QString m_token;
};

QByteArray file(int rows) {
    QByteArray text = "kind,value\n";
    for (int i = 0; i < rows; ++i)
        text += "device,import-" + QByteArray::number(i) + '\n';
    return text;
}
} // namespace

class BanKill9Test final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCommittedBanIsInForceAfterTheNextStart_data() {
        QTest::addColumn<QString>("failpoint");
        for (const char *point : {"bans.committed", "bans.applied-page"})
            QTest::newRow(point) << QString(point);
    }
    void aCommittedBanIsInForceAfterTheNextStart() {
        QFETCH(QString, failpoint);
        Stand stand;
        QVERIFY2(stand.start(), stand.service().output().constData());
        const int before = stand.listed();
        QCOMPARE(stand.service().terminate(), 0);
        QVERIFY(stand.start(failpoint));
        (void)stand.post("bans", {{"kind", "device"}, {"value", "killed"}, {"reason", "Fraud"}});
        QVERIFY(stand.service().diesOfKill());
        QVERIFY(stand.start());
        QCOMPARE(stand.listed(), before + 1);
        QCOMPARE(stand.copied(), before + 1);
    }

    void anImportGoesOn_data() {
        QTest::addColumn<QString>("failpoint");
        for (const char *point : {"bans.import-checked", "bans.import-batch:2"})
            QTest::newRow(point) << QString(point);
    }
    void anImportGoesOn() {
        QFETCH(QString, failpoint);
        constexpr int rows = 12'000;
        Stand stand;
        QVERIFY2(stand.start(failpoint), stand.service().output().constData());
        const int before = stand.listed();
        const auto begun = stand.send("POST", "ban-imports?name=a.csv", file(rows), "text/csv");
        const QString id = begun.body["id"].toString();
        QVERIFY(!id.isEmpty());
        QVERIFY(stand.service().diesOfKill());
        QVERIFY(stand.start("bans.import-undo-batch"));
        QTRY_COMPARE_WITH_TIMEOUT(stand.stateOf(id), "done", 30'000);
        QCOMPARE(stand.send("GET", "ban-imports/" + id).body["done"].toInt(), rows);
        QCOMPARE(stand.listed(), before + rows);
        QCOMPARE(stand.copied(), before + rows);
        QCOMPARE(stand.post("ban-imports/" + id + "/undo", {{"reason", "Wrong"}}).status, 202);
        QVERIFY(stand.service().diesOfKill());
        QVERIFY(stand.start());
        QTRY_COMPARE_WITH_TIMEOUT(stand.stateOf(id), "undone", 30'000);
        QCOMPARE(stand.listed(), before);
        QCOMPARE(stand.copied(), before);
    }

    void aFillThatWasKilledIsMadeAnew() {
        Stand stand;
        QVERIFY(stand.start());
        QCOMPARE(stand.send("POST", "ban-imports?name=a.csv", file(3'000), "text/csv").status, 202);
        QTRY_VERIFY_WITH_TIMEOUT(stand.copied() >= 3'000, 30'000);
        const int before = stand.listed();
        QTRY_COMPARE(stand.copied(), before);
        QCOMPARE(stand.service().terminate(), 0);
        QVERIFY(stand.start("bans.rebuild-page:2"));
        stand.flushRedis();
        QVERIFY(stand.service().diesOfKill());
        QVERIFY(stand.start());
        QTRY_COMPARE_WITH_TIMEOUT(stand.copied(), before, 30'000); // once the dead one's lock has run out
    }
};

QTEST_GUILESS_MAIN(BanKill9Test)
#include "ban_kill9_test.moc"
