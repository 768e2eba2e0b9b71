#include "models/blocking/rule.h"
#include "services/blocking/blocker.h"
#include "tests/support/redis_server.h"

#include <QTest>

#include <barrier>
#include <random>
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
    static runtime::Secrets secrets() {
        return {QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "webhook", "{}"};
    }
    std::unique_ptr<Blocker> engine(const QString &bootId = "boot-1") {
        return std::make_unique<Blocker>(
            *m_pool, secrets(), Blocker::Clocks{[this] { return m_steady; }, [this] { return m_wall; }, bootId});
    }
    static Asked asked(const Subject &subject, const char *event = "code-requested") {
        return {event, {subject}, "r-1"};
    }
    Taken take(const QList<Policy> &policies, const QList<Subject> &subjects = {}) {
        auto taken =
            m_blocker->decide(policies, {"code-requested", subjects.isEmpty() ? QList{m_number} : subjects, "r-1"});
        if (!taken)
            qFatal("no decision: %s", qPrintable(taken.error().detail));
        return *std::move(taken);
    }
    Decision decide(const QList<Policy> &policies, const QList<Subject> &subjects = {}) {
        return take(policies, subjects).decision;
    }
    /// Time as it goes by.
    void pass(Milliseconds time) {
        m_steady += time;
        m_wall += time;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), m_server.log().constData()); }
    void init() {
        m_pool = std::make_unique<redis::Pool>(m_server.options());
        QVERIFY(m_pool->command({"FLUSHALL"}));
        m_blocker = engine();
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
            const auto seen = m_blocker->look(one, asked(m_number));
            QVERIFY(seen && seen->allowed);
        }
        QVERIFY(decide(one).allowed);
        QVERIFY(!m_blocker->look(one, asked(m_number))->allowed);
        QCOMPARE(decide(one).verdicts.first().strikes, 1); // the look was none
    }

    void otherEventsAndKindsAreNotCounted() {
        const auto taken = m_blocker->decide({policy("p", 1)}, asked(m_number, "sign-in-failed"));
        QVERIFY(taken && taken->decision.allowed && taken->decision.verdicts.isEmpty());
        QVERIFY(decide({policy("p", 1)}, {m_device}).verdicts.isEmpty());
    }

    void aClockThatIsSetChangesNoBlock_data() {
        QTest::addColumn<int>("seconds");
        QTest::newRow("an hour on") << 3'600;
        QTest::newRow("an hour back") << -3'600;
        QTest::newRow("two seconds on") << 2;
        QTest::newRow("ten days back") << -864'000;
        QTest::newRow("a year on") << 31'536'000;
    }
    void aClockThatIsSetChangesNoBlock() {
        QFETCH(int, seconds);
        const QList<Policy> one{policy("p", 1)};
        QVERIFY(decide(one).allowed);
        QCOMPARE(decide(one).wait, Milliseconds(120s));
        m_wall += std::chrono::seconds(seconds);
        QVERIFY(m_blocker->sweep()); // and nothing is forgotten by it
        pass(119s);
        const Decision before = decide(one);
        QVERIFY(!before.allowed);
        QCOMPARE(before.wait, Milliseconds(1s));
        // An engine that starts only now knows of the step by what the others left.
        QCOMPARE(engine()->look(one, asked(m_number))->wait, Milliseconds(1s));
        m_wall -= std::chrono::seconds(seconds); // and back
        pass(1s);
        QVERIFY(decide(one).allowed);
    }

    void aClockSetWhileNoEngineRunsChangesNoBlock_data() { aClockThatIsSetChangesNoBlock_data(); }
    void aClockSetWhileNoEngineRunsChangesNoBlock() {
        QFETCH(int, seconds);
        const QList<Policy> one{policy("p", 1)};
        QVERIFY(decide(one).allowed);
        QCOMPARE(decide(one).wait, Milliseconds(120s));
        QVERIFY(m_blocker->sweep());
        m_blocker.reset();
        m_wall += std::chrono::seconds(seconds);
        pass(100s);
        m_blocker = engine();
        QCOMPARE(decide(one).wait, Milliseconds(20s));
    }

    /// Nobody can know by how much the clock of a machine that was off has been set. It went back: no block is longer
    /// than it was meant to be from now on. It went on: what ended meanwhile by that clock has ended.
    void aClockSetWhileTheMachineWasOffMakesNoBlockImmortal() {
        const QList<Policy> one{policy("p", 1)};
        QVERIFY(decide(one).allowed);
        QCOMPARE(decide(one).wait, Milliseconds(120s));
        m_blocker.reset();
        m_wall -= std::chrono::years(3);
        m_steady = 5s;
        m_blocker = engine("boot-2");
        QCOMPARE(decide(one).wait, Milliseconds(120s));
        pass(120s);
        QVERIFY(decide(one).allowed);
    }

    /// A clock set forth and back at random, by little and by much, engines that come and go: a block ends within a
    /// second of its time.
    void howeverTheClockIsSetABlockEndsInTime() {
        std::mt19937 random(4711);
        const auto below = [&random](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
        for (int round = 0; round < 60; ++round) {
            const Subject subject{"number", QString::number(round)};
            Policy once = policy("p", 1);
            once.blockTime = once.longestBlock = std::chrono::seconds(60 + below(86'400));
            QVERIFY(decide({once}, {subject}).allowed);
            const Milliseconds length = decide({once}, {subject}).wait, begun = m_steady;
            QCOMPARE(length, once.blockTime);
            Milliseconds little{0};
            for (int i = 0; i < 20; ++i) {
                const std::array<int, 4> steps{400, 5'000, 3'600'000, 864'000'000};
                const int most = steps[static_cast<std::size_t>(below(4))];
                Milliseconds step(below(2 * most) - most);
                if (most == 400)
                    step = little = little == 0ms ? step : -little;
                m_wall += step;
                if (below(4) == 0)
                    m_blocker = engine();
                const Milliseconds left = length - (m_steady - begun);
                pass(Milliseconds(below(static_cast<int>(left.count() / 4))));
                QVERIFY(!decide({once}, {subject}).allowed);
                QVERIFY(m_blocker->sweep());
            }
            pass(length - (m_steady - begun) - 1s);
            QVERIFY(!decide({once}, {subject}).allowed);
            pass(2s);
            QVERIFY(decide({once}, {subject}).allowed);
        }
    }

    void twoClocksThatRunApartAreNoStep() {
        const QList<Policy> one{policy("p", 1)};
        QVERIFY(decide(one).allowed);
        for (int hour = 0; hour < 24; ++hour) { // a hundred millionths: a third of a second an hour
            pass(3'600s);
            m_wall += 360ms;
            QVERIFY(m_blocker->sweep());
        }
        QCOMPARE(m_pool->command({"HGET", "wemo:{blocking}:clock", "offset"})->isNil(), true);
    }

    void whatIsOverIsForgotten() {
        QVERIFY(decide({policy("p", 1)}).allowed);
        QVERIFY(!decide({policy("p", 1)}).allowed);
        QCOMPARE(m_pool->command({"ZCARD", "wemo:{blocking}:blocks:number:p"})->integer, 1);
        pass(121s);
        QVERIFY(m_blocker->sweep());
        QCOMPARE(m_pool->command({"ZCARD", "wemo:{blocking}:blocks:number:p"})->integer, 0);
        QCOMPARE(m_pool->command({"ZCARD", "wemo:{blocking}:ends"})->integer, 0);
        pass(24h);
        QVERIFY(m_blocker->sweep());
        QCOMPARE(m_pool->command({"KEYS", "wemo:{blocking}:s:*"})->items.size(), 0U);
        QCOMPARE(m_pool->command({"ZCARD", "wemo:{blocking}:expiry"})->integer, 0);
    }

    void redisHoldsNoNumberInClear() {
        QVERIFY(decide({policy("p", 1)}).allowed);
        QVERIFY(!decide({policy("p", 1)}).allowed);
        const auto keys = m_pool->command({"KEYS", "*"});
        QVERIFY(keys && keys->items.size() > 3);
        for (const redis::Reply &key : keys->items) {
            QVERIFY(QByteArray::fromStdString(key.text).startsWith("wemo:{blocking}:")); // one slot of a cluster
            const auto dump = m_pool->command({"DUMP", key.text});
            QVERIFY(!QByteArray::fromStdString(key.text + dump->text).contains("912345678"));
        }
    }

    void whatIsTakenBackDoesNotCount_data() {
        QTest::addColumn<int>("limit");
        QTest::newRow("few") << 3;
        QTest::newRow("many") << 100;
    }
    void whatIsTakenBackDoesNotCount() {
        QFETCH(int, limit);
        const QList<Policy> one{policy("p", limit)};
        for (int i = 0; i < limit - 2; ++i) {
            QVERIFY(decide(one).allowed);
            pass(10ms);
        }
        const Taken taken = take(one);
        pass(10ms);
        QVERIFY(decide(one).allowed);
        m_blocker->takeBack(taken);
        m_blocker->takeBack(taken); // twice is once
        QVERIFY(decide(one).allowed);
        QVERIFY(!decide(one).allowed);
    }

    /// The script and the rule in memory, over random histories of several policies on several subjects.
    void theScriptDecidesAsTheRuleDoes_data() {
        QTest::addColumn<int>("most");
        QTest::newRow("small limits") << 6;
        QTest::newRow("limits about where times get a field each") << 90;
    }
    void theScriptDecidesAsTheRuleDoes() {
        QFETCH(int, most);
        std::mt19937 random(static_cast<unsigned>(most));
        const auto below = [&random](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
        for (int round = 0; round < 12; ++round) {
            QList<Policy> policies;
            for (int i = 0; i < 4; ++i) {
                Policy one = policy(qPrintable(QString("p%1").arg(i)), 1 + below(most), i % 2 ? "device" : "number");
                one.window = Milliseconds(1'000 + below(60'000));
                one.blockTime = Milliseconds(below(3) ? below(40'000) : 0);
                one.longestBlock = one.blockTime + Milliseconds(below(200'000));
                one.strikeDecay = Milliseconds(1'000 + below(300'000));
                one.mode = below(4) ? Mode::Enforce : Mode::Observe;
                policies.append(one);
            }
            const QList<Subject> subjects{{"number", QString::number(round)}, {"device", QString::number(round)}};
            std::array<Standing, 4> standings;
            for (int i = 0; i < 300; ++i) {
                if (below(40) == 0)
                    policies[below(4)].limit = 1 + below(most); // an edit of it
                const Decision decision = decide(policies, subjects);
                bool allowed = true;
                for (std::size_t p = 0; p < 4; ++p) {
                    const Policy &one = policies[static_cast<qsizetype>(p)];
                    allowed &= allowsNow(one, standings[p], m_wall) || one.mode == Mode::Observe;
                }
                QCOMPARE(decision.allowed, allowed);
                for (std::size_t p = 0; p < 4; ++p) {
                    const Verdict expected = settle(policies[static_cast<qsizetype>(p)], standings[p], m_wall, allowed);
                    const auto is = [&](const Verdict &verdict) { return verdict.policyId == expected.policyId; };
                    const Verdict said = *std::find_if(decision.verdicts.begin(), decision.verdicts.end(), is);
                    QCOMPARE(said.allows, expected.allows);
                    QCOMPARE(said.left, expected.left);
                    QCOMPARE(said.wait, expected.wait);
                    QCOMPARE(said.strikes, expected.strikes);
                }
                pass(Milliseconds(below(below(5) ? 1'500 : 60'000)));
            }
        }
    }

    void thousandsAreCountedToo() {
        const QList<Policy> many{policy("tenant-day", 3'000)};
        for (int i = 0; i < 3'000; ++i) {
            QCOMPARE(decide(many).verdicts.first().left, 2'999 - i);
            if (i % 100 == 0)
                pass(1s);
        }
        QCOMPARE(decide(many).wait, Milliseconds(120s));
        pass(120s);
        QCOMPARE(decide(many).verdicts.first().left, 2'999);
    }

    void neverMoreThanTheLimitAndNeverFewer() {
        constexpr int clients = 64, rounds = 1'000, limit = 10;
        redis::Options options = m_server.options();
        options.commandTimeout = 20s;
        redis::Pool firstPool(options), secondPool(options);
        Blocker first(firstPool, secrets()), second(secondPool, secrets());
        const QList<Policy> policies{policy("p", limit)};
        std::vector<std::atomic<int>> allowed(rounds);
        std::atomic<int> failed = 0;
        std::barrier together(clients);
        std::vector<std::thread> threads;
        for (int client = 0; client < clients; ++client)
            threads.emplace_back([&, client] {
                for (int round = 0; round < rounds; ++round) {
                    together.arrive_and_wait();
                    const auto taken =
                        (client % 2 ? first : second).decide(policies, asked({"number", QString::number(round)}));
                    if (!taken)
                        ++failed;
                    else if (taken->decision.allowed)
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
        std::optional<Result<Taken>> decided;
        std::thread client([&] { decided = m_blocker->decide(one, asked(m_number)); });
        m_server.kill(); // in the middle of it
        client.join();
        QVERIFY(!*decided);
        QVERIFY(decided->error().kind == ErrorKind::Unavailable);
        QVERIFY(!m_blocker->decide(one, asked(m_number)));
        QVERIFY(m_server.start());
        QTRY_VERIFY(m_blocker->decide(one, asked(m_number)).has_value());
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
