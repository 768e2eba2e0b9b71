#pragma once

namespace wemo::runtime {

/// SIGTERM, SIGINT and SIGHUP as something to wait for. Made in main() before any other thread, since threads inherit
/// the mask that keeps those signals from interrupting them. SIGPIPE is ignored.
class Signals {
public:
    Signals();
    /// Blocks until one comes and gives its number.
    int wait();
    /// What wait() does on a signal, from another thread of this process.
    static void raise(int number);
};

} // namespace wemo::runtime
