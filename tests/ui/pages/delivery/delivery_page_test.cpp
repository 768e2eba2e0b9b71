#include "app/gallery/stage.h"
#include "ui/pages/delivery/breakdown_model.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace wemo::gallery {

/// Drives the real window by object name and keyboard over a canned service.
class DeliveryPageTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<Stage> m_stage;

    template <typename T = QWidget>
    T *child(const char *name) {
        return m_stage->window().findChild<T *>(QLatin1StringView(name));
    }
    CannedDelivery &delivery() { return m_stage->service().delivery(); }
    QTableView *table() { return child<QTableView>("breakdownTable"); }
    bool shows(const char *name) {
        const auto *widget = child(name);
        return widget && widget->isVisible();
    }
    void open(const QString &place = {}, staff::Role role = staff::Role::CustomerService) {
        m_stage->openPage(QStringLiteral("sms-delivery"), place, role);
        QTRY_VERIFY(table() && table()->isVisible() && table()->model()->rowCount() > 0);
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->window()));
        m_stage->window().activateWindow();
    }
    void refresh() { m_stage->trigger(QStringLiteral("refresh")); }
    QString asked(const char *parameter) {
        const auto &requests = m_stage->service().requests();
        for (auto request = requests.crbegin(); request != requests.crend(); ++request)
            if (request->path.endsWith(u"/statistics"))
                return request->query.queryItemValue(QLatin1StringView(parameter), QUrl::FullyDecoded);
        return {};
    }

private Q_SLOTS:
    void initTestCase() {
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_theme->apply(ui::Scheme::Light);
        m_language = std::make_unique<ui::Language>();
        m_language->use(QStringLiteral("en"));
    }
    void init() { m_stage = std::make_unique<Stage>(*m_theme, *m_language); }
    void cleanup() {
        m_language->use(QStringLiteral("en"));
        m_stage.reset();
    }

    void figuresAndTableSayWhatTheServiceSays() {
        open();
        QVERIFY(child<QLabel>("factRate")->text().endsWith('%'));
        QCOMPARE(table()->model()->index(0, 0).data().toString(), "EVERY8D");
        QCOMPARE(table()->model()->index(0, 1).data().toString(), "168,240");
        QCOMPARE(table()->model()->index(2, 0).data().toString(), "No gateway yet");
        QVERIFY(child("deliveryFunnel")->accessibleDescription().contains("Taken by a gateway"));
        QVERIFY(child("chartRate")->accessibleDescription().contains("Delivered"));
    }

    void timeAndBreakdownAreChosenByKeyboardAndRemembered() {
        open();
        auto *month = child<QToolButton>("days.30");
        month->setFocus();
        QTest::keyClick(month, Qt::Key_Space);
        QTRY_COMPARE(asked("by"), "gateway");
        auto *prefix = child<QToolButton>("by.prefix");
        prefix->setFocus();
        QTest::keyClick(prefix, Qt::Key_Space);
        QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), "0912");
        auto *page = child<ui::Page>("deliveryPage");
        QCOMPARE(page->place(), "days=30&by=prefix");
        page->openPlace("days=7&by=template");
        QTRY_COMPARE(table()->model()->index(0, 0).data().toString(), "otp.sign_in");
        QVERIFY(child<QToolButton>("days.7")->isChecked());
    }

    void enterOnAGatewayOpensItsMessages() {
        open();
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(1, 0));
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(shows("smsLogPage"));
    }

    void aStoppedPrefixGoesOnWithAReasonAndIsTakenBack() {
        open();
        QVERIFY(shows("breakerLine"));
        QTest::keyClick(child("breakerLift"), Qt::Key_Space);
        auto *reason = child<QLineEdit>("liftReason");
        QTRY_VERIFY(reason->hasFocus());
        QVERIFY(!child("liftConfirm")->isEnabled());
        QTest::keyClicks(reason, "  ");
        QVERIFY(!child("liftConfirm")->isEnabled());
        QTest::keyClicks(reason, "our own test");
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_VERIFY(delivery().breakers.isEmpty());
        QTRY_VERIFY(!shows("breakerLine"));
        QVERIFY(!reason->isVisible());
        QTRY_VERIFY(shows("toastUndo"));
        QTest::keyClick(child("toastUndo"), Qt::Key_Space);
        QTRY_COMPARE(delivery().breakers.size(), 1);
        refresh();
        QTRY_VERIFY(shows("breakerLine"));
    }

    void aRefusalKeepsTheReasonAndEscClosesTheQuestion() {
        open();
        m_stage->service().fail("POST /api/v1/sms/breakers*",
                                CannedService::problem(503, "unavailable", "store-unavailable", "The store is away."));
        child<QPushButton>("breakerLift")->click();
        auto *reason = child<QLineEdit>("liftReason");
        QTest::keyClicks(reason, "looked at");
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_VERIFY(shows("liftRefused"));
        QCOMPARE(reason->text(), "looked at");
        QVERIFY(child("liftConfirm")->isEnabled());
        QVERIFY(child<ui::Page>("deliveryPage")->backOut());
        QVERIFY(!reason->isVisible());
        QVERIFY(!child<ui::Page>("deliveryPage")->backOut());
    }

    void whatWasReadStaysWhenTheServiceFails() {
        open();
        const QString rate = child<QLabel>("factRate")->text();
        m_stage->service().fail("GET /api/v1/sms/statistics",
                                CannedService::problem(503, "unavailable", "store-unavailable", "The store is away."));
        refresh();
        QTRY_VERIFY(shows("deliveryError"));
        QCOMPARE(child<QLabel>("factRate")->text(), rate);
        m_stage->service().mend();
        refresh();
        QTRY_VERIFY(!shows("deliveryError"));
    }

    void withoutBalancesTheRestIsThere() {
        m_stage->service().fail("GET /api/v1/sms/gateways",
                                CannedService::problem(503, "unavailable", "gateway-unavailable", "Away."));
        open();
        QCOMPARE(child<QLabel>("factBalance")->text(), QString::fromUtf8("–"));
        QVERIFY(!shows("deliveryError"));
    }

    void everythingIsThereInChinese() {
        open();
        m_language->use(QStringLiteral("zh_TW"));
        QTRY_VERIFY(child<QToolButton>("days.7")->text().contains(QString::fromUtf8("天")));
        QVERIFY(!child("breakerLine")->findChildren<QLabel *>().constFirst()->text().contains("Nothing"));
        QVERIFY(child("deliveryFunnel")->accessibleDescription().contains(QString::fromUtf8("送達")));
    }

    void theModelKeepsItsWord() {
        pages::delivery::BreakdownModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        wemo::delivery::StatsReport report;
        report.by = wemo::delivery::Grouping::Prefix;
        report.items = {{"0912", {}}, {"0933", {}}};
        model.setReport(report);
        QCOMPARE(model.rowCount(), 2);
        report.items.removeLast();
        model.setReport(report);
        QCOMPARE(model.rowCount(), 1);
        model.retranslate();
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::DeliveryPageTest)
#include "delivery_page_test.moc"
