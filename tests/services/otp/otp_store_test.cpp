#include "tests/services/otp/otp_fixture.h"

#include <QTest>

using namespace wemo;
using namespace wemo::otp;
using namespace wemo::tests;

class OtpStoreTest final : public QObject {
    Q_OBJECT

    OtpFixture m_otp;

    Asking asking(int number = 12345678, const QString &device = "device-a") {
        return {taiwan(number), "sign_in", device, {}};
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
        const auto stored = m_otp.store->create(asking(), 3);
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
        const auto stored = m_otp.store->create(asking(), 3);
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
        const auto stored = m_otp.store->create(asking(), 3);
        QString wide;
        for (const QChar c : stored->code)
            wide += QChar(u'０' + c.digitValue());
        QCOMPARE(check(*stored, " " + wide), QString("right"));
    }

    void whatCannotBeACodeIsNotCounted() {
        const auto stored = m_otp.store->create(asking(), 3);
        for (const QString &code :
             {QString(), QString("12345"), QString("1234567"), QString("12345x"), QString("-12345")})
            QCOMPARE(check(*stored, code), QString("malformed-code"));
        const auto left = m_otp.store->check(stored->id, wrong(stored->code), "device-a");
        QCOMPARE(left.error().extra["checks_left"].toInt(), 4);
    }

    void fiveWrongChecksLockIt() {
        const auto stored = m_otp.store->create(asking(), 3);
        for (int left = 4; left >= 0; --left) {
            const auto answer = m_otp.store->check(stored->id, wrong(stored->code), "device-a");
            QCOMPARE(answer.error().code, QString("wrong-code"));
            QCOMPARE(answer.error().extra["checks_left"].toInt(), left);
        }
        QCOMPARE(check(*stored, stored->code), QString("challenge-locked"));
        m_otp.clock.advance(std::chrono::seconds(61));
        QCOMPARE(m_otp.store->resend(stored->id, "device-a", 3).error().code, QString("challenge-locked"));
    }

    void aResendDoesNotResetTheChecks() {
        const auto stored = m_otp.store->create(asking(), 3);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(check(*stored, wrong(stored->code)), QString("wrong-code"));
        m_otp.clock.advance(std::chrono::seconds(60));
        const auto again = m_otp.store->resend(stored->id, "device-a", 3);
        QVERIFY(again);
        QCOMPARE(again->code, stored->code);
        QCOMPARE(again->checksLeft, 2);
        QCOMPARE(check(*stored, wrong(stored->code)), QString("wrong-code"));
        QCOMPARE(check(*stored, wrong(stored->code)), QString("wrong-code"));
        QCOMPARE(check(*stored, stored->code), QString("challenge-locked"));
    }

