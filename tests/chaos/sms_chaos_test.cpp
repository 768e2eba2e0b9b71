// The real service, killed again and again, beside a gateway that drops, doubles, delays and reorders a fifth of
// everything: every message that was asked for is accounted for, and none is sent twice. As a test it is short; the
// whole of it, 20,000 messages and 50 kills, is "./wemo bench sms_chaos".
//
// Messages are asked for by the sender of services/sms in this process, on the service's own store: what send() gave an
// id for is durable. The simulator keeps a journal of what it took and counts by our reference, so its word is compared
// with the record's at the end.
#include "services/runtime/system_clock.h"
#include "services/sms/message_sender.h"
#include "tests/support/service_program.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <thread>

using namespace wemo;
using namespace wemo::tests;

namespace {
const bool isWhole = qEnvironmentVariableIsSet("WEMO_CHAOS_WHOLE");
const int messages = isWhole ? 20'000 : 600, kills = isWhole ? 50 : 4;
/// In the whole of it callbacks fall a minute behind: the gateway is asked for longer than that.
const QString pollSeconds = isWhole ? "3,10,30,60,120,180" : "1,2,3,4,5,6,7";
constexpr int ahead = 400; ///< asked for before the next kill, at most: every kill strikes work

QJsonObject behaviour() {
    const auto chance = [](const char *kind, double rate, QJsonObject more = {}) {
        more["kind"] = QString::fromLatin1(kind);
        more["rate"] = rate;
        return more;
    };
    // Of each five requests one goes wrong, and half of those were taken all the same.
    const QJsonArray answers{chance("drop", 0.07, {{"takes", 0.5}}), chance("server-error", 0.04, {{"takes", 0.5}}),
                             chance("bad-gateway", 0.04, {{"takes", 0.5}}),
                             chance("accept", 0.05, {{"delay_ms", 300}})};
    const QJsonArray receipts{chance("drop", 0.2),    chance("double", 0.2), chance("delay", 0.2, {{"delay_ms", 700}}),
                              chance("reorder", 0.2), chance("early", 0.05), chance("orphan", 0.05)};
    const QJsonArray queries{chance("drop", 0.1), chance("empty", 0.1)};
    const QJsonArray steps{QJsonObject{{"status", "0"}, {"after_ms", 40}},
                           QJsonObject{{"status", "100"}, {"after_ms", 40}}};
    return {{"seed", 5},
            {"chance", answers},
            {"receipt_chance", receipts},
            {"query_chance", queries},
            {"handset_ms", 20},
            {"default_receipts", QJsonObject{{"steps", steps}}}};
}

QStringList arguments() {
    QStringList list = ServiceProgram::quickRecovery();
    list += {"--sms-per-second",          "0",    "--sms-workers",      "8",
             "--sms-poll-margin-seconds", "2",    "--sms-poll-seconds", pollSeconds,
             "--gateway-timeout-ms",      "2000", "--log-level",        "warn"};
    return list;
}
} // namespace

class SmsChaosTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsAccountedFor();

private:
    void sendAll();
    QMap<QString, int> states();
    QSet<QString> idsIn(const QString &where);
    /// How many wait for something that may still come.
    int open(const QMap<QString, int> &states) const;

    ServiceProgram m_service{arguments()};
    runtime::SystemClock m_clock;
    IdSource m_ids{m_clock, 4242};
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<sms::MessageLog> m_log;
    std::atomic<int> m_wanted = 0, m_sent = 0;
    std::atomic<bool> m_isOver = false;
};

void SmsChaosTest::sendAll() {
    sms::MessageSender sender(*m_database, *m_log, [] {});
    while (m_sent < messages && !m_isOver) {
        if (!waitUntil(20, [this] { return m_sent < m_wanted; }))
            continue;
        const int i = m_sent;
        constexpr sms::Purpose purposes[] = {sms::Purpose::Otp, sms::Purpose::Transactional, sms::Purpose::Marketing};
        sms::NewMessage message{*phone::PhoneNumber::fromE164(QString("+88691%1").arg(i, 7, 10, QChar(u'0'))),
                                purposes[i % 3],
                                "chaos",
                                "Your code is 123456",
                                "Your code is ••••••",
                                1,
                                "chaos",
                                QString("chaos-%1").arg(i)};
        if (sender.send(message))
            ++m_sent;
    }
}

QMap<QString, int> SmsChaosTest::states() {
    QMap<QString, int> counted;
    QSqlQuery query(QSqlDatabase::database("chaos"));
    query.exec("SELECT state, count(*) FROM sms_messages GROUP BY state");
    while (query.next())
        counted.insert(query.value(0).toString(), query.value(1).toInt());
    return counted;
}

