#pragma once
#include "services/blocking/ban_desk.h"
#include "services/runtime/ticker.h"

namespace wemo::blocking {

/// One thread that keeps the ban list's copy up to date, whoever changed the list, and closes bans whose time is over.
/// Thread-safe.
class BanKeeper {
public:
    explicit BanKeeper(BanDesk desk);
    Q_DISABLE_COPY_MOVE(BanKeeper)

    void start() { m_ticker.start(); }
    void stop() { m_ticker.stop(); }
    /// What the thread does every minute, in the caller's: closes what is overdue, forgets old changes. How many bans.
    Result<int> tidy();

private:
    void turn();
    Result<int> closeSome();
    Result<void> dropImports();

    const BanDesk m_desk;
    int m_turns = 0;
    bool m_isDown = false;
    runtime::Ticker m_ticker;
};

} // namespace wemo::blocking
