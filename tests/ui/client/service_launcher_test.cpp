#include "tests/ui/support/service_stub.h"
#include "ui/client/service_launcher.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace wemo::ui;
using wemo::tests::ServiceStub;
using State = ServiceLauncher::State;

/// The service is played by a shell script, so that every way to die can be had.
class ServiceLauncherTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<State>(); }
    void init() { m_folder.emplace(); }

    void readsProgressAndStops() {
        ServiceLauncher launcher(
            script("echo '{\"event\":\"progress\",\"step\":\"demo-data\",\"done\":5,\"total\":10}'\n"
                   "echo 'not json'\n"
                   "trap 'touch \"$2/stopped\"; exit 0' TERM\n"
                   "echo '{\"event\":\"ready\",\"address\":\"http://127.0.0.1:9\"}'\n"
                   "while :; do sleep 0.02; done"));
        QSignalSpy progress(&launcher, &ServiceLauncher::progressed);
        launcher.start();
        QTRY_COMPARE(launcher.state(), State::Running);
        QCOMPARE(launcher.address(), QUrl("http://127.0.0.1:9"));
        QCOMPARE(progress.first().first().value<ServiceLauncher::Progress>().done, 5);
        const pid_t pid = static_cast<pid_t>(launcher.processId());
        launcher.stopAndWait(5000);
        QVERIFY(QFile::exists(m_folder->filePath("stopped")));
        QVERIFY(::kill(pid, 0) != 0);
    }

    void aDeafServiceIsKilled() {
        ServiceLauncher launcher(
            script("trap '' TERM\necho '{\"event\":\"ready\",\"address\":\"http://127.0.0.1:9\"}'\nwhile :; do sleep "
                   "0.02; done"));
        launcher.start();
        QTRY_COMPARE(launcher.state(), State::Running);
        const pid_t pid = static_cast<pid_t>(launcher.processId());
        launcher.stopAndWait(100);
        QVERIFY(::kill(pid, 0) != 0);
    }

    void aKilledServiceComesBack() {
        ServiceLauncher launcher(
            script("echo '{\"event\":\"ready\",\"address\":\"http://127.0.0.1:9\"}'\nexec sleep 60"));
        QSignalSpy states(&launcher, &ServiceLauncher::stateChanged);
        launcher.start();
        QTRY_COMPARE(launcher.state(), State::Running);
        const qint64 first = launcher.processId();
        ::kill(static_cast<pid_t>(first), SIGKILL);
        QTRY_COMPARE(states.size(), 4); // Starting, Running, Restarting, Running
        QCOMPARE(states.at(2).first().value<State>(), State::Restarting);
        QVERIFY(launcher.processId() != first);
    }

    void aServiceThatCannotStartSaysWhyAndCanBeTriedAgain() {
        ServiceLauncher launcher(
            script("echo '{\"event\":\"failed\",\"code\":\"x\",\"message\":\"The disk is full.\"}'\nexit 1"));
        launcher.start();
        QTRY_COMPARE(launcher.state(), State::Failed);
        QCOMPARE(launcher.failure(), "The disk is full.");
        launcher.retry();
        QCOMPARE(launcher.state(), State::Starting);
        QTRY_COMPARE(launcher.state(), State::Failed);
    }

    void aMissingProgramIsAFailure() {
        ServiceLauncher launcher({m_folder->filePath("absent"), m_folder->path(), {}, 5, 20, 2});
        launcher.start();
        QTRY_COMPARE(launcher.state(), State::Failed);
        QVERIFY(!launcher.failure().isEmpty());
    }

    void attachesToARunningServiceAndTakesOverWhenItGoes() {
        ServiceStub running;
        running.playConsole();
        QFile written(m_folder->filePath("service.json"));
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write("{\"address\":\"" + running.url().toString().toLatin1() + "\",\"pid\":1}");
        written.close();
        ServiceLauncher launcher(
            script("echo '{\"event\":\"ready\",\"address\":\"http://127.0.0.1:9\"}'\nexec sleep 60"));
        launcher.start();
        QTRY_COMPARE(launcher.state(), State::Running);
        QVERIFY(launcher.isAttached());
        QCOMPARE(launcher.address(), running.url());
        QCOMPARE(launcher.processId(), 0);
        running.stop();
        QTRY_VERIFY_WITH_TIMEOUT(launcher.state() == State::Running && !launcher.isAttached(), 10'000);
        QVERIFY(launcher.processId() > 0);
    }

private:
    ServiceLauncher::Options script(const QByteArray &body) {
        const QString path = m_folder->filePath("service.sh");
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\n" + body + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return {path, m_folder->path(), {}, 5, 50, 3, 50};
    }
    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ServiceLauncherTest)
#include "service_launcher_test.moc"
