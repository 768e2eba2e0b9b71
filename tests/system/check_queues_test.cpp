#include "services/redis/pool.h"
#include "tests/support/service_program.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace wemo;
using tests::ServiceProgram;
using tests::Subprocess;

/// `wemo-service --check-queues`, beside the service that runs.
class CheckQueuesTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_said;

    int check(const QString &dataFolder) {
        Subprocess::Start start;
        start.command = {QString(WEMO_PROGRAM_DIR) + "/wemo-service", "--check-queues", "--data-dir", dataFolder};
        start.logFile = m_folder.filePath("check.log");
        QFile::remove(start.logFile);
        const int code = Subprocess::run(start);
        QFile file(start.logFile);
        m_said = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        return code;
    }

private Q_SLOTS:
    void itSaysWhetherTheQueuesAreSound() {
        const QString data = m_folder.filePath("data");
        QCOMPARE(check(data), 2);
        QVERIFY2(m_said.contains("no service is running"), m_said.constData());
        ServiceProgram service(data, {"--demo-messages", "0", "--demo-rides", "0"});
        QVERIFY2(service.start(), service.output().constData());
        QCOMPARE(check(data), 0);
        QCOMPARE(m_said, QByteArray());
        redis::Options options;
        options.unixSocket = data.toStdString() + "/redis.sock";
        redis::Pool pool(options);
        QVERIFY(pool.command({"SET", "bull:sms-otp:ghost:lock", "token"}));
        QCOMPARE(check(data), 1);
        QVERIFY2(m_said.contains("sms-otp: ghost: is locked but stands nowhere"), m_said.constData());
        QVERIFY(pool.command({"DEL", "bull:sms-otp:ghost:lock"}));
        QCOMPARE(check(data), 0);
        service.process().stop(SIGTERM);
        QCOMPARE(check(data), 2);
    }
};

QTEST_GUILESS_MAIN(CheckQueuesTest)
#include "check_queues_test.moc"
