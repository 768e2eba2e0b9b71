#include "services/otp/challenge_service.h"
#include "tests/services/otp/otp_fixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace wemo;
using namespace wemo::otp;
using namespace wemo::tests;

class ChallengeServiceTest final : public QObject {
    Q_OBJECT

    OtpFixture m_otp;
    QHash<QString, sms::NewMessage> m_recorded; // by idempotency key, as the message log keeps them
    bool m_storeIsDown = false;
    QStringList m_proved; // stems of keys
    const Result<sms::TemplateBook> m_templates = sms::TemplateBook::load();
    std::unique_ptr<ChallengeService> m_service;

    Result<sms::Requested> record(const sms::NewMessage &message) {
        if (m_storeIsDown)
            return failure(ErrorKind::Unavailable, "storage-down", "Not now.");
        const bool isNew = !m_recorded.contains(message.idempotencyKey);
        if (isNew)
            m_recorded.insert(message.idempotencyKey, message);
        return sms::Requested{m_recorded.size(), isNew};
    }
    static ChallengeRequest request(const QString &phone = "0912-345-678", const QString &key = {}) {
        return {phone, "sign_in", "device-a", "10.0.0.1", key, "request-1"};
    }
    QString sentCode() {
        const auto found = QRegularExpression("\\d{6}").match(m_recorded.begin()->text);
        return found.captured();
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(m_otp.start(), m_otp.server.log().constData());
        QVERIFY(m_templates);
        m_service = std::make_unique<ChallengeService>(
            *m_otp.store, m_otp.clock, *m_templates, [this](const sms::NewMessage &m) { return record(m); },
            [this](const QString &stem) { m_proved.append(stem); });
    }
    void init() {
        m_otp.clear();
        m_recorded.clear();
        m_proved.clear();
        m_storeIsDown = false;
    }

    void aCodeIsSentAndItsTextIsStoredWithoutIt() {
        const auto challenge = m_service->create(request());
        QVERIFY(challenge);
        QCOMPARE(challenge->maskedDestination, QString("0912•••678"));
        QCOMPARE(m_recorded.size(), 1);
        const sms::NewMessage message = *m_recorded.begin();
        QCOMPARE(message.templateName, QString("otp.sign_in"));
        QCOMPARE(message.validityMinutes, 5);
        QCOMPARE(message.requestId, QString("request-1"));
        QVERIFY(message.text.contains(sentCode()));
        QVERIFY(!message.shownText.contains(sentCode()));
        QVERIFY(message.shownText.contains(QString("••••••")));
        QVERIFY(m_service->verify(challenge->id, sentCode(), "device-a"));
    }

    void theCodeComesInTheLanguageAskedFor() {
        ChallengeRequest english = request();
        english.language = "en";
        QVERIFY(m_service->create(english));
        QVERIFY(m_recorded.begin()->text.startsWith("WeMo: " + sentCode() + " is your sign-in code"));
        QCOMPARE(m_recorded.begin()->language, "en");
    }

    void aFlowWithoutATextCostsNoSend() {
        ChallengeRequest unknown = request("0912345678", "key");
        unknown.flow = "lottery";
        for (int i = 0; i < 10; ++i)
            QCOMPARE(m_service->create(unknown).error().code, "no-template");
        QVERIFY(m_service->create(request()));
    }

    void aRightCodeIsToldOfOnce() {
        const auto challenge = m_service->create(request());
        QVERIFY(challenge);
        QVERIFY(!m_service->verify(challenge->id, sentCode() == "000000" ? "000001" : "000000", "device-a"));
        QCOMPARE(m_proved, QStringList());
        QVERIFY(m_service->verify(challenge->id, sentCode(), "device-a"));
        QVERIFY(!m_service->verify(challenge->id, sentCode(), "device-a"));
        QCOMPARE(m_proved, QStringList("otp:" + challenge->id + ":"));
        QVERIFY(m_recorded.begin().key().startsWith(m_proved[0]));
    }

    void everyNumberGetsTheSameAnswer() {
        const auto one = m_service->create(request("0912345678"));
        const auto other = m_service->create(request("0987654321"));
        QVERIFY(one && other);
        QJsonObject a = toJson(*one), b = toJson(*other);
        QVERIFY(a["challenge_id"] != b["challenge_id"]);
        for (const char *own : {"challenge_id", "destination"}) {
            a.remove(QLatin1StringView(own));
            b.remove(QLatin1StringView(own));
        }
        QCOMPARE(a, b);
    }

