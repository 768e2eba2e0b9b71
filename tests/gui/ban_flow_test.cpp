#include "tests/gui/console.h"
#include "ui/pages/blocking/ban_list_page.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>

namespace wemo::tests {

/// Bans and policies over the real service, its database and its Redis, in Chinese.
class BanFlowTest final : public QObject {
    Q_OBJECT

    Stand m_stand;
    QTemporaryDir m_folder;
    std::unique_ptr<Console> m_admin;

    static void key(Console &console, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &console.window(), key, modifiers);
    }
    QString text(const char *label) {
        return m_admin->shows(label) ? m_admin->child<QLabel>(label)->text() : QString();
    }
    int rowsOf(const char *table) {
        const auto *found = m_admin->child<QTableView>(table);
        return found && found->isVisible() ? found->model()->rowCount() : 0;
    }
    void lookFor(const QString &value) {
        auto *field = m_admin->child<QLineEdit>("banValue");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, value);
        key(*m_admin, Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase() {
        m_stand.start(100);
        m_stand.language().use(QStringLiteral("zh_TW"));
        m_admin = m_stand.console("admin");
        signIn(*m_admin, "demo-admin");
    }
    void cleanupTestCase() {
        m_admin.reset();
        m_stand.stop();
    }

    void aBanIsAddedFoundByWhatItCatchesAndLiftedByKeyboard() {
        openPage(*m_admin, "ban-list");
        key(*m_admin, Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(m_admin->shows("action.value"));
        QTest::keyClicks(m_admin->child("action.value"), QStringLiteral("0987 654 321"));
        auto *reason = m_admin->child<QComboBox>("action.reason");
        reason->setFocus();
        QTest::keyClicks(reason, QStringLiteral("fraud"));
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_admin->shows("toastUndo"), 10'000);

        openPage(*m_admin, "subject-history", "kind=number&value=%2B886987654321");
        QTRY_COMPARE_WITH_TIMEOUT(text("trialAnswer"), QStringLiteral("在封鎖名單上：一律拒絕。"), 10'000);
        QTRY_VERIFY(rowsOf("trialBans") == 1);
        auto *bans = m_admin->child<QTableView>("trialBans");
        bans->setFocus();
        bans->selectRow(0);
        key(*m_admin, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_admin->shows("banTable"), 10'000);

        lookFor(QStringLiteral("+886 987-654-321"));
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf("banTable"), 1, 10'000);
        auto *table = m_admin->child<QTableView>("banTable");
        QTRY_COMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("0987•••321"));
        table->setFocus();
        table->selectRow(0);
        key(*m_admin, Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(m_admin->shows("action.reason"));
        QTest::keyClick(m_admin->child("action.reason"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_admin->shows("banState"), 10'000);
        press(*m_admin, "toastUndo");
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf("banTable"), 1, 10'000);
    }

    void aFileIsCheckedImportedAndTakenBack() {
        QFile file(m_folder.filePath(QStringLiteral("list.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("kind,value,reason,expires_at\n");
        for (int i = 0; i < 300; ++i)
            file.write("number,09880" + QByteArray::number(10'000 + i) + ",list,\n");
        file.write("number,12,list,\n");
        file.close();
        openPage(*m_admin, "ban-list");
        m_admin->window().findChild<pages::blocking::BanListPage *>()->importFile(file.fileName());
        QTRY_VERIFY_WITH_TIMEOUT(m_admin->shows("importCommit"), 20'000);
        QCOMPARE(m_admin->child<QPushButton>("importCommit")->text(), QStringLiteral("匯入正確的 300 行"));
        auto *mistakes = m_admin->child<QTableView>("importMistakes");
        QCOMPARE(mistakes->model()->index(0, 0).data().toString(), QStringLiteral("302"));
        press(*m_admin, "importCommit");
        QTRY_VERIFY_WITH_TIMEOUT(m_admin->shows("importBans"), 20'000);
        press(*m_admin, "importBans");
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf("banTable"), 200, 10'000);
        m_admin->child<QTabBar>("banTabs")->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(rowsOf("importsTable") > 0, 10'000);
        auto *imports = m_admin->child<QTableView>("importsTable");
        imports->setFocus();
        imports->selectRow(0);
        key(*m_admin, Qt::Key_Return);
        press(*m_admin, "importUndo");
        QTRY_VERIFY(m_admin->shows("action.reason"));
        QTest::keyClicks(m_admin->child<QComboBox>("action.reason"), QStringLiteral("wrong file"));
        press(*m_admin, "actionConfirm");
        QTRY_COMPARE_WITH_TIMEOUT(imports->model()->index(0, 1).data().toString(), QStringLiteral("已收回"), 20'000);
    }

    void aPolicyIsTriedSavedAndTakenBack() {
        openPage(*m_admin, "block-policies", "policy=number-hour");
        QTRY_VERIFY_WITH_TIMEOUT(m_admin->shows("policyPanel"), 10'000);
        auto *limit = m_admin->child<QSpinBox>("policyLimit");
        QTRY_COMPARE(limit->value(), 5);
        limit->setValue(3);
        m_admin->child<QTabBar>("policyTabs")->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(m_admin->shows("previewSentence"), 10'000);
        m_admin->child<QTabBar>("policyTabs")->setCurrentIndex(0);
        press(*m_admin, "policySave");
        QTRY_VERIFY_WITH_TIMEOUT(m_admin->shows("toastUndo"), 10'000);
        m_admin->child<QTabBar>("policyTabs")->setCurrentIndex(2);
        QTRY_VERIFY_WITH_TIMEOUT(m_admin->child("restore.1") != nullptr, 10'000);
        press(*m_admin, "toastUndo");
        QTRY_COMPARE_WITH_TIMEOUT(limit->value(), 5, 10'000);
    }
};

} // namespace wemo::tests

QTEST_MAIN(wemo::tests::BanFlowTest)
#include "ban_flow_test.moc"
