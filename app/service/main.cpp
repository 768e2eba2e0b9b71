#include "app/service/queue_check.h"
#include "app/service/service.h"
#include "app/service/status_lines.h"
#include "services/runtime/log.h"
#include "services/runtime/signals.h"

#include <unistd.h>

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace wemo;

namespace {
int refuse(const Error &error) {
    service::sayFailed(error);
    std::fprintf(stderr, "wemo-service: %s\n", qPrintable(error.message));
    return 1;
}

/// Ends the process when stopping takes longer than was promised; the children go with it.
class Deadline {
public:
    explicit Deadline(Milliseconds within)
        : m_thread([this, within] {
            std::unique_lock lock(m_mutex);
            if (m_changed.wait_for(lock, within, [this] { return m_met; }))
                return;
            runtime::log::error("stop-too-slow");
            std::_Exit(2);
        }) {}
    ~Deadline() {
        {
            const std::lock_guard lock(m_mutex);
            m_met = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Deadline)

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_met = false;
    std::thread m_thread;
};

int run(const service::Settings &settings, runtime::Signals &signals) {
    service::Service service(settings);
    std::atomic<bool> started = false;
    std::optional<Error> problem; // written before the starter ends, read after it has been joined
    std::thread starter([&] {
        const Result<QString> address = service.start();
        if (address) {
            started = true;
            service::sayReady(*address);
            return;
        }
        problem = address.error();
        runtime::Signals::raise(SIGTERM);
    });
    const int signal = signals.wait();
    const Deadline deadline(settings.drain + std::chrono::milliseconds(500));
    service.cancelStart();
    starter.join();
    const bool failed = problem && problem->kind != ErrorKind::Canceled;
    if (failed)
        service::sayFailed(*problem);
    runtime::log::info("stopping", {{"signal", signal}});
    if (failed)
        runtime::log::error("start-failed",
                            {{"code", problem->code}, {"why", problem->message}, {"detail", problem->detail}});
    service.stop(started ? settings.drain - settings.drain / 5 : Milliseconds(0));
    runtime::log::info("stopped");
    runtime::log::stop();
    return failed ? 1 : 0;
}
} // namespace

int main(int argc, char **argv) {
    runtime::Signals signals;
    QCoreApplication application(argc, argv);
    const Result<runtime::Config> config =
        runtime::Config::read(QCoreApplication::arguments().mid(1), runtime::Config::systemEnvironment());
    if (!config)
        return refuse(config.error());
    if (config->wantsHelp() || config->wantsVersion()) {
        std::fputs(config->wantsHelp() ? qPrintable(runtime::Config::help()) : WEMO_VERSION "\n", stdout);
        return 0;
    }
    const Result<service::Settings> settings = service::Settings::from(*config);
    if (config->wantsQueueCheck())
        return service::checkQueues(settings);
    return settings ? run(*settings, signals) : refuse(settings.error());
}
