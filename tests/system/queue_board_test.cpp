// bull-board, over its HTTP API, lists, shows, retries, promotes and cleans our jobs.
#include "services/http/client.h"
#include "tests/support/queue_side.h"
#include "tests/support/redis_server.h"

#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;

class QueueBoardTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsAndShows();
    void retriesAndPromotes();
    void removesAndCleans();
    void pausesOurWorker();

private:
    QJsonObject send(const char *method, const QString &path);
    QJsonObject listed(const QString &status);
    bool put(const QString &path) { return !send("PUT", "/api/queues/board/" + path).contains("status"); }

    RedisServer m_server;
    redis::Pool m_pool{m_server.options()};
    std::unique_ptr<Peer> m_board;
    std::unique_ptr<OurSide> m_ours;
    QString m_address;
    http::Client m_client;
    QString m_done, m_failed;
};

void QueueBoardTest::initTestCase() {
    m_ours = std::make_unique<OurSide>(m_pool, "board");
    m_board = std::make_unique<Peer>(Peer::node("board.js", {"bullmq", m_server.socket()}));
    const int port = m_board->call("open", {{"queue", "board"}}).toInt();
    QVERIFY(port > 0);
    m_address = QStringLiteral("http://127.0.0.1:%1").arg(port);
    QVERIFY(m_ours->work());
    m_done = m_ours->add({{"value", "sent"}, {"logs", QJsonArray{"to the gateway"}}, {"progress", 100}});
    m_failed = m_ours->add({{"do", "fail"}, {"reason", "no such number"}});
    QTRY_COMPARE(m_ours->counts().value("failed").toInt(), 1);
}

QJsonObject QueueBoardTest::send(const char *method, const QString &path) {
    const auto answer = m_client.send({method, m_address + path, {{"Content-Type", "application/json"}}, QByteArray()});
    if (!answer || answer->status >= 400)
        return {{"status", answer ? answer->status : 0}};
    return QJsonDocument::fromJson(answer->body).object();
}

/// The queue as the board's list of that status tells it.
QJsonObject QueueBoardTest::listed(const QString &status) {
    const QJsonArray queues = send("GET", "/api/queues?activeQueue=board&status=" + status).value("queues").toArray();
    return queues.isEmpty() ? QJsonObject() : queues.first().toObject();
}

void QueueBoardTest::listsAndShows() {
    const QJsonObject queue = listed("completed");
    QCOMPARE(queue.value("counts").toObject().value("completed").toInt(), 1);
    QCOMPARE(queue.value("counts").toObject().value("failed").toInt(), 1);
    QVERIFY(queue.value("hasWorkers").toBool());
    QCOMPARE(queue.value("jobs").toArray().size(), 1);
    QCOMPARE(queue.value("jobs").toArray().first().toObject().value("id").toString(), m_done);
    const QJsonObject shown = send("GET", "/api/queues/board/" + m_done);
    QCOMPARE(shown.value("status").toString(), QString("completed"));
    QVERIFY(QJsonDocument(shown).toJson().contains("sent"));
    const auto logs = m_client.send({"GET", m_address + "/api/queues/board/" + m_done + "/logs", {}, {}});
    QVERIFY(logs && logs->body.contains("to the gateway"));
    const QJsonObject failed = listed("failed").value("jobs").toArray().first().toObject();
    QCOMPARE(failed.value("failedReason").toString(), QString("no such number"));
    QVERIFY(failed.value("isFailed").toBool());
}

void QueueBoardTest::retriesAndPromotes() {
    const auto begun = [&] { return m_ours->ran().size(); };
    const auto before = begun();
    QVERIFY(put(m_failed + "/retry"));
    QTRY_COMPARE(begun(), before + 1);
    QTRY_COMPARE(m_ours->counts().value("failed").toInt(), 1);
    QVERIFY(put("retry/failed")); // all of them
    QTRY_COMPARE(begun(), before + 2);
    const QString later = m_ours->add({}, {{"delay", 600'000}});
    QCOMPARE(listed("delayed").value("jobs").toArray().size(), 1);
    QVERIFY(put(later + "/promote"));
    QTRY_COMPARE(begun(), before + 3);
    m_ours->add({}, {{"delay", 600'000}});
    QVERIFY(put("promote"));
    QTRY_COMPARE(begun(), before + 4);
}

void QueueBoardTest::removesAndCleans() {
    QTRY_COMPARE(m_ours->counts().value("completed").toInt(), 3);
    QVERIFY(put(m_done + "/clean"));
    QCOMPARE(m_ours->counts().value("completed").toInt(), 2);
    // The board cleans what ended more than five seconds ago.
    const std::string base = m_ours->queue().base();
    const auto ended = m_pool.command({"ZRANGE", base + "completed", "0", "-1"});
    QVERIFY(ended);
    for (const redis::Reply &id : ended->items) {
        QVERIFY(m_pool.command({"ZINCRBY", base + "completed", "-60000", id.text}));
        QVERIFY(m_pool.command({"HINCRBY", base + id.text, "finishedOn", "-60000"}));
    }
    QVERIFY(put("clean/completed"));
    QTRY_COMPARE(m_ours->counts().value("completed").toInt(), 0);
    QCOMPARE(m_ours->counts().value("failed").toInt(), 1);
}

void QueueBoardTest::pausesOurWorker() {
    QVERIFY(put("pause"));
    QVERIFY(listed("latest").value("isPaused").toBool());
    m_ours->add({});
    QTest::qWait(50); // what must not happen takes no time of its own
    QCOMPARE(m_ours->counts().value("waiting").toInt(), 1);
    QVERIFY(put("resume"));
    QTRY_COMPARE(m_ours->counts().value("completed").toInt(), 1);
}

QTEST_GUILESS_MAIN(QueueBoardTest)
#include "queue_board_test.moc"
