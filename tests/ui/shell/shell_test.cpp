#include "tests/ui/support/shell_fixture.h"
#include "ui/shell/workspace.h"

#include <QAbstractItemModelTester>
#include <QButtonGroup>
#include <QCheckBox>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace wemo;
using namespace wemo::tests;

class ShellTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_service.emplace();
        m_service->playConsole();
        m_folder.emplace();
    }
    void cleanup() {
        m_shell.reset();
        m_service.reset();
    }

    void emptyFieldsAreNamedBesideThem() {
        start();
        QTRY_VERIFY(m_shell->find("signIn")->isEnabled());
        QTest::keyClick(m_shell->find("username"), Qt::Key_Return);
        QVERIFY(m_shell->find("userError")->isVisible());
        QVERIFY(m_shell->find("passwordError")->isHidden());
        QCOMPARE(m_service->count("/api/v1/session"), 0);
    }

    void aWrongPasswordKeepsWhatWasTyped() {
        start();
        QTRY_VERIFY(m_shell->find("signIn")->isEnabled());
        QTest::keyClicks(m_shell->find("username"), "mei");
        QTest::keyClicks(m_shell->find("password"), "wrong");
        QTest::keyClick(m_shell->find("password"), Qt::Key_Return);
        QTRY_VERIFY(m_shell->find("passwordError")->isVisible());
        QCOMPARE(m_shell->find<QLineEdit>("username")->text(), "mei");
        QCOMPARE(m_shell->find<QLineEdit>("password")->text(), "wrong");
        QVERIFY(!m_shell->client.session());
    }

    void refusalsAreSaidInTheLanguageOfTheConsole() {
        start();
        m_shell->preferences.setLanguage("zh_TW");
        const QString wrong = QString::fromUtf8("使用者名稱或密碼不正確。");
        QTRY_VERIFY(m_shell->find("signIn")->isEnabled());
        QTest::keyClicks(m_shell->find("username"), "mei");
        QTest::keyClicks(m_shell->find("password"), "wrong");
        QTest::keyClick(m_shell->find("password"), Qt::Key_Return);
        auto *label = m_shell->find<QLabel>("passwordError");
        QTRY_COMPARE(label->text(), wrong);
        m_shell->preferences.setLanguage("en");
        QTRY_COMPARE(label->text(), "User name or password is wrong.");
        QCOMPARE(m_shell->find("password")->accessibleDescription(), label->text());

        m_shell->preferences.setLanguage("zh_TW");
        const QJsonArray fields{
            QJsonObject{{"path", "username"}, {"code", "too-long"}, {"message", "At most 60 characters."}}};
        m_service->on("POST", "/api/v1/session", [fields](const ServiceStub::Request &) {
            return ServiceStub::problem(422, "invalid-fields", {{"errors", fields}});
        });
        QTest::keyClick(m_shell->find("password"), Qt::Key_Return);
        QTRY_COMPARE(m_shell->find<QLabel>("userError")->text(), QString::fromUtf8("最多 60 個字元。"));

        m_service->on("POST", "/api/v1/session", [](const ServiceStub::Request &) {
            return ServiceStub::problem(429, "too-many-attempts",
                                        {{"kind", "too-many-requests"}, {"retry_after_ms", 41'000}});
        });
        QTest::keyClick(m_shell->find("password"), Qt::Key_Return);
        const auto saysHowLong = [this] {
            const auto texts = m_shell->window->findChildren<QLabel *>("messageText");
            return std::any_of(texts.cbegin(), texts.cend(), [](const QLabel *text) {
                return text->isVisible() && text->text().contains(QString::fromUtf8("41 秒"));
            });
        };
        QTRY_VERIFY(saysHowLong());
        QVERIFY(m_shell->find("userError")->isHidden());
    }

    void aDemoCardSignsIn() {
        start();
        QTRY_VERIFY(m_shell->find("demo-qa"));
        for (const char *role : {"cs", "pricing", "qa", "admin"})
            QVERIFY2(m_shell->find(QString("demo-%1").arg(role)), role);
        QTRY_VERIFY(m_shell->find("demo-qa")->isEnabled());
        QTest::mouseClick(m_shell->find("demo-qa"), Qt::LeftButton);
        QTRY_VERIFY(m_shell->client.session());
        QCOMPARE(m_service->requests.last().path.isEmpty(), false);
        QTRY_VERIFY(m_shell->find("nav-one")->isVisible());
        QVERIFY(m_shell->find<QLineEdit>("password")->text().isEmpty());
    }

    void aRoleSeesItsPagesOnly() {
        m_service->playConsole(staff::Role::Qa);
        start();
        m_shell->signIn();
        QVERIFY(m_shell->find("nav-one"));
        QVERIFY(!m_shell->find("nav-staff"));
        QCOMPARE(m_shell->window->workspace().visiblePages().size(), 2);
        QVERIFY(!m_shell->window->commands().find("page-3")->isVisible());
    }

    void keysWalkThePages() {
        start();
        m_shell->signIn();
        QTest::keyClick(&*m_shell->window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_shell->window->workspace().currentPageId(), "two");
        QCOMPARE(m_shell->find<QLabel>("pageTitle")->text(), "Two");
        QTest::keyClick(&*m_shell->window, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), m_shell->find("two-field"));
        QTest::keyClick(&*m_shell->window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_shell->window->workspace().currentPageId(), "one");
        QTest::keyClick(&*m_shell->window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_shell->window->workspace().currentPageId(), "two");
        QTest::keyClick(&*m_shell->window, Qt::Key_F5);
        QCOMPARE(page("two")->refreshed, 1);
        QTest::keyClick(&*m_shell->window, Qt::Key_F1);
        QVERIFY(m_shell->find("helpPanel")->isVisible());
        page("two")->panelOpen = true;
        QTest::keyClick(&*m_shell->window, Qt::Key_Escape);
        QVERIFY(m_shell->find("helpPanel")->isHidden());
        QVERIFY(page("two")->panelOpen);
        QTest::keyClick(&*m_shell->window, Qt::Key_Escape);
        QVERIFY(!page("two")->panelOpen);
        QTest::keyClick(&*m_shell->window, Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), m_shell->find("nav-two"));
    }

    void backClearsWhatALinkFiltered() {
        start();
        m_shell->signIn();
        auto &workspace = m_shell->window->workspace();
        auto *field = m_shell->find<QLineEdit>("one-field");
        workspace.open("one", "0912");
        QCOMPARE(field->text(), "0912");
        QTest::keyClick(&*m_shell->window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(field->text(), QString());
        QTest::keyClick(&*m_shell->window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(field->text(), "0912");
        workspace.open("two");
        workspace.open("one"); // the sidebar names no place: the page is as it was left
        QCOMPARE(field->text(), "0912");
    }

    void backBringsWhatThePageDidNotTellOf() {
        start();
        m_shell->signIn();
        auto &workspace = m_shell->window->workspace();
        m_shell->find<QLineEdit>("one-field")->setText("quiet"); // no placeChanged
        workspace.open("two");
        workspace.open("one", "0912");
        workspace.back();
        workspace.back();
        QCOMPARE(workspace.currentPageId(), "one");
        QCOMPARE(m_shell->find<QLineEdit>("one-field")->text(), "quiet");
    }

    void signingInPutsTheKeyboardIntoThePage() {
        start();
        m_shell->signIn();
        QTRY_COMPARE(QApplication::focusWidget(), m_shell->find("one-field"));
        m_shell->client.endSession("Your session has ended.");
        QTRY_VERIFY(m_shell->find("demo-admin") && m_shell->find("demo-admin")->isEnabled());
        QTest::mouseClick(m_shell->find("demo-admin"), Qt::LeftButton);
        QTRY_VERIFY(m_shell->client.session());
        QTRY_COMPARE(QApplication::focusWidget(), m_shell->find("one-field"));
    }

    void everyCommandHasAnIcon() {
        start();
        m_shell->signIn();
        QTest::keyClick(&*m_shell->window, Qt::Key_K, Qt::ControlModifier);
        const auto *list = m_shell->find<QListView>("paletteList");
        QSet<QString> names;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
            QVERIFY2(!icon.isNull(), qPrintable(index.data().toString()));
            names.insert(icon.name());
        }
        for (const char *name : {"system-log-out", "application-exit", "view-refresh", "languages", "brightness-low"})
            QVERIFY2(names.contains(name), name);
    }

    void arrowsWalkTheSidebar() {
        start();
        m_shell->signIn();
        m_shell->find("nav-one")->setFocus();
        QTest::keyClick(m_shell->find("nav-one"), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), m_shell->find("nav-two"));
        QCOMPARE(m_shell->window->workspace().currentPageId(), "two");
    }

    void aSlashInAFieldIsText() {
        start();
        m_shell->signIn();
        auto *field = m_shell->find<QLineEdit>("one-field");
        QTest::keyClick(&*m_shell->window, Qt::Key_Slash);
        QCOMPARE(QApplication::focusWidget(), field);
        QTest::keyClick(field, Qt::Key_Slash);
        QCOMPARE(field->text(), "/");
    }

    void thePaletteFindsPagesCommandsAndNumbers() {
        start();
        m_shell->signIn();
        QTest::keyClick(&*m_shell->window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(&*m_shell->window, Qt::Key_K, Qt::ControlModifier);
        auto *field = m_shell->find<QLineEdit>("paletteField");
        QCOMPARE(QApplication::focusWidget(), field);
        auto *list = m_shell->find<QListView>("paletteList");
        QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTest::keyClicks(field, "0912");
        QCOMPARE(list->currentIndex().data().toString(), "One to 0912");
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(m_shell->find("palette")->isHidden());
        QCOMPARE(m_shell->window->workspace().currentPageId(), "two");
        QCOMPARE(m_shell->find<QLineEdit>("two-field")->text(), "0912");
        QTest::keyClick(&*m_shell->window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field, "no such thing");
        QCOMPARE(list->model()->rowCount(), 0);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClick(&*m_shell->window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field, "sign out");
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!m_shell->client.session());
    }

    void closingThePaletteGivesTheFocusBack() {
        start();
        m_shell->signIn();
        QTest::keyClick(&*m_shell->window, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(&*m_shell->window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(m_shell->find("paletteField"), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), m_shell->find("one-field"));
        QVERIFY(m_shell->window->isVisible());
    }

    void theLanguageChangesWhileRunning() {
        start();
        auto *title = m_shell->find<QPushButton>("signIn");
        QTRY_COMPARE(title->text(), "Sign in");
        QTRY_VERIFY(m_shell->find("demo-qa"));
        QTest::keyClicks(m_shell->find("username"), "mei");
        m_shell->preferences.setLanguage("zh_TW");
        QTRY_COMPARE(title->text(), QString::fromUtf8("登入"));
        QCOMPARE(m_shell->find<QLineEdit>("username")->text(), "mei");
        QVERIFY(m_shell->find("demo-qa")->accessibleName().contains(QString::fromUtf8("登入")));
        QCOMPARE(m_shell->settings.value("shell/language").toString(), "zh_TW");
        m_shell->preferences.setLanguage("en");
        QTRY_COMPARE(title->text(), "Sign in");
    }

    void whatWasTypedOutlivesTheSession() {
        start();
        m_shell->signIn();
        QTest::keyClicks(m_shell->find("one-field"), "half a thought");
        m_shell->client.endSession("Your session has ended.");
        QVERIFY(m_shell->find("username")->isVisible());
        m_shell->signIn();
        QCOMPARE(m_shell->find<QLineEdit>("one-field")->text(), "half a thought");
    }

    void theWindowRemembersItsPlace() {
        start();
        m_shell->signIn();
        QTest::keyClick(&*m_shell->window, Qt::Key_2, Qt::ControlModifier);
        QTest::keyClicks(m_shell->find("two-field"), "x");
        m_shell->window->close();
        m_shell.reset();
        start();
        m_shell->signIn();
        QCOMPARE(m_shell->window->workspace().currentPageId(), "two");
        QCOMPARE(m_shell->find<QLineEdit>("two-field")->text(), "x");
    }

    void aDeadServiceIsSaidAndForgotten() {
        start();
        m_shell->signIn();
        m_service->stop();
        QTRY_VERIFY(shown("serviceBar"));
        QTest::keyClicks(m_shell->find("one-field"), "kept");
        m_service->start();
        QTRY_VERIFY_WITH_TIMEOUT(!shown("serviceBar"), 15000);
        QCOMPARE(m_shell->find<QLineEdit>("one-field")->text(), "kept");
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->live.isLive(), 15000);
    }

    void tabReachesEveryControl_data() {
        QTest::addColumn<bool>("signedIn");
        QTest::newRow("sign-in page") << false;
        QTest::newRow("workspace") << true;
    }
    void tabReachesEveryControl() {
        QFETCH(bool, signedIn);
        start();
        QTRY_VERIFY(m_shell->find("demo-admin") && m_shell->find("demo-admin")->isEnabled());
        if (signedIn)
            m_shell->signIn();
        QSet<QWidget *> wanted;
        const auto widgets = m_shell->window->findChildren<QWidget *>();
        for (QWidget *widget : widgets)
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
                isControl(widget)) {
                QVERIFY2(!widget->accessibleName().isEmpty(),
                         qPrintable(widget->objectName() + " has no accessible name"));
                wanted.insert(widget);
            }
        QVERIFY(wanted.size() >= 6);
        for (int i = 0; i < 60 && !wanted.isEmpty(); ++i) {
            wanted.remove(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY2(wanted.isEmpty(),
                 wanted.isEmpty() ? "" : qPrintable((*wanted.begin())->objectName() + " is out of reach"));
    }

private:
    void start() {
        const QList<ui::PageSpec> pages{stubSpec("one", "One", staff::Permission::SmsRead),
                                        stubSpec("two", "Two", staff::Permission::LabUse),
                                        stubSpec("staff", "Staff", staff::Permission::StaffManage)};
        m_shell.emplace(*m_service, pages, m_folder->filePath("console.ini"));
        m_shell->language.use("en");
        m_shell->theme.apply(ui::Scheme::Light);
    }
    StubPage *page(const QString &id) { return dynamic_cast<StubPage *>(m_shell->find("page-" + id)); }
    bool shown(const QString &name) {
        const auto found = m_shell->window->findChildren<QWidget *>(name);
        return std::any_of(found.cbegin(), found.cend(), [](QWidget *widget) { return widget->isVisible(); });
    }
    static bool isControl(QWidget *widget) {
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        if (button && button->group() && !button->isChecked())
            return false; // the arrow keys go there, from the one Tab stops at
        return qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
               qobject_cast<QAbstractItemView *>(widget);
    }

    std::optional<ServiceStub> m_service;
    std::optional<QTemporaryDir> m_folder;
    std::optional<Shell> m_shell;
};

QTEST_MAIN(ShellTest)
#include "shell_test.moc"
