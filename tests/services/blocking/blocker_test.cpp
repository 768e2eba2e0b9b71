#include "services/blocking/blocker.h"
#include "tests/support/redis_server.h"

#include <QTest>

#include <barrier>
#include <thread>

namespace wemo::blocking {

using namespace std::chrono_literals;

class BlockerTest final : public QObject {
    Q_OBJECT

    tests::RedisServer m_server;
    std::unique_ptr<redis::Pool> m_pool;
    std::unique_ptr<Blocker> m_blocker;
    Milliseconds m_steady{1'000};
    Instant m_wall = fromMs(1'790'000'000'000);
    const Subject m_number{"number", "+886912345678"}, m_device{"device", "d-1"};

    static Policy policy(const char *id, int limit, const char *kind = "number") {
        Policy policy;
        policy.id = id;
        policy.subjectKind = kind;
        policy.event = "code-requested";
        policy.limit = limit;
        policy.window = 60s;
        policy.blockTime = 120s;
        policy.longestBlock = 300s;
        policy.strikeDecay = 3'600s;
        return policy;
    }
    Decision decide(const QList<Policy> &policies, const QList<Subject> &subjects = {}) {
        const auto decision =
            m_blocker->decide(policies, "code-requested", subjects.isEmpty() ? QList{m_number} : subjects);
        if (!decision)
            qFatal("no decision: %s", qPrintable(decision.error().detail));
        return *decision;
    }
    /// Time as it goes by.
    void pass(Milliseconds time) {
        m_steady += time;
        setWall(m_wall + time);
    }
    void setWall(Instant at) {
        m_wall = at;
        m_blocker->setServerTime(m_wall);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.log().constData()); }
    void init() {
        m_pool = std::make_unique<redis::Pool>(m_server.options());
        QVERIFY(m_pool->command({"FLUSHALL"}));
        m_blocker = std::make_unique<Blocker>(*m_pool, [this] { return m_steady; });
        m_blocker->setServerTime(m_wall);
    }

    void theWindowSlides() {
        const QList<Policy> two{policy("p", 2)};
        QCOMPARE(decide(two).verdicts.first().left, 1);
        pass(40s);
        QVERIFY(decide(two).allowed);
        pass(21s); // the first is over a minute ago, the second is not
        QVERIFY(decide(two).allowed);
        QVERIFY(!decide(two).allowed);
    }

    void blocksGrowWithStrikesAndStrikesAreForgotten() {
        const QList<Policy> one{policy("p", 1)};
        QVERIFY(decide(one).allowed);
        const auto waitAfterStrike = [&] {
            const Decision refused = decide(one);
            pass(refused.wait - 1ms);
            const bool held = !decide(one).allowed;
            pass(1ms);
            return held && decide(one).allowed ? refused.wait : Milliseconds(-1);
        };
        QCOMPARE(waitAfterStrike(), Milliseconds(120s));
        QCOMPARE(waitAfterStrike(), Milliseconds(240s));
        QCOMPARE(waitAfterStrike(), Milliseconds(300s)); // the longest
        pass(3 * 3'600s);
        QVERIFY(decide(one).allowed);
        QCOMPARE(waitAfterStrike(), Milliseconds(120s));
    }

    void allIsCountedOrNothing() {
        const QList<Policy> both{policy("number", 5), policy("device", 1, "device")};
        QVERIFY(decide(both, {m_number, m_device}).allowed);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!decide(both, {m_number, m_device}).allowed);
        QCOMPARE(decide({both.first()}).verdicts.first().left, 3); // one counted above and this one
    }

    void whoOnlyObservesLetsThroughAndSaysSo() {
        Policy observer = policy("p", 1);
        observer.mode = Mode::Observe;
        QVERIFY(decide({observer}).allowed);
        const Decision second = decide({observer});
        QVERIFY(second.allowed);
        QVERIFY(!second.verdicts.first().allows);
        QCOMPARE(second.wait, Milliseconds(0));
    }

    void lookingCountsNothing() {
        const QList<Policy> one{policy("p", 1)};
        for (int i = 0; i < 3; ++i) {
            const auto seen = m_blocker->look(one, "code-requested", {m_number});
            QVERIFY(seen && seen->allowed);
        }
        QVERIFY(decide(one).allowed);
        QVERIFY(!m_blocker->look(one, "code-requested", {m_number})->allowed);
        QCOMPARE(decide(one).verdicts.first().strikes, 1); // the look was none
    }