    void aNumberThatCannotBeIsRefusedAtItsField() {
        const auto refused = m_service->create(request("02-2345-6789"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QString("not-mobile"));
        QCOMPARE(refused.error().fields.value(0).path, QString("phone"));
        QVERIFY(m_recorded.isEmpty());
    }

    void theKeyHealsAChallengeWhoseMessageWasLost() {
        // Killed after the store: the challenge is in Redis, no message in SQL.
        const auto lost = m_otp.store->create({taiwan(12345678), "sign_in", "device-a", "10.0.0.1", "key"});
        QVERIFY(lost && m_recorded.isEmpty());
        const auto healed = m_service->create(request("0912345678", "key"));
        QVERIFY(healed);
        QCOMPARE(healed->id, lost->id);
        QCOMPARE(m_recorded.size(), 1);
        QVERIFY(m_service->create(request("0912345678", "key")));
        QCOMPARE(m_recorded.size(), 1);
        QVERIFY(m_service->verify(healed->id, sentCode(), "device-a"));
    }

    void aStoreThatIsDownCostsNoSends() {
        m_storeIsDown = true;
        for (int i = 0; i < 10; ++i)
            QVERIFY(m_service->create(request("0912345678", "key")).error().kind == ErrorKind::Unavailable);
        m_storeIsDown = false;
        const auto challenge = m_service->create(request("0912345678", "key"));
        QVERIFY(challenge);
        QCOMPARE(challenge->sendsLeft, 3);
        QCOMPARE(m_recorded.size(), 1);
    }

    void aResendSaysHowLongTheCodeStillLives() {
        const auto challenge = m_service->create(request());
        QCOMPARE(toMs(challenge->resendAt) - toMs(m_otp.clock.now()), 60'000);
        m_otp.clock.advance(std::chrono::seconds(130));
        const auto again = m_service->resend(challenge->id, "device-a", "10.0.0.1", "request-2");
        QVERIFY(again);
        QCOMPARE(again->expiresAt, challenge->expiresAt);
        QCOMPARE(m_recorded.size(), 2);
        const sms::NewMessage second = m_recorded.value("otp:" + challenge->id + ":2");
        QCOMPARE(second.validityMinutes, 3);
        QVERIFY(second.text.contains(sentCode()));
    }

    void aCodeIsWantedUntilItIsUsed() {
        const auto challenge = m_service->create(request());
        QVERIFY(challenge);
        const QString key = m_recorded.begin().key();
        QCOMPARE(m_service->isCodeWanted(key).value_or(false), true);
        QVERIFY(m_service->verify(challenge->id, sentCode(), "device-a"));
        QCOMPARE(m_service->isCodeWanted(key).value_or(true), false);
        QCOMPARE(m_service->isCodeWanted("otp:unknown:1").value_or(true), false);
        QCOMPARE(m_service->isCodeWanted("welcome-17").value_or(false), true); // none of ours
        const auto late = m_service->create(request("0912-345-679"));
        QVERIFY(late);
        m_otp.clock.advance(m_otp.store->rules().lifetime);
        QCOMPARE(m_service->isCodeWanted(QString("otp:%1:1").arg(late->id)).value_or(true), false);
    }

    void anOpenCodeIsToldAndOneThatIsOverIsNot() {
        const auto challenge = m_service->create(request());
        QVERIFY(challenge);
        m_otp.clock.advance(std::chrono::seconds(90));
        const QString key = QString("otp:%1:r4711").arg(challenge->id); // of a message that was sent again
        const auto open = m_service->openCode(key);
        QVERIFY(open && open->isKnown && open->refusal.isEmpty());
        QCOMPARE(open->code, sentCode());
        QCOMPARE(open->minutes, 4);
        QVERIFY(m_service->verify(challenge->id, sentCode(), "device-a"));
        QCOMPARE(m_service->openCode(key)->refusal, "code-used");
        QVERIFY(m_service->openCode(key)->code.isEmpty());
        QCOMPARE(m_service->openCode("otp:unknown:1")->refusal, "code-expired");
        QVERIFY(!m_service->openCode("send:7:welcome")->isKnown);
        const auto late = m_service->create(request("0912-345-679"));
        m_otp.clock.advance(m_otp.store->rules().lifetime);
        QCOMPARE(m_service->openCode(QString("otp:%1:1").arg(late->id))->refusal, "code-expired");
    }
};

QTEST_GUILESS_MAIN(ChallengeServiceTest)
#include "challenge_service_test.moc"
