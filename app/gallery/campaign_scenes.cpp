#include "app/gallery/scenes.h"
#include "ui/pages/campaigns/campaign_desk.h"
#include "ui/pages/campaigns/file_row.h"
#include "ui/pages/campaigns/sheet_panel.h"

#include <QTabWidget>
#include <QTemporaryDir>

namespace wemo::gallery {

namespace {
using Kind = CannedAnswer::Kind;
using pricing::CampaignProblem;
using pricing::CampaignStatus;
const QString page = QStringLiteral("price-campaigns");

void openList(Stage &stage, staff::Role role = staff::Role::Pricing) {
    stage.openPage(page, {}, role);
}

pages::campaigns::SheetPanel *sheetOf(Stage &stage) {
    return stage.window().findChild<pages::campaigns::SheetPanel *>();
}

void openDesk(Stage &stage, CampaignStatus status, staff::Role role = staff::Role::Pricing) {
    const Id id = stage.service().campaigns().first(status).id;
    stage.openPage(page, QStringLiteral("campaign=") + idToString(id), role);
    stage.find(QStringLiteral("priceSheet"));
    stage.waitFor([&stage] { return sheetOf(stage)->model().rowCount() > 0; }, "prices");
    stage.settle();
}

int columnOf(const pages::campaigns::SheetModel &model, const QString &key) {
    for (int column = 0; column < model.columnCount(); ++column)
        if (model.column(column).key == key)
            return column;
    return -1;
}

void tab(Stage &stage, int index) {
    if (auto *tabs = stage.find<QTabWidget>(QStringLiteral("campaignTabs")))
        tabs->setCurrentIndex(index);
    stage.settle();
}

void write(Stage &stage, int row, const QString &key, const QString &text) {
    auto &model = sheetOf(stage)->model();
    model.write({{row, columnOf(model, key), text}}, QStringLiteral("Edit"));
    stage.settle();
}

void select(Stage &stage, const QString &key, int rows) {
    auto &panel = *sheetOf(stage);
    const int column = columnOf(panel.model(), key);
    panel.view().setFocus();
    panel.view().setCurrentIndex(panel.model().index(0, column));
    panel.view().selectionModel()->select({panel.model().index(0, column), panel.model().index(rows - 1, column)},
                                          QItemSelectionModel::Select);
    stage.settle();
}

QList<Scene> listScenes() {
    return {
        {"campaigns.list",
         [](Stage &stage) {
             openList(stage);
             stage.find(QStringLiteral("campaignTable"));
         }},
        {"campaigns.empty",
         [](Stage &stage) {
             stage.service().campaigns().campaigns().clear();
             openList(stage);
             stage.find(QStringLiteral("campaignsState"));
         }},
        {"campaigns.no-match",
         [](Stage &stage) {
             openList(stage);
             stage.find(QStringLiteral("campaignTable"));
             stage.type(QStringLiteral("filterField"), QStringLiteral("xyz"), true);
             stage.find(QStringLiteral("campaignsState"));
         }},
        {"campaigns.error",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/pricing/campaigns"),
                                  CannedService::problem(503, QStringLiteral("unavailable"),
                                                         QStringLiteral("database-unavailable"),
                                                         QStringLiteral("The database cannot be reached.")));
             openList(stage);
             stage.find(QStringLiteral("campaignsState"));
         }},
        {"campaigns.loading",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/pricing/campaigns"), {Kind::Never});
             openList(stage);
             stage.settle(260);
         }},
    };
}

