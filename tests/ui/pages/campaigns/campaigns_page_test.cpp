#include "app/gallery/stage.h"
#include "ui/pages/campaigns/impact_histogram.h"
#include "ui/pages/campaigns/sheet_panel.h"
#include "ui/widgets/time_text.h"

#include <QAction>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

namespace wemo::gallery {

using pages::campaigns::ImpactHistogram;
using pages::campaigns::SheetModel;
using pages::campaigns::SheetPanel;
using pricing::CampaignState;
using pricing::CampaignStatus;

/// Drives the real window by object name over canned price changes.
class CampaignsPageTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<Stage> m_stage;

    template <typename T = QWidget>
    T *child(const char *name) {
        return m_stage->window().findChild<T *>(QLatin1StringView(name));
    }
    CannedCampaigns &canned() { return m_stage->service().campaigns(); }
    SheetModel &sheet() { return m_stage->window().findChild<SheetPanel *>()->model(); }
    bool shows(const char *name) {
        const auto *widget = child(name);
        return widget && widget->isVisible();
    }
    QString text(const char *label) { return child<QLabel>(label)->text(); }
    QString step(int number) { return child(qPrintable(QStringLiteral("step%1").arg(number)))->accessibleName(); }
    qsizetype count(const QString &route) { return m_stage->service().log().count(route); }
    QString path(Id id, const char *rest = "") {
        return QStringLiteral("/api/v1/pricing/campaigns/%1%2").arg(idToString(id), QLatin1StringView(rest));
    }
    void press(const char *button) {
        QTRY_VERIFY(shows(button) && child(button)->isEnabled());
        QTest::mouseClick(child(button), Qt::LeftButton);
    }
    void openList(staff::Role role = staff::Role::Pricing) {
        m_stage->openPage(QStringLiteral("price-campaigns"), {}, role);
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->window()));
    }
    Id open(CampaignStatus status, staff::Role role = staff::Role::Pricing) {
        const Id id = canned().first(status).id;
        openAgain(id, role);
        return id;
    }
    void openAgain(Id id, staff::Role role = staff::Role::Pricing) {
        m_stage->openPage(QStringLiteral("price-campaigns"), QStringLiteral("campaign=") + idToString(id), role);
        QVERIFY(QTest::qWaitForWindowExposed(&m_stage->window()));
        QTRY_VERIFY(sheet().rowCount() > 0);
    }
    QModelIndex basePrice(int row) {
        for (int column = 0; column < sheet().columnCount(); ++column)
            if (sheet().column(column).key == u"base.price")
                return sheet().index(row, column);
        return {};
    }
    void edit(int row, const QString &price) { sheet().setData(basePrice(row), price, Qt::EditRole); }

