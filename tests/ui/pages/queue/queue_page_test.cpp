#include "app/gallery/stage.h"
#include "ui/pages/queue/job_list.h"
#include "ui/pages/queue/queue_watch.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace wemo::gallery {

using Kind = CannedAnswer::Kind;
using wemo::queue::JobRow;
using wemo::queue::JobState;

/// Drives the real window by object name and keyboard over canned queues: looking.
class QueuePageTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<Stage> m_stage;

    template <typename T = QWidget>
    T *child(const char *name) {
        return m_stage->window().findChild<T *>(QLatin1StringView(name));
    }
    CannedQueue &queue() { return m_stage->service().queue(); }
    QTableView *table() { return child<QTableView>("jobTable"); }
    bool shows(const char *name) {
        const auto *widget = child(name);
        return widget && widget->isVisible();
    }
    void open(const QString &place) {
        m_stage->openPage(QStringLiteral("queue"), place, staff::Role::Admin);
        QTRY_VERIFY(table()->isVisible() && table()->model()->rowCount() > 0);
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->window()));
        m_stage->window().activateWindow();
        table()->setFocus();
    }
    qsizetype count(const char *route) { return m_stage->service().log().count(QLatin1StringView(route)); }
    QString lastQuery(const char *parameter) {
        const auto &requests = m_stage->service().requests();
        for (auto request = requests.crbegin(); request != requests.crend(); ++request)
            if (request->path.endsWith(u"/jobs"))
                return request->query.queryItemValue(QLatin1StringView(parameter), QUrl::FullyDecoded);
        return {};
    }
    void failQueues(const CannedAnswer &answer) {
        m_stage->service().fail(QStringLiteral("GET /api/v1/queues*"), answer);
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

    void figuresFollowTheQueueAndPollingStopsWhenHidden() {
        open("queue=sms-otp&state=failed");
        QCOMPARE(child("state-failed")->accessibleName(), QStringLiteral("Failed 37"));
        queue().queue(QStringLiteral("sms-otp")).counts.failed = 38;
        QTRY_COMPARE(child("state-failed")->accessibleName(), QStringLiteral("Failed 38"));

        const auto *watch = m_stage->window().findChild<pages::queue::QueueWatch *>();
        QVERIFY(watch->isRunning());
        m_stage->window().workspace().open(QStringLiteral("sms-log"));
        QVERIFY(!watch->isRunning());
        const qsizetype before = count("GET /api/v1/queues");
        m_stage->window().workspace().open(QStringLiteral("queue"));
        QVERIFY(watch->isRunning());
        QTRY_VERIFY(count("GET /api/v1/queues") > before);
    }

    void theListFollowsWhileNobodyCollectsRows() {
        open("queue=sms-otp&state=failed");
        auto &failed = queue().jobs(QStringLiteral("sms-otp"), JobState::Failed);
        auto *list = child<pages::queue::JobList>("jobList");
        failed.removeFirst();
        list->refreshQuietly();
        QTRY_COMPARE(table()->model()->rowCount(), 36);
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        failed.removeLast();
        const qsizetype before = count("GET /api/v1/queues/sms-otp/jobs");
        list->refreshQuietly();
        QCOMPARE(count("GET /api/v1/queues/sms-otp/jobs"), before);
        QTest::keyClick(&m_stage->window(), Qt::Key_F5);
        QTRY_COMPARE(table()->model()->rowCount(), 35);
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 2); // outlives the refresh
    }

    void keyboardFromSearchToDetailsAndBack() {
        open("queue=sms-otp&state=failed");
        QTest::keyClick(&m_stage->window(), Qt::Key_F, Qt::ControlModifier);
        auto *field = child<QLineEdit>("jobSearch");
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("no-credit"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(table()->isVisible() && table()->model()->rowCount() < 37);
        QCOMPARE(lastQuery("search"), QStringLiteral("no-credit"));
        QTest::keyClick(field, Qt::Key_Down);
        QTRY_VERIFY(table()->hasFocus());
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(shows("jobPanel") && shows("timelineRow"));
        QVERIFY(child<QLabel>("jobReason")->text().contains(u"no-credit"));
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape);
        QTRY_VERIFY(!shows("jobPanel"));
        QTRY_VERIFY(table()->hasFocus());
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape);
        QTRY_COMPARE(field->text(), QString());
        QTRY_COMPARE(table()->model()->rowCount(), 37);
    }

    void theDetailsFollowTheArrows() {
        const QString second = queue().jobs(QStringLiteral("sms-otp"), JobState::Failed).at(1).id;
        open("queue=sms-otp&state=failed");
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(shows("jobPanel"));
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_COMPARE(child<QLabel>("value-id")->text(), second);
        QVERIFY(m_stage->window().workspace().currentPage()->place().contains(second));
    }

    void aLongSearchSaysHowFarItIsAndGoesOn() {
        m_stage->openPage(QStringLiteral("queue"),
                          QStringLiteral("queue=sms-marketing&state=delayed&search=0912345678"), staff::Role::Admin);
        QTRY_VERIFY(shows("jobListState"));
        auto *action = child("jobListState")->findChild<QPushButton *>(QStringLiteral("emptyAction"));
        QTRY_COMPARE(action->text(), QStringLiteral("Search on"));
        m_stage->waitForText(QStringLiteral("20,000 of 1,000,000"));
        QTest::mouseClick(action, Qt::LeftButton);
        QTRY_COMPARE(lastQuery("cursor"), QStringLiteral("c20000"));
        m_stage->waitForText(QStringLiteral("40,000 of 1,000,000"));
        QVERIFY2(!m_stage->failed(), qPrintable(m_stage->failure()));
    }

    void theMessageOfAJobOpensInTheLog() {
        const JobRow job = queue().jobs(QStringLiteral("sms-otp"), JobState::Failed).at(0);
        open("queue=sms-otp&state=failed&job=" + job.id);
        QTRY_VERIFY(shows("openMessage"));
        QTest::mouseClick(child("openMessage"), Qt::LeftButton);
        QTRY_VERIFY(shows("messagePanel"));
        QVERIFY(m_stage->service().log().contains("GET /api/v1/sms/messages/" + job.messageId));
        QTest::keyClick(&m_stage->window(), Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(shows("jobPanel"));
    }

    void errorsStaleAndOfflineAreSaid() {
        open("queue=sms-otp&state=failed");
        failQueues(CannedService::problem(503, QStringLiteral("unavailable"), QStringLiteral("redis-unavailable"),
                                          QStringLiteral("Down.")));
        QTRY_VERIFY(shows("queueError"));
        QVERIFY(table()->isVisible());
        QCOMPARE(table()->model()->rowCount(), 37);
        m_stage->service().mend();
        QTRY_VERIFY(!shows("queueError"));
        m_stage->service().fail(QStringLiteral("GET /*"), {Kind::Unreachable});
        QTRY_COMPARE(m_stage->client().state(), ui::ConnectionState::Offline);
        QTRY_VERIFY(!shows("queueError")); // the shell says it
        QVERIFY(table()->isVisible());
    }

    void aFirstReadThatFailsOffersToRetry() {
        failQueues(CannedService::problem(503, QStringLiteral("unavailable"), QStringLiteral("redis-unavailable"),
                                          QStringLiteral("Down.")));
        m_stage->openPage(QStringLiteral("queue"));
        QTRY_VERIFY(shows("queueState"));
        m_stage->service().mend();
        QTest::mouseClick(child("queueState")->findChild<QPushButton *>(QStringLiteral("emptyAction")), Qt::LeftButton);
        QTRY_VERIFY(table()->isVisible());
    }

    void theCheckShowsFaultsAndOpensTheirJobs() {
        const QString id = queue().jobs(QStringLiteral("sms-otp"), JobState::Active).at(0).id;
        queue().faults = {{QStringLiteral("The job is in two places."), id}};
        open("queue=sms-otp&state=active");
        child<QAction>("queue-check")->trigger();
        QTRY_VERIFY(shows("faultList"));
        auto *list = child<QListWidget>("faultList");
        QCOMPARE(list->count(), 1);
        Q_EMIT list->itemActivated(list->item(0));
        QTRY_VERIFY(shows("jobPanel"));
        QTRY_COMPARE(child<QLabel>("value-id")->text(), id);
    }

    void thePaletteFindsThePageAndItsLanes() {
        open("queue=sms-otp&state=failed");
        const auto search = [this](const QString &typed) {
            QTest::keyClick(&m_stage->window(), Qt::Key_K, Qt::ControlModifier);
            QTest::keyClicks(child("paletteField"), typed);
            QTest::keyClick(child("paletteField"), Qt::Key_Return);
        };
        m_stage->window().workspace().open(QStringLiteral("sms-log"));
        search(QStringLiteral("queue"));
        QTRY_VERIFY(table()->isVisible());
        search(QStringLiteral("sms-mark"));
        QTRY_VERIFY(m_stage->window().workspace().currentPage()->place().contains(u"sms-marketing"));
        m_language->use(QStringLiteral("zh_TW"));
        m_stage->window().workspace().open(QStringLiteral("sms-log"));
        search(QStringLiteral("queue"));
        QTRY_VERIFY(child("queuePage")->isVisible());
        m_language->use(QStringLiteral("en"));
    }

    /// Its first request went out before there was a service, and the next only with the list's third second.
    void theJobOfAPlaceIsReadOnceConnected() {
        const QString id = m_stage->service().queue().jobs(QStringLiteral("sms-otp"), JobState::Failed).at(0).id;
        open(QStringLiteral("queue=sms-otp&state=failed&job=") + id);
        QVERIFY(count(qUtf8Printable(QStringLiteral("GET /api/v1/queues/sms-otp/jobs/") + id)) >= 1);
        QTRY_VERIFY(m_stage->find(QStringLiteral("timelineRow")));
    }

    void thePlaceBringsBackQueueStateAndSearch() {
        open("queue=sms-otp&state=failed&search=gateway");
        QCOMPARE(child<QLineEdit>("jobSearch")->text(), QStringLiteral("gateway"));
        QTest::mouseClick(child("state-completed"), Qt::LeftButton);
        QTRY_COMPARE(lastQuery("state"), QStringLiteral("completed"));
        QTest::keyClick(&m_stage->window(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(lastQuery("state"), QStringLiteral("failed"));
        const QUrlQuery place(m_stage->window().workspace().currentPage()->place());
        QCOMPARE(place.queryItemValue(QStringLiteral("state")), QStringLiteral("failed"));
        QCOMPARE(place.queryItemValue(QStringLiteral("search")), QStringLiteral("gateway"));
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::QueuePageTest)
#include "queue_page_test.moc"
