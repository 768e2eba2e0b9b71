#pragma once
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

/// One store on a real Redis, with a clock that stands still. Every test uses numbers of its own.
struct OtpFixture {
    RedisServer server;
    FakeClock clock;
    std::unique_ptr<redis::Pool> pool;
    std::unique_ptr<otp::OtpStore> store;

    bool start(auth::OtpRules rules = {}) {
        if (!server.start())
            return false;
        pool = std::make_unique<redis::Pool>(server.options());
        store = std::make_unique<otp::OtpStore>(*pool, clock, testSecrets(), rules);
        return true;
    }
    void clear() { (void)pool->command({"FLUSHALL"}); }
};

} // namespace wemo::tests
