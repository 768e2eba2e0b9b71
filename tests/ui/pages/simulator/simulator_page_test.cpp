#include "app/gallery/stage.h"
#include "ui/pages/simulator/stack_table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

namespace wemo::gallery {

using Kind = CannedAnswer::Kind;

/// Drives the real window by object name and keyboard over canned prices.
class SimulatorPageTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<Stage> m_stage;
    const QString m_commute = QStringLiteral("product=per_minute&tier=adult&start=2026/11/21 22:30&minutes=30&km=8");

    template <typename T = QWidget>
    T *child(const char *name) {
        return m_stage->window().findChild<T *>(QLatin1StringView(name));
    }
    bool shows(const char *name) {
        const auto *widget = child(name);
        return widget && widget->isVisible();
    }
    QString text(const char *label) { return child<QLabel>(label)->text(); }
    QLineEdit *line(const char *name) { return child<QLineEdit>(name); }
    QAbstractItemModel *stack() { return child<QTableView>("stackTable")->model(); }
    QString due() { return stack()->index(stack()->rowCount() - 1, 1).data().toString(); }
    qsizetype asked() { return m_stage->service().log().count(QStringLiteral("POST /api/v1/quotes")); }
    void open(const QString &place) {
        m_stage->openPage(QStringLiteral("fare-simulator"), place, staff::Role::CustomerService);
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->window()));
        m_stage->window().activateWindow();
    }
    void openReady(const QString &place) {
        open(place);
        QTRY_VERIFY(shows("stackTable"));
    }
    void replace(const char *name, const QString &typed) {
        line(name)->setFocus();
        line(name)->selectAll();
        QTest::keyClicks(line(name), typed);
    }
    void trigger(const char *action) { m_stage->window().findChild<QAction *>(QLatin1StringView(action))->trigger(); }
    QString place() { return m_stage->window().workspace().currentPage()->place(); }

