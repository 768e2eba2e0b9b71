// Callbacks of a gateway: how many a second are durable before their 200, with PostgreSQL that waits for its disk, and
// folded into their messages as fast as they come. The load comes from a program of its own (this one, started again
// with --load), over 64 connections. PostgreSQL, Redis, the service and the load share the machine.
//
// Two measurements. As fast as it goes: closed loop, each connection sends when it has its answer. At 2,000 a second:
// open loop, and times count from when a callback was due. Both for 15 s; meanwhile the inbox is looked at each second,
// and at the end it is waited for until the last one is folded. Beside them the disk itself: single rows committed one
// by one, on one connection and on eight.
#include "services/runtime/seal.h"
#include "services/sms/message_log.h"
#include "tests/bench/report.h"
#include "tests/bench/service_process.h"
#include "tests/bench/sms_callback_bench/load.h"
#include "tests/support/postgres_server.h"
#include "tests/support/redis_server.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace wemo;
using namespace wemo::bench;

namespace {
constexpr double seconds = 15;
constexpr int wanted = 2'000; // callbacks a second

struct FixedClock final : Clock {
    Instant now() const override {
        return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    }
};

QString numberOf(int i) {
    return QString("+88691%1").arg(i % 10'000'000, 7, 10, QChar(u'0'));
}

/// Accepted messages for receipts to be about; the batch of the i-th is "b<first + i>".
void addMessages(storage::Database &database, sms::MessageLog &log, int first, int count) {
    constexpr int each = 500;
    for (int from = first; from < first + count; from += each) {
        const auto done = database.write([&](storage::Connection &connection) -> Result<void> {
            for (int i = from; i < std::min(from + each, first + count); ++i) {
                sms::NewMessage message{*phone::PhoneNumber::fromE164(numberOf(i)),
                                        sms::Purpose::Otp,
                                        "otp.sign_in",
                                        "Your code is 123456",
                                        "Your code is ••••••",
                                        5};
                Result<sms::MessageRecord> record = log.insert(connection, message);
                if (!record)
                    return Failure(record.error());
                record->message.gateway = "every8d";
                sms::News accepted;
                accepted.source = "answer";
                accepted.state = sms::DeliveryState::Accepted;
                accepted.batchId = QString("b%1").arg(i);
                if (const auto applied = log.apply(connection, *record, accepted); !applied)
                    return Failure(applied.error());
            }
            return {};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
}

QByteArray bodyOf(int i, const char *status, int second) {
    return "BatchID=b" + QByteArray::number(i) + "&RM=%2b" + numberOf(i).mid(1).toLatin1() + "&RT=202601011200" +
           QByteArray::number(second).rightJustified(2, '0') + "&STATUS=" + status +
           "&SM=Your+code+is+123456&CustID=1&UserNo=1&ST=20260101120000&MR=&SUBJECT=&NAME=&USERID=x&SOURCE=&CHARGE=0";
}

int runLoad(const QStringList &arguments) {
    const int first = arguments[4].toInt(), count = arguments[5].toInt();
    QList<QByteArray> bodies;
    for (int i = first; i < first + count; ++i)
        bodies += {bodyOf(i, "0", 1), bodyOf(i, "100", 2)};
    const Loaded loaded =
        post({arguments[2].toInt(), 64, arguments[6].toDouble(), seconds}, arguments[3].toLatin1(), bodies);
    QTextStream(stdout) << QJsonDocument(QJsonObject{{"event", "loaded"},
                                                     {"answered", loaded.answered},
                                                     {"refused", loaded.refused},
                                                     {"seconds", loaded.seconds},
                                                     {"p50", loaded.p50Ms},
                                                     {"p99", loaded.p99Ms},
                                                     {"longest", loaded.longestMs}})
                               .toJson(QJsonDocument::Compact)
                        << Qt::endl;
    return 0;
}

/// Single rows, committed one by one; how many a second over all connections.
double bareCommits(const storage::Options &options, int connections) {
    std::atomic<int> committed = 0;
    std::vector<std::thread> threads;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    for (int i = 0; i < connections; ++i)
        threads.emplace_back([&, i] {
            const QString name = QString("bare-%1-%2").arg(connections).arg(i);
            {
                QSqlDatabase database = QSqlDatabase::addDatabase("QPSQL", name);
                database.setHostName(options.host);
                database.setUserName(options.user);
                database.setDatabaseName(options.database);
                QSqlQuery query(database.open() ? database : QSqlDatabase());
                query.prepare("INSERT INTO bare (batch, body) VALUES (?, ?)");
                for (int n = 0; std::chrono::steady_clock::now() < end; ++n) {
                    query.bindValue(0, QString("b%1").arg(n));
                    query.bindValue(1, QString(200, 'x'));
                    committed += query.exec() ? 1 : 0;
                }
            }
            QSqlDatabase::removeDatabase(name);
        });
    for (std::thread &thread : threads)
        thread.join();
    return committed / 5.0;
}

class Bench {
public:
    Bench() {
        const QString secretsFile = m_folder.filePath("secrets.json");
        m_secrets = *runtime::Secrets::load(secretsFile, true);
        m_options = m_postgres.createDatabase();
        m_database = *storage::Database::open(m_options);
        if (!m_redis.start() || !m_database->migrate())
            qFatal("no stores");
        m_log.emplace(m_clock, m_ids, m_secrets);
        qputenv("WEMO_GATEWAY_UID", "x");
        qputenv("WEMO_GATEWAY_PASSWORD", "x");
        m_service.emplace(
            "wemo-service",
            QStringList{"--mode", "server", "--listen", "127.0.0.1:0", "--secrets-file", secretsFile, "--gateway-url",
                        "http://127.0.0.1:9", "--redis-url", "unix://" + m_redis.socket(), "--database-url",
                        QString("postgresql://%1@/%2?host=%3").arg(m_options.user, m_options.database, m_options.host),
                        "--log-file", m_folder.filePath("service.log")},
            true);
        QJsonObject ready;
        if (m_service->waitFor("ready", &ready) < 0)
            qFatal("the service does not start");
        m_port = ready.value("address").toString().section(u':', -1);
    }

    void measure(const char *name, int perSecond) {
        const int messages = perSecond > 0 ? static_cast<int>(perSecond * seconds / 2) + 1 : 60'000;
        const int first = std::exchange(m_next, m_next + messages);
        addMessages(*m_database, *m_log, first, messages);
        QProcess load;
        load.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        load.start(QCoreApplication::applicationFilePath(),
                   {"--load", m_port, "/webhooks/every8d/" + QString::fromLatin1(m_secrets.webhookToken),
                    QString::number(first), QString::number(messages), QString::number(perSecond)});
        qint64 mostWaiting = 0;
        while (!load.waitForFinished(1'000) && load.state() == QProcess::Running)
            mostWaiting = std::max(mostWaiting, waiting());
        QElapsedTimer clock;
        clock.start();
        while (waiting() > 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        const double foldedAfter = static_cast<double>(clock.elapsed());
        const QJsonObject told = QJsonDocument::fromJson(load.readAllStandardOutput()).object();
        const auto row = [&](const QString &metric, double value, const char *unit, double limit) {
            report("sms_callback", qPrintable(QString(name) + ": " + metric), value, unit, limit);
        };
        const double answered = told["answered"].toDouble();
        row("callbacks durable before their 200", answered / told["seconds"].toDouble(), "1/s", 0);
        row("time for each", 1e6 * told["seconds"].toDouble() / answered, "µs", perSecond > 0 ? 0 : 1e6 / wanted);
        row("other answers than 200", told["refused"].toDouble(), "", 0);
        row("to the answer, p50", told["p50"].toDouble(), "ms", 0);
        row("to the answer, p99", told["p99"].toDouble(), "ms", 0);
        row("to the answer, longest", told["longest"].toDouble(), "ms", 0);
        row("most that waited to be folded", static_cast<double>(mostWaiting), "", 0);
        row("until the last was folded", foldedAfter, "ms", 0);
        const qint64 expected = std::min<qint64>(2LL * messages, static_cast<qint64>(answered));
        row("receipts missing from the messages", static_cast<double>(expected - eventsSince(first)), "", 0);
    }

    void measureDisk() {
        if (!run("CREATE TABLE bare (id BIGSERIAL PRIMARY KEY, batch TEXT NOT NULL, body TEXT NOT NULL)"))
            qFatal("no table");
        for (const int connections : {1, 8})
            report("sms_callback",
                   qPrintable(QString("beside: single rows committed, %1 connections").arg(connections)),
                   bareCommits(m_options, connections), "1/s", 0);
    }

private:
    qint64 number(const QString &sql) {
        qint64 value = -1;
        const QString name = "counting";
        {
            QSqlDatabase database = QSqlDatabase::addDatabase("QPSQL", name);
            database.setHostName(m_options.host);
            database.setUserName(m_options.user);
            database.setDatabaseName(m_options.database);
            QSqlQuery query(database.open() ? database : QSqlDatabase());
            if (query.exec(sql))
                value = query.next() ? query.value(0).toLongLong() : 0;
        }
        QSqlDatabase::removeDatabase(name);
        return value;
    }
    bool run(const QString &sql) { return number(sql) >= 0; }
    qint64 waiting() { return number("SELECT count(*) FROM sms_receipt_inbox"); }
    qint64 eventsSince(int first) {
        return number(QString("SELECT count(*) FROM sms_events AS e JOIN sms_messages AS m ON m.id = e.message_id "
                              "WHERE e.source = 'callback' AND substr(m.batch_id, 2)::bigint >= %1")
                          .arg(first));
    }

    QTemporaryDir m_folder;
    tests::PostgresServer m_postgres{tests::PostgresServer::Kind::Durable};
    tests::RedisServer m_redis{{true}};
    runtime::Secrets m_secrets;
    storage::Options m_options;
    std::unique_ptr<storage::Database> m_database;
    FixedClock m_clock;
    IdSource m_ids{m_clock, 77};
    std::optional<sms::MessageLog> m_log;
    std::optional<Program> m_service;
    QString m_port;
    int m_next = 0;
};
} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == "--load")
        return runLoad(app.arguments());
    Bench bench;
    bench.measure("at 2,000/s", wanted);
    bench.measure("as fast as it goes", 0);
    bench.measureDisk();
    return 0;
}
