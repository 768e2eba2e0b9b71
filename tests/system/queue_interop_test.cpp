// Our engine and BullMQ's at one queue: whoever adds, the other runs it, and BullMQ 6 is asked what became of it.
#include "services/queue/checker.h"
#include "tests/support/queue_side.h"
#include "tests/support/redis_server.h"

#include <QDateTime>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;

class QueueInteropTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void runsWhatTheOtherAdds_data() { bothWays(); }
    void runsWhatTheOtherAdds();
    void takesInTheSameOrder_data() { bothWays(); }
    void takesInTheSameOrder();
    void wakesTheOtherForADelayedJob_data() { bothWays(); }
    void wakesTheOtherForADelayedJob();
    void retriesAndFails_data() { bothWays(); }
    void retriesAndFails();
    void keepsAsTheJobSays_data() { bothWays(); }
    void keepsAsTheJobSays();
    void actsOnTheOthersJobs_data() { bothWays(); }
    void actsOnTheOthersJobs();
    void pausesTheOther_data() { bothWays(); }
    void pausesTheOther();
    void runsWhatAKilledPeerHeld_data() { bothWays(); }
    void runsWhatAKilledPeerHeld();
    void failsWhatStallsTooOften_data() { bothWays(); }
    void failsWhatStallsTooOften();
    void bothWorkAtOnce_data() { bothWays(); }
    void bothWorkAtOnce();
    void flowsAndSchedulersAreRefused_data() { libraries(); }
    void flowsAndSchedulersAreRefused();
    void deduplicationEndsWithTheJob_data() { libraries(); }
    void deduplicationEndsWithTheJob();
    void theirConcurrencyHoldsUs_data() { libraries(); }
    void theirConcurrencyHoldsUs();
    void theySeeOurWorker_data() { libraries(); }
    void theySeeOurWorker();
    void aQueueThatBullmq5PausedIsRefused();

private:
    static void libraries();
    static void bothWays();
    QJsonObject job(const QString &id) { return m_observer->call("job", {{"job", id}}).toObject(); }
    QString state(const QString &id) { return job(id).value("state").toString(); }
    int count(const char *state) { return m_observer->counts().value(QLatin1String(state)).toInt(); }
    QStringList begun();
    QString heldByAKilledPeer();

    RedisServer m_server;
    redis::Pool m_pool{m_server.options()};
    std::map<QString, std::unique_ptr<Peer>> m_peers;
    QString m_queue; ///< of this row alone
    std::unique_ptr<OurSide> m_ours;
    std::unique_ptr<TheirSide> m_theirs;
    std::unique_ptr<TheirSide> m_observer; ///< BullMQ 6
    QueueSide *m_from = nullptr, *m_to = nullptr;
};

void QueueInteropTest::initTestCase() {
    for (const char *library : {"bullmq", "bullmq5"}) {
        m_peers[library] = std::make_unique<Peer>(Peer::node("peer.js", {library, m_server.socket()}));
        QVERIFY2(m_peers[library]->running(), "node and the packages of tests/peers are needed");
    }
}

void QueueInteropTest::libraries() {
    QTest::addColumn<QString>("library");
    QTest::addColumn<bool>("ourJobs");
    for (const char *library : {"bullmq", "bullmq5"})
        QTest::newRow(library) << library << false;
}

void QueueInteropTest::bothWays() {
    libraries();
    for (const char *library : {"bullmq", "bullmq5"})
        QTest::addRow("%s runs ours", library) << library << true;
}

void QueueInteropTest::init() {
    if (!QTest::currentDataTag())
        return;
    QFETCH(QString, library);
    QFETCH(bool, ourJobs);
    m_queue = QStringLiteral("%1-%2").arg(QTest::currentTestFunction(), QTest::currentDataTag()).replace(' ', '-');
    m_ours = std::make_unique<OurSide>(m_pool, m_queue);
    m_theirs = std::make_unique<TheirSide>(*m_peers.at(library), m_queue);
    m_observer = std::make_unique<TheirSide>(*m_peers.at("bullmq"), m_queue);
    m_from = ourJobs ? static_cast<QueueSide *>(m_ours.get()) : m_theirs.get();
    m_to = ourJobs ? static_cast<QueueSide *>(m_theirs.get()) : m_ours.get();
}

