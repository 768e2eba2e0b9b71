#include "tests/gui/console.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

#include <csignal>

namespace wemo::tests {

/// The first flow as a newcomer sees it: the real window, the real service with its Redis and the gateway simulator.
class FirstFlowTest final : public QObject {
    Q_OBJECT

    Stand m_stand;

    /// Runs the flow on the phone up to the code that arrived.
    static void receiveCode(Console &console, const QString &number) {
        openPage(console, "auth-lab");
        QTRY_VERIFY(console.shows("phoneNumber"));
        QTest::keyClicks(console.child("phoneNumber"), number);
        QTest::keyClick(console.child("phoneNumber"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(console.shows("useCode"), 15'000);
    }

private Q_SLOTS:
    void initTestCase() { m_stand.start(2'000); }
    void cleanupTestCase() { m_stand.stop(); }

    void aCodeTravelsTheWholeWay() {
        const auto qa = m_stand.console("qa");
        const auto watcher = m_stand.console("cs"); // a second console on the same service sees the same live
        signIn(*qa, "demo-qa");
        signIn(*watcher, "demo-cs");
        openPage(*watcher, "sms-log");
        auto *watched = watcher->child<QTableView>("messageTable");
        QTRY_VERIFY(watched->isVisible() && watched->model()->rowCount() == 2'000);

        receiveCode(*qa, QStringLiteral("0912 345 678"));
        QTest::mouseClick(qa->child("useCode"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(qa->shows("welcome"), 10'000);
        qa->child<QTabWidget>("labTabs")->setCurrentIndex(1);
        QTRY_VERIFY(qa->shows("accessClaims"));
        QVERIFY(qa->child<QLabel>("accessClaims")->text().contains(u"\"exp\""));
        QVERIFY(qa->child<QLabel>("accessHeader")->text().contains(u"ES256"));

        QTRY_COMPARE_WITH_TIMEOUT(watched->model()->rowCount(), 2'001, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(watched->model()->index(0, 2).data().toString(), QStringLiteral("Delivered"), 20'000);
        QVERIFY(!watched->model()->index(0, 3).data(Qt::ToolTipRole).toString().contains(QRegularExpression("\\d{6}")));

        QTest::mouseClick(qa->child("logLink"), Qt::LeftButton);
        auto *table = qa->child<QTableView>("messageTable");
        QTRY_VERIFY_WITH_TIMEOUT(table->isVisible() && table->model()->rowCount() >= 1, 10'000);
        QCOMPARE(qa->child<QLineEdit>("numberFilter")->text(), QStringLiteral("0912 345 678"));
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->index(0, 2).data().toString(), QStringLiteral("Delivered"), 10'000);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
        // created, submitting, accepted, sent, delivered
        QTRY_VERIFY(qa->window().findChildren<QWidget *>(QStringLiteral("timelineRow")).size() >= 5);
        QVERIFY(qa->child<QLabel>("whySentence")->text().contains(u"confirmed"));
    }

    void aWrongCodeAndAnImpossibleNumberAreToldAsARiderWouldSeeThem() {
        const auto qa = m_stand.console("qa2");
        signIn(*qa, "demo-qa");
        openPage(*qa, "auth-lab");
        QTRY_VERIFY(qa->shows("phoneNumber"));
        QTest::keyClicks(qa->child("phoneNumber"), QStringLiteral("02 2345 6789"));
        QTest::keyClick(qa->child("phoneNumber"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(qa->shows("phoneError"), 10'000);
        QVERIFY(qa->child<QLabel>("phoneError")->text().contains(u"Taiwan mobile number"));
        qa->child<QLineEdit>("phoneNumber")->clear();
        receiveCode(*qa, QStringLiteral("+886 987-654-321"));
        const bool zeros = qa->child<QLabel>("smsText")->text().contains(u"000000");
        QTest::keyClicks(qa->child("code"), zeros ? QStringLiteral("111111") : QStringLiteral("000000"));
        QTRY_VERIFY_WITH_TIMEOUT(qa->child<QLabel>("phoneError")->text().contains(u"Tries left: 4"), 10'000);
        QTest::mouseClick(qa->child("useCode"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(qa->shows("welcome"), 10'000);
    }

    void anImpossibleFilterIsRefusedBesideItsField() {
        const auto cs = m_stand.console("cs2");
        signIn(*cs, "demo-cs");
        openPage(*cs, "sms-log");
        auto *table = cs->child<QTableView>("messageTable");
        QTRY_VERIFY_WITH_TIMEOUT(table->isVisible(), 10'000);
        QTest::keyClicks(cs->child("numberFilter"), QStringLiteral("12"));
        QTest::keyClick(cs->child("numberFilter"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(cs->shows("numberError"), 10'000);
        QTest::keyClick(&cs->window(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(table->isVisible(), 10'000);
    }

    void whatWasTypedSurvivesTheServicesDeath() {
        const auto qa = m_stand.console("qa3");
        signIn(*qa, "demo-qa");
        receiveCode(*qa, QStringLiteral("0955123456"));
        const QString code = qa->child<QLabel>("smsText")->text();
        QTest::keyClicks(qa->child("code"), QStringLiteral("12"));
        ui::ServiceLauncher &launcher = m_stand.launcher();
        const qint64 first = launcher.processId();
        ::kill(static_cast<pid_t>(first), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(launcher.state() != ui::ServiceLauncher::State::Running, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(launcher.state(), ui::ServiceLauncher::State::Running, 60'000);
        QVERIFY(launcher.processId() != first);
        QTRY_COMPARE_WITH_TIMEOUT(qa->client().state(), ui::ConnectionState::Connected, 20'000);
        QCOMPARE(qa->child<QLineEdit>("code")->text(), QStringLiteral("12"));
        QCOMPARE(qa->child<QLabel>("smsText")->text(), code);
        QTest::mouseClick(qa->child("useCode"), Qt::LeftButton); // the code lives in Redis, which kept it
        QTRY_VERIFY_WITH_TIMEOUT(qa->shows("welcome"), 15'000);
    }
};

} // namespace wemo::tests

QTEST_MAIN(wemo::tests::FirstFlowTest)
#include "first_flow_test.moc"
