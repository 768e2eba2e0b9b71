#include "services/blocking/policies.h"
#include "tests/support/fake_clock.h"
#include "tests/support/postgres_server.h"
#include "tests/support/redis_server.h"
#include "tests/support/service_program.h"

#include <QJsonDocument>
#include <QTest>

#include <barrier>
#include <thread>

using namespace wemo;
using namespace wemo::tests;

/// Two real services over one Redis and one PostgreSQL, many clients at once on one number. A hundred rounds; a
/// thousand with WEMO_RACE_WHOLE=1.
class BlockingRaceTest final : public QObject {
    Q_OBJECT

    static constexpr int clients = 64, limit = 10;
    const int m_rounds = qEnvironmentVariableIsSet("WEMO_RACE_WHOLE") ? 1'000 : 100;

    RedisServer m_redis;
    QTemporaryDir m_folder{QStringLiteral("/tmp/wemo-race-XXXXXX")};
    Simulator m_simulator;
    storage::Options m_store = PostgresServer::shared().createDatabase();
    std::unique_ptr<storage::Database> m_database;
    FakeClock m_clock;
    IdSource m_ids{m_clock, 5};
    staff::AuditLog m_audit{m_clock, m_ids};
    std::unique_ptr<ServiceProgram> m_first, m_second;

    QStringList arguments() const {
        const QString database = QString("postgresql://%1@localhost:%2/%3?host=%4")
                                     .arg(m_store.user)
                                     .arg(m_store.port)
                                     .arg(m_store.database, m_store.host);
        return {"--mode",
                "server",
                "--database-url",
                database,
                "--redis-url",
                "unix://" + m_redis.socket(),
                "--secrets-file",
                m_folder.filePath("secrets.json"),
                "--gateway-url",
                m_simulator.address(),
                "--threads",
                "32",
                "--max-connections",
                "200"};
    }
    std::unique_ptr<ServiceProgram> service(const char *name) {
        return std::make_unique<ServiceProgram>(m_folder.filePath(QString::fromLatin1(name)), arguments(),
                                                QStringList{"WEMO_GATEWAY_UID=tester", "WEMO_GATEWAY_PASSWORD=secret"});
    }
    blocking::Desk desk() {
        return {*m_database, m_clock, m_audit, [] {}};
    }

    /// 202, 429, or what else it was.
    static int ask(http::Client &client, const QString &address, const QString &number) {
        const QJsonObject body{{"channel", "sms"}, {"phone", number}, {"device_id", "device"}};
        const auto answer = client.send({"POST",
                                         address + "/auth/v1/challenges",
                                         {{"Content-Type", "application/json"}},
                                         QJsonDocument(body).toJson(QJsonDocument::Compact),
                                         std::chrono::seconds(30)});
        return answer ? answer->status : 0;
    }
    /// A number of the round's own.
    static QString numberOf(int round) { return QString("0912%1").arg(100'000 + round); }

    /// How many of the clients were let through in each round.
    std::vector<int> race(int firstRound, int rounds, int *others) {
        std::vector<std::atomic<int>> sent(static_cast<std::size_t>(rounds));
        std::atomic<int> neither = 0;
        std::barrier together(clients);
        std::vector<std::thread> threads;
        for (int client = 0; client < clients; ++client)
            threads.emplace_back([&, client] {
                http::Client http;
                const QString address = (client % 2 ? *m_first : *m_second).address();
                for (int round = 0; round < rounds; ++round) {
                    together.arrive_and_wait();
                    const int status = ask(http, address, numberOf(firstRound + round));
                    sent[static_cast<std::size_t>(round)] += status == 202 ? 1 : 0;
                    neither += status == 202 || status == 429 ? 0 : 1;
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        *others = neither;
        return {sent.begin(), sent.end()};
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(runtime::Secrets::load(m_folder.filePath("secrets.json"), true));
        QVERIFY(m_simulator.start());
        m_first = service("first");
        QVERIFY2(m_first->start(), m_first->output().constData());
        m_second = service("second");
        QVERIFY2(m_second->start(), m_second->output().constData());
        auto database = storage::Database::open(m_store);
        QVERIFY(database);
        m_database = *std::move(database);
    }

    void neverMoreThanTheLimitAndNeverFewer() {
        const blocking::Desk with = desk();
        const blocking::Policies policies(with);
        const staff::Account admin{1, "admin", "Admin", staff::Role::Admin};
        const auto all = policies.list();
        QVERIFY(all);
        for (const blocking::PolicyRecord &record : *all) {
            blocking::PolicyRecord edit = record;
            edit.policy.limit = record.policy.id == "number-hour" ? limit : blocking::mostCounted;
            QVERIFY(policies.update(admin, record.policy.id, record.version, edit));
        }
        // Both services read the change within a second; until then they let fewer through.
        const auto lets = [this](const ServiceProgram &one, int round) {
            http::Client http;
            int sent = 0;
            for (int i = 0; i <= limit; ++i)
                sent += ask(http, one.address(), numberOf(round)) == 202 ? 1 : 0;
            return sent;
        };
        int probe = 50'000;
        QTRY_COMPARE(lets(*m_first, ++probe), limit);
        QTRY_COMPARE(lets(*m_second, ++probe), limit);
        int others = 0;
        const std::vector<int> sent = race(0, m_rounds, &others);
        QCOMPARE(others, 0);
        for (const int count : sent)
            QCOMPARE(count, limit);
    }

    void aRedisThatDiesMeansNoAndThenItGoesOn() {
        std::atomic<bool> stop = false;
        std::atomic<int> let = 0, refused = 0;
        std::vector<std::thread> threads;
        for (int client = 0; client < 8; ++client)
            threads.emplace_back([&, client] {
                http::Client http;
                const QString address = (client % 2 ? *m_first : *m_second).address();
                for (int i = 0; !stop; ++i) {
                    const int status = ask(http, address, numberOf(60'000 + client * 1'000 + i));
                    let += status == 202 ? 1 : 0;
                    refused += status == 503 ? 1 : 0;
                }
            });
        QTRY_VERIFY(let > 50);
        m_redis.kill();
        QTRY_VERIFY_WITH_TIMEOUT(refused > 50, 20'000);
        const int before = let;
        QTest::qWait(1); // the answers on their way
        QTRY_VERIFY(refused > 100);
        QVERIFY(let <= before + 8);
        QVERIFY(m_redis.start());
        QTRY_VERIFY_WITH_TIMEOUT(let > before + 50, 20'000); // by itself
        stop = true;
        for (std::thread &thread : threads)
            thread.join();
    }

    void cleanupTestCase() {
        QCOMPARE(m_first->terminate(), 0);
        QCOMPARE(m_second->terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(BlockingRaceTest)
#include "blocking_race_test.moc"
