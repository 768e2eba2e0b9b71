#pragma once
#include "services/blocking/ban_keeper.h"
#include "services/blocking/ban_list.h"
#include "services/blocking/ban_place.h"
#include "services/blocking/blocker.h"
#include "tests/support/fake_clock.h"
#include "tests/support/redis_server.h"
#include "tests/support/storage_fixture.h"

namespace wemo::tests {

inline runtime::Secrets banSecrets() {
    runtime::Secrets secrets;
    secrets.sealKey = QByteArray(32, 's');
    secrets.lookupKey = QByteArray(32, 'l');
    return secrets;
}

/// One service over a store and a Redis: its ban list, the copy, and decisions with no policies at all.
struct BanService {
    BanService(storage::Database &database, const redis::Options &options, const Clock &serviceClock, quint32 seed,
               Milliseconds longestWait = std::chrono::seconds(30))
        : clock(serviceClock)
        , pool(options)
        , ids(serviceClock, seed)
        , audit(serviceClock, ids)
        , copy(database, pool, secrets.lookupKey, longestWait)
        , desk{database, serviceClock, ids, audit, secrets, copy, [] {}}
        , list(desk)
        , keeper(desk)
        , blocker(
              pool, secrets,
              {[this] { return Milliseconds(toMs(clock.now()) - longAgo); }, [this] { return clock.now(); }, "boot"}) {
        blocker.use(copy);
    }
    Q_DISABLE_COPY_MOVE(BanService)

    Result<blocking::Decision> decide(const QString &kind, const QString &value) {
        const auto taken = blocker.decide({}, {"code-requested", {{kind, value}}});
        return taken ? Result<blocking::Decision>(taken->decision) : Failure(taken.error());
    }
    bool isBanned(const QString &kind, const QString &value) {
        const auto decision = decide(kind, value);
        if (!decision)
            qFatal("no decision: %s %s", qPrintable(decision.error().code), qPrintable(decision.error().detail));
        return !decision->allowed;
    }
    blocking::Ban ban(const QString &kind, const QString &value, blocking::BanMatch match = blocking::BanMatch::Exact,
                      std::optional<Instant> until = {}) {
        const auto added = list.add(lin, {kind, match, value, "Fraud", until});
        if (!added)
            qFatal("not banned: %s %s", qPrintable(added.error().code), qPrintable(added.error().detail));
        return *added;
    }

    static constexpr qint64 longAgo = 1'700'000'000'000;
    const staff::Account lin{1, "lin", "Lin", staff::Role::CustomerService};
    const runtime::Secrets secrets = banSecrets();
    const Clock &clock;
    redis::Pool pool;
    IdSource ids;
    staff::AuditLog audit;
    blocking::BanCopy copy;
    blocking::BanDesk desk;
    blocking::BanList list;
    blocking::BanKeeper keeper;
    blocking::Blocker blocker;
};

/// The Redis that the tests of a program share, emptied for each.
inline RedisServer &banRedis() {
    static RedisServer server;
    static const bool started = server.start();
    if (!started)
        qFatal("%s", server.log().constData());
    return server;
}

struct BanWorld {
    StorageFixture fixture;
    FakeClock clock;
    BanService service{fixture.database(), banRedis().options(), clock, 7};

    BanWorld() { (void)service.pool.command({"FLUSHALL"}); }
};

} // namespace wemo::tests
