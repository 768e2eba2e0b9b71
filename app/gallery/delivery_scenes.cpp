#include "app/gallery/scenes.h"

#include <QScrollArea>
#include <QScrollBar>

namespace wemo::gallery {

namespace {
using Kind = CannedAnswer::Kind;
const QString page = QStringLiteral("sms-delivery");

void ready(Stage &stage, const QString &place = {}, staff::Role role = staff::Role::CustomerService) {
    stage.openPage(page, place, role);
    stage.find(QStringLiteral("breakdownTable"));
    stage.settle(120);
}

void scrollDown(Stage &stage) {
    auto *pageWidget = stage.find(QStringLiteral("deliveryPage"));
    if (auto *area = pageWidget ? pageWidget->findChild<QScrollArea *>() : nullptr)
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    stage.settle();
}

CannedAnswer serverError() {
    return CannedService::problem(503, QStringLiteral("unavailable"), QStringLiteral("store-unavailable"),
                                  QStringLiteral("The store cannot be reached."));
}
} // namespace

QList<Scene> deliveryScenes() {
    return {
        {"delivery.alarms", [](Stage &stage) { ready(stage); }},
        {"delivery.calm",
         [](Stage &stage) {
             stage.service().delivery().alarms.clear();
             stage.service().delivery().breakers.clear();
             ready(stage, QStringLiteral("days=30&by=template"));
         }},
        {"delivery.prefixes",
         [](Stage &stage) {
             ready(stage, QStringLiteral("days=7&by=prefix"));
             scrollDown(stage);
         }},
        {"delivery.lift",
         [](Stage &stage) {
             ready(stage);
             stage.click(QStringLiteral("breakerLift"));
             stage.type(QStringLiteral("liftReason"), QString::fromUtf8("電信公司確認是自家測試"));
         }},
        {"delivery.lifted",
         [](Stage &stage) {
             ready(stage);
             stage.click(QStringLiteral("breakerLift"));
             stage.type(QStringLiteral("liftReason"), QString::fromUtf8("電信公司確認是自家測試"), true);
             stage.find(QStringLiteral("toastUndo"));
         }},
        {"delivery.empty",
         [](Stage &stage) {
             stage.service().delivery().busy = false;
             stage.service().delivery().alarms.clear();
             stage.service().delivery().breakers.clear();
             ready(stage);
         }},
        {"delivery.error",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/sms/statistics"), serverError());
             stage.openPage(page);
             stage.find(QStringLiteral("deliveryState"));
         }},
        {"delivery.stale",
         [](Stage &stage) {
             ready(stage);
             stage.service().fail(QStringLiteral("GET /api/v1/sms/statistics"), serverError());
             stage.trigger(QStringLiteral("refresh"));
             stage.find(QStringLiteral("deliveryError"));
         }},
    };
}

} // namespace wemo::gallery
