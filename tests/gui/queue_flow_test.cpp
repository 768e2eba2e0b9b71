#include "tests/gui/console.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace wemo::tests {

/// The Queue page over the real service, its Redis and the gateway simulator: a code is held back, looked at, taken
/// out, brought back, and sent.
class QueueFlowTest final : public QObject {
    Q_OBJECT

    Stand m_stand;

    std::unique_ptr<Console> console(const char *demoAccount) {
        auto made = m_stand.console(demoAccount);
        signIn(*made, demoAccount);
        return made;
    }
    /// What the table shows. Demo data may have jobs in any state.
    static QStringList shownIn(const QTableView &table) {
        QStringList ids;
        for (int row = 0; table.isVisible() && row < table.model()->rowCount(); ++row)
            ids.append(table.model()->index(row, 0).data().toString());
        return ids;
    }
    static QSet<QString> idsIn(const QTableView &table) {
        const QStringList shown = shownIn(table);
        return {shown.cbegin(), shown.cend()};
    }
    static int rowOf(const QTableView &table, const QString &id) {
        return static_cast<int>(shownIn(table).indexOf(id)); // -1 = nowhere
    }
    static void clickRow(QTableView &table, int row) {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(table.model()->index(row, 0)).center());
    }
    static QString toast(Console &console) {
        return console.shows("toastUndo") ? console.child("toast")->accessibleName() : QString();
    }

private Q_SLOTS:
    void initTestCase() { m_stand.start(100); }
    void cleanupTestCase() { m_stand.stop(); }

    void aCodeIsHeldBackLookedAtAndSent() {
        const auto admin = console("demo-admin");
        openPage(*admin, "queue", "queue=sms-otp&state=waiting");
        QTRY_VERIFY_WITH_TIMEOUT(admin->shows("lane-sms-otp") && admin->shows("lane-sms-marketing"), 10'000);
        auto *primary = admin->child<QPushButton>("primaryAction");
        QTRY_COMPARE(primary->text(), QStringLiteral("Pause queue"));
        press(*admin, "primaryAction");
        QTRY_COMPARE(primary->text(), QStringLiteral("Resume queue"));

        auto *table = admin->child<QTableView>("jobTable");
        const QSet<QString> before = idsIn(*table);
        const auto qa = console("demo-qa");
        openPage(*qa, "auth-lab");
        QTRY_VERIFY(qa->shows("phoneNumber"));
        QTest::keyClicks(qa->child("phoneNumber"), QStringLiteral("0912 345 678"));
        QTest::keyClick(qa->child("phoneNumber"), Qt::Key_Return);

        admin->window().activateWindow();
        const auto added = [&] { return idsIn(*table).subtract(before); };
        QTRY_COMPARE_WITH_TIMEOUT(added().size(), 1, 10'000);
        const QString id = *added().cbegin();
        QVERIFY2(id.startsWith(u"sms-"), qPrintable(id));
        clickRow(*table, rowOf(*table, id));
        QTRY_VERIFY_WITH_TIMEOUT(admin->shows("jobPanel") && admin->shows("timelineRow"), 10'000);
        QCOMPARE(admin->child<QLabel>("value-id")->text(), id);
        QTest::keyClick(&admin->window(), Qt::Key_Escape);

        table->selectRow(rowOf(*table, id));
        press(*admin, "do-job-remove");
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(*table, id), -1, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(toast(*admin), QStringLiteral("1 job removed"), 10'000);
        press(*admin, "toastUndo");
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(*table, id) >= 0, 10'000);
        QCOMPARE(primary->text(), QStringLiteral("Resume queue"));
        press(*admin, "primaryAction");

        press(*admin, "state-completed");
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(*table, id) >= 0, 15'000);
        auto *search = admin->child<QLineEdit>("jobSearch");
        QTest::keyClicks(search, QStringLiteral("+886 912-345-678"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(admin->child<QLabel>("jobSummary")->text().startsWith(u"1 found"), 10'000);
        QCOMPARE(rowOf(*table, id), 0);
        clickRow(*table, 0);
        press(*admin, "openMessage");
        QTRY_VERIFY_WITH_TIMEOUT(admin->shows("messagePanel"), 10'000);
        QTRY_COMPARE(admin->child<QLabel>("value-id")->text(), id.mid(4));
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
