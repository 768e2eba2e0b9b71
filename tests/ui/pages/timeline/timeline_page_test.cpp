#include "app/gallery/stage.h"
#include "ui/pages/timeline/timeline_view.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

namespace wemo::gallery {

using wemo::pages::timeline::TimelineView;
using wemo::pricing::Interval;
using wemo::pricing::IntervalState;
using wemo::pricing::IntervalStatus;
using Role = staff::Role;

/// Drives the real window over canned prices.
class TimelinePageTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<Stage> m_stage;

    template <typename T = QWidget>
    T *child(const char *name) {
        return m_stage->window().findChild<T *>(QLatin1StringView(name));
    }
    CannedPricing &prices() { return m_stage->service().pricing(); }
    TimelineView *view() { return child<TimelineView>("timelineView"); }
    Id idOf(const char *plan, IntervalStatus status) { return prices().find(QLatin1StringView(plan), status)->id; }
    bool shows(const char *name) {
        const auto *widget = child(name);
        return widget && widget->isVisible();
    }
    void open(const QString &place = {}, Role role = Role::Admin) {
        m_stage->openPage(QStringLiteral("pricing-timeline"), place, role);
        QTRY_VERIFY(view()->isVisible() && !view()->rows().isEmpty());
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->window()));
        m_stage->window().activateWindow();
        view()->setFocus();
    }
    void openAt(const char *plan, IntervalStatus status, Role role = Role::Admin, const QString &more = {}) {
        open(QStringLiteral("plan=%1&interval=%2%3").arg(QLatin1StringView(plan)).arg(idOf(plan, status)).arg(more),
             role);
        QTRY_VERIFY(shows("timelinePanel"));
    }
    QString around(int days) {
        const Instant now = m_stage->service().now();
        return QStringLiteral("&from=%1&to=%2")
            .arg(toIso(now - std::chrono::hours(24 * 5)), toIso(now + std::chrono::hours(24 * days)));
    }
    void press(const char *button) {
        QTRY_VERIFY(shows(button));
        QTRY_VERIFY(child(button)->isEnabled());
        QTest::mouseClick(child(button), Qt::LeftButton);
    }
    qsizetype count(const QString &route) { return m_stage->service().log().count(route); }
    QString read(const char *label) { return child<QLabel>(label)->text(); }