    void itExpiresByTheClockGiven() {
        const auto stored = m_otp.store->create(asking(), 3);
        QCOMPARE(toMs(stored->expiresAt) - toMs(m_otp.clock.now()), 300'000);
        const auto late = m_otp.store->create(asking(12345679), 3);
        m_otp.clock.advance(std::chrono::milliseconds(299'999));
        QCOMPARE(check(*stored, stored->code), QString("right"));
        m_otp.clock.advance(std::chrono::milliseconds(1));
        QCOMPARE(check(*late, late->code), QString("challenge-expired"));
        QCOMPARE(m_otp.store->resend(late->id, "device-a", 3).error().code, QString("challenge-expired"));
    }

    void itBelongsToItsDeviceAndNothingElse() {
        const auto mine = m_otp.store->create(asking(), 3);
        const auto other = m_otp.store->create(asking(12345679), 3);
        QCOMPARE(check(*mine, mine->code, "device-b"), QString("challenge-not-found"));
        QCOMPARE(m_otp.store->check("nonsense", "123456", "device-a").error().code, QString("challenge-not-found"));
        if (mine->code != other->code)
            QCOMPARE(check(*mine, other->code), QString("wrong-code"));
        QCOMPARE(check(*mine, mine->code), QString("right"));
    }

    void resendsKeepTheirDistance() {
        const auto stored = m_otp.store->create(asking(), 3);
        m_otp.clock.advance(std::chrono::milliseconds(59'999));
        const auto early = m_otp.store->resend(stored->id, "device-a", 3);
        QCOMPARE(early.error().code, QString("resend-too-early"));
        QVERIFY(early.error().kind == ErrorKind::TooManyRequests);
        QCOMPARE(early.error().retryAfterMs, 1);
        m_otp.clock.advance(std::chrono::milliseconds(1));
        const auto again = m_otp.store->resend(stored->id, "device-a", 3);
        QVERIFY(again);
        QCOMPARE(again->sends, 2);
        QCOMPARE(m_otp.store->resend(stored->id, "device-b", 3).error().code, QString("challenge-not-found"));
    }

    void fiveSendsAChallenge() {
        auth::OtpRules rules;
        rules.lifetime = std::chrono::minutes(10);
        OtpStore store(*m_otp.pool, m_otp.clock, testSecrets(), rules);
        const auto stored = store.create(asking(), 100);
        for (int n = 2; n <= 5; ++n) {
            m_otp.clock.advance(std::chrono::seconds(60));
            const auto again = store.resend(stored->id, "device-a", 100);
            QVERIFY(again);
            QCOMPARE(again->sendsLeft, 5 - n);
        }
        m_otp.clock.advance(std::chrono::seconds(60));
        QCOMPARE(store.resend(stored->id, "device-a", 100).error().code, QString("try-again-later"));
    }

    void theSameIdempotencyKeyIsTheSameChallenge() {
        Asking keyed = asking();
        keyed.idempotencyKey = "key-1";
        const auto first = m_otp.store->create(keyed, 3);
        const auto second = m_otp.store->create(keyed, 3);
        QVERIFY(first && second);
        QVERIFY(first->isNew && !second->isNew);
        QCOMPARE(second->id, first->id);
        QCOMPARE(second->code, first->code);
        QCOMPARE(second->sends, 1);
        QCOMPARE(second->sendsLeft, first->sendsLeft);
        QCOMPARE(m_otp.store->find(keyed)->stored->id, first->id);
        Asking otherNumber = keyed;
        otherNumber.number = taiwan(12345679);
        QCOMPARE(m_otp.store->create(otherNumber, 3).error().code, QString("idempotency-key-reused"));
        Asking otherDevice = keyed;
        otherDevice.device = "device-b"; // keys of two devices never meet
        QVERIFY(m_otp.store->create(otherDevice, 3)->id != first->id);
        QCOMPARE(check(*first, first->code), QString("right"));
        const auto over = m_otp.store->create(keyed, 3);
        QVERIFY(over && !over->isOpen && over->code.isEmpty());
    }

    void aSendThatFailedHasItsNumberAgain() {
        Asking keyed = asking();
        keyed.idempotencyKey = "key-1";
        const auto stored = m_otp.store->create(keyed, 3);
        QVERIFY(stored && stored->isCounted);
        m_otp.store->forgetSend(*stored);
        QVERIFY(!m_otp.store->find(keyed)->stored->isCounted);
        QVERIFY(!m_otp.store->create(keyed, 3)->isCounted); // it was not, and is from here on
        QVERIFY(m_otp.store->find(keyed)->stored->isCounted);
        m_otp.clock.advance(std::chrono::seconds(60));
        const auto second = m_otp.store->resend(stored->id, "device-a", 2);
        QCOMPARE(second->sends, 2);
        m_otp.store->forgetSend(*second);
        const auto repeated = m_otp.store->resend(stored->id, "device-a", 2); // at once
        QVERIFY(repeated);
        QCOMPARE(repeated->sends, 2);
    }

    void whoHasProvenANumberOwnsIt() {
        QVERIFY(!m_otp.store->find(asking())->isOwner);
        const auto stored = m_otp.store->create(asking(), 3);
        QVERIFY(!m_otp.store->open(stored->id, "device-a")->isOwner);
        QCOMPARE(check(*stored, stored->code), QString("right"));
        QVERIFY(m_otp.store->find(asking())->isOwner);
        QVERIFY(!m_otp.store->find(asking(12345678, "device-b"))->isOwner);
        QVERIFY(!m_otp.store->find(asking(12345679))->isOwner);
        const auto next = m_otp.store->create(asking(), 3);
        QVERIFY(m_otp.store->open(next->id, "device-a")->isOwner);
    }

    void redisDownFailsClosed() {
        OtpFixture other;
        QVERIFY(other.start());
        const auto stored = other.store->create(asking(), 3);
        QVERIFY(stored);
        other.server.kill();
        const auto created = other.store->create(asking(12345679), 3);
        QVERIFY(!created && created.error().kind == ErrorKind::Unavailable);
        const auto proven = other.store->check(stored->id, stored->code, "device-a");
        QVERIFY(!proven && proven.error().kind == ErrorKind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(OtpStoreTest)
#include "otp_store_test.moc"
