#include "app/gallery/stage.h"
#include "models/live/live_event.h"
#include "ui/shell/workspace.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace wemo::gallery {

using Kind = CannedAnswer::Kind;
using wemo::sms::DeliveryState;

/// Drives the real window by object name and keyboard over a canned service.
class SmsLogPageTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<Stage> m_stage;

    static const QString &list() {
        static const QString route = QStringLiteral("GET /api/v1/sms/messages");
        return route;
    }
    static bool isVisible(const QObject *object) {
        const auto *widget = qobject_cast<const QWidget *>(object);
        return widget && widget->isVisible();
    }
    template <typename T = QWidget>
    T *child(const char *name) {
        const auto all = m_stage->window().findChildren<T *>(QLatin1StringView(name));
        const auto shown = std::find_if(all.cbegin(), all.cend(), isVisible);
        return shown != all.cend() ? *shown : all.value(0); // each view has a bar of its own
    }
    QTableView *table() { return child<QTableView>("messageTable"); }
    QWidget *panel() { return child("messagePanel"); }
    void open(const QString &place = {}) { m_stage->openPage(QStringLiteral("sms-log"), place); }
    void openFull(const QString &place = {}) {
        open(place);
        QTRY_VERIFY(table()->isVisible() && table()->model()->rowCount() > 0);
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->window()));
        m_stage->window().activateWindow();
    }
    qsizetype timelineRows() {
        return child("receiptTimeline")->findChildren<QWidget *>(QStringLiteral("timelineRow")).size();
    }
    QString lastQuery(const char *parameter) {
        const auto &requests = m_stage->service().requests();
        for (auto request = requests.crbegin(); request != requests.crend(); ++request)
            if (request->path == u"/api/v1/sms/messages")
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
    void cleanup() { m_stage.reset(); }

    void showsTheWholeLengthAndFetchesWhereOneLooks() {
        openFull();
        QTRY_COMPARE(table()->model()->rowCount(), 203'418);
        QTRY_COMPARE(child<QLabel>("filterSummary")->text(), QStringLiteral("203,418 messages"));
        const auto before = m_stage->service().log().count(list());
        table()->verticalScrollBar()->setValue(900 * 36);
        QTRY_VERIFY(table()->model()->index(900, 0).data().isValid());
        QVERIFY(m_stage->service().log().count(list()) - before <= 2);
    }

    void keyboardFromFilterToDetailsAndBack() {
        openFull();
        QTest::keyClick(&m_stage->window(), Qt::Key_F, Qt::ControlModifier);
        auto *field = child<QLineEdit>("numberFilter");
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Down);
        QTRY_VERIFY(table()->hasFocus());
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(panel()->isVisible());
        QTRY_VERIFY(child("timelineRow"));
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape);
        QTRY_VERIFY(!panel()->isVisible());
        QTRY_VERIFY(table()->hasFocus());
    }

    void theNumberIsSentAsItWasTyped() {
        openFull();
        auto *field = child<QLineEdit>("numberFilter");
        QTest::keyClicks(field, QStringLiteral("+886 912-345 657"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(lastQuery("number"), QStringLiteral("+886 912-345 657"));
        QTRY_VERIFY(table()->isVisible() || child("listState")->isVisible());
        QTRY_VERIFY(child("filterClear")->isVisible());
        QTest::mouseClick(child("filterClear"), Qt::LeftButton);
        QTRY_COMPARE(lastQuery("number"), QString());
        QCOMPARE(field->text(), QString());
    }

    void severalStatesAtOnce() {
        openFull();
        auto *menu = child<QMenu>("stateMenu");
        for (const char *state : {"state.undelivered", "state.failed"})
            for (QAction *action : menu->actions())
                if (action->objectName() == QLatin1StringView(state))
                    action->trigger();
        QTRY_COMPARE(lastQuery("state"), QStringLiteral("undelivered,failed"));
        QCOMPARE(child<QToolButton>("stateChip")->text(), QStringLiteral("State: Undelivered, Failed"));
        QTRY_VERIFY(table()->model()->rowCount() > 0 && table()->model()->rowCount() < 1'000);
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape); // backs out of the filter
        QTRY_COMPARE(lastQuery("state"), QString());
    }

    void presetsCountFromNow() {
        openFull(QStringLiteral("range=1h"));
        QCOMPARE(lastQuery("from"), toIso(m_stage->service().now() - std::chrono::hours(1)));
        m_stage->service().setNow(m_stage->service().now() + std::chrono::minutes(30));
        QTest::keyClick(&m_stage->window(), Qt::Key_F5);
        QTRY_COMPARE(lastQuery("from"), toIso(m_stage->service().now() - std::chrono::hours(1)));
    }

    void aStateChangesBeforeOnesEyesInListAndDetails() {
        wemo::sms::Message message = m_stage->service().messages().first();
        QVERIFY(message.state == DeliveryState::Submitting);
        openFull(QStringLiteral("message=") + idToString(message.id));
        QTRY_VERIFY(panel()->isVisible());
        QTRY_COMPARE(timelineRows(), 2);
        message.state = DeliveryState::Delivered;
        message.rawCode = QStringLiteral("100");
        message.version = 9;
        message.acceptedAt = message.sentAt = message.createdAt + std::chrono::seconds(1);
        message.finalAt = message.createdAt + std::chrono::seconds(3);
        m_stage->service().messages().first() = message;
        m_stage->network().push(wemo::live::smsMessageChanged, toJson(message));
        QTRY_COMPARE(table()->model()->index(0, 2).data().toString(), QStringLiteral("Delivered"));
        QTRY_COMPARE(timelineRows(), 5);
        QVERIFY(child<QLabel>("whySentence")->text().contains(u"confirmed"));
    }

    void newMessagesWaitWhileOneReadsFurtherDown() {
        openFull();
        table()->verticalScrollBar()->setValue(800);
        wemo::sms::Message message = m_stage->service().messages().first();
        message.id += 1'000;
        message.createdAt += std::chrono::seconds(1);
        m_stage->service().messages().prepend(message);
        m_stage->network().push(wemo::live::smsMessageChanged, toJson(message));
        auto *button = child<QPushButton>("newMessages");
        QTRY_VERIFY(button->isVisible());
        QCOMPARE(button->text(), QStringLiteral("1 new message – show"));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!button->isVisible());
        QTRY_COMPARE(table()->model()->index(0, 7).data().toString(), idToString(message.id));
        QCOMPARE(table()->verticalScrollBar()->value(), 0);
    }

    void revealShowsTheNumberToThoseWhoMay() {
        m_stage->openPage(QStringLiteral("sms-log"), {}); // QA may not
        QTRY_VERIFY(table()->isVisible());
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(panel()->isVisible());
        QCOMPARE(child("reveal")->isVisible(), staff::allows(staff::Role::Qa, staff::Permission::SmsReveal));

        m_stage = std::make_unique<Stage>(*m_theme, *m_language);
        m_stage->open(staff::Role::CustomerService);
        QTRY_VERIFY(table() && table()->isVisible());
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(child("reveal")->isVisible());
        QTest::mouseClick(child("reveal"), Qt::LeftButton);
        QTRY_COMPARE(child<QLabel>("number")->text(), QStringLiteral("+886912345678"));
        QVERIFY(!child("reveal")->isVisible());
        QTest::keyClick(table(), Qt::Key_Down); // another message: masked again
        QTRY_VERIFY(child<QLabel>("number")->text().contains(u'•'));
    }

    void anErrorSaysWhatAndRetryMendsIt() {
        m_stage->service().fail(list(), CannedService::problem(503, QStringLiteral("unavailable"),
                                                               QStringLiteral("storage-unavailable"),
                                                               QStringLiteral("The database cannot be reached.")));
        open();
        QTRY_VERIFY(child("listState")->isVisible());
        QTRY_COMPARE(child<QPushButton>("emptyAction")->text(), QStringLiteral("Retry"));
        bool requestIdShown = false;
        for (const auto *button : m_stage->window().findChildren<QPushButton *>(QStringLiteral("messageRequestId")))
            requestIdShown = requestIdShown || (button->isVisible() && button->text() == u"req-7f3a91c2d840");
        QVERIFY(requestIdShown);
        m_stage->service().mend();
        QTest::mouseClick(child("emptyAction"), Qt::LeftButton);
        QTRY_VERIFY(table()->isVisible());
    }

    void aWrongNumberIsSaidBesideTheField() {
        m_stage->service().fail(
            list(),
            CannedService::wrongField(QStringLiteral("number"), QStringLiteral("not-a-number"), QStringLiteral("No.")));
        open(QStringLiteral("number=12"));
        QTRY_VERIFY(child("numberError")->isVisible());
        QCOMPARE(child<QLineEdit>("numberFilter")->text(), QStringLiteral("12"));
        m_stage->service().mend();
        QTest::mouseClick(child("emptyAction"), Qt::LeftButton);
        QTRY_VERIFY(table()->isVisible());
        QVERIFY(!child("numberError")->isVisible());
    }

    void emptyOffersTheLabAndNoMatchOffersToClear() {
        open(QStringLiteral("state=created&range=1h"));
        QTRY_VERIFY(child("listState")->isVisible());
        QTest::mouseClick(child("emptyAction"), Qt::LeftButton);
        QTRY_VERIFY(table()->isVisible());
        m_stage->service().messages().clear();
        QTest::keyClick(&m_stage->window(), Qt::Key_F5);
        QTRY_VERIFY(child("listState")->isVisible());
        QTest::mouseClick(child("emptyAction"), Qt::LeftButton);
        QTRY_VERIFY(child("virtualPhone") && child("virtualPhone")->isVisible());
    }

    void offlineKeepsTheRowsAndCatchesUp() {
        openFull();
        m_stage->service().fail(QStringLiteral("GET /*"), {Kind::Unreachable});
        QTest::keyClick(&m_stage->window(), Qt::Key_F5);
        QTRY_COMPARE(m_stage->client().state(), ui::ConnectionState::Offline);
        QVERIFY(table()->isVisible());
        QVERIFY(table()->model()->index(3, 0).data().isValid());
        m_stage->service().mend();
        const auto before = m_stage->service().log().count(list());
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->client().state(), ui::ConnectionState::Connected, 10'000);
        QTRY_VERIFY(m_stage->service().log().count(list()) > before);
    }

    void thePaletteOpensAPhoneNumberOrAMessage() {
        openFull();
        const auto search = [this](const QString &typed) {
            QTest::keyClick(&m_stage->window(), Qt::Key_K, Qt::ControlModifier);
            QTest::keyClicks(child("paletteField"), typed);
            QTest::keyClick(child("paletteField"), Qt::Key_Return);
        };
        const QString id = idToString(m_stage->service().messages().at(3).id);
        search(QStringLiteral("+886 912-345 657"));
        QCOMPARE(child<QLineEdit>("numberFilter")->text(), QStringLiteral("+886912345657"));
        QTRY_COMPARE(lastQuery("number"), QStringLiteral("+886912345657"));
        QVERIFY(!panel()->isVisible());

        search(id);
        QTRY_VERIFY(panel()->isVisible());
        QTRY_VERIFY(child("timelineRow"));
        QVERIFY(m_stage->service().log().contains("GET /api/v1/sms/messages/" + id));
        QTRY_COMPARE(lastQuery("number"), QString());

        QTest::keyClick(&m_stage->window(), Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(!panel()->isVisible());
        QTRY_COMPARE(lastQuery("number"), QStringLiteral("+886912345657"));
        QTest::keyClick(&m_stage->window(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(child<QLineEdit>("numberFilter")->text(), QString());
        QTRY_COMPARE(lastQuery("number"), QString());
    }

    void signingInPutsTheKeyboardIntoThePage() {
        const auto signIn = [this] {
            QTRY_VERIFY(child("demo-qa") && child("demo-qa")->isEnabled());
            QTest::mouseClick(child("demo-qa"), Qt::LeftButton);
            QTRY_VERIFY(m_stage->client().session());
        };
        m_stage->open();
        signIn();
        QTRY_VERIFY(child("authLabPage")->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));

        m_stage->window().workspace().open(QStringLiteral("sms-log"));
        QTRY_VERIFY(table()->isVisible());
        m_stage->client().endSession({});
        signIn();
        QTRY_COMPARE(m_stage->window().focusWidget(), table()); // asked of the window: it need not be active
    }

    void thePlaceBringsBackFilterAndMessage() {
        const QString id = idToString(m_stage->service().messages().at(4).id);
        openFull(QStringLiteral("state=undelivered&range=7d&message=") + id);
        QTRY_VERIFY(panel()->isVisible());
        auto *page = m_stage->window().workspace().currentPage();
        const QUrlQuery place(page->place());
        QCOMPARE(place.queryItemValue(QStringLiteral("state")), QStringLiteral("undelivered"));
        QCOMPARE(place.queryItemValue(QStringLiteral("range")), QStringLiteral("7d"));
        QCOMPARE(place.queryItemValue(QStringLiteral("message")), id);
        QVERIFY(!place.hasQueryItem(QStringLiteral("from"))); // a preset is remembered as one
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::SmsLogPageTest)
#include "sms_log_page_test.moc"
