#include "tests/bench/report.h"
#include "tests/bench/service_process.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace wemo::bench;

namespace {
constexpr int rounds = 5;

/// From the start of the program to a sign-in page a person can type into.
double consoleStart(const QStringList &arguments) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        Program console("wemo-console", arguments + QStringList{"--report-start"});
        times.push_back(console.waitFor("sign-in-usable"));
    }
    return median(times);
}
} // namespace

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    QTemporaryDir folder;
    const QString data = folder.filePath("data");
    qputenv("HOME", folder.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", folder.filePath("config").toUtf8());
    const QStringList local{"--data-dir", data};
    const QStringList service = local + QStringList{"--listen", "127.0.0.1:0"};
    {
        Program first("wemo-service", service);
        report("start", "service, first start on nothing", first.waitFor("ready"), "ms", 10'000);
    }
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        Program again("wemo-service", service);
        times.push_back(again.waitFor("ready"));
    }
    report("start", "service, data present", median(times), "ms", 2'000);
    report("start", "console to sign-in page, local mode, service started by it", consoleStart(local), "ms", 2'000);
    // A folder of its own: the service of the last console may still be putting its data away.
    Program server("wemo-service", {"--data-dir", folder.filePath("server"), "--listen", "127.0.0.1:0"});
    QJsonObject ready;
    server.waitFor("ready", &ready);
    report("start", "console to sign-in page, --server", consoleStart({"--server", ready.value("address").toString()}),
           "ms", 1'000);
    return 0;
}
