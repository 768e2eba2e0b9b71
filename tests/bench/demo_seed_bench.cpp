#include "services/demo/company.h"
#include "services/runtime/system_clock.h"
#include "services/storage/database.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace wemo;

// How long the first start of a local service takes to write its company.
int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    storage::Options options;
    options.path = folder.filePath("demo.sqlite");
    const auto database = storage::Database::open(options);
    if (!database || !(*database)->migrate())
        return 1;
    const runtime::Secrets secrets{QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "w", "{}"};
    const runtime::SystemClock clock;
    const std::atomic<bool> never = false;
    QElapsedTimer timer;
    timer.start();
    qint64 messages = 0;
    if (!demo::Company(**database, clock, secrets).seed([&](qint64 done, qint64) { messages = done; }, never))
        return 1;
    std::printf("{\"bench\":\"demo_seed\",\"messages\":%lld,\"ms\":%lld}\n", static_cast<long long>(messages),
                static_cast<long long>(timer.elapsed()));
    return 0;
}
