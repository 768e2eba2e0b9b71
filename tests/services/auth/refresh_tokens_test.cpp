#include "services/auth/refresh_tokens.h"
#include "tests/support/fake_clock.h"
#include "tests/support/storage_fixture.h"

#include <QTest>

#include <thread>

using namespace wemo;
using namespace wemo::auth;
using wemo::tests::StorageFixture;

namespace {
const runtime::Secrets secrets{QByteArray(32, 'p'), QByteArray(32, 's'), QByteArray(32, 'l'), "w", "{}"};

struct Riders {
    StorageFixture storage;
    tests::FakeClock clock;
    IdSource ids{clock, 7};
    RefreshTokens tokens{storage.database(), clock, ids, secrets, OtpRules{}};

    static TmpGrant grant(const char *origin, const char *number = "+886912345678") {
        return {QByteArray(origin).leftJustified(32, '.'), "challenge", "sign_in",
                *phone::PhoneNumber::fromE164(QString::fromLatin1(number))};
    }
    RefreshToken begin(const char *origin = "origin") { return tokens.begin(grant(origin), "device-a").value(); }
    QString refused(const QString &token, const QString &device = "device-a") {
        const auto next = tokens.rotate(token, device);
        return next ? "given" : next.error().code;
    }
};
} // namespace

class RefreshTokensTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewNumberBecomesARiderOnce_data() { StorageFixture::dialects(); }
    void aNewNumberBecomesARiderOnce() {
        Riders riders;
        const Id first = riders.begin("one").rider;
        QVERIFY(first > 0);
        QCOMPARE(riders.begin("two").rider, first);
        QVERIFY(riders.tokens.begin(Riders::grant("three", "+886987654321"), "device-a")->rider != first);
    }

    void aTmpTokenGivesOneFamily_data() { StorageFixture::dialects(); }
    void aTmpTokenGivesOneFamily() {
        Riders riders;
        riders.begin();
        const auto again = riders.tokens.begin(Riders::grant("origin"), "device-a");
        QVERIFY(!again);
        QCOMPARE(again.error().code, QString("tmp-token-used"));
    }

    void eightAtOnceGetOneFamily_data() { StorageFixture::dialects(); }
    void eightAtOnceGetOneFamily() {
        Riders riders;
        std::atomic<int> given = 0, used = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                const auto token = riders.tokens.begin(Riders::grant("origin"), "device-a");
                given += token ? 1 : 0;
                used += !token && token.error().code == "tmp-token-used" ? 1 : 0;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(given.load(), 1);
        QCOMPARE(used.load(), 7);
    }

    void tokensAreChangedAtEachUse_data() { StorageFixture::dialects(); }
    void tokensAreChangedAtEachUse() {
        Riders riders;
        RefreshToken token = riders.begin();
        for (int i = 0; i < 5; ++i) {
            riders.clock.advance(std::chrono::hours(24 * 20));
            const auto next = riders.tokens.rotate(token.token, "device-a");
            QVERIFY(next);
            QVERIFY(next->token != token.token);
            QCOMPARE(next->rider, token.rider);
            QCOMPARE(next->flow, QString("sign_in"));
            QVERIFY(next->expiresAt > token.expiresAt);
            token = *next;
        }
    }

    void anOldTokenEndsTheFamily_data() { StorageFixture::dialects(); }
    void anOldTokenEndsTheFamily() {
        Riders riders;
        const RefreshToken first = riders.begin();
        const RefreshToken elsewhere = riders.begin("other sign-in");
        const auto second = riders.tokens.rotate(first.token, "device-a");
        QCOMPARE(riders.refused(first.token), QString("refresh-token-reused"));
        QCOMPARE(riders.refused(second->token), QString("refresh-token-revoked"));
        QCOMPARE(riders.refused(elsewhere.token), QString("given"));
    }

    void anotherDeviceEndsTheFamily_data() { StorageFixture::dialects(); }
    void anotherDeviceEndsTheFamily() {
        Riders riders;
        const RefreshToken token = riders.begin();
        QCOMPARE(riders.refused(token.token, "device-b"), QString("wrong-device"));
        QCOMPARE(riders.refused(token.token), QString("refresh-token-revoked"));
    }

    void itsTimeEnds_data() { StorageFixture::dialects(); }
    void itsTimeEnds() {
        Riders riders;
        const RefreshToken token = riders.begin();
        riders.clock.set(token.expiresAt);
        QCOMPARE(riders.refused(token.token), QString("refresh-token-expired"));
        riders.begin("clears what is over");
        QCOMPARE(riders.refused("nonsense"), QString("refresh-token-unknown"));
    }

    void oneOfEightAtOnceIsGivenTheNext_data() { StorageFixture::dialects(); }
    void oneOfEightAtOnceIsGivenTheNext() {
        Riders riders;
        const RefreshToken token = riders.begin();
        std::atomic<int> given = 0, failed = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                const QString code = riders.refused(token.token);
                given += code == "given" ? 1 : 0;
                failed += code == "refresh-token-reused" || code == "refresh-token-revoked" ? 1 : 0;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(given.load(), 1);
        QCOMPARE(failed.load(), 7);
    }

    void theStoreHoldsNoTokenAndNoNumber() {
        StorageFixture storage(storage::Dialect::Sqlite);
        tests::FakeClock clock;
        IdSource ids(clock, 1);
        const auto token = RefreshTokens(storage.database(), clock, ids, secrets, {})
                               .begin(Riders::grant("origin"), "device-secret-id");
        QVERIFY(token);
        QFile file(storage.options().path), log(storage.options().path + "-wal");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray all = file.readAll();
        if (log.open(QIODevice::ReadOnly))
            all += log.readAll();
        QVERIFY(all.contains("riders"));
        QVERIFY(!all.contains(token->token.toLatin1()));
        QVERIFY(!all.contains("12345678"));
        QVERIFY(!all.contains("device-secret-id"));
    }
};

QTEST_GUILESS_MAIN(RefreshTokensTest)
#include "refresh_tokens_test.moc"
