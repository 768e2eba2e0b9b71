#include "services/otp/challenge_service.h"
#include "tests/services/otp/otp_fixture.h"

#include <QRegularExpression>
#include <QTest>

#include <thread>

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
    static Client client(const QString &device = "device-a", const QString &requester = "10.0.0.1") {
        return {device, requester, "request-1", "zh-TW"};
    }
    static ChallengeRequest request(const QString &phone = "0912-345-678", const QString &key = {}) {
        return {phone, "sign_in", client(), key};
    }
    Result<auth::Challenge> ask(const QString &phone, int from) {
        return m_service->create(
            {phone, "sign_in", client(QString("d%1").arg(from), QString("10.0.0.%1").arg(from)), {}});
    }
    /// With nothing counted yet.
    void start() {
        m_otp.clear();
        m_service = std::make_unique<ChallengeService>(
            *m_otp.store, *m_otp.guard, m_otp.clock, *m_templates,
            [this](const sms::NewMessage &m) { return record(m); },
            [this](const QString &stem) { m_proved.append(stem); });
    }
    QString sentCode() {
        const auto found = QRegularExpression("\\d{6}").match(m_recorded.begin()->text);
        return found.captured();
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(m_otp.start(), m_otp.server.log().constData());
        QVERIFY(m_templates);
    }
    void init() {
        start();
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
        QVERIFY(m_service->verify(challenge->id, sentCode(), client()));
    }

    void theCodeComesInTheLanguageAskedFor() {
        ChallengeRequest english = request();
        english.client.language = "en";
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
        QVERIFY(!m_service->verify(challenge->id, sentCode() == "000000" ? "000001" : "000000", client()));
        QCOMPARE(m_proved, QStringList());
        QVERIFY(m_service->verify(challenge->id, sentCode(), client()));
        QVERIFY(!m_service->verify(challenge->id, sentCode(), client()));
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
        const auto lost = m_otp.store->create({taiwan(12345678), "sign_in", "device-a", "key"}, 3);
        QVERIFY(lost && m_recorded.isEmpty());
        const auto healed = m_service->create(request("0912345678", "key"));
        QVERIFY(healed);
        QCOMPARE(healed->id, lost->id);
        QCOMPARE(m_recorded.size(), 1);
        QVERIFY(m_service->create(request("0912345678", "key")));
        QCOMPARE(m_recorded.size(), 1);
        QVERIFY(m_service->verify(healed->id, sentCode(), client()));
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

    void aNumberGetsFiveAnHourAndTenADay() {
        const QString number = "0912345678";
        int sent = 0;
        for (; sent < 5; ++sent)
            QVERIFY(ask(number, sent));
        const auto sixth = ask(number, 6);
        QVERIFY(sixth.error().kind == ErrorKind::TooManyRequests);
        QCOMPARE(sixth.error().code, QString("try-again-later"));
        QCOMPARE(sixth.error().retryAfterMs, 3'600'000);
        QVERIFY(ask("0912345679", 7)); // another number is not concerned
        m_otp.clock.advance(std::chrono::hours(1));
        for (; sent < 10; ++sent)
            QVERIFY(ask(number, sent));
        m_otp.clock.advance(std::chrono::hours(1));
        const auto eleventh = ask(number, 11);
        QCOMPARE(eleventh.error().code, QString("try-again-later"));
        QCOMPARE(eleventh.error().retryAfterMs, 22 * 3'600'000);
        m_otp.clock.advance(std::chrono::hours(22));
        QVERIFY(ask(number, 12));
    }

    void nobodyLocksAVictimOut() {
        const auto from = [this](const QString &device, const QString &requester) {
            return m_service->create({"0912345678", "sign_in", client(device, requester), {}});
        };
        for (int i = 0; i < 4; ++i)
            QVERIFY(from(QString("evil-%1").arg(i), "203.0.113.9"));
        QCOMPARE(from("evil-5", "203.0.113.9").error().code, QString("try-again-later"));
        m_recorded.clear();
        const auto owner = from("owner", "198.51.100.7");
        QVERIFY(owner);
        QVERIFY(m_service->verify(owner->id, sentCode(), client("owner", "198.51.100.7")));
        // Now the number's hour is used up for strangers wherever they come from, and still not for its owner's device.
        QCOMPARE(from("x", "192.0.2.1").error().code, QString("try-again-later"));
        for (int i = 0; i < 5; ++i)
            QVERIFY(from("owner", "198.51.100.7"));
        QVERIFY(!from("owner", "198.51.100.7"));
    }

    void oneIpv6SubscriberIsOneRequester() {
        const auto from = [this](const QString &requester) {
            return m_service->create({"0912345678", "sign_in", client("d", requester), {}});
        };
        for (int i = 0; i < 4; ++i)
            QVERIFY(from(QString("2001:db8:1:2::%1").arg(i + 1)));
        QVERIFY(!from("2001:db8:1:2:ffff::1"));
        QVERIFY(from("2001:db8:1:3::1"));
    }

    /// Whatever the cause, outside it looks the same but for the time.
    void everyCauseLooksTheSame() {
        QSet<QByteArray> answers;
        for (const char *kind : {"number", "pair", "device", "address", "prefix", "tenant"}) {
            start();
            *m_otp.policies = {{"p", kind, "code-requested", 1, std::chrono::hours(1), {}, {}, std::chrono::hours(1)}};
            QVERIFY(m_service->create(request()));
            Error refused = m_service->create(request()).error();
            QVERIFY(refused.kind == ErrorKind::TooManyRequests);
            QVERIFY(refused.detail.isEmpty() && refused.extra.isEmpty() && refused.fields.isEmpty());
            answers.insert((refused.code + refused.message).toUtf8() + QByteArray::number(refused.retryAfterMs));
        }
        QCOMPARE(answers.size(), 1);
        m_otp.policies->clear();
        for (const blocking::PolicyRecord &record : blocking::defaultPolicies())
            m_otp.policies->append(record.policy);
    }

    void wrongCodesAreCountedAcrossChallengesAndRightOnesAreNot() {
        const auto wrongOf = [this] { return sentCode() == "000000" ? QString("000001") : QString("000000"); };
        for (int challenge = 0; challenge < 3; ++challenge) { // five checks each, fifteen an hour for the pair
            m_recorded.clear();
            const auto made = m_service->create(request());
            QVERIFY(made);
            for (int i = 0; i < 5; ++i)
                QCOMPARE(m_service->verify(made->id, wrongOf(), client()).error().code, QString("wrong-code"));
        }
        m_recorded.clear();
        const auto fourth = m_service->create(request());
        QVERIFY(fourth);
        QCOMPARE(m_service->verify(fourth->id, sentCode(), client()).error().code, QString("try-again-later"));
        QVERIFY(
            m_service->verify(fourth->id, sentCode(), client("device-a", "10.0.0.2"))); // it is locked for that pair
        for (int i = 0; i < 40; ++i) {                                                  // right codes do not add up
            m_otp.clock.advance(std::chrono::hours(24));
            m_recorded.clear();
            const Client other = client("device-c", "10.0.0.3");
            const auto made = m_service->create({"0912345679", "sign_in", other, {}});
            QVERIFY(made && m_service->verify(made->id, sentCode(), other));
        }
    }

    void redisDownFailsClosedForSendingAndChecking() {
        const auto made = m_service->create(request());
        QVERIFY(made);
        const QString code = sentCode();
        m_recorded.clear();
        m_otp.server.freeze(true);
        std::optional<Result<auth::Challenge>> asked;
        std::optional<Result<Proven>> checked;
        std::thread asking([&] { asked = m_service->create(request("0912345679")); });
        std::thread checking([&] { checked = m_service->verify(made->id, code, client()); });
        m_otp.server.kill(); // in the middle of it
        asking.join();
        checking.join();
        QVERIFY(!*asked && asked->error().kind == ErrorKind::Unavailable);
        QVERIFY(!*checked && checked->error().kind == ErrorKind::Unavailable);
        QVERIFY(m_recorded.isEmpty());
        QVERIFY(!m_service->create(request("0912345679")));
        QVERIFY(m_otp.server.start());
        QTRY_VERIFY(m_service->create(request("0912345679", "key")).has_value()); // by itself
        QCOMPARE(m_recorded.size(), 1);
    }

    void aResendSaysHowLongTheCodeStillLives() {
        const auto challenge = m_service->create(request());
        QCOMPARE(toMs(challenge->resendAt) - toMs(m_otp.clock.now()), 60'000);
        m_otp.clock.advance(std::chrono::seconds(130));
        const auto again = m_service->resend(challenge->id, client());
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
        QVERIFY(m_service->verify(challenge->id, sentCode(), client()));
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
        QVERIFY(m_service->verify(challenge->id, sentCode(), client()));
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
