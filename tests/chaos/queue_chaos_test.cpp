// Three worker processes, killed again and again, and a Redis that is killed too: every job whose adding was
// acknowledged has its effect, and whatever has it twice was in the hands of something killed. As a test it is short;
// the whole of it, 100,000 jobs and 100 kills, is "./wemo bench queue_chaos".
//
// Redis runs with "appendfsync always": it answers after the disk has it, so that what is acknowledged is what is kept.
// An effect is a line that a worker appends to a file of its own, with one write, before its handler returns.
#include "services/queue/checker.h"
#include "tests/support/peer.h"
#include "tests/support/redis_server.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QTest>

#include <deque>
#include <thread>

using namespace wemo;
using namespace wemo::tests;

namespace {
const bool isWhole = qEnvironmentVariableIsSet("WEMO_CHAOS_WHOLE");
const int jobs = isWhole ? 100'000 : 10'000, kills = isWhole ? 100 : 15, redisKills = isWhole ? 10 : 3;
constexpr int workers = 3, concurrency = 8;
constexpr qint64 lockMs = 1'000, sweepMs = 300;
/// A batch that ended, and is not told yet when its worker or Redis dies, is run again. It is told within this time.
constexpr qint64 longestUntold = 2'000;

struct Effect {
    qint64 at = 0;
    int life = 0; ///< which of the worker processes
};

struct Death {
    qint64 at = 0;
    int life = -1; ///< -1: Redis
};
} // namespace

class QueueChaosTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyJobHasItsEffect();

private:
    struct Life {
        std::unique_ptr<Peer> peer;
        int number = 0;
    };
    Life begin();
    QString effectsOf(int life) const { return m_folder.filePath(QStringLiteral("effects-%1").arg(life)); }
    void addAll();
    void killOne();
    void killRedis();
    int effectsSoFar();
    QHash<QByteArray, QList<Effect>> readEffects();
    bool isExplained(const Effect &first, const Effect &again) const;
    bool finish();

    QTemporaryDir m_folder;
    RedisServer m_server{{true, 0, {"--appendfsync", "always", "--auto-aof-rewrite-percentage", "0"}}};
    redis::Pool m_pool{m_server.options()};
    queue::Queue m_queue{m_pool, "chaos"};
    std::deque<Life> m_workers;
    std::vector<Death> m_deaths;
    int m_lives = 0, m_redisKills = 0;
    qint64 m_bytesOfTheDead = 0; ///< of their effects
    std::atomic<int> m_wanted = 0, m_added = 0, m_addsRepeated = 0;
    std::atomic<bool> m_isOver = false;
};

QueueChaosTest::Life QueueChaosTest::begin() {
    Life life{std::make_unique<Peer>(Peer::engine(m_server.socket())), m_lives++};
    const QJsonObject order{{"queue", "chaos"},   {"concurrency", concurrency},
                            {"lockTime", lockMs}, {"sweepEvery", sweepMs},
                            {"maxStalls", 50},    {"keepAll", true},
                            {"hold", 1},          {"effects", effectsOf(life.number)}};
    life.peer->call("work", order);
    return life;
}

