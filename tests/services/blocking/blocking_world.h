#pragma once
#include "services/blocking/block_list.h"
#include "services/blocking/guard.h"
#include "services/blocking/history_reader.h"
#include "services/blocking/log_drain.h"
#include "services/blocking/policies.h"
#include "tests/support/fake_clock.h"
#include "tests/support/redis_server.h"
#include "tests/support/storage_fixture.h"

namespace wemo::tests {

/// The desk of blocking on the dialect of the current data row and a real Redis, with a clock that stands still and no
/// policies but those a test makes.
struct BlockingWorld {
    BlockingWorld() { (void)pool.command({"FLUSHALL"}); }

    static RedisServer &sharedRedis() {
        static RedisServer server;
        if (!redis::Pool(server.options()).ping())
            server.start();
        return server;
    }
    static runtime::Secrets secrets() {
        return {QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "webhook", "{}"};
    }
    blocking::PolicyRecord edit(const char *id = "number-hour", int limit = 2, const char *kind = "number") const {
        blocking::PolicyRecord record;
        record.policy = {id,
                         kind,
                         "code-requested",
                         limit,
                         std::chrono::hours(1),
                         std::chrono::hours(2),
                         std::chrono::hours(24),
                         std::chrono::hours(24)};
        record.note = "why";
        return record;
    }
    blocking::PolicyRecord make(const blocking::PolicyRecord &edit) {
        const auto made = policies.create(lin, edit);
        if (!made || !book.refresh())
            qFatal("no policy");
        return *made;
    }
    Result<blocking::Taken> ask(const QString &number = "+886912345678", const QString &requester = "203.0.113.9") {
        return guard.pass({"code-requested", blocking::riderSubjects(number, "device-1", requester, false),
                           QString("request-%1").arg(++requests)});
    }
    QString idOf(const QString &number = "+886912345678") const { return blocker.keys().idOf({"number", number}); }
    blocking::BlockPage blocks() { return blockList.page({}).value_or(blocking::BlockPage()); }
    QStringList history(const QString &id) {
        (void)drain.drain();
        const blocking::HistoryPage page = reader.page(id, {}, 100).value_or(blocking::HistoryPage());
        QStringList words;
        for (const blocking::HistoryEntry &entry : page.items)
            words.append(toString(entry.what) + ' ' + entry.policyId);
        return words;
    }
    storage::Rows audited(const QString &action) {
        return database
            .read([&](storage::Connection &c) {
                return c.query("staff/audit_of_action", {{"action", action}});
            })
            .value_or(storage::Rows());
    }

    StorageFixture store;
    storage::Database &database = store.database();
    FakeClock clock;
    IdSource ids{clock, 3};
    staff::AuditLog audit{clock, ids};
    redis::Pool pool{sharedRedis().options()};
    int woken = 0;
    blocking::Desk desk{database, clock, audit, [this] { ++woken; }};
    blocking::Policies policies{desk};
    blocking::PolicyBook book{database};
    blocking::Blocker blocker{pool, secrets(),
                              blocking::BlockerClocks{[this] { return clock.now().time_since_epoch(); },
                                                      [this] { return clock.now(); }, "boot"}};
    blocking::Guard guard{blocker, [this] { return book.current(); }};
    blocking::BlockList blockList{pool, blocker, book, secrets()};
    blocking::HistoryReader reader{database};
    blocking::LogDrain drain{pool, database, audit, [this] { ++woken; }};
    const staff::Account lin{7, "lin", "Lin", staff::Role::Admin};
    const blocking::BlockList::Act act{lin, "request-x", "she called"};
    int requests = 0;
};

} // namespace wemo::tests
