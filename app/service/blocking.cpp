#include "app/service/blocking.h"

#include "app/service/domains.h"
#include "services/demo/blocking_company.h"
#include "services/runtime/log.h"

namespace wemo::service {

Blocking::Blocking(const Ground &ground, const staff::AuditLog &audit, std::function<void()> wake)
    : m_book(ground.database)
    , m_blocker(ground.redis, ground.secrets)
    , m_guard(m_blocker, [this] { return m_book.current(); })
    , m_blocks(ground.redis, m_blocker, m_book, ground.secrets)
    , m_history(ground.database)
    , m_drain(ground.redis, ground.database, audit, wake)
    , m_desk{ground.database, ground.clock, audit,
             [this, wake] {
                 m_book.wake();
                 wake();
             }}
    , m_routes{blocking::Policies(m_desk), m_blocks, m_guard, m_history, m_blocker.keys(), ground.clock,
               [this] { drain(); }}
    , m_upkeep(m_blocker, m_drain, ground.clock, {}) {}

Result<void> Blocking::prepare() {
    const Result<void> seeded = m_routes.policies.seedDefaults();
    return seeded ? m_book.refresh() : seeded;
}

Result<void> Blocking::seedDemo(const Ground &ground) {
    bool isNew = false;
    const Result<void> written =
        demo::BlockingCompany(ground.database, ground.clock, ground.secrets).seedHistory(&isNew);
    if (written && isNew)
        demo::BlockingCompany::ask(m_guard);
    return written;
}

Result<std::function<void()>> Blocking::countSignIn(const QString &account, const QString &address) {
    auto taken =
        m_guard.pass({"sign-in-failed", blocking::staffSubjects(account, address), runtime::log::currentRequestId()});
    if (!taken)
        return Failure(taken.error());
    return std::function<void()>([this, counted = *std::move(taken)] { m_guard.takeBack(counted); });
}

void Blocking::start() {
    m_book.start();
    m_upkeep.start();
}

void Blocking::stop() {
    m_upkeep.stop();
    m_book.stop();
}

void Blocking::drain() {
    if (const Result<qint64> done = m_drain.drain(); !done) // it will be, later
        runtime::log::warn("blocking-log-not-drained", {{"code", done.error().code}});
}

} // namespace wemo::service