private Q_SLOTS:
    void initTestCase() {
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_theme->apply(ui::Scheme::Light);
        m_language = std::make_unique<ui::Language>();
        m_language->use(QStringLiteral("en"));
    }
    void init() { m_stage = std::make_unique<Stage>(*m_theme, *m_language); }
    void cleanup() { m_stage.reset(); }

    void arrowsGoOverPlansAndBarsAndEnterOpens() {
        open();
        QTest::keyClick(view(), Qt::Key_Down);
        QCOMPARE(view()->currentPlan(), prices().book().plans.at(0).id);
        QTest::keyClick(view(), Qt::Key_Down);
        QCOMPARE(view()->currentPlan(), prices().book().plans.at(1).id);
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(view(), Qt::Key_Down);
        const Id now = view()->currentInterval();
        QCOMPARE(now, idOf("fly-adult", IntervalStatus::Effective));
        QTest::keyClick(view(), Qt::Key_Left);
        QVERIFY(view()->currentInterval() != now);
        QTest::keyClick(view(), Qt::Key_Right);
        QCOMPARE(view()->currentInterval(), now);
        QTest::keyClick(view(), Qt::Key_Return);
        QTRY_VERIFY(shows("intervalTab"));
    }

    void screenReadersHearTheBar() {
        openAt("fly-adult", IntervalStatus::Effective);
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(view());
        QVERIFY(heard->text(QAccessible::Name).contains(QStringLiteral("version 4")));
        QVERIFY(heard->text(QAccessible::Value).contains(QStringLiteral("WeMo FLY, 25 and over")));
    }

    void aDraftIsMovedByMouseWithLiveMarksAndUndone() {
        openAt("fly-adult", IntervalStatus::Draft, Role::Pricing, around(60));
        const Id id = idOf("fly-adult", IntervalStatus::Draft);
        const Instant before = prices().interval(id)->from;
        const QRect box = view()->barRect(id);
        QVERIFY(box.width() > 30);
        QWidget *surface = view()->viewport();
        const QPoint from(box.left() + 20, box.center().y());
        const int toNow = view()->xOf(m_stage->service().now()) - box.left() - 60;
        QTest::mousePress(surface, Qt::LeftButton, {}, from);
        QTest::mouseMove(surface, from + QPoint(toNow, 0));
        QVERIFY(view()->motion());
        QVERIFY(view()->motion()->problems().constFirst().fault == wemo::pricing::TimelineFault::Past);
        QTest::mouseMove(surface, from + QPoint(60, 0));
        QVERIFY(view()->motion()->problems().isEmpty());
        const Instant shown = view()->motion()->draft().from;
        QTest::mouseRelease(surface, Qt::LeftButton, {}, from + QPoint(60, 0));
        QTRY_COMPARE(prices().interval(id)->from, shown);
        QVERIFY(shown > before);
        press("toastUndo");
        QTRY_COMPARE(prices().interval(id)->from, before);
    }

    void escapeLeavesADraftWhereItWas() {
        openAt("fly-adult", IntervalStatus::Draft, Role::Pricing, around(60));
        const Id id = idOf("fly-adult", IntervalStatus::Draft);
        const QRect box = view()->barRect(id);
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, {box.left() + 20, box.center().y()});
        QTest::mouseMove(view()->viewport(), {box.left() + 120, box.center().y()});
        QVERIFY(view()->motion() && view()->motion()->hasMoved());
        QTest::keyClick(view(), Qt::Key_Escape);
        QVERIFY(!view()->motion());
        QVERIFY(shows("timelinePanel")); // Esc was about the drag only
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, {box.left() + 120, box.center().y()});
        QCOMPARE(count(QStringLiteral("PUT /api/v1/pricing/intervals/%1").arg(id)), 0);
    }

    void altArrowsMoveAndShiftAltResizesAndEnterSaves() {
        openAt("kaohsiung-fly-adult", IntervalStatus::Draft, Role::Pricing, around(120));
        view()->setFocus();
        const Id id = idOf("kaohsiung-fly-adult", IntervalStatus::Draft);
        const Interval before = *prices().interval(id);
        QTest::keyClick(view(), Qt::Key_Right, Qt::AltModifier);
        QTest::keyClick(view(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(count(QStringLiteral("PUT /api/v1/pricing/intervals/%1").arg(id)), 0);
        QTest::keyClick(view(), Qt::Key_Return);
        QTRY_COMPARE(prices().interval(id)->from, before.from + std::chrono::hours(24));
        QCOMPARE(*prices().interval(id)->to, *before.to + std::chrono::hours(48));
    }

    void onlyDraftsMoveAndOnlyForThoseWhoMay() {
        openAt("fly-adult", IntervalStatus::Draft, Role::CustomerService, around(60));
        const QRect box = view()->barRect(idOf("fly-adult", IntervalStatus::Draft));
        QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, {box.left() + 20, box.center().y()});
        QVERIFY(!view()->motion());
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, {box.left() + 20, box.center().y()});
        QVERIFY(shows("readOnly"));
        QVERIFY(!shows("submitDraft") && !shows("deleteDraft") && !shows("editDraft"));
        QVERIFY(!child<QAction>("timeline-new-draft")->isVisible());
    }

    void aGapHasToBeTypedOut() {
        openAt("kaohsiung-fly-adult", IntervalStatus::Draft, Role::Pricing);
        QTRY_VERIFY(shows("gapConfirmation"));
        QVERIFY(!child("submitDraft")->isEnabled());
        QTest::keyClicks(child("gapConfirmation"), QStringLiteral("ga"));
        QVERIFY(!child("submitDraft")->isEnabled());
        QTest::keyClicks(child("gapConfirmation"), QStringLiteral("p"));
        press("submitDraft");
        QTRY_VERIFY(prices().find(QStringLiteral("kaohsiung-fly-adult"), IntervalStatus::Submitted));
    }

    void theAuthorSeesWhyNotAndAnotherApproves() {
        openAt("taichung-candy-adult", IntervalStatus::Submitted, Role::Pricing);
        QTRY_VERIFY(shows("whyNotApprove"));
        QVERIFY(!shows("approveInterval"));
        m_stage = std::make_unique<Stage>(*m_theme, *m_language);
        openAt("taichung-candy-adult", IntervalStatus::Submitted, Role::Admin);
        press("approveInterval");
        QTRY_VERIFY(prices().find(QStringLiteral("taichung-candy-adult"), IntervalStatus::Scheduled));
    }

    void oneKeyAndEnterRollsBack() {
        openAt("fly-adult", IntervalStatus::Effective);
        const Id before = idOf("fly-adult", IntervalStatus::Effective);
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_R);
        QTRY_VERIFY(shows("rollbackAsk"));
        QVERIFY2(read("rollbackText").contains(QStringLiteral("version 3")), qPrintable(read("rollbackText")));
        QTRY_VERIFY(child("rollbackYes")->hasFocus());
        QTest::keyClick(child("rollbackYes"), Qt::Key_Return);
        QTRY_VERIFY(idOf("fly-adult", IntervalStatus::Effective) != before);
        QCOMPARE(prices().find(QStringLiteral("fly-adult"), IntervalStatus::Effective)->rollbackOf, before);
        QTRY_COMPARE(view()->currentInterval(), idOf("fly-adult", IntervalStatus::Effective));
    }

    void whoeverIsLateSeesWhatChangedAndMayGoOn() {
        openAt("taichung-candy-adult", IntervalStatus::Submitted);
        prices().changeElsewhere(QStringLiteral("taichung-candy-adult"));
        QTest::keyClicks(child("actNote"), QStringLiteral("looks fine"));
        press("approveInterval");
        m_stage->waitForText(QStringLiteral("New, by 王志明"));
        QVERIFY2(!m_stage->failed(), qPrintable(m_stage->failure()));
        QCOMPARE(child<QLineEdit>("actNote")->text(), QStringLiteral("looks fine"));
        QVERIFY(!prices().find(QStringLiteral("taichung-candy-adult"), IntervalStatus::Scheduled));
        auto *again = child("panelMessage")->findChild<QPushButton *>(QStringLiteral("messageAction"));
        QVERIFY(again);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(prices().find(QStringLiteral("taichung-candy-adult"), IntervalStatus::Scheduled));
    }

    void aDeletedDraftComesBackByUndo() {
        openAt("fly-adult", IntervalStatus::Draft, Role::Pricing);
        press("deleteDraft");
        QTRY_VERIFY(!prices().find(QStringLiteral("fly-adult"), IntervalStatus::Draft));
        press("toastUndo");
        QTRY_VERIFY(prices().find(QStringLiteral("fly-adult"), IntervalStatus::Draft));
    }

    void nDrawsUpADraftWithTheConfigInForce() {
        openAt("hourly", IntervalStatus::Effective, Role::Pricing);
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_N);
        QTRY_VERIFY(shows("draftForm"));
        QTest::keyClicks(child("draftNote"), QStringLiteral("New year"));
        press("saveDraft");
        QTRY_VERIFY(prices().find(QStringLiteral("hourly"), IntervalStatus::Draft));
        const Interval draft = *prices().find(QStringLiteral("hourly"), IntervalStatus::Draft);
        QCOMPARE(draft.note, QStringLiteral("New year"));
        QCOMPARE(draft.configId, prices().find(QStringLiteral("hourly"), IntervalStatus::Effective)->configId);
        QTRY_COMPARE(view()->currentInterval(), draft.id);
    }

    void aPlanIsRetiredOnlyAfterItsNameWasRead() {
        openAt("hourly", IntervalStatus::Effective, Role::Pricing);
        child<QAction>("timeline-retire")->trigger();
        QTRY_VERIFY(shows("retireAsk"));
        QVERIFY(!prices().plan(QStringLiteral("hourly"))->retiredAt);
        auto *yes = child("retireAsk")->findChild<QPushButton *>(QStringLiteral("messageAction"));
        QCOMPARE(yes->text(), QStringLiteral("Retire hourly"));
        QTest::mouseClick(yes, Qt::LeftButton);
        QTRY_VERIFY(prices().plan(QStringLiteral("hourly"))->retiredAt);
    }

    void newPricesAreDrawnOverTheOldAndSavedAsAVersion() {
        openAt("adult-standard", IntervalStatus::Effective, Role::Pricing);
        child<QAction>("timeline-new-draft")->trigger();
        QTRY_VERIFY(shows("draftForm"));
        QTRY_VERIFY(child("draftChange")->isEnabled());
        QTest::mouseClick(child("draftChange"), Qt::LeftButton, {}, {8, child("draftChange")->height() / 2});
        auto *price = child<QLineEdit>("components[0].price");
        QTRY_VERIFY(price && price->isVisible());
        price->setFocus();
        price->selectAll();
        QTest::keyClicks(price, QStringLiteral("x"));
        QTRY_VERIFY(!child("saveDraft")->isEnabled()); // no price
        price->selectAll();
        QTest::keyClicks(price, QStringLiteral("17"));
        QTRY_VERIFY(child("saveDraft")->isEnabled());
        child<QPushButton>("saveDraft")->click();
        QTRY_VERIFY(prices().find(QStringLiteral("adult-standard"), IntervalStatus::Draft));
        const Id config = prices().find(QStringLiteral("adult-standard"), IntervalStatus::Draft)->configId;
        QCOMPARE(prices().config(config)->version, 2);
        QCOMPARE(prices().config(config)->config->find<wemo::pricing::Base>()->price, 17 * wemo::pricing::perTwd);
    }

    void aPlaceIsFoundAgain() {
        openAt("fly-adult", IntervalStatus::Effective, Role::Admin, around(9));
        const auto [from, to] = view()->range();
        QVERIFY(std::chrono::abs((to - from) - std::chrono::hours(24 * 14)) < std::chrono::hours(24));
        QTRY_COMPARE(view()->currentInterval(), idOf("fly-adult", IntervalStatus::Effective));
    }

    void whatCannotBeReadIsSaidAndReadAgain() {
        m_stage->service().fail(QStringLiteral("GET /api/v1/pricing/timelines"),
                                CannedService::problem(503, QStringLiteral("unavailable"),
                                                       QStringLiteral("database-unavailable"),
                                                       QStringLiteral("Down.")));
        m_stage->openPage(QStringLiteral("pricing-timeline"), {}, Role::Admin);
        QTRY_VERIFY(shows("timelineState"));
        QVERIFY(shows("timelineError"));
        m_stage->service().mend();
        QTest::keyClick(&m_stage->window(), Qt::Key_F5);
        QTRY_VERIFY(view()->isVisible() && !shows("timelineError"));
    }

    void aLiveEventBringsWhatOthersDid() {
        open();
        const qsizetype before = count(QStringLiteral("GET /api/v1/pricing/timelines"));
        const auto *plan = prices().plan(QStringLiteral("hourly"));
        const QJsonObject same{{"plan_id", idToString(plan->id)}, {"timeline_version", plan->timelineVersion}};
        m_stage->network().push(QStringLiteral("pricing.timeline"), same);
        m_stage->settle(50);
        QCOMPARE(count(QStringLiteral("GET /api/v1/pricing/timelines")), before);
        prices().changeElsewhere(QStringLiteral("hourly"));
        m_stage->network().push(QStringLiteral("pricing.timeline"),
                                {{"plan_id", idToString(plan->id)}, {"timeline_version", plan->timelineVersion}});
        QTRY_COMPARE(count(QStringLiteral("GET /api/v1/pricing/timelines")), before + 1);
        QTRY_VERIFY(!view()->barRect(idOf("hourly", IntervalStatus::Draft)).isEmpty() ||
                    view()->rows().at(2).bar(idOf("hourly", IntervalStatus::Draft)));
    }

    void ctrlWheelZoomsAndTheRestScrolls() {
        open();
        const auto width = [this] { return view()->range().second - view()->range().first; };
        const auto before = width();
        QWheelEvent zoom({600, 200}, view()->viewport()->mapToGlobal(QPoint(600, 200)), {}, {0, 120}, Qt::NoButton,
                         Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view()->viewport(), &zoom);
        QVERIFY(width() < before);
        QTest::keyClick(view(), Qt::Key_A);
        QVERIFY(width() > before);
        QTest::keyClick(view(), Qt::Key_Plus);
        const auto [from, to] = view()->range();
        view()->horizontalScrollBar()->setValue(view()->horizontalScrollBar()->value() + 100);
        QVERIFY(view()->range().first > from);
        QVERIFY(std::chrono::abs((view()->range().second - view()->range().first) - (to - from)) <
                std::chrono::hours(1));
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::TimelinePageTest)
#include "timeline_page_test.moc"