    void otherEventsAndKindsAreNotCounted() {
        const auto decision = m_blocker->decide({policy("p", 1)}, "sign-in-failed", {m_number});
        QVERIFY(decision && decision->allowed && decision->verdicts.isEmpty());
        QVERIFY(decide({policy("p", 1)}, {m_device}).verdicts.isEmpty());
    }

    void aClockThatIsSetChangesNoBlock_data() {
        QTest::addColumn<int>("seconds");
        QTest::newRow("an hour on") << 3'600;
        QTest::newRow("an hour back") << -3'600;
        QTest::newRow("two seconds on") << 2;
        QTest::newRow("ten days back") << -864'000;
    }
    void aClockThatIsSetChangesNoBlock() {
        QFETCH(int, seconds);
        const QList<Policy> one{policy("p", 1)};
        QVERIFY(decide(one).allowed);
        QCOMPARE(decide(one).wait, Milliseconds(120s));
        setWall(m_wall + std::chrono::seconds(seconds));
        pass(119s);
        const Decision before = decide(one);
        QVERIFY(!before.allowed);
        QCOMPARE(before.wait, Milliseconds(1s));
        // An engine that starts only now knows of the step by what the others left.
        Blocker late(*m_pool, [this] { return m_steady; });
        late.setServerTime(m_wall);
        QCOMPARE(late.look(one, "code-requested", {m_number})->wait, Milliseconds(1s));
        setWall(m_wall - std::chrono::seconds(seconds)); // and back
        pass(1s);
        QVERIFY(decide(one).allowed);
    }

    void neverMoreThanTheLimitAndNeverFewer() {
        constexpr int clients = 64, rounds = 1'000, limit = 10;
        redis::Options options = m_server.options();
        options.commandTimeout = 20s;
        redis::Pool firstPool(options), secondPool(options);
        Blocker engines[] = {Blocker(firstPool), Blocker(secondPool)};
        const QList<Policy> policies{policy("p", limit)};
        std::vector<std::atomic<int>> allowed(rounds);
        std::atomic<int> failed = 0;
        std::barrier together(clients);
        std::vector<std::thread> threads;
        for (int client = 0; client < clients; ++client)
            threads.emplace_back([&, client] {
                for (int round = 0; round < rounds; ++round) {
                    together.arrive_and_wait();
                    const auto decision =
                        engines[client % 2].decide(policies, "code-requested", {{"number", QString::number(round)}});
                    if (!decision)
                        ++failed;
                    else if (decision->allowed)
                        ++allowed[static_cast<std::size_t>(round)];
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failed, 0);
        for (const std::atomic<int> &count : allowed)
            QCOMPARE(count, limit);
    }

    void whileRedisIsAwayThereIsNoDecision() {
        const QList<Policy> one{policy("p", 1)};
        QVERIFY(decide(one).allowed);
        m_server.freeze(true);
        std::optional<Result<Decision>> asked;
        std::thread client([&] { asked = m_blocker->decide(one, "code-requested", {m_number}); });
        m_server.kill(); // in the middle of it
        client.join();
        QVERIFY(!*asked);
        QVERIFY(asked->error().kind == ErrorKind::Unavailable);
        QVERIFY(!m_blocker->decide(one, "code-requested", {m_number}));
        QVERIFY(m_server.start());
        QTRY_VERIFY(m_blocker->decide(one, "code-requested", {m_number}).has_value());
    }

    void aPolicyComesBackAsItWas() {
        const Policy written = policy("p", 7);
        const auto read = policyFromJson(toJson(written));
        QVERIFY(read);
        QCOMPARE(*read, written);
        QJsonObject wrong = toJson(written);
        wrong["limit"] = 0;
        wrong["longest_block_ms"] = 1;
        wrong["mode"] = "maybe";
        const auto refused = policyFromJson(wrong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().fields.size(), 3);
    }
};

} // namespace wemo::blocking

QTEST_GUILESS_MAIN(wemo::blocking::BlockerTest)
#include "blocker_test.moc"
