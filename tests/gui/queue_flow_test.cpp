#include "tests/gui/console.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace wemo::tests {

/// The Queue page over the real service, its Redis and the gateway simulator: a code is held back, looked at, taken
/// out, brought back, and sent.
class QueueFlowTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder{QStringLiteral("/tmp/wemo-queue-XXXXXX")}; // short: a Redis socket lies in it
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<ui::ServiceLauncher> m_launcher;

    std::unique_ptr<Console> console(const char *demoAccount) {
        const QString home = m_folder.filePath(QLatin1StringView(demoAccount));
        QDir().mkpath(home);
        auto made = std::make_unique<Console>(*m_theme, *m_language, home, m_launcher.get());
        made->client().setBaseUrl(m_launcher->address());
        signIn(*made, demoAccount);
        return made;
    }
    static void signIn(Console &console, const char *demoAccount) {
        QTRY_VERIFY_WITH_TIMEOUT(console.shows(demoAccount), 30'000);
        QTest::mouseClick(console.child(demoAccount), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(console.client().session().has_value(), 10'000);
    }
    static void openPage(Console &console, const char *page, const char *place = "") {
        console.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&console.window()));
        console.window().workspace().open(QLatin1StringView(page), QLatin1StringView(place));
    }
    static void press(Console &console, const char *button) {
        QTRY_VERIFY_WITH_TIMEOUT(console.shows(button) && console.child(button)->isEnabled(), 10'000);
        QTest::mouseClick(console.child(button), Qt::LeftButton);
    }
    static QString figure(Console &console, const char *tab) { return console.child(tab)->accessibleName(); }

private Q_SLOTS:
    void initTestCase() {
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_theme->apply(ui::Scheme::Light);
        m_language = std::make_unique<ui::Language>();
        m_language->use(QStringLiteral("en"));
        const QString program = ui::ServiceLauncher::findProgram(QStringLiteral(WEMO_PROGRAM_DIR));
        QVERIFY2(!program.isEmpty(), "wemo-service is not built");
        m_launcher = std::make_unique<ui::ServiceLauncher>(
            ui::ServiceLauncher::Options{program,
                                         m_folder.filePath(QStringLiteral("data")),
                                         {QStringLiteral("--demo-messages"), QStringLiteral("100"),
                                          QStringLiteral("--demo-traffic"), QStringLiteral("0")}});
        m_launcher->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_launcher->state(), ui::ServiceLauncher::State::Running, 60'000);
    }
    void cleanupTestCase() { m_launcher->stopAndWait(15'000); }

    void aCodeIsHeldBackLookedAtAndSent() {
        const auto admin = console("demo-admin");
        openPage(*admin, "queue", "queue=sms-otp&state=waiting");
        QTRY_VERIFY_WITH_TIMEOUT(admin->shows("lane-sms-otp") && admin->shows("lane-sms-marketing"), 10'000);
        auto *primary = admin->child<QPushButton>("primaryAction");
        QTRY_COMPARE(primary->text(), QStringLiteral("Pause queue"));
        press(*admin, "primaryAction");
        QTRY_COMPARE(primary->text(), QStringLiteral("Resume queue"));

        const auto qa = console("demo-qa");
        openPage(*qa, "auth-lab");
        QTRY_VERIFY(qa->shows("phoneNumber"));
        QTest::keyClicks(qa->child("phoneNumber"), QStringLiteral("0912 345 678"));
        QTest::keyClick(qa->child("phoneNumber"), Qt::Key_Return);

        auto *table = admin->child<QTableView>("jobTable");
        admin->window().activateWindow();
        QTRY_COMPARE_WITH_TIMEOUT(figure(*admin, "state-waiting"), QStringLiteral("Waiting 1"), 10'000);
        QTest::keyClick(&admin->window(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(table->isVisible() && table->model()->rowCount() == 1, 10'000);
        const QString id = table->model()->index(0, 0).data().toString();
        QVERIFY2(id.startsWith(u"sms-"), qPrintable(id));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 0)).center());
        QTRY_VERIFY_WITH_TIMEOUT(admin->shows("jobPanel") && admin->shows("timelineRow"), 10'000);
        QCOMPARE(admin->child<QLabel>("value-id")->text(), id);
        QTest::keyClick(&admin->window(), Qt::Key_Escape);

        table->selectRow(0);
        press(*admin, "do-job-remove");
        press(*admin, "toastUndo");
        QTRY_VERIFY_WITH_TIMEOUT(table->isVisible() && table->model()->rowCount() == 1, 10'000);
        press(*admin, "primaryAction"); // resume
        QTRY_COMPARE_WITH_TIMEOUT(figure(*admin, "state-completed"), QStringLiteral("Completed 1"), 15'000);
    }

    void aSoundQueueIsSaidToBeSound() {
        const auto admin = console("demo-admin");
        openPage(*admin, "queue", "queue=sms-otp&state=completed");
        QTRY_VERIFY_WITH_TIMEOUT(admin->shows("lane-sms-otp"), 10'000);
        auto *check = admin->window().findChild<QAction *>(QStringLiteral("queue-check"));
        QTRY_VERIFY(check->isEnabled());
        check->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(admin->shows("faultSentence"), 10'000);
        QVERIFY(admin->child<QLabel>("faultSentence")->text().startsWith(u"Every job is in one place"));
    }
};

} // namespace wemo::tests

QTEST_MAIN(wemo::tests::QueueFlowTest)
#include "queue_flow_test.moc"
