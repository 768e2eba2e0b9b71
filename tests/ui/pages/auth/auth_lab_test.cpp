#include "app/gallery/stage.h"
#include "ui/pages/auth/exchange_list.h"
#include "ui/pages/auth/exchange_text.h"
#include "ui/pages/auth/rider_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

namespace wemo::gallery {

using Kind = CannedAnswer::Kind;

class AuthLabTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<Stage> m_stage;

    template <typename T = QWidget>
    T *child(const char *name) {
        return m_stage->window().findChild<T *>(QLatin1StringView(name));
    }
    /// Of several of one name (each screen of the phone has an error line), the one on screen.
    QString shown(const char *name) {
        for (const auto *label : m_stage->window().findChildren<QLabel *>(QLatin1StringView(name)))
            if (label->isVisible())
                return label->text();
        return {};
    }
    void open() {
        m_stage->openPage(QStringLiteral("auth-lab"));
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->window()));
        m_stage->window().activateWindow();
    }
    void ask(const QString &number = QStringLiteral("0912345678")) {
        QTest::keyClicks(child<QLineEdit>("phoneNumber"), number);
        QTest::keyClick(child("phoneNumber"), Qt::Key_Return);
    }
    void askAndReceive() {
        ask();
        QTRY_VERIFY(child("useCode")->isVisible());
    }
    const CannedRequest &lastRequest(const QString &path) {
        const auto &requests = m_stage->service().requests();
        for (auto request = requests.crbegin(); request != requests.crend(); ++request)
            if (request->path == path)
                return *request;
        static const CannedRequest none;
        return none;
    }
    void failVerify(int status, const char *code) {
        m_stage->service().fail(
            QStringLiteral("POST /auth/v1/challenges/*"),
            CannedService::problem(status, QStringLiteral("expired"), QLatin1StringView(code), QStringLiteral("No.")));
        QTest::keyClicks(child("code"), QStringLiteral("111111"));
    }

