#pragma once
#include "models/blocking/policy_edit.h"
#include "services/blocking/guard.h"
#include "services/otp/otp_store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/redis_server.h"

namespace wemo::tests {

inline runtime::Secrets testSecrets() {
    return {QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "webhook", "{}"};
}

inline phone::PhoneNumber taiwan(int n) {
    return *phone::PhoneNumber::fromE164(QString("+8869%1").arg(n, 8, 10, QChar(u'0')));
}

/// One store and the guard before it on a real Redis, with a clock that stands still, and the policies a service starts
/// with.
struct OtpFixture {
    RedisServer server;
    FakeClock clock;
    std::unique_ptr<redis::Pool> pool;
    std::unique_ptr<otp::OtpStore> store;
    std::unique_ptr<blocking::Blocker> blocker;
    std::unique_ptr<blocking::Guard> guard;
    std::shared_ptr<QList<blocking::Policy>> policies;

    bool start(auth::OtpRules rules = {}) {
        if (!server.start())
            return false;
        pool = std::make_unique<redis::Pool>(server.options());
        store = std::make_unique<otp::OtpStore>(*pool, clock, testSecrets(), rules);
        policies = std::make_shared<QList<blocking::Policy>>();
        for (const blocking::PolicyRecord &record : blocking::defaultPolicies())
            policies->append(record.policy);
        clear();
        return true;
    }
    void clear() {
        (void)pool->command({"FLUSHALL"});
        const auto now = [this] { return clock.now(); };
        blocker = std::make_unique<blocking::Blocker>(
            *pool, testSecrets(), blocking::BlockerClocks{[now] { return now().time_since_epoch(); }, now, "boot"});
        guard = std::make_unique<blocking::Guard>(
            *blocker, [this]() -> Result<std::shared_ptr<const QList<blocking::Policy>>> { return policies; });
    }
};

} // namespace wemo::tests