private Q_SLOTS:
    void initTestCase() {
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_theme->apply(ui::Scheme::Light);
        m_language = std::make_unique<ui::Language>();
        m_language->use(QStringLiteral("en"));
    }
    void init() { m_stage = std::make_unique<Stage>(*m_theme, *m_language); }
    void cleanup() {
        QVERIFY2(!m_stage->failed(), qPrintable(m_stage->failure()));
        m_stage.reset();
    }

    void theFirstFareNeedsNoTyping() {
        openReady({});
        QCOMPARE(child<QComboBox>("rideModel")->currentData().toString(), QStringLiteral("candy"));
        QVERIFY(text("fareSentence").contains(QStringLiteral("NT$")));
    }

    void theFareFollowsTheTyping() {
        openReady(m_commute);
        QCOMPARE(due(), QStringLiteral("NT$75"));
        replace("rideMinutes", QStringLiteral("10"));
        QTRY_COMPARE(due(), QStringLiteral("NT$25"));
        QVERIFY(text("fareSentence").contains(QStringLiteral("NT$25")));
        replace("rideMinutes", QStringLiteral("6:01"));
        QTRY_COMPARE(due(), QStringLiteral("NT$18"));
        replace("rideEnd", QStringLiteral("2026/11/21 22:36"));
        QTRY_COMPARE(due(), QStringLiteral("NT$15"));
        QVERIFY(line("rideMinutes")->text().isEmpty());
    }

    void enterCalculatesAndRemembers() {
        openReady(m_commute);
        replace("rideKm", QStringLiteral("9"));
        const qsizetype before = asked();
        QTest::keyClick(line("rideKm"), Qt::Key_Return);
        QTRY_VERIFY(asked() > before);
        auto *menu = child<QToolButton>("recentRides")->menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 1);
        QVERIFY(menu->actions().constFirst()->text().contains(QStringLiteral("9 km")));
    }

    void theReadingLanguageIsItsOwn() {
        openReady(m_commute);
        QVERIFY(text("fareSentence").contains(QString::fromUtf8("應付")));
        QTest::mouseClick(child("readEnglish"), Qt::LeftButton);
        QVERIFY(text("fareSentence").startsWith(QStringLiteral("This ride of 30 min")));
        QCOMPARE(child<QPushButton>("firstOrigin")->text(),
                 QStringLiteral("Priced by Standard, 25 and over, config version 1"));
        QTest::keyClick(line("rideKm"), Qt::Key_C, Qt::ControlModifier); // nothing is selected there
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.contains(QStringLiteral("This ride of 30 min")));
        QVERIFY(copied.contains(QStringLiteral("To pay: NT$75")));
    }

    void ctrlCWithASelectionIsTheFields() {
        openReady(m_commute);
        line("rideKm")->setFocus();
        line("rideKm")->selectAll();
        QTest::keyClick(line("rideKm"), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("8"));
    }

    void twoInstantsStandSideBySide() {
        openReady(QStringLiteral("product=per_minute&model=fly&tier=adult&pickup=taoyuan&return=taipei&"
                                 "start=2026/06/21 22:30&minutes=30&km=8&other=2026/11/21 22:30"));
        QTRY_COMPARE(stack()->columnCount(), 4);
        QVERIFY(stack()->index(1, 0).data(pages::simulator::StackModel::differentRole).toBool());
        QVERIFY(shows("secondOrigin"));
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape);
        QTRY_COMPARE(stack()->columnCount(), 3);
        QVERIFY(!shows("secondOrigin"));
    }

    void beforeAndAfterTheNextChangeIsOneKey() {
        openReady(QStringLiteral("product=per_minute&model=candy&tier=adult&pickup=taoyuan&return=taipei&"
                                 "start=2026/11/21 23:30&minutes=30&km=8"));
        trigger("compareChange");
        QTRY_COMPARE(stack()->columnCount(), 4);
        QVERIFY(line("rideStart")->text().endsWith(QStringLiteral("23:59")));
        QVERIFY(line("otherStart")->text().endsWith(QStringLiteral("00:00")));
        QVERIFY(child<QPushButton>("secondOrigin")->text().contains(QStringLiteral("config version 4")));
    }

    void whoPricedItOpensTheTimeline() {
        openReady(m_commute);
        QString opened;
        connect(m_stage->window().workspace().currentPage(), &ui::Page::openRequested, this,
                [&opened](const QString &page, const QString &place) { opened = page + u'?' + place; });
        child<QPushButton>("firstOrigin")->click();
        QCOMPARE(opened, QStringLiteral("pricing-timeline?plan=1000&interval=20000"));
    }

    void noPriceIsAState() {
        open(QStringLiteral("product=per_minute&tier=adult&start=2018/01/01 08:00&minutes=20&km=5"));
        QTRY_VERIFY(shows("fareState"));
        QCOMPARE(child("fareState")->accessibleName(), QStringLiteral("No price in force"));
        replace("rideStart", QStringLiteral("2026/11/21 08:00"));
        QTRY_VERIFY(shows("stackTable"));
    }

    void mistakesAreToldAtTheirFieldsAndTheServiceIsNotAsked() {
        openReady(m_commute);
        const qsizetype before = asked();
        replace("rideStart", QStringLiteral("2026/02/31 08:00"));
        replace("rideMinutes", QStringLiteral("-4"));
        replace("rideKm", QStringLiteral("NaN"));
        QTest::keyClick(line("rideKm"), Qt::Key_Return);
        QCOMPARE(text("startError"), QStringLiteral("There is no such day."));
        QVERIFY(text("minutesError").contains(QStringLiteral("527,040")));
        QVERIFY(shows("kmError") && shows("fareBar"));
        QVERIFY(line("rideStart")->hasFocus());
        QCOMPARE(asked(), before);
        QCOMPARE(line("rideKm")->text(), QStringLiteral("NaN"));
        replace("rideStart", QStringLiteral("2026-11-21T08:00:00-05:00"));
        QVERIFY(text("startError").contains(QStringLiteral("another zone")));
    }

    void whatTheServiceRefusesStandsAtTheField() {
        open(QStringLiteral("product=hourly&start=2026/11/21 09:00&minutes=200&km=20&hours=5"));
        QTRY_VERIFY(shows("hoursError"));
        replace("rideHours", QStringLiteral("4"));
        QTRY_VERIFY(shows("stackTable"));
        QVERIFY(!shows("hoursError"));
    }

    void anErrorHasARetry() {
        m_stage->service().fail(QStringLiteral("POST /api/v1/quotes"),
                                CannedService::problem(503, "unavailable", "database-unavailable", "No database."));
        open(m_commute);
        QTRY_VERIFY(shows("fareState") && shows("fareBar"));
        m_stage->service().mend();
        child("fareState")->findChild<QPushButton *>(QStringLiteral("emptyAction"))->click();
        QTRY_COMPARE(due(), QStringLiteral("NT$75"));
        QVERIFY(!shows("fareBar"));
    }

    void theLastFareStaysWhileOffline() {
        openReady(m_commute);
        m_stage->service().fail(QStringLiteral("POST /*"), {Kind::Unreachable});
        m_stage->service().fail(QStringLiteral("GET /*"), {Kind::Unreachable});
        QTest::keyClick(&m_stage->window(), Qt::Key_F5);
        QTRY_VERIFY(shows("fareBar"));
        QVERIFY(shows("stackTable"));
        QCOMPARE(due(), QStringLiteral("NT$75"));
    }

    void placesAreLinksAndSteps() {
        openReady(m_commute);
        replace("rideMinutes", QStringLiteral("10"));
        QTest::keyClick(line("rideMinutes"), Qt::Key_Return);
        QTRY_COMPARE(due(), QStringLiteral("NT$25"));
        QTest::mouseClick(child("presetFar"), Qt::LeftButton);
        QTRY_COMPARE(due(), QStringLiteral("NT$225"));
        QVERIFY(place().contains(QStringLiteral("minutes=90")));
        m_stage->window().workspace().back();
        QTRY_COMPARE(due(), QStringLiteral("NT$25"));
        QCOMPARE(line("rideMinutes")->text(), QStringLiteral("10"));
        m_stage->window().workspace().forward();
        QTRY_COMPARE(due(), QStringLiteral("NT$225"));
    }

    void aStoredQuoteIsVerified_data() {
        QTest::addColumn<int>("due");
        QTest::addColumn<int>("differences");
        QTest::newRow("the same") << 75 << 0;
        QTest::newRow("another total") << 70 << 1;
    }
    void aStoredQuoteIsVerified() {
        QFETCH(int, due);
        QFETCH(int, differences);
        openReady(m_commute);
        const CannedRequest request{
            "POST", QStringLiteral("/api/v1/quotes"), {}, m_stage->service().requests().constLast().body};
        QJsonObject quote = m_stage->service().answer(request).body;
        quote.insert(QStringLiteral("due"), due);
        child<QTabWidget>("simulatorTabs")->setCurrentIndex(1);
        child<QPlainTextEdit>("storedQuote")->setPlainText(QStringLiteral("{"));
        child<QPushButton>("verify")->click();
        QVERIFY(shows("storedQuoteError"));
        child<QPlainTextEdit>("storedQuote")
            ->setPlainText(QString::fromUtf8(QJsonDocument(quote).toJson(QJsonDocument::Compact)));
        QVERIFY(!shows("storedQuoteError"));
        child<QPushButton>("verify")->click();
        QTRY_VERIFY(shows("verifyBar"));
        QCOMPARE(shows("differences"), differences > 0);
        QCOMPARE(child<QTableWidget>("differences")->rowCount(), differences);
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::SimulatorPageTest)
#include "simulator_page_test.moc"
