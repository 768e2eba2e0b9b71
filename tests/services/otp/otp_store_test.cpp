#include "tests/services/otp/otp_fixture.h"

#include <QTest>

using namespace wemo;
using namespace wemo::otp;
using namespace wemo::tests;

class OtpStoreTest final : public QObject {
    Q_OBJECT

    OtpFixture m_otp;

    Asking asking(int number = 12345678, const QString &device = "device-a", const QString &requester = "10.0.0.1") {
        return {taiwan(number), "sign_in", device, requester, {}};
    }
    static QString wrong(const QString &code) { return code == "000000" ? "000001" : "000000"; }
    QString check(const Stored &stored, const QString &code, const QString &device = "device-a") {
        const auto proven = m_otp.store->check(stored.id, code, device);
        return proven ? "right" : proven.error().code;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_otp.start(), m_otp.server.log().constData()); }
    void init() { m_otp.clear(); }

    void aRightCodeProvesItsNumberOnce() {
        const auto stored = m_otp.store->create(asking());
        QVERIFY(stored);
        QCOMPARE(stored->code.size(), 6);
        QCOMPARE(stored->checksLeft, 5);
        const auto proven = m_otp.store->check(stored->id, stored->code, "device-a");
        QVERIFY(proven);
        QCOMPARE(proven->number.e164(), QString("+886912345678"));
        QCOMPARE(proven->flow, QString("sign_in"));
        QCOMPARE(check(*stored, stored->code), QString("challenge-used"));
    }

    void redisHoldsNeitherCodeNorNumberInClear() {
        const auto stored = m_otp.store->create(asking());
        QVERIFY(stored);
        const auto keys = m_otp.pool->command({"KEYS", "*"});
        QVERIFY(keys && !keys->items.empty());
        for (const auto &key : keys->items) {
            QVERIFY(QByteArray::fromStdString(key.text).startsWith("wemo:otp:"));
            const auto dump = m_otp.pool->command({"DUMP", key.text});
            const QByteArray all = QByteArray::fromStdString(key.text + dump->text);
            QVERIFY(!all.contains(stored->code.toLatin1()));
            QVERIFY(!all.contains("912345678"));
            QVERIFY(m_otp.pool->command({"PTTL", key.text})->integer > 0); // nothing stays for ever
        }
    }

    void fullWidthDigitsAreDigits() {
        const auto stored = m_otp.store->create(asking());
        QString wide;
        for (const QChar c : stored->code)
            wide += QChar(u'０' + c.digitValue());
        QCOMPARE(check(*stored, " " + wide), QString("right"));
    }

    void whatCannotBeACodeIsNotCounted() {
        const auto stored = m_otp.store->create(asking());
        for (const QString &code :
             {QString(), QString("12345"), QString("1234567"), QString("12345x"), QString("-12345")})
            QCOMPARE(check(*stored, code), QString("malformed-code"));
        const auto left = m_otp.store->check(stored->id, wrong(stored->code), "device-a");
        QCOMPARE(left.error().extra["checks_left"].toInt(), 4);
    }

    void fiveWrongChecksLockIt() {
        const auto stored = m_otp.store->create(asking());
        for (int left = 4; left >= 0; --left) {
            const auto answer = m_otp.store->check(stored->id, wrong(stored->code), "device-a");
            QCOMPARE(answer.error().code, QString("wrong-code"));
            QCOMPARE(answer.error().extra["checks_left"].toInt(), left);
        }
        QCOMPARE(check(*stored, stored->code), QString("challenge-locked"));
        m_otp.clock.advance(std::chrono::seconds(61));
        QCOMPARE(m_otp.store->resend(stored->id, "device-a", "10.0.0.1").error().code, QString("challenge-locked"));
    }

    void aResendDoesNotResetTheChecks() {
        const auto stored = m_otp.store->create(asking());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(check(*stored, wrong(stored->code)), QString("wrong-code"));
        m_otp.clock.advance(std::chrono::seconds(60));
        const auto again = m_otp.store->resend(stored->id, "device-a", "10.0.0.1");
        QVERIFY(again);
        QCOMPARE(again->code, stored->code);
        QCOMPARE(again->checksLeft, 2);
        QCOMPARE(check(*stored, wrong(stored->code)), QString("wrong-code"));
        QCOMPARE(check(*stored, wrong(stored->code)), QString("wrong-code"));
        QCOMPARE(check(*stored, stored->code), QString("challenge-locked"));
    }

    void itExpiresByTheClockGiven() {
        const auto stored = m_otp.store->create(asking());
        QCOMPARE(toMs(stored->expiresAt) - toMs(m_otp.clock.now()), 300'000);
        const auto late = m_otp.store->create(asking(12345679));
        m_otp.clock.advance(std::chrono::milliseconds(299'999));
        QCOMPARE(check(*stored, stored->code), QString("right"));
        m_otp.clock.advance(std::chrono::milliseconds(1));
        QCOMPARE(check(*late, late->code), QString("challenge-expired"));
        QCOMPARE(m_otp.store->resend(late->id, "device-a", "10.0.0.1").error().code, QString("challenge-expired"));
    }

    void itBelongsToItsDeviceAndNothingElse() {
        const auto mine = m_otp.store->create(asking());
        const auto other = m_otp.store->create(asking(12345679));
        QCOMPARE(check(*mine, mine->code, "device-b"), QString("challenge-not-found"));
        QCOMPARE(m_otp.store->check("nonsense", "123456", "device-a").error().code, QString("challenge-not-found"));
        if (mine->code != other->code)
            QCOMPARE(check(*mine, other->code), QString("wrong-code"));
        QCOMPARE(check(*mine, mine->code), QString("right"));
    }

    void resendsKeepTheirDistance() {
        const auto stored = m_otp.store->create(asking());
        m_otp.clock.advance(std::chrono::milliseconds(59'999));
        const auto early = m_otp.store->resend(stored->id, "device-a", "10.0.0.1");
        QCOMPARE(early.error().code, QString("resend-too-early"));
        QVERIFY(early.error().kind == ErrorKind::TooManyRequests);
        QCOMPARE(early.error().retryAfterMs, 1);
        m_otp.clock.advance(std::chrono::milliseconds(1));
        const auto again = m_otp.store->resend(stored->id, "device-a", "10.0.0.1");
        QVERIFY(again);
        QCOMPARE(again->sends, 2);
        QCOMPARE(m_otp.store->resend(stored->id, "device-b", "10.0.0.1").error().code, QString("challenge-not-found"));
    }

    void fiveSendsAChallenge() {
        auth::OtpRules rules;
        rules.lifetime = std::chrono::minutes(10);
        rules.sendsPerNumberHour = rules.sendsPerRequesterHour = 100;
        rules.sendsPerNumberDay = rules.sendsPerRequesterDay = 100;
        OtpStore store(*m_otp.pool, m_otp.clock, testSecrets(), rules);
        const auto stored = store.create(asking());
        for (int n = 2; n <= 5; ++n) {
            m_otp.clock.advance(std::chrono::seconds(60));
            const auto again = store.resend(stored->id, "device-a", "10.0.0.1");
            QVERIFY(again);
            QCOMPARE(again->sendsLeft, 5 - n);
        }
        m_otp.clock.advance(std::chrono::seconds(60));
        QCOMPARE(store.resend(stored->id, "device-a", "10.0.0.1").error().code, QString("too-many-codes"));
    }

    void aNumberGetsFiveAnHourAndTenADay() {
        int sent = 0;
        const auto ask = [&](int from) {
            return m_otp.store->create(asking(12345678, QString("d%1").arg(from), QString("10.0.0.%1").arg(from)));
        };
        for (; sent < 5; ++sent)
            QVERIFY(ask(sent));
        const auto sixth = ask(6);
        QCOMPARE(sixth.error().code, QString("too-many-codes"));
        QCOMPARE(sixth.error().retryAfterMs, 3'600'000);
        QVERIFY(m_otp.store->create(asking(12345679))); // another number is not concerned
        m_otp.clock.advance(std::chrono::hours(1));
        for (; sent < 10; ++sent)
            QVERIFY(ask(sent));
        m_otp.clock.advance(std::chrono::hours(1));
        const auto eleventh = ask(11);
        QCOMPARE(eleventh.error().code, QString("too-many-codes"));
        QCOMPARE(eleventh.error().retryAfterMs, 22 * 3'600'000);
        m_otp.clock.advance(std::chrono::hours(22));
        QVERIFY(ask(12));
    }

    void nobodyLocksAVictimOut() {
        const auto attack = [this](int i) {
            return m_otp.store->create(asking(12345678, QString("evil-%1").arg(i), "203.0.113.9"));
        };
        for (int i = 0; i < 4; ++i)
            QVERIFY(attack(i));
        QCOMPARE(attack(5).error().code, QString("too-many-codes"));
        const auto owner = m_otp.store->create(asking(12345678, "owner", "198.51.100.7"));
        QVERIFY(owner);
        QCOMPARE(check(*owner, owner->code, "owner"), QString("right"));
        // Now the number's hour is used up for strangers wherever they come from, and still not for its owner's device.
        QCOMPARE(m_otp.store->create(asking(12345678, "x", "192.0.2.1")).error().code, QString("too-many-codes"));
        for (int i = 0; i < 5; ++i)
            QVERIFY(m_otp.store->create(asking(12345678, "owner", "198.51.100.7")));
        QVERIFY(!m_otp.store->create(asking(12345678, "owner", "198.51.100.7")));
    }

    void oneIpv6SubscriberIsOneRequester() {
        for (int i = 0; i < 4; ++i)
            QVERIFY(m_otp.store->create(asking(12345678, "d", QString("2001:db8:1:2::%1").arg(i + 1))));
        QVERIFY(!m_otp.store->create(asking(12345678, "d", "2001:db8:1:2:ffff::1")));
        QVERIFY(m_otp.store->create(asking(12345678, "d", "2001:db8:1:3::1")));
        QCOMPARE(requesterOf("::ffff:10.1.2.3"), QString("10.1.2.3"));
    }

    void theSameIdempotencyKeyIsTheSameChallenge() {
        Asking keyed = asking();
        keyed.idempotencyKey = "key-1";
        const auto first = m_otp.store->create(keyed);
        const auto second = m_otp.store->create(keyed);
        QVERIFY(first && second);
        QVERIFY(first->isNew && !second->isNew);
        QCOMPARE(second->id, first->id);
        QCOMPARE(second->code, first->code);
        QCOMPARE(second->sends, 1);
        QCOMPARE(second->sendsLeft, first->sendsLeft);
        Asking otherNumber = keyed;
        otherNumber.number = taiwan(12345679);
        QCOMPARE(m_otp.store->create(otherNumber).error().code, QString("idempotency-key-reused"));
        Asking otherDevice = keyed;
        otherDevice.device = "device-b"; // keys of two devices never meet
        QVERIFY(m_otp.store->create(otherDevice)->id != first->id);
        QCOMPARE(check(*first, first->code), QString("right"));
        const auto over = m_otp.store->create(keyed);
        QVERIFY(over && !over->isOpen && over->code.isEmpty());
    }

    void aSendThatFailedIsNotCounted() {
        for (int i = 0; i < 20; ++i) {
            const auto stored = m_otp.store->create(asking());
            QVERIFY(stored);
            m_otp.store->forgetSend(*stored, "device-a", "10.0.0.1");
        }
        const auto stored = m_otp.store->create(asking());
        QVERIFY(stored);
        m_otp.clock.advance(std::chrono::seconds(60));
        const auto second = m_otp.store->resend(stored->id, "device-a", "10.0.0.1");
        QCOMPARE(second->sends, 2);
        m_otp.store->forgetSend(*second, "device-a", "10.0.0.1");
        const auto repeated = m_otp.store->resend(stored->id, "device-a", "10.0.0.1"); // at once
        QVERIFY(repeated);
        QCOMPARE(repeated->sends, 2);
    }

    void redisDownFailsClosed() {
        OtpFixture other;
        QVERIFY(other.start());
        const auto stored = other.store->create(asking());
        QVERIFY(stored);
        other.server.kill();
        const auto created = other.store->create(asking(12345679));
        QVERIFY(!created && created.error().kind == ErrorKind::Unavailable);
        const auto proven = other.store->check(stored->id, stored->code, "device-a");
        QVERIFY(!proven && proven.error().kind == ErrorKind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(OtpStoreTest)
#include "otp_store_test.moc"
