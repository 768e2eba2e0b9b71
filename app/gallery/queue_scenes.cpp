#include "app/gallery/scenes.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QTableView>

namespace wemo::gallery {

namespace {
using Kind = CannedAnswer::Kind;
using wemo::queue::JobState;
const QString page = QStringLiteral("queue");

void ready(Stage &stage, const QString &place = {}, staff::Role role = staff::Role::Admin) {
    stage.openPage(page, place, role);
    auto *table = stage.window().findChild<QTableView *>(QStringLiteral("jobTable"));
    stage.waitFor([table] { return table->isVisible() && table->model()->rowCount() > 0; }, "rows");
    stage.settle(120);
}

void openFirst(Stage &stage, JobState state) {
    const QString id = stage.service().queue().jobs(QStringLiteral("sms-otp"), state).constFirst().id;
    ready(stage, QStringLiteral("queue=sms-otp&state=%1&job=%2").arg(toString(state), id));
    stage.find(QStringLiteral("timelineRow"));
}

void trigger(Stage &stage, const char *action) {
    if (auto *found = stage.window().findChild<QAction *>(QLatin1StringView(action)))
        found->trigger();
    stage.settle();
}

void select(Stage &stage, int rows) {
    auto *table = stage.find<QTableView>(QStringLiteral("jobTable"));
    if (!table)
        return;
    table->selectionModel()->clearSelection();
    for (int row = 0; row < rows; ++row)
        table->selectionModel()->select(table->model()->index(row, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    stage.settle();
}

CannedAnswer serverError() {
    return CannedService::problem(503, QStringLiteral("unavailable"), QStringLiteral("redis-unavailable"),
                                  QStringLiteral("Redis cannot be reached."));
}

QList<Scene> readingScenes() {
    return {
        {"queue.busy", [](Stage &stage) { ready(stage, QStringLiteral("queue=sms-transactional&state=waiting")); }},
        {"queue.read-only",
         [](Stage &stage) {
             ready(stage, QStringLiteral("queue=sms-otp&state=failed"), staff::Role::CustomerService);
         }},
        {"queue.failed-detail", [](Stage &stage) { openFirst(stage, JobState::Failed); }},
        {"queue.active-detail", [](Stage &stage) { openFirst(stage, JobState::Active); }},
        {"queue.delayed-detail",
         [](Stage &stage) {
             const QString id =
                 stage.service().queue().jobs(QStringLiteral("sms-transactional"), JobState::Delayed).at(2).id;
             ready(stage, QStringLiteral("queue=sms-transactional&state=delayed&job=") + id);
             stage.find(QStringLiteral("timelineRow"));
         }},
        {"queue.chart-read-out",
         [](Stage &stage) {
             ready(stage, QStringLiteral("queue=sms-otp&state=completed"));
             if (QWidget *chart = stage.find(QStringLiteral("chartWait"))) {
                 QKeyEvent home(QEvent::KeyPress, Qt::Key_PageUp, Qt::NoModifier);
                 chart->setFocus();
                 for (int i = 0; i < 2; ++i)
                     QCoreApplication::sendEvent(chart, &home);
             }
         }},
        {"queue.limited",
         [](Stage &stage) {
             auto &limit = stage.service().queue().queue(QStringLiteral("sms-transactional")).limit;
             limit->fill = 1;
             limit->wait = Milliseconds(120);
             ready(stage, QStringLiteral("queue=sms-transactional&state=prioritized"));
         }},
        {"queue.paused", [](Stage &stage) { ready(stage, QStringLiteral("queue=sms-marketing&state=delayed")); }},
        {"queue.search-continuing",
         [](Stage &stage) {
             const QString id =
                 stage.service().queue().jobs(QStringLiteral("sms-marketing"), JobState::Delayed).at(3).messageId;
             ready(stage, QStringLiteral("queue=sms-marketing&state=delayed&search=") + id);
             stage.find(QStringLiteral("searchOn"));
         }},
        {"queue.search-nothing-yet",
         [](Stage &stage) {
             stage.openPage(page, QStringLiteral("queue=sms-marketing&state=delayed&search=0912345678"),
                            staff::Role::Admin);
             stage.find(QStringLiteral("jobListState"));
         }},
        {"queue.no-match",
         [](Stage &stage) {
             stage.openPage(page, QStringLiteral("queue=sms-otp&state=failed&search=0912345678"), staff::Role::Admin);
             stage.find(QStringLiteral("jobListState"));
         }},
    };
}

QList<Scene> stateScenes() {
    return {
        {"queue.loading",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/queues"), {Kind::Never});
             stage.openPage(page);
             stage.settle(260);
         }},
        {"queue.empty",
         [](Stage &stage) {
             auto &queues = stage.service().queue().queues();
             for (auto &queue : queues) {
                 queue.counts = {};
                 queue.oldestWaiting.reset();
                 queue.oldestActive.reset();
                 queue.paused = false;
             }
             stage.service().queue().jobs(QStringLiteral("sms-otp"), JobState::Failed).clear();
             stage.service().queue().busy = false;
             stage.openPage(page, QStringLiteral("queue=sms-otp&state=failed"));
             stage.find(QStringLiteral("jobListState"));
         }},
        {"queue.error",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/queues*"), serverError());
             stage.openPage(page);
             stage.find(QStringLiteral("queueState"));
         }},
        {"queue.list-error",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/queues/sms-otp/jobs"), serverError());
             stage.openPage(page);
             stage.find(QStringLiteral("jobListState"));
         }},
        {"queue.stale",
         [](Stage &stage) {
             ready(stage, QStringLiteral("queue=sms-otp&state=failed"));
             stage.service().fail(QStringLiteral("GET /api/v1/queues*"), serverError());
             stage.trigger(QStringLiteral("refresh"));
             stage.find(QStringLiteral("queueError"));
         }},
        {"queue.offline",
         [](Stage &stage) {
             ready(stage, QStringLiteral("queue=sms-otp&state=failed"));
             stage.service().live = false;
             stage.service().fail(QStringLiteral("GET /*"), {Kind::Unreachable});
             stage.network().dropStreams();
             stage.trigger(QStringLiteral("refresh"));
         }},
    };
}

QList<Scene> actingScenes() {
    return {
        {"queue.selection",
         [](Stage &stage) {
             ready(stage, QStringLiteral("queue=sms-marketing&state=delayed"));
             select(stage, 3);
         }},
        {"queue.retry-all",
         [](Stage &stage) {
             ready(stage, QStringLiteral("queue=sms-otp&state=failed"));
             select(stage, 4);
             trigger(stage, "job-retry");
             stage.find(QStringLiteral("actionPanel"));
         }},
        {"queue.remove-all-matching",
         [](Stage &stage) {
             ready(stage, QStringLiteral("queue=sms-marketing&state=delayed"));
             select(stage, 3);
             stage.click(QStringLiteral("selectAll"));
             trigger(stage, "job-remove");
             stage.find(QStringLiteral("actionPanel"));
         }},
        {"queue.removed-undo",
         [](Stage &stage) {
             ready(stage, QStringLiteral("queue=sms-otp&state=failed"));
             select(stage, 3);
             trigger(stage, "job-remove");
             stage.find(QStringLiteral("toastUndo"));
         }},
        {"queue.refused",
         [](Stage &stage) {
             auto &queue = stage.service().queue();
             const QString id = queue.jobs(QStringLiteral("sms-otp"), JobState::Failed).constFirst().id;
             queue.refusals.insert(id, QStringLiteral("code-expired"));
             ready(stage, QStringLiteral("queue=sms-otp&state=failed"));
             select(stage, 1);
             trigger(stage, "job-retry");
             stage.find(QStringLiteral("queueRefused"));
         }},
        {"queue.drain",
         [](Stage &stage) {
             ready(stage, QStringLiteral("queue=sms-transactional&state=waiting"));
             trigger(stage, "queue-drain");
         }},
        {"queue.limit",
         [](Stage &stage) {
             ready(stage, QStringLiteral("queue=sms-transactional&state=waiting"));
             trigger(stage, "queue-limit");
         }},
        {"queue.clean",
         [](Stage &stage) {
             ready(stage, QStringLiteral("queue=sms-otp&state=completed"));
             trigger(stage, "queue-clean");
         }},
        {"queue.check-faults",
         [](Stage &stage) {
             auto &queue = stage.service().queue();
             const QString id = queue.jobs(QStringLiteral("sms-otp"), JobState::Active).constFirst().id;
             queue.faults = {{QStringLiteral("The job is in both active and failed."), id},
                             {QStringLiteral("A lock was left behind by a job that is not active."), id}};
             ready(stage, QStringLiteral("queue=sms-otp&state=active"));
             trigger(stage, "queue-check");
             stage.find(QStringLiteral("faultList"));
         }},
        {"queue.check-sound",
         [](Stage &stage) {
             ready(stage, QStringLiteral("queue=sms-otp&state=active"));
             trigger(stage, "queue-check");
             stage.find(QStringLiteral("faultPanel"));
         }},
    };
}
} // namespace

QList<Scene> queueScenes() {
    return readingScenes() + stateScenes() + actingScenes();
}

} // namespace wemo::gallery
