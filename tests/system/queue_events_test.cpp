// BullMQ's QueueEvents hears of our jobs what it hears of its own.
#include "tests/support/queue_side.h"
#include "tests/support/redis_server.h"

#include <QJsonDocument>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;

class QueueEventsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsOfOurJobsAreThoseOfTheirs();

private:
    /// One life of a queue that brings every event about; each step is waited for, so the order is certain.
    void live(QueueSide &side, TheirSide &observer);
    static QStringList heard(TheirSide &observer);

    RedisServer m_server;
    redis::Pool m_pool{m_server.options()};
};

void QueueEventsTest::live(QueueSide &side, TheirSide &observer) {
    const auto ends = [&](const QString &id, const char *state) {
        return waitUntil(5'000, [&] {
            return observer.call("job", {{"job", id}}).toObject().value("state") == QLatin1String(state);
        });
    };
    QVERIFY(side.work());
    QVERIFY(ends(side.add({{"progress", 50}, {"value", "sent"}}), "completed"));
    QVERIFY(ends(side.add({}, {{"jobId", "sms-1"}}), "completed"));
    side.add({}, {{"jobId", "sms-1"}});
    QVERIFY(ends(side.add({}, {{"priority", 3}}), "completed"));
    QVERIFY(ends(side.add({}, {{"delay", 30}}), "completed"));
    QVERIFY(ends(side.add({{"failures", 1}}, {{"attempts", 2}}), "completed"));
    const QJsonObject backoff{{"type", "fixed"}, {"delay", 30}};
    QVERIFY(ends(side.add({{"failures", 1}}, {{"attempts", 2}, {"backoff", backoff}}), "completed"));
    const QString failing = side.add({{"do", "fail"}, {"reason", "no such number"}}, {{"attempts", 2}});
    QVERIFY(ends(failing, "failed"));
    side.stop();
    QVERIFY(side.act("pause"));
    const QString later = side.add({}, {{"delay", 60'000}});
    QVERIFY(side.act("promote", {{"job", later}}));
    QVERIFY(side.act("remove", {{"job", later}}));
    QVERIFY(side.act("retry", {{"job", failing}}));
    QVERIFY(side.act("resume"));
    QVERIFY(side.work());
    QVERIFY(ends(failing, "failed"));
    side.stop();
    QVERIFY(side.act("remove", {{"job", failing}}));
    QVERIFY(side.act("clean", {{"state", "completed"}}));
}

QStringList QueueEventsTest::heard(TheirSide &observer) {
    QStringList lines;
    for (const QJsonValue &value : observer.call("events").toArray()) {
        QJsonObject event = value.toObject();
        event.remove("delay"); // a time
        lines.append(QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact)));
    }
    return lines;
}

void QueueEventsTest::eventsOfOurJobsAreThoseOfTheirs() {
    Peer peer(Peer::node("peer.js", {"bullmq", m_server.socket()}));
    TheirSide theirs(peer, "theirs"), observer(peer, "ours");
    OurSide ours(m_pool, "ours");
    for (TheirSide *queue : {&theirs, &observer})
        queue->call("watch");
    live(theirs, theirs);
    live(ours, observer);
    const auto hasHeardAll = [](TheirSide &side) { return heard(side).join(' ').contains("cleaned"); };
    QTRY_VERIFY(hasHeardAll(theirs));
    QTRY_VERIFY(hasHeardAll(observer));
    const QStringList expected = heard(theirs);
    for (int i = 0; i < expected.size(); ++i)
        QCOMPARE(heard(observer).value(i), expected.at(i));
    QCOMPARE(heard(observer).size(), expected.size());
    for (const char *event : {"added", "waiting", "active", "completed", "failed", "delayed", "progress",
                              "retries-exhausted", "removed", "paused", "resumed", "drained", "duplicated", "cleaned"})
        QVERIFY2(expected.join(' ').contains(QStringLiteral("\"event\":\"%1\"").arg(event)),
                 event); // else it shows nothing
}

QTEST_GUILESS_MAIN(QueueEventsTest)
#include "queue_events_test.moc"