private Q_SLOTS:
    void initTestCase() {
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_theme->apply(ui::Scheme::Light);
        m_language = std::make_unique<ui::Language>();
        m_language->use(QStringLiteral("en"));
    }
    void init() {
        m_stage = std::make_unique<Stage>(*m_theme, *m_language);
        open();
    }
    void cleanup() { m_stage.reset(); }

    void byKeyboardFromNumberToAccessToken() {
        QTRY_VERIFY(child("phoneNumber")->hasFocus());
        ask(QStringLiteral("0912 345 678"));
        QTRY_VERIFY(child("code")->hasFocus());
        QTRY_VERIFY(shown("smsText").contains(u"481920"));
        QTest::keyClicks(child("code"), QStringLiteral("481920"));
        QTRY_VERIFY(child("welcome")->isVisible());
        QCOMPARE(lastRequest(QStringLiteral("/auth/v1/challenges")).body.value(u"phone").toString(),
                 QStringLiteral("0912 345 678"));
        QCOMPARE(m_stage->window().findChildren<QToolButton *>(QStringLiteral("exchangeToggle")).size(), 3);
        child<QTabWidget>("labTabs")->setCurrentIndex(1);
        QVERIFY(child<QLabel>("accessClaims")->text().contains(u"\"sub\": \"455912804177772544\""));
        QVERIFY(child<QLabel>("accessHeader")->text().contains(u"ES256"));
    }

    void startsWithADeviceAndNothingToShowYet() {
        QVERIFY(child<QLineEdit>("deviceId")->text().startsWith(u"lab-"));
        QVERIFY(!child("logLink")->isVisible());
        QVERIFY(!child("primaryAction")->isEnabled()); // nothing to start over
    }

    void theCodeIsTappedInTheMessage() {
        askAndReceive();
        QTest::mouseClick(child("useCode"), Qt::LeftButton);
        QTRY_VERIFY(child("welcome")->isVisible());
    }

    void theRiderAsksWithoutAStaffToken() {
        askAndReceive();
        auto *toggle = child<QToolButton>("exchangeToggle");
        QTest::mouseClick(toggle, Qt::LeftButton);
        QTest::mouseClick(child("copyCurl"), Qt::LeftButton);
        const QString curl = QGuiApplication::clipboard()->text();
        QVERIFY(curl.startsWith(u"curl -i -X POST"));
        QVERIFY(curl.contains(u"Idempotency-Key"));
        QVERIFY2(!curl.contains(u"canned-access-token"), qPrintable(curl));
    }

    void aWrongCodeSaysHowManyTriesAreLeft() {
        askAndReceive();
        QTest::keyClicks(child("code"), QStringLiteral("111111"));
        QTRY_COMPARE(shown("phoneError"), QStringLiteral("That code is wrong. Tries left: 4"));
        QCOMPARE(child<QLineEdit>("code")->text(), QString());
        QTest::keyClicks(child("code"), QStringLiteral("481920"));
        QTRY_VERIFY(child("welcome")->isVisible());
    }

    void afterTheLastTryOnlyANewCodeHelps() {
        askAndReceive();
        for (int i = 4; i > 0; --i) {
            QTest::keyClicks(child("code"), QStringLiteral("111111"));
            QTRY_COMPARE(shown("phoneError"), QStringLiteral("That code is wrong. Tries left: %1").arg(i));
        }
        QTest::keyClicks(child("code"), QStringLiteral("111111"));
        QTRY_COMPARE(child<QPushButton>("continue")->text(), QStringLiteral("Get a new code"));
        QVERIFY(!child("code")->isEnabled());
        QTest::mouseClick(child("continue"), Qt::LeftButton);
        QTRY_VERIFY(child("code")->isEnabled());
    }

    void expiredAndLockedOfferANewCode_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("text");
        QTest::newRow("expired") << 410 << QByteArray("challenge-expired") << QStringLiteral("expired");
        QTest::newRow("locked") << 429 << QByteArray("challenge-locked") << QStringLiteral("Too many wrong codes");
        QTest::newRow("used") << 410 << QByteArray("challenge-used") << QStringLiteral("has been used");
    }
    void expiredAndLockedOfferANewCode() {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(QString, text);
        askAndReceive();
        failVerify(status, code.constData());
        QTRY_VERIFY(shown("phoneError").contains(text));
        QCOMPARE(child<QPushButton>("continue")->text(), QStringLiteral("Get a new code"));
    }

    void anImpossibleNumberKeepsWhatWasTyped() {
        m_stage->service().fail(
            QStringLiteral("POST /auth/v1/challenges"),
            CannedService::wrongField(QStringLiteral("phone"), QStringLiteral("not-mobile"), QStringLiteral("No.")));
        ask(QStringLiteral("02 2345 6789"));
        QTRY_VERIFY(shown("phoneError").contains(u"Taiwan mobile number"));
        QCOMPARE(child<QLineEdit>("phoneNumber")->text(), QStringLiteral("02 2345 6789"));
        QTRY_VERIFY(child("answerBody")->isVisible()); // what went wrong is open
    }

    void resendWaitsForItsTime() {
        askAndReceive();
        auto *resend = child<QPushButton>("resend");
        QVERIFY(!resend->isEnabled());
        QVERIFY(resend->text().contains(u"1:00"));
        m_stage->service().setNow(m_stage->service().now() + std::chrono::seconds(61));
        QTRY_VERIFY(resend->isEnabled());
        m_stage->service().fail(QStringLiteral("POST /auth/v1/challenges/*"),
                                CannedService::problem(429, QStringLiteral("too-many-requests"),
                                                       QStringLiteral("resend-too-early"), QStringLiteral("No."),
                                                       30'000));
        QTest::mouseClick(resend, Qt::LeftButton);
        QTRY_VERIFY(shown("phoneError").contains(u"30 s"));
        QVERIFY(!resend->isEnabled());
    }

    void aServiceThatGoesAwayTakesNothingWithIt() {
        askAndReceive();
        m_stage->service().fail(QStringLiteral("POST /*"), {Kind::Unreachable});
        m_stage->service().fail(QStringLiteral("GET /*"), {Kind::Unreachable});
        QTest::keyClicks(child("code"), QStringLiteral("481920"));
        QTRY_VERIFY(shown("phoneError").contains(u"cannot be reached"));
        QCOMPARE(child<QLineEdit>("code")->text(), QStringLiteral("481920"));
        m_stage->service().mend();
        QTest::mouseClick(child("continue"), Qt::LeftButton);
        QTRY_VERIFY(child("welcome")->isVisible());
    }

    void aRetryAfterNoAnswerIsTheSameWish() {
        m_stage->service().fail(QStringLiteral("POST /*"), {Kind::Unreachable});
        ask();
        QTRY_VERIFY(!shown("phoneError").isEmpty());
        m_stage->service().mend();
        QTest::mouseClick(child("askForCode"), Qt::LeftButton);
        QTRY_VERIFY(child("useCode")->isVisible());
        QSet<QString> keys;
        auto cards = m_stage->window().findChildren<pages::auth::ExchangeCard *>();
        QCOMPARE(cards.size(), 2);
        for (const auto *card : cards)
            for (const auto &header : card->exchange().requestHeaders)
                if (header.first == "Idempotency-Key")
                    keys.insert(QString::fromLatin1(header.second));
        QCOMPARE(keys.size(), 1);
    }

    void theStateIsKeptWhenThePageIsLeft() {
        askAndReceive();
        QTest::keyClicks(child("code"), QStringLiteral("481"));
        QTest::keyClick(&m_stage->window(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(child("messageTable") && !child("virtualPhone")->isVisible());
        QTest::keyClick(&m_stage->window(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(child("virtualPhone")->isVisible());
        QCOMPARE(child<QLineEdit>("code")->text(), QStringLiteral("481"));
        QVERIFY(child("useCode")->isVisible());
    }

    void showInSmsLogFiltersByTheNumber() {
        askAndReceive();
        QTest::mouseClick(child("logLink"), Qt::LeftButton);
        QTRY_VERIFY(child<QLineEdit>("numberFilter") && child("numberFilter")->isVisible());
        QCOMPARE(child<QLineEdit>("numberFilter")->text(), QStringLiteral("0912345678"));
    }

    void escapeStartsOver() {
        askAndReceive();
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape);
        QTRY_VERIFY(child("phoneNumber")->isVisible());
        QCOMPARE(child<QLineEdit>("phoneNumber")->text(), QStringLiteral("0912345678"));
    }

    void aRealGatewayHasNoHandset() {
        m_stage->service().fail(QStringLiteral("GET /api/v1/lab/handset"),
                                CannedService::problem(404, QStringLiteral("not-found"), QStringLiteral("no-handset"),
                                                       QStringLiteral("No.")));
        ask();
        QTRY_VERIFY(child("code")->isVisible());
        m_stage->waitForText(QStringLiteral("real handset"));
        QVERIFY2(!m_stage->failed(), qPrintable(m_stage->failure()));
    }

    void codesAreFoundInTexts() {
        using pages::auth::codeIn;
        QCOMPARE(codeIn(QString::fromUtf8("【WeMo】登入驗證碼 012345，5 分鐘內有效。")), QStringLiteral("012345"));
        QCOMPARE(codeIn(QStringLiteral("call 0912345678")), QString());
        QCOMPARE(codeIn(QString()), QString());
    }

    void curlIsQuotedForAShell() {
        ui::RawExchange exchange;
        exchange.method = "POST";
        exchange.url = QUrl(QStringLiteral("http://127.0.0.1:8420/auth/v1/challenges"));
        exchange.requestBody = "{\"phone\":\"it's\"}";
        QVERIFY(pages::auth::asCurl(exchange).contains(QStringLiteral("'{\"phone\":\"it'\\''s\"}'")));
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::AuthLabTest)
#include "auth_lab_test.moc"
