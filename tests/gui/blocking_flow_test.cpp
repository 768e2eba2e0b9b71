#include "tests/gui/console.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

namespace wemo::tests {

/// Blocking over the real service and its Redis: customer service finds why a number gets no code, and lifts the block,
/// by keyboard and in Chinese.
class BlockingFlowTest final : public QObject {
    Q_OBJECT

    Stand m_stand;

    static void key(Console &console, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &console.window(), key, modifiers);
    }
    static QString text(Console &console, const char *label) {
        return console.shows(label) ? console.child<QLabel>(label)->text() : QString();
    }
    /// As the riders' app asks for a code, from a device of its own; the HTTP status.
    static int askForCode(Console &console, const QString &number, int device) {
        ui::RequestOptions options;
        options.withSession = false;
        const QByteArray key = "blocking-flow-" + number.toLatin1() + '-' + QByteArray::number(device);
        options.headers.append(qMakePair(QByteArray("Idempotency-Key"), key));
        const QJsonObject body{
            {"channel", "sms"},
            {"phone", number},
            {"device_id", QStringLiteral("00000000-0000-4000-8000-%1").arg(device, 12, 10, QLatin1Char('0'))}};
        auto asked = console.client().send("POST", QStringLiteral("/auth/v1/challenges"), {}, body, options);
        if (!QTest::qWaitFor([&asked] { return asked.isFinished(); }, 10'000))
            return 0;
        return asked.result() ? 201 : asked.result().error().status;
    }
    /// Until it is refused, each time from another device; how often it was let through.
    static int askUntilRefused(Console &console, const QString &number) {
        constexpr int most = 20;
        for (int asked = 0; asked < most; ++asked)
            if (const int status = askForCode(console, number, asked); status != 201)
                return status == 429 ? asked : -status;
        return most;
    }

private Q_SLOTS:
    void initTestCase() { m_stand.start(100); }
    void init() { m_stand.language().use(QStringLiteral("zh_TW")); }
    void cleanupTestCase() { m_stand.stop(); }

    void customerServiceFindsWhyANumberIsBlockedAndLiftsIt() {
        const auto cs = m_stand.console("cs");
        signIn(*cs, "demo-cs");
        const QString number = QStringLiteral("0987654321");
        QCOMPARE(askUntilRefused(*cs, number), 4); // one requester gets less than the number

        cs->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&cs->window()));
        key(*cs, Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(cs->shows("paletteField"));
        QTest::keyClicks(cs->child("paletteField"), number);
        auto *found = cs->child<QListView>("paletteList");
        const auto hit = [found] {
            for (int row = 0; row < found->model()->rowCount(); ++row)
                if (found->model()->index(row, 0).data().toString().contains(u"為什麼被阻擋"))
                    return row;
            return -1;
        };
        QTRY_VERIFY(hit() >= 0);
        for (int row = 0; row < hit(); ++row)
            key(*cs, Qt::Key_Down);
        key(*cs, Qt::Key_Return);

        QTRY_COMPARE_WITH_TIMEOUT(text(*cs, "trialAnswer"), QStringLiteral("對象本身會放行，但有 1 個請求者被阻擋。"),
                                  10'000);
        QTRY_VERIFY_WITH_TIMEOUT(cs->shows("timelineRow"), 10'000);

        key(*cs, Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(cs->shows("actionPanel"));
        key(*cs, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(text(*cs, "trialAnswer"), QStringLiteral("現在會放行。"), 10'000);
        QVERIFY(cs->shows("toastUndo"));
        QCOMPARE(askForCode(*cs, number, 99), 201);
    }

    void theBlockListFindsItByTheWholeNumberAndExtendsIt() {
        const auto admin = m_stand.console("admin");
        signIn(*admin, "demo-admin");
        const QString number = QStringLiteral("0987000111");
        QCOMPARE(askUntilRefused(*admin, number), 4);
        admin->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&admin->window()));
        openPage(*admin, "block-list");
        auto *table = admin->child<QTableView>("blockTable");
        QTRY_VERIFY_WITH_TIMEOUT(table->isVisible() && table->model()->rowCount() > 0, 10'000);
        auto *field = admin->child<QLineEdit>("blockValue");
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("0987-000-111"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10'000);
        QVERIFY(table->model()->index(0, 0).data().toString().contains(u"0987•••111"));
        auto *extend = admin->window().findChild<QAction *>(QStringLiteral("block-extend"));
        table->setFocus();
        table->selectRow(0);
        QTRY_VERIFY(extend->isEnabled());
        QTest::keyClick(table, Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(admin->shows("action.reason"), 10'000);
        auto *reason = admin->child<QComboBox>("action.reason");
        QTest::keyClicks(reason, QStringLiteral("abuse"));
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(admin->shows("toastUndo"), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->index(0, 3).data().toString().contains(u"小時"), 10'000);
        press(*admin, "toastUndo");
        QTRY_VERIFY_WITH_TIMEOUT(!table->model()->index(0, 3).data().toString().contains(u"小時"), 10'000);
    }
};

} // namespace wemo::tests

QTEST_MAIN(wemo::tests::BlockingFlowTest)
#include "blocking_flow_test.moc"
