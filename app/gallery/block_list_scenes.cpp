#include "app/gallery/scenes.h"

#include <QAction>
#include <QTableView>

namespace wemo::gallery {

namespace {
using Kind = CannedAnswer::Kind;
const QString page = QStringLiteral("block-list");

void ready(Stage &stage, const QString &place = {}, staff::Role role = staff::Role::CustomerService) {
    stage.openPage(page, place, role);
    auto *table = stage.window().findChild<QTableView *>(QStringLiteral("blockTable"));
    stage.waitFor([table] { return table->isVisible() && table->model()->rowCount() > 0; }, "rows");
    stage.settle(120);
}

void select(Stage &stage, int rows) {
    auto *table = stage.find<QTableView>(QStringLiteral("blockTable"));
    if (!table)
        return;
    table->selectionModel()->clearSelection();
    for (int row = 0; row < rows; ++row)
        table->selectionModel()->select(table->model()->index(row, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    stage.settle();
}

void trigger(Stage &stage, const char *action) {
    if (auto *found = stage.window().findChild<QAction *>(QLatin1StringView(action)))
        found->trigger();
    stage.settle();
}

CannedAnswer serverError() {
    return CannedService::problem(503, QStringLiteral("unavailable"), QStringLiteral("redis-unavailable"),
                                  QStringLiteral("Redis cannot be reached."));
}

QList<Scene> stateScenes() {
    return {
        {"block-list.list", [](Stage &stage) { ready(stage); }},
        {"block-list.read-only", [](Stage &stage) { ready(stage, {}, staff::Role::Qa); }},
        {"block-list.detail",
         [](Stage &stage) {
             const auto &block = stage.service().blocking().blocks().at(2);
             ready(stage, QStringLiteral("block=%1/%2/%3").arg(block.subject.kind, block.subject.id, block.policyId));
             stage.find(QStringLiteral("timelineRow"));
         }},
        {"block-list.loading",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/blocking/blocks"), {Kind::Never});
             stage.openPage(page, {}, staff::Role::CustomerService);
             stage.settle(260);
         }},
        {"block-list.empty",
         [](Stage &stage) {
             stage.service().blocking().blocks().clear();
             stage.openPage(page, {}, staff::Role::CustomerService);
             stage.find(QStringLiteral("blockState"));
         }},
        {"block-list.no-match",
         [](Stage &stage) {
             stage.openPage(page, QStringLiteral("value=0912%20345%20678"), staff::Role::CustomerService);
             stage.find(QStringLiteral("blockState"));
         }},
        {"block-list.error",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/blocking/*"), serverError());
             stage.openPage(page, {}, staff::Role::CustomerService);
             stage.find(QStringLiteral("blockState"));
         }},
        {"block-list.stale",
         [](Stage &stage) {
             ready(stage);
             stage.service().fail(QStringLiteral("GET /api/v1/blocking/*"), serverError());
             stage.trigger(QStringLiteral("refresh"));
             stage.find(QStringLiteral("blockError"));
         }},
        {"block-list.offline",
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
        {"block-list.selection",
         [](Stage &stage) {
             ready(stage);
             select(stage, 3);
         }},
        {"block-list.lift",
         [](Stage &stage) {
             ready(stage);
             select(stage, 3);
             trigger(stage, "block-lift");
             stage.find(QStringLiteral("actionPanel"));
         }},
        {"block-list.ban",
         [](Stage &stage) {
             ready(stage);
             select(stage, 1);
             trigger(stage, "block-ban");
             stage.find(QStringLiteral("actionPanel"));
         }},
        {"block-list.lifted-undo",
         [](Stage &stage) {
             ready(stage);
             select(stage, 2);
             trigger(stage, "block-lift");
             stage.click(QStringLiteral("actionConfirm"));
             stage.find(QStringLiteral("toastUndo"));
         }},
    };
}
} // namespace

QList<Scene> blockListScenes() {
    return stateScenes() + actingScenes();
}

} // namespace wemo::gallery