/// On a thread of its own, so that Redis also dies in the middle of an add. By ids of our own, so that an add whose
/// answer was lost may be repeated.
void QueueChaosTest::addAll() {
    while (m_added < jobs && !m_isOver) {
        if (!waitUntil(20, [this] { return m_added < m_wanted; }))
            continue;
        std::vector<queue::NewJob> some;
        for (int i = m_added; i < std::min(jobs, m_added + 250); ++i)
            some.push_back({"effect", "{}", "job-" + std::to_string(i)});
        const auto added = m_queue.addBulk(some);
        if (std::all_of(added.begin(), added.end(), [](const auto &one) { return one.has_value(); }))
            m_added += static_cast<int>(some.size());
        else if (++m_addsRepeated)
            waitUntil(10'000, [this] { return m_pool.ping().has_value(); });
    }
}

void QueueChaosTest::killOne() {
    Life victim = std::move(m_workers.front());
    m_workers.pop_front();
    victim.peer->kill();
    m_deaths.push_back({QDateTime::currentMSecsSinceEpoch(), victim.number});
    m_bytesOfTheDead += QFileInfo(effectsOf(victim.number)).size();
    m_workers.push_back(begin());
}

void QueueChaosTest::killRedis() {
    const int before = m_added;
    m_wanted += 5'000; // it dies while it is being added to
    waitUntil(5'000, [&] { return m_added > before || m_added == jobs; });
    m_server.kill();
    m_deaths.push_back({QDateTime::currentMSecsSinceEpoch(), -1});
    QVERIFY2(m_server.start(), m_server.log().constData());
    ++m_redisKills;
}

int QueueChaosTest::effectsSoFar() {
    constexpr qint64 typicalLine = 24; // "job-12345 1795447893640\n"; a few are shorter
    qint64 bytes = m_bytesOfTheDead;
    for (const Life &life : m_workers)
        bytes += QFileInfo(effectsOf(life.number)).size();
    return static_cast<int>(bytes / typicalLine);
}

QHash<QByteArray, QList<Effect>> QueueChaosTest::readEffects() {
    QHash<QByteArray, QList<Effect>> effects;
    effects.reserve(jobs);
    for (int life = 0; life < m_lives; ++life) {
        QFile file(effectsOf(life));
        if (!file.open(QIODevice::ReadOnly))
            continue; // it was killed before its first job
        for (const QByteArray &line : file.readAll().split('\n')) {
            const qsizetype space = line.indexOf(' ');
            if (space > 0)
                effects[line.left(space)].append({line.mid(space + 1).toLongLong(), life});
        }
    }
    for (QList<Effect> &of : effects)
        std::sort(of.begin(), of.end(), [](const Effect &a, const Effect &b) { return a.at < b.at; });
    return effects;
}

/// The first one's worker was killed before it could tell, or Redis was, and the job ran again only after that.
bool QueueChaosTest::isExplained(const Effect &first, const Effect &again) const {
    return std::any_of(m_deaths.begin(), m_deaths.end(), [&](const Death &death) {
        return (death.life == first.life || death.life == -1) && first.at - 1 <= death.at && death.at <= again.at &&
               death.at - first.at <= longestUntold;
    });
}

/// All added, nothing left to do.
bool QueueChaosTest::finish() {
    m_wanted = jobs;
    return waitUntil(60'000, [&] {
        const auto counts = m_queue.counts();
        return m_added == jobs && counts && counts->waiting + counts->delayed + counts->active == 0;
    });
}

void QueueChaosTest::everyJobHasItsEffect() {
    QElapsedTimer clock;
    clock.start();
    QVERIFY(m_queue.open());
    while (static_cast<int>(m_workers.size()) < workers)
        m_workers.push_back(begin());
    std::thread producer([this] { addAll(); });
    const auto end = qScopeGuard([&] {
        m_isOver = true;
        producer.join();
    });
    // Killed by how far the work has come, so that every kill strikes work.
    for (int killed = 0; killed < kills;) {
        const int target = killed * (jobs * 9 / 10 / kills);
        m_wanted = target + 5'000;
        QVERIFY2(waitUntil(60'000, [&] { return effectsSoFar() >= target; }), "the work does not go on");
        killOne();
        if (++killed % (kills / redisKills) == 0)
            killRedis();
    }
    QVERIFY(finish());
    m_workers.clear();

    const auto effects = readEffects();
    int repeats = 0, unexplained = 0;
    for (auto of = effects.begin(); of != effects.end(); ++of) {
        for (qsizetype i = 1; i < of->size(); ++i, ++repeats) {
            if (!isExplained(of->at(i - 1), of->at(i)) && ++unexplained <= 10)
                qWarning("%s at %lld in life %d, and again at %lld in life %d", of.key().constData(), of->at(i - 1).at,
                         of->at(i - 1).life, of->at(i).at, of->at(i).life);
        }
    }
    const auto counts = m_queue.counts();
    const auto faults = queue::check(m_queue);
    QVERIFY(counts && faults);
    const QJsonObject told{{"chaos", "queue"},
                           {"jobs", jobs},
                           {"lost", jobs - effects.size()},
                           {"repeated", repeats},
                           {"unexplained", unexplained},
                           {"worker_kills", kills},
                           {"redis_kills", m_redisKills},
                           {"adds_repeated", m_addsRepeated.load()},
                           {"completed", counts->completed},
                           {"failed", counts->failed},
                           {"faults", static_cast<int>(faults->size())},
                           {"seconds", static_cast<double>(clock.elapsed()) / 1000}};
    QTextStream(stdout) << QJsonDocument(told).toJson(QJsonDocument::Compact) << Qt::endl;
    for (const queue::Fault &fault : *faults)
        qWarning("%s: %s", fault.what.c_str(), fault.subject.c_str());
    QCOMPARE(effects.size(), jobs);
    QCOMPARE(counts->completed, jobs);
    QCOMPARE(counts->failed, 0);
    QCOMPARE(unexplained, 0);
    QVERIFY(faults->empty());
}

QTEST_GUILESS_MAIN(QueueChaosTest)
#include "queue_chaos_test.moc"