void QueueInteropTest::cleanup() {
    if (!m_ours)
        return;
    m_ours->stop();
    m_theirs->stop();
    const auto faults = queue::check(m_ours->queue());
    if (!faults)
        QFAIL(qPrintable(faults.error().detail));
    for (const queue::Fault &fault : *faults)
        QFAIL((fault.what + ": " + fault.subject).c_str());
    m_observer.reset();
    m_theirs.reset();
    m_ours.reset();
}

QStringList QueueInteropTest::begun() {
    QStringList ids;
    for (const QJsonValue &run : m_to->ran())
        ids.append(run.toObject().value("job").toString());
    return ids;
}

void QueueInteropTest::runsWhatTheOtherAdds() {
    const QJsonObject value{{"text", QString::fromUtf8("簡訊 \"quoted\"\n")}, {"number", 1.5}, {"none", QJsonValue()}};
    const QJsonObject data{{"value", value}, {"progress", QJsonObject{{"done", 7}}}, {"logs", QJsonArray{"one", "兩"}}};
    QVERIFY(m_to->work());
    const QString plain = m_from->add(data);
    const QString own = m_from->add({}, {{"jobId", "sms-0b5c"}});
    const QStringList bulk = m_from->addBulk({{}, {{"value", 3}}, {}});
    QCOMPARE(plain, QString("1"));
    QCOMPARE(own, QString("sms-0b5c"));
    QCOMPARE(bulk.size(), 3);
    QCOMPARE(m_from->add({{"value", 9}}, {{"jobId", "sms-0b5c"}}), own); // once
    QTRY_COMPARE(count("completed"), 5);
    const QJsonObject done = job(plain);
    QCOMPARE(done.value("data").toObject(), data);
    QCOMPARE(done.value("returnvalue").toObject(), value);
    QCOMPARE(done.value("progress").toObject().value("done").toInt(), 7);
    QCOMPARE(done.value("logs").toArray(), data.value("logs").toArray());
    QCOMPARE(done.value("attemptsMade").toInt(), 1);
    QVERIFY(done.value("finishedOn").toDouble() >= done.value("processedOn").toDouble());
    QVERIFY(done.value("processedOn").toDouble() >= done.value("timestamp").toDouble());
    QCOMPARE(job(bulk.at(1)).value("returnvalue").toInt(), 3);
    QCOMPARE(job(own).value("data").toObject(), QJsonObject());
    QCOMPARE(m_ours->counts(), ([&] {
                 QJsonObject theirs = m_observer->counts();
                 theirs.remove("waiting-children");
                 return theirs;
             })());
}

void QueueInteropTest::takesInTheSameOrder() {
    const QString seldom = m_from->add({}, {{"priority", 9}});
    const QString second = m_from->add({}, {{"priority", 2}});
    const QString alsoSecond = m_from->add({}, {{"priority", 2}});
    const QString plain = m_from->add({});
    const QString next = m_from->add({});
    const QString first = m_from->add({}, {{"lifo", true}});
    QCOMPARE(count("prioritized"), 3);
    QCOMPARE(m_ours->counts().value("prioritized").toInt(), 3);
    QVERIFY(m_to->work());
    QTRY_COMPARE(count("completed"), 6);
    QCOMPARE(begun(), QStringList({first, plain, next, second, alsoSecond, seldom}));
}

