#include "services/queue/queue.h"
#include "services/sms/message_list.h"
#include "tests/support/service_program.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace wemo;
using namespace wemo::tests;

namespace {
const QString rider = "0912345678";

QJsonObject challenge() {
    return {{"channel", "sms"}, {"phone", rider}, {"device_id", "device-1"}};
}

/// The message log, read beside the service.
class Log {
public:
    explicit Log(const ServiceProgram &service) {
        storage::Options options;
        options.path = service.folder() + "/wemo.sqlite";
        if (auto database = storage::Database::open(options))
            m_database = *std::move(database);
        if (m_database)
            m_list = std::make_unique<sms::MessageList>(*m_database, service.secrets());
        redis::Options redis;
        redis.unixSocket = (service.folder() + "/redis.sock").toStdString();
        m_pool = std::make_unique<redis::Pool>(redis);
    }

    QStringList states() {
        QStringList states;
        const auto page = m_list ? m_list->page({}, 100, {}) : Result<sms::MessagePage>();
        if (page)
            for (const sms::Message &message : page->items)
                states.prepend(toString(message.state)); // oldest first
        return states;
    }
    /// No job waits, runs or is set back any more: nothing can be sent again.
    bool queueIsIdle() {
        const auto counts = queue::Queue(*m_pool, "sms-otp").counts();
        return counts && counts->waiting + counts->delayed + counts->active == 0;
    }

private:
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<sms::MessageList> m_list;
    std::unique_ptr<redis::Pool> m_pool;
};
} // namespace