QList<Scene> sheetScenes() {
    return {
        {"campaigns.sheet-edited",
         [](Stage &stage) {
             openDesk(stage, CampaignStatus::Draft);
             select(stage, QStringLiteral("base.price"), 4);
             stage.click(QStringLiteral("raiseApply"));
         }},
        {"campaigns.sheet-mistake",
         [](Stage &stage) {
             openDesk(stage, CampaignStatus::Draft);
             write(stage, 0, QStringLiteral("base.price"), QStringLiteral("fifteen"));
             write(stage, 1, QStringLiteral("time[0].start"), QStringLiteral("2"));
             stage.click(QStringLiteral("campaignSave"));
         }},
        {"campaigns.only-changed",
         [](Stage &stage) {
             openDesk(stage, CampaignStatus::Draft);
             stage.click(QStringLiteral("onlyChanged"));
         }},
        {"campaigns.import-mistakes",
         [](Stage &stage) {
             openDesk(stage, CampaignStatus::Draft);
             const QTemporaryDir folder;
             QFile file(folder.filePath(QStringLiteral("prices.csv")));
             if (file.open(QIODevice::WriteOnly)) {
                 const auto &model = sheetOf(stage)->model();
                 const QList<pricing::InForce> now = model.edited();
                 file.write("plan_code,config_version,base.price,base.minutes\r\n");
                 file.write(QStringLiteral("%1,%2,18,6\r\n%3,%4,cheap,6\r\n%5,99,20,6\r\nnobody,1,1,1\r\n")
                                .arg(now.at(0).plan.code)
                                .arg(now.at(0).config.version)
                                .arg(now.at(1).plan.code)
                                .arg(now.at(1).config.version)
                                .arg(now.at(4).plan.code)
                                .toUtf8());
                 file.close();
                 sheetOf(stage)->files().importFrom(file.fileName(), [&model] { return model.edited(); });
                 stage.find(QStringLiteral("importMistakes"));
             }
         }},
        {"campaigns.new",
         [](Stage &stage) {
             stage.openPage(page, QStringLiteral("campaign=new"), staff::Role::Pricing);
             stage.find(QStringLiteral("priceSheet"));
             stage.waitFor([&stage] { return sheetOf(stage)->model().rowCount() > 0; }, "prices");
         }},
        {"campaigns.read-only",
         [](Stage &stage) { openDesk(stage, CampaignStatus::Draft, staff::Role::CustomerService); }},
        {"campaigns.conflict",
         [](Stage &stage) {
             openDesk(stage, CampaignStatus::Draft);
             stage.service().campaigns().changeElsewhere(stage.service().campaigns().first(CampaignStatus::Draft).id);
             write(stage, 0, QStringLiteral("base.price"), QStringLiteral("19"));
             stage.click(QStringLiteral("campaignSave"));
             stage.find(QStringLiteral("conflictTable"));
         }},
    };
}

QList<Scene> trialScenes() {
    return {
        {"campaigns.dry-run-problems",
         [](Stage &stage) {
             auto &canned = stage.service().campaigns();
             const auto &items = canned.first(CampaignStatus::Draft).items;
             CampaignProblem moved;
             moved.planId = items.at(0).planId;
             moved.code = QStringLiteral("base-changed");
             CampaignProblem late = moved;
             late.planId = items.at(1).planId;
             late.code = QStringLiteral("lead-time");
             CampaignProblem same = moved;
             same.planId = items.at(2).planId;
             same.code = QStringLiteral("unchanged");
             same.isFatal = false;
             canned.problems = {moved, late, same};
             openDesk(stage, CampaignStatus::Draft);
             tab(stage, 1);
             stage.click(QStringLiteral("dryRun"));
             stage.find(QStringLiteral("trialProblems"));
         }},
        {"campaigns.rehearsal",
         [](Stage &stage) {
             openDesk(stage, CampaignStatus::Draft);
             tab(stage, 1);
             stage.click(QStringLiteral("rehearse"));
             stage.find(QStringLiteral("trialSamples"));
         }},
        {"campaigns.impact-running",
         [](Stage &stage) {
             stage.service().campaigns().impactPolls = -1;
             openDesk(stage, CampaignStatus::Draft);
             tab(stage, 2);
             stage.click(QStringLiteral("impactStart"));
             stage.find(QStringLiteral("impactProgress"));
         }},
        {"campaigns.impact-done",
         [](Stage &stage) {
             stage.service().campaigns().impactPolls = 0;
             openDesk(stage, CampaignStatus::Draft);
             tab(stage, 2);
             stage.click(QStringLiteral("impactStart"));
             stage.find(QStringLiteral("impactHistogram"));
         }},
    };
}

QList<Scene> actScenes() {
    return {
        {"campaigns.approve",
         [](Stage &stage) {
             openDesk(stage, CampaignStatus::Submitted);
             stage.click(QStringLiteral("campaignApprove"));
         }},
        {"campaigns.own-submitted",
         [](Stage &stage) { openDesk(stage, CampaignStatus::Submitted, staff::Role::Admin); }},
        {"campaigns.scheduled", [](Stage &stage) { openDesk(stage, CampaignStatus::Scheduled); }},
        {"campaigns.published",
         [](Stage &stage) {
             openDesk(stage, CampaignStatus::Published);
             stage.click(QStringLiteral("campaignRollback"));
         }},
        {"campaigns.rollback-rehearsal",
         [](Stage &stage) {
             openDesk(stage, CampaignStatus::Published);
             stage.click(QStringLiteral("campaignRollback"));
             stage.click(QStringLiteral("confirmBefore"));
             stage.find(QStringLiteral("trialSamples"));
         }},
        {"campaigns.rolled-back", [](Stage &stage) { openDesk(stage, CampaignStatus::RolledBack); }},
    };
}
} // namespace

QList<Scene> campaignScenes() {
    return listScenes() + sheetScenes() + trialScenes() + actScenes();
}

} // namespace wemo::gallery
