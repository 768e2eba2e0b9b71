#pragma once
#include "services/api/blocking_routes.h"
#include "services/blocking/upkeep.h"

namespace wemo::service {

struct Ground;

/// Who may do what how often: the decisions that other domains ask for, and the desk at which people see to them.
class Blocking {
public:
    /// `wake`: a live event was committed.
    Blocking(const Ground &ground, const staff::AuditLog &audit, std::function<void()> wake);
    Q_DISABLE_COPY_MOVE(Blocking)

    /// Writes the first policies and reads what there are.
    Result<void> prepare();
    void use(api::BanHooks hooks) { m_routes.bans = std::move(hooks); } ///< before routes()
    QList<api::Route> routes() { return api::blockingRoutes(m_routes); }
    /// What the invented company asked for, and who of it is blocked.
    Result<void> seedDemo(const Ground &ground);
    void start();
    void stop();

    /// An attempt of staff to sign in, counted; the answer takes it back.
    Result<std::function<void()>> countSignIn(const QString &account, const QString &address);
    blocking::Guard &guard() { return m_guard; }
    blocking::Blocker &blocker() { return m_blocker; }

private:
    void drain();

    blocking::PolicyBook m_book;
    blocking::Blocker m_blocker;
    blocking::Guard m_guard;
    blocking::BlockList m_blocks;
    blocking::HistoryReader m_history;
    blocking::LogDrain m_drain;
    blocking::Desk m_desk;
    api::BlockingDependencies m_routes;
    blocking::Upkeep m_upkeep; ///< last: its thread uses the others
};

} // namespace wemo::service
