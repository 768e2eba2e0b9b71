#include "services/staff/sessions.h"
#include "tests/support/fake_clock.h"
#include "tests/support/storage_fixture.h"

#include <sodium.h>

#include <QTest>

using namespace wemo;
using namespace wemo::staff;
using namespace std::chrono_literals;

namespace {
/// Everything a sign-in needs, on the dialect of the current data row.
struct Office {
    Office()
        : accounts(store.database(), passwords, clock, ids)
        , sessions(
              store.database(), accounts, passwords,
              [this](const QString &name, const QString &) { return count(name); }, clock, ids) {}

    Result<std::function<void()>> count(const QString &name) {
        if (attempts.value(name) == mostAttempts)
            return failure(ErrorKind::TooManyRequests, "try-again-later", "Not now.");
        ++attempts[name];
        return std::function<void()>([this, name] { --attempts[name]; });
    }

    storage::Rows audit(const QString &action) {
        return store.database()
            .read([&](storage::Connection &connection) {
                return connection.query("staff/audit_of_action", {{"action", action}});
            })
            .value();
    }

    tests::StorageFixture store;
    tests::FakeClock clock;
    IdSource ids{clock, 7};
    Passwords passwords{{crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN}};
    QHash<QString, int> attempts;
    int mostAttempts = 100;
    Accounts accounts;
    Sessions sessions;
};

const QString here = "10.0.0.1";
} // namespace

class SessionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSessionLives_data() { tests::StorageFixture::dialects(); }
    void aSessionLives() {
        Office office;
        QVERIFY(
            office.accounts.create("Lin", QString::fromUtf8("林怡君"), Role::CustomerService, "correct horse", "test"));
        const auto session = office.sessions.signIn(" LIN ", "correct horse", here);
        QVERIFY2(session, session ? "" : qPrintable(session.error().detail));
        QCOMPARE(session->account.username, "lin");
        const auto who = office.sessions.authenticate(session->accessToken.toLatin1());
        QVERIFY(who);
        QCOMPARE(who->account.displayName, QString::fromUtf8("林怡君"));
        QVERIFY(!office.sessions.authenticate(session->refreshToken.toLatin1())); // a refresh token opens no door
        QVERIFY(!office.sessions.authenticate("guess"));
        QVERIFY(!office.sessions.authenticate(""));

        office.clock.advance(15min);
        QVERIFY(!office.sessions.authenticate(session->accessToken.toLatin1()));
        const auto fresh = office.sessions.refresh(session->refreshToken);
        QVERIFY(fresh);
        QVERIFY(office.sessions.authenticate(fresh->accessToken.toLatin1()));
        QVERIFY(office.sessions.signOut(*office.sessions.authenticate(fresh->accessToken.toLatin1())));
        QVERIFY(!office.sessions.authenticate(fresh->accessToken.toLatin1()));
        QVERIFY(!office.sessions.refresh(fresh->refreshToken));

        QCOMPARE(office.audit("account.create").size(), 1);
        QCOMPARE(office.audit("session.sign-in").size(), 1);
        QCOMPARE(office.audit("session.sign-out").size(), 1);
    }

    void aReusedRefreshTokenEndsTheFamily_data() { tests::StorageFixture::dialects(); }
    void aReusedRefreshTokenEndsTheFamily() {
        Office office;
        QVERIFY(office.accounts.create("lin", "Lin", Role::Qa, "correct horse", "test"));
        const auto first = office.sessions.signIn("lin", "correct horse", here);
        const auto other = office.sessions.signIn("lin", "correct horse", here);
        QVERIFY(first && other);
        const auto second = office.sessions.refresh(first->refreshToken);
        QVERIFY(second);
        QVERIFY(!office.sessions.refresh(first->refreshToken));
        QVERIFY(!office.sessions.authenticate(second->accessToken.toLatin1()));
        QVERIFY(!office.sessions.refresh(second->refreshToken));
        QVERIFY(office.sessions.authenticate(other->accessToken.toLatin1())); // another family
        QCOMPARE(office.audit("session.revoke").size(), 1);
    }

    void twoRefreshesAtOnceNeverBothWin_data() { tests::StorageFixture::dialects(); }
    void twoRefreshesAtOnceNeverBothWin() {
        Office office;
        QVERIFY(office.accounts.create("lin", "Lin", Role::Qa, "correct horse", "test"));
        const auto session = office.sessions.signIn("lin", "correct horse", here);
        QVERIFY(session);
        std::atomic<int> won = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] { won += office.sessions.refresh(session->refreshToken) ? 1 : 0; });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(won.load(), 1);
    }

    void refreshTokensRunOut_data() { tests::StorageFixture::dialects(); }
    void refreshTokensRunOut() {
        Office office;
        QVERIFY(office.accounts.create("lin", "Lin", Role::Qa, "correct horse", "test"));
        const auto session = office.sessions.signIn("lin", "correct horse", here);
        QVERIFY(session);
        office.clock.advance(12h);
        QVERIFY(!office.sessions.refresh(session->refreshToken));
        office.clock.advance(48h);
        QVERIFY(office.sessions.signIn("lin", "correct horse", here)); // and sweeps the old rows away
    }

    void everyRefusalLooksTheSame_data() { tests::StorageFixture::dialects(); }
    void everyRefusalLooksTheSame() {
        Office office;
        const auto gone = office.accounts.create("gone", "Gone", Role::Qa, "correct horse", "test");
        QVERIFY(gone && office.accounts.create("lin", "Lin", Role::Qa, "correct horse", "test"));
        QVERIFY(office.accounts.setActive(gone->id, false));
        const auto nobody = office.sessions.signIn("nobody", "correct horse", here);
        const auto wrong = office.sessions.signIn("lin", "wrong", here);
        const auto inactive = office.sessions.signIn("gone", "correct horse", here);
        QVERIFY(!nobody && !wrong && !inactive);
        for (const auto &refused : {nobody, wrong, inactive}) {
            QCOMPARE(refused.error().code, "wrong-credentials");
            QCOMPARE(refused.error().message, nobody.error().message);
        }
        QCOMPARE(office.audit("session.refuse").size(), 3);
        for (const storage::Row &row : office.audit("session.refuse"))
            QVERIFY(!row.text("after").contains("horse"));
    }

    void anInactiveAccountLosesItsSessions_data() { tests::StorageFixture::dialects(); }
    void anInactiveAccountLosesItsSessions() {
        Office office;
        const auto account = office.accounts.create("lin", "Lin", Role::Qa, "correct horse", "test");
        const auto session = office.sessions.signIn("lin", "correct horse", here);
        QVERIFY(account && session);
        QVERIFY(office.accounts.setActive(account->id, false));
        QVERIFY(!office.sessions.authenticate(session->accessToken.toLatin1()));
        QVERIFY(!office.sessions.refresh(session->refreshToken));
    }

    void anAttemptIsCountedBeforeThePasswordIsLookedAt_data() { tests::StorageFixture::dialects(); }
    void anAttemptIsCountedBeforeThePasswordIsLookedAt() {
        Office office;
        QVERIFY(office.accounts.create("lin", "Lin", Role::Qa, "correct horse", "test"));
        office.mostAttempts = 2;
        QVERIFY(office.sessions.signIn("lin", "correct horse", here)); // a right one is taken back
        for (int i = 0; i < 2; ++i)
            QVERIFY(office.sessions.signIn(" LIN", "wrong", here).error().kind == ErrorKind::Unauthorized);
        const auto late = office.sessions.signIn("lin", "correct horse", here);
        QVERIFY(!late && late.error().kind == ErrorKind::TooManyRequests);
        QCOMPARE(office.attempts.value("lin"), 2);
    }

    void demoAccountsAreMadeOnce_data() { tests::StorageFixture::dialects(); }
    void demoAccountsAreMadeOnce() {
        Office office;
        QVERIFY(office.accounts.ensureDemoAccounts());
        QVERIFY(office.accounts.ensureDemoAccounts());
        QCOMPARE(office.audit("account.create").size(), 4);
        for (const DemoAccount &demo : demoAccounts()) {
            const auto session = office.sessions.signIn(demo.username, demo.password, here);
            QVERIFY(session);
            QVERIFY(session->account.role == demo.role);
        }
    }
};

QTEST_GUILESS_MAIN(SessionsTest)
#include "sessions_test.moc"
