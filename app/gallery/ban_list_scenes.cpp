#include "app/gallery/scenes.h"
#include "ui/pages/blocking/ban_list_page.h"

#include <QAction>
#include <QFile>
#include <QTableView>
#include <QTemporaryDir>

namespace wemo::gallery {

namespace {
using Kind = CannedAnswer::Kind;
const QString page = QStringLiteral("ban-list");

void ready(Stage &stage, const QString &place = {}, staff::Role role = staff::Role::Admin) {
    stage.openPage(page, place, role);
    auto *table = stage.window().findChild<QTableView *>(QStringLiteral("banTable"));
    stage.waitFor([table] { return table->model()->rowCount() > 0; }, "rows");
    stage.settle(120);
}

void trigger(Stage &stage, const char *action) {
    if (auto *found = stage.window().findChild<QAction *>(QLatin1StringView(action)))
        found->trigger();
    stage.settle();
}

void select(Stage &stage, int rows) {
    auto *table = stage.find<QTableView>(QStringLiteral("banTable"));
    if (!table)
        return;
    table->selectionModel()->clearSelection();
    for (int row = 0; row < rows; ++row)
        table->selectionModel()->select(table->model()->index(row, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    stage.settle();
}

/// A file as people write one, given to the page as after the file dialog.
void importFile(Stage &stage) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QString::fromUtf8("警示門號 2026-12.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write("kind,value,reason,expires_at\n");
    for (int i = 0; i < 400; ++i)
        file.write("number,0912345678,fraud,\n");
    file.close();
    stage.window().findChild<pages::blocking::BanListPage *>()->importFile(path);
    auto &imports = stage.service().blocking().imports();
    stage.waitFor([&imports] { return imports.constFirst().total > 0 && imports.constFirst().lines > 0; }, "the check");
    stage.settle(120);
}

CannedAnswer serverError() {
    return CannedService::problem(503, QStringLiteral("unavailable"), QStringLiteral("storage-unavailable"),
                                  QStringLiteral("The database cannot be reached."));
}

QList<Scene> stateScenes() {
    return {
        {"ban-list.list", [](Stage &stage) { ready(stage); }},
        {"ban-list.read-only", [](Stage &stage) { ready(stage, {}, staff::Role::Qa); }},
        {"ban-list.detail",
         [](Stage &stage) {
             ready(stage, QStringLiteral("ban=7984"));
             stage.find(QStringLiteral("banPanel"));
         }},
        {"ban-list.loading",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/blocking/bans"), {Kind::Never});
             stage.openPage(page, {}, staff::Role::Admin);
             stage.settle(260);
         }},
        {"ban-list.empty",
         [](Stage &stage) {
             stage.service().blocking().bans().clear();
             stage.openPage(page, {}, staff::Role::CustomerService);
             stage.find(QStringLiteral("banState"));
         }},
        {"ban-list.caught", [](Stage &stage) { ready(stage, QStringLiteral("value=0912345678")); }},
        {"ban-list.no-match",
         [](Stage &stage) {
             stage.openPage(page, QStringLiteral("value=nobody@example.com"), staff::Role::Admin);
             stage.find(QStringLiteral("banState"));
         }},
        {"ban-list.error",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/blocking/*"), serverError());
             stage.openPage(page, {}, staff::Role::Admin);
             stage.find(QStringLiteral("banState"));
         }},
        {"ban-list.stale",
         [](Stage &stage) {
             ready(stage);
             stage.service().fail(QStringLiteral("GET /api/v1/blocking/*"), serverError());
             stage.trigger(QStringLiteral("refresh"));
             stage.find(QStringLiteral("banError"));
         }},
        {"ban-list.offline",
         [](Stage &stage) {
             ready(stage);
             stage.service().live = false;
             stage.service().fail(QStringLiteral("GET /*"), {Kind::Unreachable});
             stage.network().dropStreams();
             stage.trigger(QStringLiteral("refresh"));
         }},
    };
}

QList<Scene> actingScenes() {
    return {
        {"ban-list.add",
         [](Stage &stage) {
             ready(stage);
             trigger(stage, "ban-add");
             stage.type(QStringLiteral("action.value"), QStringLiteral("0912-34"));
         }},
        {"ban-list.conflict",
         [](Stage &stage) {
             ready(stage);
             select(stage, 1);
             trigger(stage, "ban-edit");
             stage.service().blocking().changeBanElsewhere(8'000);
             stage.click(QStringLiteral("actionConfirm"));
             stage.find(QStringLiteral("actionNote"));
         }},
        {"ban-list.lift",
         [](Stage &stage) {
             ready(stage);
             select(stage, 4);
             trigger(stage, "ban-lift");
         }},
        {"ban-list.imports",
         [](Stage &stage) {
             stage.openPage(page, QStringLiteral("tab=imports"), staff::Role::Admin);
             stage.find(QStringLiteral("importsTable"));
         }},
        {"ban-list.no-imports",
         [](Stage &stage) {
             stage.service().blocking().imports().clear();
             stage.openPage(page, QStringLiteral("tab=imports"), staff::Role::Admin);
             stage.find(QStringLiteral("importsState"));
         }},
        {"ban-list.import-checking",
         [](Stage &stage) {
             stage.service().blocking().importsMove = false;
             ready(stage);
             importFile(stage);
             stage.find(QStringLiteral("importProgressBar"));
         }},
        {"ban-list.import-checked",
         [](Stage &stage) {
             ready(stage);
             importFile(stage);
             stage.find(QStringLiteral("importCommit"));
         }},
        {"ban-list.import-writing",
         [](Stage &stage) {
             ready(stage);
             importFile(stage);
             stage.service().blocking().importsMove = false;
             stage.click(QStringLiteral("importCommit"));
             stage.find(QStringLiteral("importProgressBar"));
         }},
        {"ban-list.import-undo",
         [](Stage &stage) {
             ready(stage);
             importFile(stage);
             stage.click(QStringLiteral("importCommit"));
             stage.click(QStringLiteral("importUndo"));
             stage.find(QStringLiteral("actionPanel"));
         }},
    };
}
} // namespace

QList<Scene> banListScenes() {
    return stateScenes() + actingScenes();
}

} // namespace wemo::gallery