class Kill9Test final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMessageIsSentOnceAndNoneIsLost_data() {
        QTest::addColumn<QString>("failpoint");
        for (const char *place : {"challenge.before-store", "challenge.after-store", "sms.after-record",
                                  "live.before-publish", "sms.after-claim", "sms.after-submit", "sms.after-accepted",
                                  "receipt.before-record", "receipt.after-record", "receipt.before-record:2",
                                  "receipt.after-record:2", "receipt.after-fold", "receipt.after-fold:2"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }

    void theMessageIsSentOnceAndNoneIsLost() {
        QFETCH(QString, failpoint);
        ServiceProgram service(ServiceProgram::quickRecovery());
        QVERIFY2(service.start(failpoint), service.output().constData());
        QVERIFY(quickReceipts(service));
        const ServiceProgram::Answer first = service.post("/auth/v1/challenges", challenge(), "rider-1");
        QVERIFY2(service.diesOfKill(), service.output().constData());
        QVERIFY2(service.start(), service.output().constData());
        if (first.status == 0) { // the rider's app got no answer, so it asks again
            const ServiceProgram::Answer again = service.post("/auth/v1/challenges", challenge(), "rider-1");
            QCOMPARE(again.status, 202);
        } else {
            QCOMPARE(first.status, 202);
        }
        Log log(service);
        QTRY_COMPARE_WITH_TIMEOUT(log.states(), QStringList("delivered"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(log.queueIsIdle(), 20'000);
        QTRY_COMPARE(service.simulator().handset(rider).size(), qsizetype(1));
        QCOMPARE(service.simulator().submissions().size(), qsizetype(1));
        QCOMPARE(log.states(), QStringList("delivered"));
        QCOMPARE(service.terminate(), 0);
    }

    /// The relay works beside the worker, who may have the job already: these kills fall before, in or after the
    /// submission, as chance has it.
    void aKillBesideTheSubmissionSendsOnceOrSaysSo_data() {
        QTest::addColumn<QString>("failpoint");
        for (const char *place :
             {"sms.after-enqueue", "live.before-publish:2", "live.before-publish:3", "live.before-publish:4"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }

    void aKillBesideTheSubmissionSendsOnceOrSaysSo() {
        QFETCH(QString, failpoint);
        ServiceProgram service(ServiceProgram::quickRecovery());
        QVERIFY2(service.start(failpoint), service.output().constData());
        QVERIFY(quickReceipts(service));
        service.post("/auth/v1/challenges", challenge(), "rider-1");
        QVERIFY2(service.diesOfKill(), service.output().constData());
        QVERIFY2(service.start(), service.output().constData());
        Log log(service);
        const auto settled = [&] {
            const qsizetype sent = service.simulator().submissions().size();
            return log.queueIsIdle() && log.states() == QStringList(sent == 1 ? "delivered" : "submit_unknown");
        };
        QTRY_VERIFY2_WITH_TIMEOUT(settled(), qPrintable(log.states().join(u' ')), 20'000);
        QVERIFY(service.simulator().submissions().size() <= 1);
        QCOMPARE(service.terminate(), 0);
    }

    /// The record says submitting, and nobody can know that nothing had left: never a blind second send.
    void aDeathJustBeforeTheSubmissionIsVisibleAndAskingAgainDelivers() {
        ServiceProgram service(ServiceProgram::quickRecovery());
        QVERIFY2(service.start("sms.after-submitting"), service.output().constData());
        QVERIFY(quickReceipts(service));
        service.post("/auth/v1/challenges", challenge(), "rider-1");
        QVERIFY2(service.diesOfKill(), service.output().constData());
        QVERIFY2(service.start(), service.output().constData());
        Log log(service);
        QTRY_COMPARE_WITH_TIMEOUT(log.states(), QStringList("submit_unknown"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(log.queueIsIdle(), 20'000);
        QCOMPARE(service.simulator().submissions().size(), qsizetype(0));
        // The rider waits in vain and asks for a new code.
        QCOMPARE(service.post("/auth/v1/challenges", challenge(), "rider-2").status, 202);
        QTRY_COMPARE_WITH_TIMEOUT(log.states(), QStringList({"submit_unknown", "delivered"}), 20'000);
        QTRY_COMPARE(service.simulator().handset(rider).size(), qsizetype(1));
        QCOMPARE(service.terminate(), 0);
    }

    /// While the disk is slow a killed Redis may lose its last two seconds: here, the job of what is being submitted.
    void aJobThatRedisLostWithTheServiceIsNoticedSoon() {
        ServiceProgram service(ServiceProgram::quickRecovery());
        QVERIFY2(service.start("sms.after-submitting"), service.output().constData());
        service.post("/auth/v1/challenges", challenge(), "rider-1");
        QVERIFY2(service.diesOfKill(), service.output().constData());
        QTRY_VERIFY(service.processes().isEmpty()); // Redis writes nothing more
        QVERIFY(QDir(service.folder() + "/redis/appendonlydir").removeRecursively());
        QVERIFY2(service.start(), service.output().constData());
        Log log(service);
        QTRY_COMPARE_WITH_TIMEOUT(log.states(), QStringList("submit_unknown"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(log.queueIsIdle(), 20'000);
        QCOMPARE(service.simulator().submissions().size(), qsizetype(0));
        QCOMPARE(service.terminate(), 0);
    }

    /// Not at a chosen step but in the middle of many messages, several times over.
    void manyMessagesAndKillsAtAnyTime() {
        ServiceProgram service(ServiceProgram::quickRecovery());
        QVERIFY2(service.start(), service.output().constData());
        QVERIFY(quickReceipts(service));
        QStringList riders;
        for (int i = 0; i < 30; ++i)
            riders.append(QString("09123450%1").arg(i, 2, 10, QChar(u'0')));
        for (int i = 0; i < riders.size(); ++i) {
            QJsonObject body = challenge();
            body["phone"] = riders[i];
            body["device_id"] = "device-" + riders[i];
            QTRY_COMPARE_WITH_TIMEOUT(service.post("/auth/v1/challenges", body, riders[i].toLatin1()).status, 202,
                                      20'000);
            if (i % 10 == 9) {
                service.kill();
                QVERIFY2(service.start(), service.output().constData());
            }
        }
        Log log(service);
        const auto settled = [&log] {
            const QStringList states = log.states();
            return states.size() == 30 && states.count("delivered") + states.count("submit_unknown") == states.size();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(settled(), qPrintable(log.states().join(u' ')), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(log.queueIsIdle(), 20'000);
        QHash<QString, int> sends;
        const QJsonArray submissions = service.simulator().submissions();
        for (const QJsonValue &submission : submissions)
            ++sends[submission["number"].toString()];
        for (const int count : std::as_const(sends))
            QCOMPARE(count, 1);
        // What is delivered in the log is what the gateway was given, no more and no less.
        QCOMPARE(sends.size(), log.states().count("delivered"));
        QCOMPARE(service.terminate(), 0);
    }

private:
    static bool quickReceipts(ServiceProgram &service) {
        const QJsonArray steps{QJsonObject{{"status", "0"}, {"after_ms", 60}},
                               QJsonObject{{"status", "100"}, {"after_ms", 60}}};
        return service.simulator().behave({{"handset_ms", 30}, {"default_receipts", QJsonObject{{"steps", steps}}}});
    }
};

QTEST_GUILESS_MAIN(Kill9Test)
#include "kill9_test.moc"
