#include "services/runtime/child_process.h"
#include "tests/support/subprocess.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace wemo;
using wemo::runtime::ChildProcess;

namespace {
/// A process that has ended but is not yet taken away by its parent counts as gone.
bool gone(pid_t pid) {
    QFile stat(QString("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return true;
    const QByteArray text = stat.readAll();
    return text.mid(text.lastIndexOf(')') + 2).startsWith('Z');
}

struct Lines {
    std::mutex mutex;
    std::vector<std::string> seen;
    std::vector<std::string> all() {
        const std::lock_guard lock(mutex);
        return seen;
    }
    auto collector() {
        return [this](const std::string &line) {
            const std::lock_guard lock(mutex);
            seen.push_back(line);
        };
    }
};
} // namespace

class ChildProcessTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsLinesAndStatus();
    void missingProgramIsSaid();
    void stopsPolitelyThenHard();
    void hasOnlyTheDescriptorsItIsGiven();
    void diesWithItsParent();
};

void ChildProcessTest::readsLinesAndStatus() {
    Lines lines;
    std::atomic<int> status = -1;
    ChildProcess child({.command = {"sh", "-c", "echo one; printf 'two\\nhalf'; echo $SECRET; exit 7"},
                        .environment = {"SECRET=three"},
                        .folder = "/",
                        .logFile = {},
                        .inherit = {},
                        .onLine = lines.collector(),
                        .onExit = [&](int value) { status = value; }});
    QVERIFY(child.start());
    QVERIFY(child.waitForEnd(Milliseconds(10'000)));
    QTRY_VERIFY(status.load() != -1);
    QCOMPARE(WEXITSTATUS(status.load()), 7);
    QVERIFY(lines.all() == (std::vector<std::string>{"one", "two", "halfthree"}));
    QVERIFY(!child.running());
    QVERIFY(!child.start());
}

void ChildProcessTest::missingProgramIsSaid() {
    ChildProcess child({.command = {"wemo-no-such-program"}});
    const auto started = child.start();
    QVERIFY(!started);
    QVERIFY(started.error().kind == ErrorKind::NotFound);
    QVERIFY(started.error().message.contains("wemo-no-such-program"));
    ChildProcess elsewhere({.command = {"true"}, .environment = {}, .folder = "/no/such/folder"});
    QVERIFY(!elsewhere.start());
}

void ChildProcessTest::stopsPolitelyThenHard() {
    Lines lines;
    ChildProcess stubborn({.command = {"sh", "-c", "trap 'echo no' TERM; echo ready; while :; do sleep 0.05; done"},
                           .environment = {},
                           .folder = {},
                           .logFile = {},
                           .inherit = {},
                           .onLine = lines.collector()});
    QVERIFY(stubborn.start());
    QTRY_VERIFY(!lines.all().empty());
    const pid_t pid = stubborn.pid();
    QElapsedTimer since;
    since.start();
    stubborn.stop(Milliseconds(300));
    QVERIFY(since.elapsed() >= 300 && since.elapsed() < 5000);
    QVERIFY(gone(pid));
    QVERIFY(std::find(lines.seen.begin(), lines.seen.end(), "no") != lines.seen.end());
    ChildProcess polite({.command = {"sleep", "100"}});
    QVERIFY(polite.start());
    since.restart();
    polite.stop(Milliseconds(60'000));
    QVERIFY(since.elapsed() < 10'000);
}

void ChildProcessTest::hasOnlyTheDescriptorsItIsGiven() {
    const int kept = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    const int other = ::open("/dev/null", O_RDONLY);
    Lines lines;
    ChildProcess child({.command = {"sh", "-c", "ls /proc/self/fd"},
                        .environment = {},
                        .folder = {},
                        .logFile = {},
                        .inherit = {kept},
                        .onLine = lines.collector()});
    QVERIFY(child.start());
    QVERIFY(child.waitForEnd(Milliseconds(10'000)));
    const auto seen = lines.all();
    QVERIFY(std::find(seen.begin(), seen.end(), std::to_string(kept)) != seen.end());
    QVERIFY(std::find(seen.begin(), seen.end(), std::to_string(other)) == seen.end());
    ::close(kept);
    ::close(other);
}

void ChildProcessTest::diesWithItsParent() {
    int tell[2];
    QVERIFY(::pipe(tell) == 0);
    const pid_t parent = ::fork();
    if (parent == 0) {
        ChildProcess child({.command = {"sleep", "100"}});
        const pid_t pid = child.start() ? child.pid() : -1;
        (void)!::write(tell[1], &pid, sizeof pid);
        for (;;)
            ::pause();
    }
    ::close(tell[1]); // so that a child which fails ends the wait below
    pid_t child = -1;
    QVERIFY(::read(tell[0], &child, sizeof child) == sizeof child);
    QVERIFY(child > 0 && !gone(child));
    ::kill(parent, SIGKILL);
    ::waitpid(parent, nullptr, 0);
    QTRY_VERIFY(gone(child));
    ::close(tell[0]);
}

QTEST_GUILESS_MAIN(ChildProcessTest)
#include "child_process_test.moc"
