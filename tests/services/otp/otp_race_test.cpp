#include "services/otp/challenge_service.h"
#include "tests/services/otp/otp_fixture.h"

#include <QTest>

#include <thread>

using namespace wemo;
using namespace wemo::otp;
using namespace wemo::tests;

namespace {
/// Runs `work` on eight threads that start together.
void onEightThreads(const std::function<void(int)> &work) {
    std::atomic<int> ready = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, i] {
            for (++ready; ready < 8;)
                std::this_thread::yield();
            work(i);
        });
    for (std::thread &thread : threads)
        thread.join();
}
} // namespace

/// Exact where everybody comes at once.
class OtpRaceTest final : public QObject {
    Q_OBJECT

    OtpFixture m_otp;
    const Result<sms::TemplateBook> m_templates = sms::TemplateBook::load();
    Asking asking(const QString &key = {}) { return {taiwan(12345678), "sign_in", "device-a", key}; }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_otp.start(), m_otp.server.log().constData()); }
    void init() {
        m_otp.clear();
        m_otp.policies->clear();
        for (const blocking::PolicyRecord &record : blocking::defaultPolicies())
            m_otp.policies->append(record.policy);
    }

    void aCodeIsUsedOnce() {
        for (int round = 0; round < 20; ++round) {
            m_otp.clear();
            const auto stored = m_otp.store->create(asking(), 3);
            QVERIFY(stored);
            std::atomic<int> right = 0;
            onEightThreads([&](int) { right += m_otp.store->check(stored->id, stored->code, "device-a") ? 1 : 0; });
            QCOMPARE(right.load(), 1);
        }
    }

    void fiveChecksAndNeverASixth() {
        for (int round = 0; round < 20; ++round) {
            m_otp.clear();
            const auto stored = m_otp.store->create(asking(), 3);
            QVERIFY(stored);
            const QString wrong = stored->code == "000000" ? "000001" : "000000";
            std::atomic<int> counted = 0, locked = 0;
            onEightThreads([&](int) {
                for (int i = 0; i < 3; ++i) {
                    const auto proven = m_otp.store->check(stored->id, wrong, "device-a");
                    counted += proven.error().code == "wrong-code" ? 1 : 0;
                    locked += proven.error().code == "challenge-locked" ? 1 : 0;
                }
            });
            QCOMPARE(counted.load(), 5);
            QCOMPARE(locked.load(), 19);
            QCOMPARE(m_otp.store->check(stored->id, stored->code, "device-a").error().code,
                     QString("challenge-locked"));
        }
    }

    void theLimitsOfANumberHold() {
        ChallengeService service(*m_otp.store, *m_otp.guard, m_otp.clock, *m_templates, [](const sms::NewMessage &) {
            return sms::Requested{1, true};
        });
        std::atomic<int> created = 0;
        onEightThreads([&](int thread) {
            for (int i = 0; i < 3; ++i)
                created +=
                    service.create({"0912345678", "sign_in", {"d", QString("10.0.0.%1").arg(thread), "r"}, {}}) ? 1 : 0;
        });
        QCOMPARE(created.load(), 5);
    }

    void theSameRequestAtOnceIsCountedOnce() {
        for (blocking::Policy &policy : *m_otp.policies)
            policy.limit = 20;
        ChallengeService service(*m_otp.store, *m_otp.guard, m_otp.clock, *m_templates, [](const sms::NewMessage &) {
            return sms::Requested{1, true};
        });
        std::atomic<int> created = 0;
        onEightThreads([&](int) {
            created += service.create({"0912345678", "sign_in", {"d", "10.0.0.1", "r"}, "the-key"}) ? 1 : 0;
        });
        QCOMPARE(created.load(), 8);
        const auto seen = m_otp.blocker->look(
            *m_otp.policies, {"code-requested", blocking::riderSubjects("+886912345678", "d", "10.0.0.1", false)});
        QVERIFY(seen);
        for (const blocking::Verdict &verdict : seen->verdicts)
            QCOMPARE(verdict.left, m_otp.policies->first().limit - 1);
    }

    void oneResendAMinute() {
        const auto stored = m_otp.store->create(asking(), 3);
        m_otp.clock.advance(std::chrono::seconds(60));
        std::atomic<int> sent = 0;
        onEightThreads([&](int) { sent += m_otp.store->resend(stored->id, "device-a", 3) ? 1 : 0; });
        QCOMPARE(sent.load(), 1);
    }

    void oneChallengeAKey() {
        QStringList ids(8);
        QString *const slots_ = ids.data();
        onEightThreads([&](int i) {
            if (const auto stored = m_otp.store->create(asking("the-key"), 3))
                slots_[i] = stored->id;
        });
        QVERIFY(!ids[0].isEmpty());
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 1);
    }
};

QTEST_GUILESS_MAIN(OtpRaceTest)
#include "otp_race_test.moc"
