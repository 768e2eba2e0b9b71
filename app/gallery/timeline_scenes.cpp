#include "app/gallery/scenes.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTabBar>

namespace wemo::gallery {

namespace {
using wemo::pricing::IntervalStatus;
using Role = staff::Role;
const QString page = QStringLiteral("pricing-timeline");

void ready(Stage &stage, const QString &place = {}, Role role = Role::Admin) {
    stage.openPage(page, place, role);
    stage.find(QStringLiteral("timelineView"));
    stage.settle(120);
}

QString placeOf(Stage &stage, const char *plan, IntervalStatus status) {
    const auto *interval = stage.service().pricing().find(QLatin1StringView(plan), status);
    return QStringLiteral("plan=%1&interval=%2")
        .arg(QLatin1StringView(plan), interval ? idToString(interval->id) : QString());
}

void open(Stage &stage, const char *plan, IntervalStatus status, Role role = Role::Admin) {
    ready(stage, placeOf(stage, plan, status), role);
    stage.find(QStringLiteral("timelinePanel"));
    stage.settle(120);
}

QString range(Stage &stage, int hoursBefore, int hoursAfter) {
    const Instant now = stage.service().now();
    return QStringLiteral("&from=%1&to=%2")
        .arg(toIso(now - std::chrono::hours(hoursBefore)), toIso(now + std::chrono::hours(hoursAfter)));
}

void press(Stage &stage, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1) {
    QWidget *view = stage.find(QStringLiteral("timelineView"));
    for (int i = 0; view && i < times; ++i) {
        QKeyEvent event(QEvent::KeyPress, key, modifiers);
        QCoreApplication::sendEvent(view, &event);
    }
    stage.settle();
}

void trigger(Stage &stage, const char *action) {
    if (auto *found = stage.window().findChild<QAction *>(QLatin1StringView(action)))
        found->trigger();
    stage.settle(150);
}

void tab(Stage &stage, int index) {
    if (auto *tabs = stage.find<QTabBar>(QStringLiteral("panelTabs")))
        tabs->setCurrentIndex(index);
    stage.settle(200);
}

QList<Scene> lookScenes() {
    return {
        {"timeline.overview", [](Stage &stage) { ready(stage); }},
        {"timeline.years",
         [](Stage &stage) {
             ready(stage);
             trigger(stage, "timeline-fit");
         }},
        {"timeline.hours", [](Stage &stage) { ready(stage, QStringLiteral("plan=fly-adult") + range(stage, 6, 18)); }},
        {"timeline.days",
         [](Stage &stage) { ready(stage, QStringLiteral("plan=fly-adult") + range(stage, 24 * 4, 24 * 26)); }},
        {"timeline.read-only",
         [](Stage &stage) { open(stage, "fly-adult", IntervalStatus::Effective, Role::CustomerService); }},
        {"timeline.effective", [](Stage &stage) { open(stage, "fly-adult", IntervalStatus::Effective); }},
        {"timeline.prices",
         [](Stage &stage) {
             open(stage, "fly-adult", IntervalStatus::Effective);
             tab(stage, 1);
         }},
        {"timeline.compare",
         [](Stage &stage) {
             open(stage, "fly-adult", IntervalStatus::Draft);
             tab(stage, 2);
         }},
        {"timeline.history",
         [](Stage &stage) {
             open(stage, "fly-adult", IntervalStatus::Effective);
             tab(stage, 3);
         }},
    };
}

QList<Scene> actScenes() {
    return {
        {"timeline.draft-overlap",
         [](Stage &stage) {
             // A draft that is moved over what begins in a week.
             auto *draft = stage.service().pricing().find(QStringLiteral("fly-adult"), IntervalStatus::Draft);
             auto *next =
                 stage.service().pricing().find(QStringLiteral("taoyuan-candy-adult"), IntervalStatus::Scheduled);
             draft->planId = next->planId;
             draft->configId = next->configId;
             draft->to = draft->from + std::chrono::hours(24 * 30);
             ready(stage, QStringLiteral("plan=taoyuan-candy-adult&interval=%1").arg(draft->id) +
                              range(stage, 24 * 10, 24 * 70));
             press(stage, Qt::Key_Left, Qt::AltModifier, 20);
         }},
        {"timeline.gap",
         [](Stage &stage) {
             open(stage, "kaohsiung-fly-adult", IntervalStatus::Draft, Role::Pricing);
             stage.type(QStringLiteral("gapConfirmation"), QStringLiteral("GA"));
         }},
        {"timeline.four-eyes",
         [](Stage &stage) { open(stage, "taichung-candy-adult", IntervalStatus::Submitted, Role::Pricing); }},
        {"timeline.approve", [](Stage &stage) { open(stage, "taichung-candy-adult", IntervalStatus::Submitted); }},
        {"timeline.rollback",
         [](Stage &stage) {
             open(stage, "fly-adult", IntervalStatus::Effective);
             trigger(stage, "timeline-rollback");
         }},
        {"timeline.new-draft",
         [](Stage &stage) {
             open(stage, "fly-adult", IntervalStatus::Effective, Role::Pricing);
             trigger(stage, "timeline-new-draft");
         }},
        {"timeline.new-draft-prices",
         [](Stage &stage) {
             open(stage, "fly-adult", IntervalStatus::Effective, Role::Pricing);
             trigger(stage, "timeline-new-draft");
             stage.click(QStringLiteral("draftChange"));
             stage.settle(150);
         }},
        {"timeline.new-plan",
         [](Stage &stage) {
             ready(stage, {}, Role::Pricing);
             trigger(stage, "timeline-new-plan");
         }},
        {"timeline.conflict",
         [](Stage &stage) {
             open(stage, "taichung-candy-adult", IntervalStatus::Submitted);
             stage.service().pricing().changeElsewhere(QStringLiteral("taichung-candy-adult"));
             stage.click(QStringLiteral("approveInterval"));
             stage.settle(120);
         }},
    };
}

QList<Scene> stateScenes() {
    return {
        {"timeline.loading",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/pricing/timelines"), {CannedAnswer::Kind::Never});
             stage.openPage(page, {}, Role::Admin);
             stage.settle(260);
         }},
        {"timeline.empty",
         [](Stage &stage) {
             stage.service().pricing().clear();
             stage.openPage(page, {}, Role::Admin);
             stage.find(QStringLiteral("timelineState"));
         }},
        {"timeline.no-match",
         [](Stage &stage) {
             ready(stage);
             stage.type(QStringLiteral("planSearch"), QStringLiteral("hsinchu"), true);
             stage.find(QStringLiteral("timelineState"));
         }},
        {"timeline.error",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/pricing/timelines"),
                                  CannedService::problem(503, QStringLiteral("unavailable"),
                                                         QStringLiteral("database-unavailable"),
                                                         QStringLiteral("The database cannot be reached.")));
             stage.openPage(page, {}, Role::Admin);
             stage.find(QStringLiteral("timelineState"));
         }},
    };
}
} // namespace

QList<Scene> timelineScenes() {
    return lookScenes() + actScenes() + stateScenes();
}

} // namespace wemo::gallery
