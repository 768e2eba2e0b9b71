#include "services/queue/client_list.h"
#include "services/queue/control.h"
#include "services/queue/inspector.h"
#include "services/queue/json_indent.h"
#include "services/queue/moves.h"
#include "services/queue/stats.h"
#include "tests/support/redis_server.h"

#include <QTest>

using namespace wemo;
using namespace wemo::queue;
using wemo::tests::RedisServer;

namespace {
/// A queue without a worker: the moves are made by hand, so that every job stands still while it is looked at.
struct StillQueue {
    RedisServer server;
    redis::Pool pool{server.options()};
    Queue queue{pool, "sms-otp"};
    Inspector inspector{queue};
    Moves moves{{queue.base(), "w1", "node-1", Milliseconds(60'000)}};

    std::string add(const std::string &id, JobOptions options = {}, const std::string &data = "{\"n\":1}") {
        return queue.add({"submit", data, id, std::move(options)}).value_or(Added{}).id;
    }
    std::vector<Taken> take(int count) {
        auto connection = pool.lease();
        return moves.step(*connection, {}, count).value_or(Step{}).taken;
    }
    void end(const Taken &taken, Ended::How how, const std::string &text) {
        auto connection = pool.lease();
        Ended ended;
        ended.id = taken.job.id;
        ended.token = taken.token;
        ended.how = how;
        ended.text = text;
        ended.stack = "[\"Error: first\"]";
        ended.made = 1;
        (void)moves.step(*connection, {ended}, 0);
    }
    JobPage page(std::optional<JobState> state, const QString &text = {}, const QString &cursor = {}, int limit = 50) {
        return inspector.page({state, text, {}}, cursor, limit).value_or(JobPage{});
    }
};

QStringList idsOf(const JobPage &page) {
    QStringList ids;
    for (const JobRow &row : page.items)
        ids.append(row.id);
    return ids;
}

std::vector<NewJob> many(int count) {
    std::vector<NewJob> jobs;
    jobs.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        jobs.push_back({"submit", "{\"n\":" + std::to_string(i) + "}", "j-" + std::to_string(i), {}});
    return jobs;
}
} // namespace

class InspectorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyQueueHasASummary() {
        StillQueue q;
        const auto summary = q.inspector.summary();
        QVERIFY(summary);
        QCOMPARE(summary->name, "sms-otp");
        QCOMPARE(summary->counts.total(), 0);
        QVERIFY(!summary->paused && !summary->limit && !summary->concurrency);
        QVERIFY(!summary->oldestWaiting && !summary->oldestActive);
        QVERIFY(summary->workers.isEmpty());
    }

    void aSummaryCountsAndNamesTheOldest() {
        StillQueue q;
        for (const char *id : {"a", "b", "c", "d"})
            q.add(id);
        q.add("later", {.delay = Milliseconds(60'000)});
        q.add("ranked", {.priority = 5});
        const auto taken = q.take(3);
        QCOMPARE(taken.size(), std::size_t(3));
        q.end(taken[1], Ended::How::Failed, "no");
        const auto summary = q.inspector.summary();
        QVERIFY(summary);
        QVERIFY((summary->counts == StateCounts{1, 1, 1, 2, 0, 1}));
        QCOMPARE(summary->oldestWaiting->id, "d");
        QCOMPARE(summary->oldestActive->id, "a");
        QVERIFY(summary->oldestActive->lock > Milliseconds(50'000));
    }

    void aSummaryShowsWhatIsSet() {
        StillQueue q;
        Control control(q.queue);
        QVERIFY(control.pause());
        QVERIFY(control.setConcurrency(7));
        QVERIFY(control.setLimit(Limit{0.5, 4}));
        auto summary = q.inspector.summary();
        QVERIFY(summary->paused);
        QCOMPARE(summary->concurrency, 7);
        QCOMPARE(summary->limit->perSecond, 0.5);
        QCOMPARE(summary->limit->burst, 4);
        QCOMPARE(summary->limit->fill, 0.0);
        QVERIFY(control.resume());
        for (const NewJob &job : many(4))
            QVERIFY(q.queue.add(job));
        QCOMPARE(q.take(4).size(), std::size_t(4));
        summary = q.inspector.summary();
        QVERIFY(summary->limit->fill > 0.9);
        QVERIFY(summary->limit->wait > Milliseconds(500));
    }

    void workersAreFoundByTheirConnection() {
        const std::string mine = "bull:c21zLW90cA=="; // sms-otp
        const std::string list = "id=1 addr=10.0.0.1:5 name=" + mine + ":w:node-1 age=60 idle=2 flags=b\n" +
                                 "id=2 addr=10.0.0.1:6 name=" + mine + ":w:node-1 age=30 idle=0 flags=N\n" +
                                 "id=3 addr=10.0.0.2:7 name=" + mine + " age=5 idle=5 flags=b\n" +
                                 "id=4 addr=10.0.0.2:8 name=" + mine + ":qe age=5 idle=5 flags=b\n" +
                                 "id=5 addr=10.0.0.2:9 name=bull:b3RoZXI=:w:node-9 age=5 idle=5 flags=b\n";
        const auto workers = workersIn(list, "bull", "sms-otp", fromMs(1'000'000));
        QCOMPARE(workers.size(), 2);
        QCOMPARE(workers[0].name, "node-1");
        QCOMPARE(workers[0].address, "10.0.0.1:5");
        QVERIFY(workers[0].since == fromMs(940'000) && workers[0].idle == Milliseconds(0));
        QCOMPARE(workers[1].name, "");
    }

    void pagesFollowOneAnotherInEveryState_data() {
        QTest::addColumn<int>("state");
        for (const JobState state : allJobStates())
            QTest::newRow(qPrintable(toString(state))) << static_cast<int>(state);
    }
    void pagesFollowOneAnotherInEveryState() {
        QFETCH(int, state);
        const auto wanted = static_cast<JobState>(state);
        StillQueue q;
        QStringList expected;
        for (int i = 0; i < 7; ++i) {
            JobOptions options;
            options.delay = Milliseconds(wanted == JobState::Delayed ? 60'000 + i : 0);
            options.priority = wanted == JobState::Prioritized ? 1 + i : 0;
            expected.append(QString::fromStdString(q.add("j-" + std::to_string(i), options)));
        }
        const bool hasEnded = wanted == JobState::Completed || wanted == JobState::Failed;
        if (hasEnded || wanted == JobState::Active)
            for (const Taken &taken : q.take(7))
                if (hasEnded)
                    q.end(taken, wanted == JobState::Failed ? Ended::How::Failed : Ended::How::Completed, "\"x\"");
        QStringList seen;
        QString cursor;
        do {
            const JobPage page = q.page(wanted, {}, cursor, 3);
            QCOMPARE(page.total, 7);
            seen += idsOf(page);
            cursor = page.nextCursor;
            QCOMPARE(page.scanned, seen.size());
            for (const JobRow &row : page.items)
                QVERIFY(row.state == wanted);
        } while (!cursor.isEmpty());
        if (hasEnded) // in one millisecond or in two: newest first, and each once
            std::sort(seen.begin(), seen.end());
        QCOMPARE(seen, expected);
        QCOMPARE(idsOf(q.page(std::nullopt)).size(), 7);
    }

    void aRowSaysWhatTheJobIs() {
        StillQueue q;
        q.add("sms-17", {.attempts = 5, .delay = Milliseconds(60'000), .priority = 3});
        const JobRow row = q.page(JobState::Delayed).items.value(0);
        QCOMPARE(row.messageId, "17");
        QCOMPARE(row.name, "submit");
        QCOMPARE(row.attempts, 5);
        QCOMPARE(row.priority, 3);
        QVERIFY(row.runAt == row.createdAt + Milliseconds(60'000));
        QVERIFY(!row.processedAt && !row.finishedAt && !row.lock);
        q.add("other");
        (void)q.take(1);
        const JobRow active = q.page(JobState::Active).items.value(0);
        QCOMPARE(active.worker, "node-1");
        QCOMPARE(active.messageId, "");
        QVERIFY(active.lock && active.processedAt);
    }

    void aPageGoesOnBehindJobsThatWereTaken() {
        StillQueue q;
        QVERIFY(q.queue.addBulk(many(10)).size() == 10);
        const JobPage first = q.page(JobState::Waiting, {}, {}, 3);
        QCOMPARE(idsOf(first), QStringList({"j-0", "j-1", "j-2"}));
        (void)q.take(3);
        const JobPage second = q.page(JobState::Waiting, {}, first.nextCursor, 3);
        QCOMPARE(idsOf(second), QStringList({"j-3", "j-4", "j-5"}));
    }

    void aSearchLooksIntoTheJobs_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("id") << "J-17" << QStringList({"j-17"});
        QTest::newRow("data") << "\"n\":3}" << QStringList({"j-3"});
        QTest::newRow("name") << "SUBMIT" << QStringList({"j-0", "j-1", "j-2", "j-3", "j-4"});
        QTest::newRow("other script") << "王小明" << QStringList({"named"});
        QTest::newRow("nothing") << "nowhere" << QStringList();
    }
    void aSearchLooksIntoTheJobs() {
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        StillQueue q;
        (void)q.queue.addBulk(many(40));
        (void)q.queue.add({"notify", "{\"name\":\"王小明\"}", "named", {}});
        const JobPage page = q.page(JobState::Waiting, text, {}, 5);
        QCOMPARE(idsOf(page), found);
        QCOMPARE(page.total, 41);
    }

    void aSearchSaysHowFarItCameAndGoesOn() {
        StillQueue q;
        (void)q.queue.addBulk(many(25'000));
        const JobPage first = q.page(JobState::Waiting, "j-24999");
        QVERIFY(first.items.isEmpty());
        QVERIFY(first.scanned > 0 && first.scanned <= 20'500);
        QVERIFY(!first.nextCursor.isEmpty());
        QString cursor = first.nextCursor;
        JobPage last;
        while (!cursor.isEmpty()) { // a slow machine may take more than one further step
            last = q.page(JobState::Waiting, "j-24999", cursor);
            cursor = last.items.isEmpty() ? last.nextCursor : QString();
        }
        QCOMPARE(idsOf(last), QStringList({"j-24999"}));
        QCOMPARE(last.scanned, 25'000);
        QVERIFY(last.nextCursor.isEmpty());
    }

    void knownJobsComeFirstAndOnce() {
        StillQueue q;
        (void)q.queue.addBulk(many(1200));
        const JobSearch search{JobState::Waiting, "j-119", {"j-1195", "missing"}};
        const auto page = q.inspector.page(search, {}, 50);
        QVERIFY(page);
        QCOMPARE(idsOf(*page), QStringList({"j-1195", "j-119", "j-1190", "j-1191", "j-1192", "j-1193", "j-1194",
                                            "j-1196", "j-1197", "j-1198", "j-1199"}));
        const auto elsewhere = q.inspector.page({JobState::Failed, {}, {"j-1195"}}, {}, 50);
        QVERIFY(elsewhere && elsewhere->items.isEmpty());
    }

    void aCursorIsOfItsSearchOnly() {
        StillQueue q;
        (void)q.queue.addBulk(many(10));
        const QString cursor = q.page(JobState::Waiting, {}, {}, 2).nextCursor;
        QVERIFY(!cursor.isEmpty());
        const auto other = q.inspector.page({JobState::Failed, {}, {}}, cursor, 2);
        QCOMPARE(other.error().code, "cursor-mismatch");
        QCOMPARE(q.inspector.page({JobState::Waiting, {}, {}}, "nonsense", 2).error().code, "bad-cursor");
    }

    void aDetailTellsTheStory() {
        StillQueue q;
        q.add("sms-9", {.attempts = 3}, "{\"b\":1,\"a\":[1.50,{}]}");
        const auto taken = q.take(1);
        const std::string logs = q.queue.base() + "sms-9:logs";
        QVERIFY(q.pool.command({"RPUSH", logs, "one", "two"}));
        q.end(taken[0], Ended::How::Failed, "gateway-unreachable");
        const auto detail = q.inspector.detail("sms-9");
        QVERIFY(detail);
        QVERIFY(detail->row.state == JobState::Failed);
        QCOMPARE(detail->data, "{\n  \"b\": 1,\n  \"a\": [\n    1.50,\n    {}\n  ]\n}");
        QCOMPARE(detail->options["attempts"].toInt(), 3);
        QCOMPARE(detail->row.failedReason, "gateway-unreachable");
        QCOMPARE(detail->errors, QStringList({"Error: first"}));
        QCOMPARE(detail->logs, QStringList({"one", "two"}));
        QCOMPARE(detail->logsTotal, 2);
        QStringList events;
        for (const JobEvent &event : detail->timeline)
            events.append(event.event);
        QCOMPARE(events, QStringList({"added", "waiting", "active", "failed"}));
        QCOMPARE(detail->timeline.last().detail, "gateway-unreachable");
    }

    void aDetailDoesWithoutTheStream() {
        StillQueue q;
        q.add("a");
        const auto taken = q.take(1);
        q.end(taken[0], Ended::How::Completed, "{\"ok\":true}");
        QVERIFY(q.pool.command({"DEL", q.queue.base() + "events"}));
        const auto detail = q.inspector.detail("a");
        QVERIFY(detail);
        QCOMPARE(detail->timeline.size(), 3);
        QCOMPARE(detail->timeline.last().event, "completed");
        QCOMPARE(detail->returnValue, "{\"ok\":true}");
        QCOMPARE(q.inspector.detail("b").error().code, "job-not-found");
        QCOMPARE(q.inspector.detail("meta").error().code, "job-not-found");
    }

    void statsHaveNoGaps() {
        StillQueue q;
        StatsRecorder recorder;
        const auto time = q.pool.command({"TIME"});
        const long long nowMs = std::stoll(time->items[0].text) * 1000;
        recorder.add({JobObservation::Outcome::Completed, 20, 5, {}}, nowMs);
        recorder.add({JobObservation::Outcome::Failed, 40, {}, {}}, nowMs);
        auto connection = q.pool.lease();
        QVERIFY(recorder.flush(*connection, q.queue.base()));
        const auto points = q.inspector.stats(5);
        QVERIFY(points);
        QCOMPARE(points->size(), 5);
        for (qsizetype i = 1; i < points->size(); ++i)
            QVERIFY(points->at(i).at - points->at(i - 1).at == std::chrono::minutes(1));
        // The minute may have changed in between.
        const StatsPoint &busy = points->at(4).completed ? points->at(4) : points->at(3);
        QCOMPARE(busy.completed + busy.failed, 2);
        QVERIFY(busy.run->p99 > 30 && busy.wait && !busy.late);
        QVERIFY(!points->at(0).run);
    }

    void withoutRedisItSaysSo() {
        StillQueue q;
        q.server.kill();
        QVERIFY(q.inspector.summary().error().kind == ErrorKind::Unavailable);
        QVERIFY(q.inspector.page({}, {}, 10).error().kind == ErrorKind::Unavailable);
    }

    void jsonIsIndentedAsItWasWritten_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char *json, const char *shown) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(shown);
        };
        row("{}", "{}");
        row("[ ]", "[]");
        row("{\"big\":9007199254740993}", "{\n  \"big\": 9007199254740993\n}");
        row("{\"a\":\"x,{\\\"y\\\":1}\"}", "{\n  \"a\": \"x,{\\\"y\\\":1}\"\n}");
        row("no json", "no json");
        row("\"text\"", "\"text\"");
        row("{\"a\":", "{\"a\":");
    }
    void jsonIsIndentedAsItWasWritten() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, shown);
        QCOMPARE(indentJson(json), shown);
    }
};

QTEST_GUILESS_MAIN(InspectorTest)
#include "inspector_test.moc"