QSet<QString> SmsChaosTest::idsIn(const QString &where) {
    QSet<QString> ids;
    QSqlQuery query(QSqlDatabase::database("chaos"));
    query.exec("SELECT id FROM sms_messages WHERE " + where);
    while (query.next())
        ids.insert(query.value(0).toString());
    return ids;
}

int SmsChaosTest::open(const QMap<QString, int> &states) const {
    int open = 0;
    for (const char *state : {"created", "submitting", "submit_unknown", "accepted", "scheduled", "sent"})
        open += states.value(QString::fromLatin1(state));
    return open;
}

void SmsChaosTest::everyMessageIsAccountedFor() {
    QElapsedTimer clock;
    clock.start();
    QVERIFY2(m_service.start(), m_service.output().constData());
    QVERIFY(m_service.simulator().behave(behaviour()));
    storage::Options options;
    options.path = m_service.folder() + "/wemo.sqlite";
    m_database = *storage::Database::open(options);
    const auto schedule = sms::Schedule::parse(pollSeconds, std::chrono::seconds(2));
    m_log = std::make_unique<sms::MessageLog>(m_clock, m_ids, m_service.secrets(), *schedule);
    QSqlDatabase reading = QSqlDatabase::addDatabase("QSQLITE", "chaos");
    reading.setConnectOptions("QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY");
    reading.setDatabaseName(options.path);
    QVERIFY(reading.open());
    std::thread producer([this] { sendAll(); });
    const auto end = qScopeGuard([&] {
        m_isOver = true;
        producer.join();
    });

    for (int killed = 0; killed < kills; ++killed) {
        const int target = (killed + 1) * (messages * 9 / 10 / kills);
        m_wanted = target + ahead;
        const auto gone = [&] { // left this service, one way or the other
            const QMap<QString, int> now = states();
            return m_sent - now.value("created") - now.value("submitting") >= std::min(target, messages - 50);
        };
        QVERIFY2(waitUntil(120'000, gone), "the work does not go on");
        m_service.kill();
        QVERIFY2(m_service.start(), m_service.output().constData());
    }
    m_wanted = messages;
    // In the short form those whose answer was lost, and whose receipts too, still wait for their deadline at the end.
    const auto settled = [&] {
        const QMap<QString, int> now = states();
        return m_sent == messages && open(now) - (isWhole ? 0 : now.value("submit_unknown")) == 0;
    };
    const bool isSettled = waitUntil(isWhole ? 600'000 : 60'000, settled);

    const QMap<QString, int> ends = states();
    int recorded = 0;
    QJsonObject byState;
    for (auto state = ends.cbegin(); state != ends.cend(); ++state) {
        recorded += state.value();
        byState.insert(state.key(), state.value());
    }
    const QSet<QString> delivered = idsIn("state = 'delivered'");
    const QSet<QString> forgotten =
        idsIn("state NOT IN ('delivered','undelivered','expired','rejected','failed','canceled','unknown') AND "
              "deadline_at IS NULL");
    QSet<QString> taken;
    for (qint64 after = 0;;) {
        const QJsonArray page = m_service.simulator().submissions(after, 5'000);
        for (const QJsonValue &submission : page)
            if (submission["taken"].toBool())
                taken.insert(submission["reference"].toString());
        if (page.isEmpty())
            break;
        after = page.last()["id"].toString().toLongLong();
    }
    const QJsonObject counts = m_service.simulator().counts();
    const QJsonArray twice = counts["twice"].toArray();
    const QSet<QString> inventions = QSet<QString>(delivered).subtract(taken);
    const QJsonObject told{{"chaos", "sms"},
                           {"messages", messages},
                           {"accounted", recorded - forgotten.size()},
                           {"lost", messages - recorded + static_cast<int>(forgotten.size())},
                           {"kills", kills},
                           {"states", byState},
                           {"submissions", counts["submissions"]},
                           {"taken", taken.size()},
                           {"twice_at_the_gateway", twice.size()},
                           {"delivered_but_never_taken", inventions.size()},
                           {"seconds", static_cast<double>(clock.elapsed()) / 1000}};
    QTextStream(stdout) << QJsonDocument(told).toJson(QJsonDocument::Compact) << Qt::endl;
    QVERIFY2(isSettled, "something is still open");
    QCOMPARE(recorded, messages);
    QCOMPARE(forgotten.size(), 0);
    QCOMPARE(twice.size(), 0);
    QCOMPARE(inventions.size(), 0);
    QVERIFY(!taken.isEmpty() && delivered.size() > messages / 2);
    QCOMPARE(m_service.terminate(), 0);
}

QTEST_GUILESS_MAIN(SmsChaosTest)
#include "sms_chaos_test.moc"