void QueueInteropTest::wakesTheOtherForADelayedJob() {
    QVERIFY(m_to->work());
    m_from->add({});
    QTRY_COMPARE(count("completed"), 1); // so the worker has nothing to do and waits
    const qint64 added = QDateTime::currentMSecsSinceEpoch();
    const QString late = m_from->add({}, {{"delay", 300}});
    const QString soon = m_from->add({}, {{"delay", 100}, {"priority", 5}});
    QCOMPARE(count("delayed"), 2);
    QTRY_COMPARE(count("completed"), 3);
    QCOMPARE(begun().mid(1), QStringList({soon, late}));
    for (const QJsonValue &run : m_to->ran()) {
        const QString id = run.toObject().value("job").toString();
        const auto after = run.toObject().value("at").toInteger() - added;
        if (id != "1")
            QVERIFY2(after >= (id == late ? 299 : 99) && after < 1'500, qPrintable(QString::number(after)));
    }
}

void QueueInteropTest::retriesAndFails() {
    QVERIFY(m_to->work({{"concurrency", 3}}));
    const auto backoff = [](const char *type) { return QJsonObject{{"type", type}, {"delay", 60}}; };
    const QString fixed = m_from->add({{"failures", 2}}, {{"attempts", 3}, {"backoff", backoff("fixed")}});
    const QString growing = m_from->add({{"failures", 2}}, {{"attempts", 3}, {"backoff", backoff("exponential")}});
    const QString hopeless = m_from->add({{"do", "fail"}, {"reason", "門號 \"停用\""}}, {{"attempts", 2}});
    QTRY_COMPARE(count("completed"), 2);
    QTRY_COMPARE(count("failed"), 1);
    QHash<QString, QList<qint64>> times;
    for (const QJsonValue &run : m_to->ran())
        times[run.toObject().value("job").toString()].append(run.toObject().value("at").toInteger());
    const auto gap = [&](const QString &id, int attempt) { return times[id].at(attempt) - times[id].at(attempt - 1); };
    QVERIFY(gap(fixed, 1) >= 59 && gap(fixed, 2) >= 59);
    QVERIFY(gap(growing, 1) >= 59 && gap(growing, 2) >= 119);
    QCOMPARE(job(fixed).value("attemptsMade").toInt(), 3);
    QCOMPARE(job(fixed).value("attemptsStarted").toInt(), 3);
    const QJsonObject failed = job(hopeless);
    QCOMPARE(failed.value("state").toString(), QString("failed"));
    QCOMPARE(failed.value("failedReason").toString(), QString("門號 \"停用\""));
    QCOMPARE(failed.value("attemptsMade").toInt(), 2);
    QVERIFY(!failed.value("stacktrace").toArray().isEmpty());
}

void QueueInteropTest::keepsAsTheJobSays() {
    QVERIFY(m_to->work());
    m_from->add({}, {{"removeOnComplete", true}});
    m_from->add({{"do", "fail"}}, {{"removeOnFail", true}});
    const QString kept = m_from->add({});
    QTRY_COMPARE(state(kept), QString("completed"));
    QCOMPARE(count("completed"), 1);
    QCOMPARE(count("failed"), 0);
    QStringList last;
    for (int i = 0; i < 5; ++i)
        last.append(m_from->add({}, {{"removeOnComplete", QJsonObject{{"count", 2}}}}));
    QTRY_COMPARE(state(last.last()), QString("completed"));
    QCOMPARE(count("completed"), 2);
}

void QueueInteropTest::actsOnTheOthersJobs() {
    const QString later = m_from->add({{"value", 1}}, {{"delay", 60'000}});
    const QString moved = m_from->add({}, {{"delay", 60'000}});
    const QString gone = m_from->add({});
    const QString urgent = m_from->add({}, {{"priority", 20}});
    QVERIFY(m_to->act("promote", {{"job", later}}));
    QVERIFY(m_to->act("changeDelay", {{"job", moved}, {"delay", 10}}));
    QVERIFY(m_to->act("remove", {{"job", gone}}));
    QVERIFY(m_to->act("changePriority", {{"job", urgent}, {"priority", 1}}));
    QCOMPARE(state(later), QString("waiting"));
    QCOMPARE(state(gone), QString());
    const QString failing = m_from->add({{"do", "fail"}});
    QVERIFY(m_from->work());
    QTRY_COMPARE(count("completed"), 3);
    QTRY_COMPARE(state(failing), QString("failed"));
    QVERIFY(m_to->act("retry", {{"job", failing}}));
    QTRY_COMPARE(job(failing).value("attemptsStarted").toInt(), 2);
    QTRY_COMPARE(state(failing), QString("failed"));
    QVERIFY(m_to->act("clean", {{"state", "completed"}}));
    QCOMPARE(count("completed"), 0);
    m_from->stop();
    m_from->addBulk({{}, {}});
    m_from->add({}, {{"priority", 4}});
    m_from->add({}, {{"delay", 60'000}});
    QVERIFY(m_to->act("drain"));
    QCOMPARE(count("waiting") + count("prioritized"), 0);
    QCOMPARE(count("delayed"), 1);
    QVERIFY(m_to->act("drain", {{"delayed", true}}));
    QCOMPARE(count("delayed"), 0);
}

void QueueInteropTest::pausesTheOther() {
    QFETCH(QString, library);
    if (library == "bullmq5")
        QSKIP("BullMQ 5 pauses by another list: see aQueueThatBullmq5PausedIsRefused");
    QVERIFY(m_to->work());
    m_from->add({});
    QTRY_COMPARE(count("completed"), 1);
    QVERIFY(m_from->act("pause"));
    QCOMPARE(m_ours->queue().counts()->isPaused, true);
    QCOMPARE(m_theirs->call("isPaused").toBool(), true);
    m_from->add({});
    m_from->add({}, {{"delay", 20}});
    // The delayed job is due, so a worker that did not heed the pause would have run both.
    QTest::qWait(150);
    QCOMPARE(count("completed"), 1);
    QVERIFY(m_from->act("resume"));
    QTRY_COMPARE(count("completed"), 3);
    QCOMPARE(m_theirs->call("isPaused").toBool(), false);
}

/// A worker of the adding side takes the job and is killed.
QString QueueInteropTest::heldByAKilledPeer() {
    const bool isOurs = m_from == m_ours.get();
    QFETCH(QString, library);
    Peer victim(isOurs ? Peer::engine(m_server.socket()) : Peer::node("peer.js", {library, m_server.socket()}));
    const QJsonObject ours{{"queue", m_queue}, {"behave", true}, {"lockTime", 500}, {"sweepEvery", 200}};
    const QJsonObject theirs{{"queue", m_queue},
                             {"options", QJsonObject{{"lockDuration", 500}, {"stalledInterval", 200}}}};
    const QString held = m_from->add({{"do", "hangOnce"}, {"value", "again"}});
    victim.call("work", isOurs ? ours : theirs);
    const bool isHeld = waitUntil(5'000, [&] { return state(held) == "active"; });
    victim.kill();
    return isHeld ? held : QString();
}

void QueueInteropTest::runsWhatAKilledPeerHeld() {
    m_theirs->call("watch");
    const QString held = heldByAKilledPeer();
    QVERIFY(!held.isEmpty());
    QVERIFY(m_to->work({{"lockDuration", 500}, {"stalledInterval", 200}}));
    QTRY_COMPARE_WITH_TIMEOUT(state(held), QString("completed"), 10'000);
    QCOMPARE(job(held).value("returnvalue").toString(), QString("again"));
    QCOMPARE(job(held).value("attemptsStarted").toInt(), 2);
    QCOMPARE(job(held).value("stalledCounter").toInt(), 1);
    QStringList events;
    for (const QJsonValue &event : m_theirs->call("events").toArray())
        events.append(event.toObject().value("event").toString());
    QCOMPARE(events,
             QStringList({"added", "waiting", "active", "waiting", "stalled", "active", "completed", "drained"}));
}

void QueueInteropTest::failsWhatStallsTooOften() {
    const QString held = heldByAKilledPeer();
    QVERIFY(!held.isEmpty());
    QVERIFY(m_to->work({{"lockDuration", 500}, {"stalledInterval", 200}, {"maxStalledCount", 0}}));
    QTRY_COMPARE_WITH_TIMEOUT(state(held), QString("failed"), 10'000);
    QCOMPARE(job(held).value("failedReason").toString(), QString("job stalled more than allowable limit"));
    QVERIFY(begun().isEmpty());
}

void QueueInteropTest::bothWorkAtOnce() {
    constexpr int jobs = 400;
    QVERIFY(m_ours->work({{"concurrency", 4}}));
    QVERIFY(m_theirs->work({{"concurrency", 4}}));
    for (int i = 0; i < jobs / 40; ++i)
        m_from->addBulk(QList<QJsonObject>(40));
    QTRY_COMPARE_WITH_TIMEOUT(count("completed"), jobs, 10'000);
    QSet<QString> seen;
    for (const QJsonArray &ran : {m_ours->ran(), m_theirs->ran()}) {
        QVERIFY(!ran.isEmpty());
        for (const QJsonValue &run : ran)
            seen.insert(run.toObject().value("job").toString());
    }
    QCOMPARE(seen.size(), jobs);
    QCOMPARE(m_ours->ran().size() + m_theirs->ran().size(), jobs);
}

void QueueInteropTest::flowsAndSchedulersAreRefused() {
    const QJsonObject flow = m_theirs->call("addFlow").toObject();
    const QString scheduled =
        m_theirs->call("addScheduler", {{"scheduler", "hourly"}, {"every", 3'600'000}}).toString();
    QVERIFY(!scheduled.isEmpty());
    QVERIFY(m_ours->work());
    const QString child = flow.value("child").toString();
    QTRY_COMPARE(state(child), QString("failed"));
    QVERIFY(job(child).value("failedReason").toString().contains("flow"));
    QTRY_COMPARE(state(scheduled), QString("failed"));
    QVERIFY(job(scheduled).value("failedReason").toString().contains("scheduler"));
    QVERIFY(m_ours->ran().isEmpty());
    m_theirs->call("removeScheduler", {{"scheduler", "hourly"}});
}

void QueueInteropTest::deduplicationEndsWithTheJob() {
    const QJsonObject once{{"deduplication", QJsonObject{{"id", "rider-7"}}}};
    const QString first = m_theirs->add({}, once);
    QCOMPARE(m_theirs->add({}, once), first);
    QVERIFY(m_ours->work());
    QTRY_COMPARE(state(first), QString("completed"));
    const QString second = m_theirs->add({}, once);
    QVERIFY(second != first);
    QTRY_COMPARE(state(second), QString("completed"));
}

void QueueInteropTest::theirConcurrencyHoldsUs() {
    m_theirs->call("concurrency", {{"value", 2}});
    QVERIFY(m_ours->work({{"concurrency", 5}}));
    m_theirs->addBulk(QList<QJsonObject>(5, {{"do", "hangOnce"}}));
    QTRY_COMPARE(count("active"), 2);
    QTest::qWait(100); // no third one
    QCOMPARE(count("active"), 2);
}

void QueueInteropTest::theySeeOurWorker() {
    QVERIFY(m_ours->work());
    QTRY_VERIFY(!m_theirs->call("workers").toArray().isEmpty());
    const QByteArray name = "bull:" + m_queue.toUtf8().toBase64() + ":w:ours";
    QCOMPARE(m_theirs->call("workers").toArray().first().toString(), QString::fromLatin1(name));
}

void QueueInteropTest::aQueueThatBullmq5PausedIsRefused() {
    TheirSide theirs(*m_peers.at("bullmq5"), "paused-by-5");
    theirs.add({});
    QVERIFY(theirs.act("pause"));
    theirs.add({});
    queue::Queue ours(m_pool, "paused-by-5");
    const Result<void> refused = ours.open();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QString("foreign-queue"));
    QVERIFY(theirs.act("resume"));
    QVERIFY(ours.open());
}

QTEST_GUILESS_MAIN(QueueInteropTest)
#include "queue_interop_test.moc"
