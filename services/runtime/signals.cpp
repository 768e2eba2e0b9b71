#include "services/runtime/signals.h"

#include <unistd.h>

#include <csignal>

namespace wemo::runtime {

namespace {
sigset_t waitedFor() {
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, number);
    return set;
}
} // namespace

Signals::Signals() {
    const sigset_t set = waitedFor();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

int Signals::wait() {
    const sigset_t set = waitedFor();
    int number = 0;
    while (sigwait(&set, &number) != 0) {
    }
    return number;
}

void Signals::raise(int number) {
    ::kill(::getpid(), number);
}

} // namespace wemo::runtime
