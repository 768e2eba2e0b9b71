#pragma once
#include "services/blocking/ban_desk.h"

#include <condition_variable>
#include <thread>

namespace wemo::blocking {

/// One thread that keeps the ban list's copy up to date, whoever changed the list, and closes bans whose time is over.
/// Thread-safe.
class BanKeeper {
public:
    explicit BanKeeper(BanDesk desk);
    ~BanKeeper(); ///< stop()
    Q_DISABLE_COPY_MOVE(BanKeeper)

    void start();
    void stop();
    /// What the thread does every minute, in the caller's: closes what is overdue, forgets old changes. How many bans.
    Result<int> tidy();

private:
    void loop();
    Result<int> closeSome();
    Result<void> dropImports();

    const BanDesk m_desk;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopping = false;
};

} // namespace wemo::blocking
