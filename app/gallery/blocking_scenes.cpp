#include "app/gallery/scenes.h"

#include <QAction>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>

namespace wemo::gallery {

namespace {
using Kind = CannedAnswer::Kind;
const QString policies = QStringLiteral("block-policies");
const QString history = QStringLiteral("subject-history");

void openPolicies(Stage &stage, const QString &place = {}, staff::Role role = staff::Role::Admin) {
    stage.openPage(policies, place, role);
    stage.find(QStringLiteral("policiesTable"));
    stage.settle(120);
}

void openTab(Stage &stage, int tab) {
    if (auto *tabs = stage.find<QTabBar>(QStringLiteral("policyTabs")))
        tabs->setCurrentIndex(tab);
    stage.settle(120);
}

void lookUp(Stage &stage, staff::Role role = staff::Role::CustomerService) {
    stage.openPage(history, QStringLiteral("kind=number&value=0917%20345%20137"), role);
    stage.find(QStringLiteral("trialAnswer"));
    stage.settle(120);
}

CannedAnswer serverError() {
    return CannedService::problem(503, QStringLiteral("unavailable"), QStringLiteral("redis-unavailable"),
                                  QStringLiteral("Redis cannot be reached."));
}

QList<Scene> policyScenes() {
    return {
        {"block-policies.list", [](Stage &stage) { openPolicies(stage); }},
        {"block-policies.edit",
         [](Stage &stage) {
             openPolicies(stage, QStringLiteral("policy=otp-number"));
             if (auto *limit = stage.find<QSpinBox>(QStringLiteral("policyLimit")))
                 limit->setValue(3);
         }},
        {"block-policies.read-only",
         [](Stage &stage) { openPolicies(stage, QStringLiteral("policy=otp-number"), staff::Role::CustomerService); }},
        {"block-policies.new",
         [](Stage &stage) {
             openPolicies(stage);
             if (auto *add = stage.window().findChild<QAction *>(QStringLiteral("policy-add")))
                 add->trigger();
             stage.find(QStringLiteral("policyPanel"));
         }},
        {"block-policies.preview",
         [](Stage &stage) {
             openPolicies(stage, QStringLiteral("policy=otp-number"));
             openTab(stage, 1);
             stage.find(QStringLiteral("dayBars"));
         }},
        {"block-policies.versions",
         [](Stage &stage) {
             openPolicies(stage, QStringLiteral("policy=otp-number"));
             openTab(stage, 2);
             stage.find(QStringLiteral("restore.1"));
         }},
        {"block-policies.conflict",
         [](Stage &stage) {
             openPolicies(stage, QStringLiteral("policy=otp-number"));
             if (auto *limit = stage.find<QSpinBox>(QStringLiteral("policyLimit")))
                 limit->setValue(3);
             stage.service().blocking().changePolicyElsewhere(QStringLiteral("otp-number"));
             stage.click(QStringLiteral("policySave"));
             stage.find(QStringLiteral("policyConflict"));
         }},
        {"block-policies.empty",
         [](Stage &stage) {
             stage.service().blocking().policies().clear();
             stage.openPage(policies, {}, staff::Role::Admin);
             stage.find(QStringLiteral("policiesState"));
         }},
        {"block-policies.error",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/blocking/*"), serverError());
             stage.openPage(policies, {}, staff::Role::Admin);
             stage.find(QStringLiteral("policiesState"));
         }},
    };
}

QList<Scene> historyScenes() {
    return {
        {"subject-history.nobody-yet",
         [](Stage &stage) {
             stage.openPage(history, {}, staff::Role::CustomerService);
             stage.find(QStringLiteral("historyState"));
         }},
        {"subject-history.blocked", [](Stage &stage) { lookUp(stage); }},
        {"subject-history.read-only", [](Stage &stage) { lookUp(stage, staff::Role::Qa); }},
        {"subject-history.lift",
         [](Stage &stage) {
             lookUp(stage);
             stage.click(QStringLiteral("do-subject-lift"));
             stage.find(QStringLiteral("actionPanel"));
         }},
        {"subject-history.from-list",
         [](Stage &stage) {
             stage.openPage(history, QStringLiteral("kind=number&subject=9f3a"), staff::Role::CustomerService);
             stage.find(QStringLiteral("historyTimeline"));
         }},
        {"subject-history.nothing",
         [](Stage &stage) {
             stage.service().blocking().nothingMoves = true;
             stage.openPage(history, QStringLiteral("kind=email&value=mei@example.com"), staff::Role::CustomerService);
             stage.find(QStringLiteral("trialAnswer"));
             stage.settle(120);
         }},
        {"subject-history.error",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("POST /api/v1/blocking/*"), serverError());
             stage.openPage(history, QStringLiteral("kind=number&value=0917345137"), staff::Role::CustomerService);
             stage.find(QStringLiteral("historyError"));
             stage.find(QStringLiteral("trialError"));
         }},
    };
}
} // namespace

QList<Scene> blockingScenes() {
    return blockListScenes() + banListScenes() + policyScenes() + historyScenes();
}

} // namespace wemo::gallery