private Q_SLOTS:
    void initTestCase() {
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_theme->apply(ui::Scheme::Light);
        m_language = std::make_unique<ui::Language>();
        m_language->use(QStringLiteral("en"));
    }
    void init() { m_stage = std::make_unique<Stage>(*m_theme, *m_language); }
    void cleanup() { m_stage.reset(); }

    void theListShowsAllAndFilters() {
        openList();
        QTRY_VERIFY(shows("campaignTable"));
        auto *table = child<QTableView>("campaignTable");
        QCOMPARE(table->model()->rowCount(), 6);
        child<QLineEdit>("filterField")->setText(QString::fromUtf8("秋季"));
        QTest::keyClick(child("filterField"), Qt::Key_Return);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        child<QLineEdit>("filterField")->setText("nothing like this");
        QTest::keyClick(child("filterField"), Qt::Key_Return);
        QTRY_VERIFY(shows("campaignsState"));
    }

    void enterOpensACampaignAndEscapeLeadsBack() {
        openList();
        QTRY_VERIFY(shows("campaignTable"));
        auto *table = child<QTableView>("campaignTable");
        table->selectRow(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(shows("priceSheet"));
        QTRY_COMPARE(text("campaignTitle"), canned().campaigns().constFirst().name);
        QTest::mouseClick(child("campaignBack"), Qt::LeftButton);
        QTRY_VERIFY(shows("campaignTable"));
    }

    void anEmptyListOffersTheFirst() {
        canned().campaigns().clear();
        openList();
        QTRY_VERIFY(shows("campaignsState"));
        auto *action = child("campaignsState")->findChild<QPushButton *>();
        QVERIFY(action && action->isVisible());
        QTest::mouseClick(action, Qt::LeftButton);
        QTRY_VERIFY(shows("priceSheet"));
    }

    void aNewOneIsSavedAndSubmitted() {
        m_stage->openPage(QStringLiteral("price-campaigns"), QStringLiteral("campaign=new"), staff::Role::Pricing);
        QTRY_VERIFY(sheet().rowCount() > 0);
        edit(0, "21");
        press("campaignSave"); // without a name
        QTRY_VERIFY(shows("campaignBar"));
        QCOMPARE(count("POST /api/v1/pricing/campaigns"), 0);
        QTest::keyClicks(child("campaignName"), "Spring");
        press("campaignSave");
        QTRY_COMPARE(count("POST /api/v1/pricing/campaigns"), 1);
        const auto &made = canned().campaigns().constFirst();
        QCOMPARE(made.name, QStringLiteral("Spring"));
        QCOMPARE(made.items.size(), 1);
        press("campaignSubmit");
        QTRY_VERIFY(shows("confirmBar"));
        QCOMPARE(child<QPushButton>("confirmYes")->text(), QStringLiteral("Submit 1 plans"));
        press("confirmYes");
        QTRY_VERIFY(canned().campaigns().constFirst().state == CampaignState::Submitted);
        QTRY_VERIFY(sheet().isReadOnly());
    }

    void theHourIsTaipeisAndStaysWhenSaved() {
        const Id id = open(CampaignStatus::Draft);
        const Instant before = canned().find(id)->publishAt;
        QTRY_COMPARE(child<QDateTimeEdit>("campaignPublishAt")->text(), ui::dateAndTime(before).chopped(3));
        edit(0, "22");
        press("campaignSave");
        QTRY_COMPARE(count("PUT " + path(id)), 1);
        QCOMPARE(toMs(canned().find(id)->publishAt), toMs(before));
    }

    void aMistakeIsNotSavedAndIsShown() {
        const Id id = open(CampaignStatus::Draft);
        edit(2, "much");
        press("campaignSave");
        QTRY_VERIFY(shows("campaignBar"));
        QCOMPARE(child<QTableView>("priceSheet")->currentIndex(), basePrice(2));
        QVERIFY(shows("cellFault") && text("cellFault").contains("amount"));
        QCOMPARE(count("PUT " + path(id)), 0);
    }

    void unsavedEditsSurviveLeaving() {
        const Id id = open(CampaignStatus::Draft);
        edit(0, "61");
        press("campaignBack");
        QTRY_VERIFY(shows("campaignTable"));
        auto *table = child<QTableView>("campaignTable");
        QTRY_VERIFY(table->model()->index(0, 1).data().toString().contains("unsaved"));
        table->selectRow(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(shows("campaignKept"));
        QCOMPARE(basePrice(0).data(Qt::EditRole).toString(), QStringLiteral("61"));
        press("campaignSave");
        QTRY_COMPARE(count("PUT " + path(id)), 1);
        QTRY_VERIFY(!shows("campaignKept") && !shows("campaignSave"));
    }

    void aStaleSaveShowsBothAndPutsMineOverTheirs() {
        const Id id = open(CampaignStatus::Draft);
        const auto before = canned().find(id)->itemCount;
        edit(0, "19");
        canned().changeElsewhere(id);
        press("campaignSave");
        QTRY_VERIFY(shows("conflictPanel"));
        auto *table = child<QTableView>("conflictTable");
        QVERIFY(table->model()->rowCount() > 0);
        press("conflictMerge");
        QTRY_COMPARE(canned().find(id)->version, 5);
        QCOMPARE(canned().find(id)->itemCount, before + 1); // theirs is still in it
        QTRY_VERIFY(!shows("conflictPanel"));
        QCOMPARE(basePrice(0).data(Qt::EditRole).toString(), QStringLiteral("19"));
    }

    void aStaleSaveCanGiveWay() {
        const Id id = open(CampaignStatus::Draft);
        const QString saved = basePrice(0).data(Qt::EditRole).toString();
        edit(0, "19");
        canned().changeElsewhere(id);
        press("campaignSave");
        press("conflictTheirs");
        QTRY_COMPARE(basePrice(0).data(Qt::EditRole).toString(), saved);
        QVERIFY(!shows("campaignSave"));
        QCOMPARE(canned().find(id)->version, 4);
    }

    void aDryRunNamesProblemsByPlan() {
        const auto &item = canned().first(CampaignStatus::Draft).items.constFirst();
        pricing::CampaignProblem problem;
        problem.planId = item.planId;
        problem.code = QStringLiteral("base-changed");
        canned().problems = {problem};
        open(CampaignStatus::Draft);
        child<QTabWidget>("campaignTabs")->setCurrentIndex(1);
        press("dryRun");
        QTRY_VERIFY(shows("trialProblems"));
        const auto *model = child<QTableView>("trialProblems")->model();
        QCOMPARE(model->index(0, 0).data().toString(), sheet().plan(sheet().rowOf(item.planId)).code);
        QVERIFY(!model->index(0, 3).data().toString().isEmpty());
        QVERIFY(step(2).contains("problems"));
    }

    void aRehearsalShowsRidesBeforeDuringAndAfter() {
        open(CampaignStatus::Draft);
        child<QTabWidget>("campaignTabs")->setCurrentIndex(1);
        press("rehearse");
        QTRY_VERIFY(shows("trialSamples"));
        const auto *model = child<QTableView>("trialSamples")->model();
        QCOMPARE(model->columnCount(), 6);
        QCOMPARE(model->index(0, 2).data().toString(), model->index(0, 4).data().toString());
        QVERIFY(step(3).contains("fits"));
        edit(0, "71"); // what was rehearsed is not what would be saved
        press("campaignSave");
        QTRY_VERIFY(step(3).contains("before the last change"));
    }

    void impactShowsProgressAndIsCanceled() {
        canned().impactPolls = -1;
        open(CampaignStatus::Draft);
        child<QTabWidget>("campaignTabs")->setCurrentIndex(2);
        press("impactStart");
        QTRY_VERIFY(text("impactProgressText").contains("412,806"));
        press("impactCancel");
        QTRY_COMPARE(count("DELETE /api/v1/pricing/impacts/88001"), 1);
        QVERIFY(!shows("impactProgress"));
        QVERIFY(child("impactStart")->isEnabled());
        QVERIFY(!shows("impactHistogram"));
    }

    void impactIsShownAndReadOutByKeyboard() {
        open(CampaignStatus::Draft);
        child<QTabWidget>("campaignTabs")->setCurrentIndex(2);
        press("impactStart");
        QTRY_VERIFY(shows("impactHistogram"));
        const pricing::Impact impact = CannedCampaigns::impact();
        QCOMPARE(text("impactFigure5"), QLocale().toString(impact.total.rides));
        auto *histogram = m_stage->window().findChild<ImpactHistogram *>();
        histogram->setFocus();
        QTest::keyClick(histogram, Qt::Key_Right);
        QTest::keyClick(histogram, Qt::Key_Right);
        QCOMPARE(histogram->cursor(), std::optional(pricing::Impact::bins / 2 + 1));
        QTest::keyClick(histogram, Qt::Key_End);
        QVERIFY(histogram->accessibleDescription().startsWith("+NT$100"));
        const auto &requests = m_stage->service().requests();
        const auto asked = std::find_if(requests.cbegin(), requests.cend(), [](const CannedRequest &request) {
            return request.method == "POST" && request.path.endsWith(u"/impacts");
        });
        QVERIFY(asked->body.contains("campaign_id") && !asked->body.contains("changes"));
        edit(0, "91"); // what is computed is not for these prices
        QTRY_VERIFY(shows("impactBar"));
    }

    void somebodyElseApproves() {
        const Id id = open(CampaignStatus::Submitted); // written by the administrator
        press("campaignApprove");
        QCOMPARE(child<QPushButton>("confirmYes")->text(), QStringLiteral("Approve 4 plans"));
        press("confirmYes");
        QTRY_VERIFY(canned().find(id)->state == CampaignState::Approved);
        QTRY_VERIFY(shows("campaignWithdraw") && !shows("campaignApprove"));
    }

    void whatStandsInTheWayOfAnApprovalIsToldByPlan() {
        const Id id = canned().first(CampaignStatus::Submitted).id;
        pricing::CampaignProblem problem;
        problem.planId = canned().find(id)->items.constFirst().planId;
        problem.code = QStringLiteral("base-changed");
        canned().problems = {problem};
        openAgain(id);
        press("campaignApprove");
        press("confirmYes");
        QTRY_VERIFY(shows("trialProblems") && shows("campaignBar"));
        QVERIFY(canned().find(id)->state == CampaignState::Submitted);
    }

    void aRejectionNeedsItsReason() {
        const Id id = open(CampaignStatus::Submitted);
        press("campaignReject");
        QVERIFY(!child("confirmYes")->isEnabled());
        QTest::keyClicks(child("confirmNote"), "Too dear");
        press("confirmYes");
        QTRY_VERIFY(canned().find(id)->state == CampaignState::Draft);
    }

    void nobodyApprovesTheirOwn() {
        open(CampaignStatus::Submitted, staff::Role::Admin);
        QTRY_VERIFY(shows("campaignWithdraw"));
        QVERIFY(!shows("campaignApprove"));
    }

    void rollbackOffersItsRehearsalFirst() {
        const Id id = open(CampaignStatus::Published);
        press("campaignRollback");
        press("confirmBefore");
        QTRY_COMPARE(count("POST " + path(id, "/rehearse-rollback")), 1);
        QTRY_VERIFY(shows("trialSamples"));
        press("confirmYes");
        QTRY_VERIFY(canned().find(id)->state == CampaignState::RolledBack);
    }

    void whoMayOnlyReadIsOfferedNothing() {
        open(CampaignStatus::Draft, staff::Role::CustomerService);
        for (const char *button : {"campaignSave", "campaignSubmit", "campaignDelete", "sheetImport", "raiseApply"})
            QVERIFY2(!shows(button), button);
        QVERIFY(sheet().isReadOnly());
    }

    void liveNewsIsReadAndEditsStay() {
        const Id id = open(CampaignStatus::Draft);
        canned().changeElsewhere(id);
        const auto changed = sheet().changedCount();
        m_stage->network().push("pricing.campaign", {{"campaign_id", idToString(id)}, {"version", 4}});
        QTRY_COMPARE(sheet().changedCount(), changed + 1);
        edit(0, "19");
        canned().changeElsewhere(id);
        m_stage->network().push("pricing.campaign", {{"campaign_id", idToString(id)}, {"version", 5}});
        QTRY_VERIFY(shows("campaignBar"));
        QCOMPARE(basePrice(0).data(Qt::EditRole).toString(), QStringLiteral("19"));
    }

    void aFailureIsToldAndRetried() {
        m_stage->service().fail(QStringLiteral("GET /api/v1/pricing/campaigns"),
                                CannedService::problem(503, "unavailable", "database-unavailable", "No database."));
        openList();
        QTRY_VERIFY(shows("campaignsError") && shows("campaignsState"));
        m_stage->service().mend();
        QTest::mouseClick(child("campaignsState")->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(shows("campaignTable"));
    }
};

} // namespace wemo::gallery

QTEST_MAIN(wemo::gallery::CampaignsPageTest)
#include "campaigns_page_test.moc"
