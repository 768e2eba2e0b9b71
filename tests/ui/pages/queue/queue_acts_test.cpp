#include "app/gallery/stage.h"

#include <QAction>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace wemo::gallery {

using wemo::queue::JobState;

/// Drives the real window by object name and keyboard over canned queues: acting.
class QueueActsTest final : public QObject {
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
    QString idAt(int row) { return table()->model()->index(row, 0).data().toString(); }
    bool shows(const char *name) {
        const auto *widget = child(name);
        return widget && widget->isVisible();
    }
    void open(const QString &place, staff::Role role = staff::Role::Admin) {
        m_stage->openPage(QStringLiteral("queue"), place, role);
        QTRY_VERIFY(table()->isVisible() && table()->model()->rowCount() > 0);
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->window()));
        m_stage->window().activateWindow();
        table()->setFocus();
    }
    void press(const char *button) {
        QTRY_VERIFY(shows(button));
        QTest::mouseClick(child(button), Qt::LeftButton);
    }
    QString verb() { return child<QPushButton>("actionConfirm")->text(); }
    qsizetype count(const char *route) { return m_stage->service().log().count(QLatin1StringView(route)); }
    const CannedRequest *last(const char *pathEnd) {
        const auto &requests = m_stage->service().requests();
        for (auto request = requests.crbegin(); request != requests.crend(); ++request)
            if (request->path.endsWith(QLatin1StringView(pathEnd)))
                return &*request;
        return nullptr;
    }
    QString sent(const char *pathEnd, const char *member) {
        const CannedRequest *request = last(pathEnd);
        return request ? request->body.value(QLatin1StringView(member)).toVariant().toString() : QString();
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

    void ctrlRRetriesInTheListAndRefreshesElsewhere() {
        open("queue=sms-otp&state=failed");
        const QString id = idAt(0);
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(count("POST /api/v1/queues/sms-otp/jobs/replay"), 1);
        QCOMPARE(last("/replay")->body.value("ids").toArray().at(0).toString(), id);
        QTRY_VERIFY(idAt(0) != id);
        auto *field = child<QLineEdit>("jobSearch");
        field->setFocus();
        const qsizetype before = count("GET /api/v1/queues");
        QTest::keyClick(field, Qt::Key_R, Qt::ControlModifier);
        QVERIFY(count("GET /api/v1/queues") > before);
        QCOMPARE(count("POST /api/v1/queues/sms-otp/jobs/replay"), 1);
    }

    void whatWasRemovedComesBackByUndo() {
        open("queue=sms-otp&state=failed");
        const QString first = idAt(0);
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(child<QPushButton>("do-job-remove")->text(), QStringLiteral("Remove 2"));
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_VERIFY(shows("toastUndo"));
        QTRY_VERIFY(table()->model()->rowCount() == 35 && idAt(0) != first);
        press("toastUndo");
        QTRY_COMPARE(sent("/undo", "undo"), QStringLiteral("undo-1"));
        QTRY_COMPARE(table()->model()->rowCount(), 37);
    }

    void aRefusalSaysWhichAndWhy() {
        queue().refusals.insert(queue().jobs(QStringLiteral("sms-otp"), JobState::Failed).at(0).id,
                                QStringLiteral("code-expired"));
        open("queue=sms-otp&state=failed");
        table()->selectRow(0);
        press("do-job-retry");
        QTRY_VERIFY(shows("queueRefused"));
        m_stage->waitForText(QStringLiteral("verification code has expired"));
        QVERIFY2(!m_stage->failed(), qPrintable(m_stage->failure()));
    }

    void manyAreAskedForWithCountAndVerb() {
        open("queue=sms-otp&state=failed");
        table()->selectAll();
        press("do-job-retry");
        QTRY_VERIFY(shows("actionPanel"));
        QCOMPARE(verb(), QStringLiteral("Retry 37 failed jobs"));
        QCOMPARE(count("POST /api/v1/queues/sms-otp/jobs/replay"), 0);
        press("actionConfirm");
        QTRY_COMPARE(count("POST /api/v1/queues/sms-otp/jobs/replay"), 1);
        QTRY_VERIFY(!shows("actionPanel"));
        QTRY_VERIFY(shows("jobListState"));
    }

    void allThatMatchGoAsAFilterNotAsIds() {
        open("queue=sms-marketing&state=delayed");
        table()->selectAll();
        QTRY_VERIFY(shows("selectAll"));
        QCOMPARE(child<QPushButton>("selectAll")->text(), QStringLiteral("Select all 1,000,000"));
        press("selectAll");
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_VERIFY(shows("actionPanel"));
        QCOMPARE(verb(), QStringLiteral("Remove 1,000,000 delayed jobs"));
        QVERIFY(child("actionCancel")->hasFocus()); // not one Enter away
        press("actionConfirm");
        QTRY_VERIFY(last("/remove"));
        QCOMPARE(last("/remove")->body.value("match").toObject().value("state").toString(), QStringLiteral("delayed"));
        QVERIFY(!last("/remove")->body.contains("ids"));
    }

    void theEscapeKeyLetsGoOfASelectionFirst() {
        open("queue=sms-otp&state=failed");
        table()->selectAll();
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape);
        QTRY_VERIFY(!table()->selectionModel()->hasSelection());
        QVERIFY(!child("do-job-remove")->isEnabled());
    }

    void delayAndPriorityAreFilledIn() {
        open("queue=sms-transactional&state=delayed");
        table()->selectRow(2);
        press("do-job-delay");
        QTRY_VERIFY(shows("action.seconds"));
        child<QDoubleSpinBox>("action.seconds")->setValue(90);
        press("actionConfirm");
        QTRY_COMPARE(sent("/delay", "delay_ms"), QStringLiteral("90000"));
        QTRY_VERIFY(!shows("actionPanel"));
        QVERIFY(shows("toastUndo"));
        table()->selectRow(2);
        press("do-job-priority");
        QTRY_VERIFY(shows("action.priority"));
        press("actionConfirm");
        QTRY_COMPARE(sent("/priority", "priority"), QStringLiteral("1"));
    }

    void pausingIsTheHeadersActionAndCanBeUndone() {
        open("queue=sms-otp&state=failed");
        auto *primary = child<QPushButton>("primaryAction");
        QTRY_COMPARE(primary->text(), QStringLiteral("Pause queue"));
        press("primaryAction");
        QTRY_COMPARE(primary->text(), QStringLiteral("Resume queue"));
        press("toastUndo");
        QTRY_COMPARE(primary->text(), QStringLiteral("Pause queue"));
        QCOMPARE(count("POST /api/v1/queues/sms-otp/resume"), 1);
    }

    /// Its "Undo" stood there until the answer to the removal came: who was quick resumed the queue.
    void whileSomethingIsDoneNothingOlderCanBeUndone() {
        open("queue=sms-otp&state=failed");
        QTRY_COMPARE(child<QPushButton>("primaryAction")->text(), QStringLiteral("Pause queue"));
        press("primaryAction");
        QTRY_VERIFY(shows("toastUndo"));
        table()->selectRow(0);
        press("do-job-remove");
        QVERIFY(!shows("toastUndo"));
        QTRY_COMPARE(table()->model()->rowCount(), 36);
        press("toastUndo");
        QTRY_COMPARE(table()->model()->rowCount(), 37);
        QCOMPARE(count("POST /api/v1/queues/sms-otp/resume"), 0);
    }

    void drainNamesItsCountAndIsAskedFor() {
        open("queue=sms-transactional&state=waiting");
        child<QAction>("queue-drain")->trigger();
        QTRY_VERIFY(shows("actionPanel"));
        QCOMPARE(verb(), QStringLiteral("Remove 1,216 jobs"));
        child<QCheckBox>("action.delayed")->setChecked(true);
        QCOMPARE(verb(), QStringLiteral("Remove 1,528 jobs"));
        QTest::keyClick(&m_stage->window(), Qt::Key_Escape);
        QTRY_VERIFY(!shows("actionPanel"));
        QVERIFY(!last("/drain"));
        child<QAction>("queue-drain")->trigger();
        press("actionConfirm");
        QTRY_COMPARE(sent("/drain", "delayed"), QStringLiteral("false"));
        QTRY_VERIFY(shows("jobListState"));
    }

    void limitAndConcurrencyAreSetAndLifted() {
        open("queue=sms-otp&state=failed");
        child<QAction>("queue-limit")->trigger();
        QTRY_VERIFY(shows("action.limited"));
        QVERIFY(!child("action.perSecond")->isEnabled());
        child<QCheckBox>("action.limited")->setChecked(true);
        child<QDoubleSpinBox>("action.perSecond")->setValue(12.5);
        QCOMPARE(verb(), QStringLiteral("Limit to 12.5 a second"));
        press("actionConfirm");
        QTRY_COMPARE(sent("/limit", "per_second"), QStringLiteral("12.5"));
        QCOMPARE(last("/limit")->method, QByteArray("PUT"));
        QTRY_VERIFY(!shows("actionPanel"));
        QTRY_VERIFY(child("factLimit")->accessibleName().contains(u"12.5 a second"));
        child<QAction>("queue-concurrency")->trigger();
        QTRY_VERIFY(shows("action.value"));
        child<QCheckBox>("action.limited")->setChecked(false);
        press("actionConfirm");
        QTRY_VERIFY(last("/concurrency") && last("/concurrency")->body.value("value").isNull());
    }

    void aRefusedChangeKeepsWhatWasFilledIn() {
        open("queue=sms-otp&state=failed");
        m_stage->service().fail(QStringLiteral("PUT /api/v1/queues/sms-otp/limit"),
                                CannedService::problem(503, QStringLiteral("unavailable"),
                                                       QStringLiteral("redis-unavailable"), QStringLiteral("Down.")));
        child<QAction>("queue-limit")->trigger();
        QTRY_VERIFY(shows("action.limited"));
        child<QCheckBox>("action.limited")->setChecked(true);
        child<QDoubleSpinBox>("action.burst")->setValue(77);
        press("actionConfirm");
        QTRY_VERIFY(shows("actionError"));
        QCOMPARE(child<QDoubleSpinBox>("action.burst")->value(), 77.0);
        QVERIFY(child("actionConfirm")->isEnabled());
    }

    void rolesAreOfferedWhatTheyMayDo() {
        open("queue=sms-otp&state=failed", staff::Role::CustomerService);
        for (const char *name : {"do-job-retry", "do-job-remove", "manageQueue", "primaryAction"})
            QVERIFY2(!shows(name), name);
        table()->selectRow(0);
        QTest::keyClick(table(), Qt::Key_Delete);
        QTest::keyClick(table(), Qt::Key_R, Qt::ControlModifier);
        QVERIFY(!last("/remove") && !last("/replay"));

        m_stage = std::make_unique<Stage>(*m_theme, *m_language);
        open("queue=sms-otp&state=failed", staff::Role::Qa);
        QVERIFY(shows("do-job-retry") && shows("do-job-remove"));
        QVERIFY(!shows("manageQueue") && !shows("primaryAction"));
        table()->selectRow(0);
        QVERIFY(child("do-job-remove")->isEnabled());
        table()->selectAll();
        QVERIFY(child("do-job-retry")->isEnabled());
        QVERIFY(!child("do-job-remove")->isEnabled()); // many are for administrators
        QVERIFY(!shows("selectAll"));
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::QueueActsTest)
#include "queue_acts_test.moc"
