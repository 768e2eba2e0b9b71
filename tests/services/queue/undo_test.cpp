#include "services/queue/checker.h"
#include "services/queue/inspector.h"
#include "services/queue/moves.h"
#include "services/queue/undo.h"
#include "tests/support/redis_server.h"

#include <QTest>

using namespace wemo;
using namespace wemo::queue;
using wemo::tests::RedisServer;

namespace {
struct StillQueue {
    RedisServer server;
    redis::Pool pool{server.options()};
    Queue queue{pool, "work"};
    Undo undo{queue};
    Moves moves{{queue.base(), "w1", "node-1", Milliseconds(60'000)}};

    void add(const std::string &id, JobOptions options = {}) {
        (void)queue.add({"submit", "{\"n\":1}", id, std::move(options)});
    }
    std::vector<Taken> take(int count) {
        auto connection = pool.lease();
        return moves.step(*connection, {}, count).value_or(Step{}).taken;
    }
    void end(const Taken &taken) {
        auto connection = pool.lease();
        Ended ended;
        ended.id = taken.job.id;
        ended.token = taken.token;
        ended.text = "null";
        (void)moves.step(*connection, {ended}, 0);
    }
    QStringList texts(const redis::Args &command) {
        QStringList all;
        const auto reply = pool.command(command);
        if (reply)
            for (const redis::Reply &item : reply->items)
                all.append(QString::fromStdString(item.text));
        return all;
    }
    /// Everything Redis holds of the queue's jobs: what must be the same again.
    QStringList dump() {
        const std::string base = queue.base();
        QStringList all;
        for (const char *line : {"wait", "active"})
            all += texts({"LRANGE", base + line, "0", "-1"});
        for (const char *set : {"prioritized", "delayed", "completed", "failed"})
            all += texts({"ZRANGE", base + set, "0", "-1", "WITHSCORES"});
        for (const char *id : {"a", "b", "c", "d", "e"})
            all += texts({"HGETALL", base + id}) + texts({"LRANGE", base + id + ":logs", "0", "-1"});
        return all;
    }
    bool isSound() {
        const auto faults = check(queue);
        return faults && faults->empty();
    }
};
} // namespace

class UndoTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void removedJobsComeBackAsTheyWere() {
        StillQueue q;
        q.add("e");
        q.end(q.take(1)[0]);
        q.add("a");
        q.add("b");
        q.add("c", {.delay = Milliseconds(60'000), .priority = 4});
        q.add("d", {.priority = 9});
        QVERIFY(q.pool.command({"RPUSH", q.queue.base() + "a:logs", "one", "two"}));
        const QStringList before = q.dump();
        const auto removed = q.undo.remove("t", {"a", "b", "c", "d", "e", "none"});
        QVERIFY(removed);
        QVERIFY((*removed == std::vector<Change>{Change::Done, Change::Done, Change::Done, Change::Done, Change::Done,
                                                 Change::NotFound}));
        QCOMPARE(q.dump(), QStringList());
        QCOMPARE(q.undo.jobsOf("t")->size(), std::size_t(5));
        QCOMPARE(q.undo.undo("t").value_or(-1), 5);
        QCOMPARE(q.dump(), before);
        QVERIFY(q.isSound());
        QCOMPARE(q.take(1).at(0).job.id, std::string("a"));
    }

    void changesAreTakenBack_data() {
        QTest::addColumn<int>("change");
        QTest::newRow("promote") << 0;
        QTest::newRow("delay") << 1;
        QTest::newRow("priority") << 2;
    }
    void changesAreTakenBack() {
        QFETCH(int, change);
        StillQueue q;
        q.add("a", {.delay = Milliseconds(60'000), .priority = 4});
        q.add("b", {.delay = Milliseconds(70'000)});
        if (change == 2) {
            q.add("c");
            q.add("d", {.priority = 9});
        }
        const QStringList before = q.dump();
        const auto changed = change == 0   ? q.undo.promote("t", {"a", "b"})
                             : change == 1 ? q.undo.changeDelay("t", {"a", "b"}, Milliseconds(5'000))
                                           : q.undo.changePriority("t", {"a", "b", "c", "d"}, 77);
        QVERIFY(changed);
        for (const Change one : *changed)
            QVERIFY(one == Change::Done);
        QVERIFY(q.dump() != before);
        QCOMPARE(q.undo.undo("t").value_or(-1), static_cast<long long>(changed->size()));
        QCOMPARE(q.dump(), before);
        QVERIFY(q.isSound());
    }

    void aJobThatMovedOnIsLeftAlone() {
        StillQueue q;
        q.add("a", {.delay = Milliseconds(60'000)});
        q.add("b");
        QVERIFY(q.undo.promote("p", {"a"}));
        QVERIFY(q.undo.remove("r", {"b"}));
        q.add("b"); // again, by its producer
        QCOMPARE(q.take(2).size(), std::size_t(2));
        QCOMPARE(q.undo.undo("p").value_or(-1), 0);
        QCOMPARE(q.undo.undo("r").value_or(-1), 0);
        QVERIFY(q.isSound());
    }

    void whatRunsIsNeitherRemovedNorKept() {
        StillQueue q;
        q.add("a");
        (void)q.take(1);
        QVERIFY(q.undo.remove("t", {"a"})->at(0) == Change::Active);
        QCOMPARE(q.undo.undo("t").error().code, "undo-expired");
    }

    void aTokenWorksOnceAndForAMinute() {
        StillQueue q;
        q.add("a");
        QVERIFY(q.undo.remove("t", {"a"}));
        const auto left = q.pool.command({"PTTL", q.queue.base() + "wemo:undo:t"});
        QVERIFY(left->integer > 50'000 && left->integer <= 60'000);
        QCOMPARE(q.undo.undo("t").value_or(-1), 1);
        QVERIFY(q.undo.undo("t").error().kind == ErrorKind::Expired);
        QVERIFY(q.undo.jobsOf("t").error().kind == ErrorKind::Expired);
    }

    void manyJobsGoWithOneToken() {
        StillQueue q;
        std::vector<NewJob> jobs;
        std::vector<std::string> ids;
        for (int i = 0; i < 350; ++i) {
            ids.push_back("j-" + std::to_string(i));
            jobs.push_back({"submit", "{}", ids.back(), {}});
        }
        (void)q.queue.addBulk(jobs);
        const QStringList before = q.dump();
        QCOMPARE(q.undo.remove("t", ids)->size(), ids.size());
        QCOMPARE(q.undo.undo("t").value_or(-1), 350);
        QCOMPARE(q.dump(), before); // in their order
    }
};

QTEST_GUILESS_MAIN(UndoTest)
#include "undo_test.moc"
