#include "app/gallery/scenes.h"
#include "app/gallery/sms_scene_steps.h"
#include "models/live/live_event.h"

#include <QScrollBar>
#include <QTableView>

namespace wemo::gallery {

namespace {
using Kind = CannedAnswer::Kind;
const QString list = QStringLiteral("GET /api/v1/sms/messages");
const QString page = QStringLiteral("sms-log");

void pushNew(Stage &stage, int count) {
    wemo::sms::Message message = stage.service().messages().first();
    for (int i = 0; i < count; ++i) {
        message.id += 1'000'000;
        message.createdAt += std::chrono::milliseconds(700);
        message.state = wemo::sms::DeliveryState::Created;
        stage.network().push(wemo::live::smsMessageChanged, toJson(message));
    }
    stage.settle();
}

} // namespace

QList<Scene> smsScenes() {
    using S = wemo::sms::DeliveryState;
    return {
        {"sms-log.list", [](Stage &stage) { openLog(stage); }},
        {"sms-log.delivered-detail", [](Stage &stage) { openMessage(stage, S::Delivered); }},
        {"sms-log.undelivered-detail", [](Stage &stage) { openMessage(stage, S::Undelivered); }},
        {"sms-log.outcome-unknown-detail", [](Stage &stage) { openMessage(stage, S::SubmitUnknown); }},
        {"sms-log.failed-detail", [](Stage &stage) { openMessage(stage, S::Failed); }},
        {"sms-log.new-messages",
         [](Stage &stage) {
             openLog(stage);
             if (auto *table = stage.find<QTableView>(QStringLiteral("messageTable")))
                 table->verticalScrollBar()->setValue(900);
             stage.settle();
             pushNew(stage, 3);
             stage.find(QStringLiteral("newMessages"));
         }},
        {"sms-log.live-on-top",
         [](Stage &stage) {
             openLog(stage);
             pushNew(stage, 2);
         }},
        {"sms-log.filtered",
         [](Stage &stage) { openLog(stage, QStringLiteral("state=undelivered,expired,rejected&range=7d")); }},
        {"sms-log.custom-range",
         [](Stage &stage) {
             openLog(stage, QStringLiteral("range=custom&from=2026-11-22T04:00:00Z&to=2026-11-22T06:00:00Z"));
         }},
        {"sms-log.loading",
         [](Stage &stage) {
             stage.service().fail(list, {Kind::Never});
             stage.openPage(page);
             stage.settle(260);
         }},
        {"sms-log.empty",
         [](Stage &stage) {
             stage.service().messages().clear();
             stage.openPage(page);
             stage.find(QStringLiteral("listState"));
         }},
        {"sms-log.no-match",
         [](Stage &stage) {
             stage.openPage(page, QStringLiteral("state=created&range=1h"));
             stage.find(QStringLiteral("listState"));
         }},
        {"sms-log.bad-number",
         [](Stage &stage) {
             stage.service().fail(list,
                                  CannedService::wrongField(QStringLiteral("number"), QStringLiteral("not-a-number"),
                                                            QStringLiteral("This is not a phone number.")));
             stage.openPage(page, QStringLiteral("number=0912-34"));
             stage.find(QStringLiteral("numberError"));
         }},
        {"sms-log.error",
         [](Stage &stage) {
             stage.service().fail(list, storageError());
             stage.openPage(page);
             stage.find(QStringLiteral("listState"));
         }},
        {"sms-log.detail-error",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/sms/messages/4*"), storageError());
             const QString id = idToString(stage.service().messages().at(2).id);
             openLog(stage, QStringLiteral("message=") + id);
             stage.find(QStringLiteral("panelError"));
         }},
        {"sms-log.offline",
         [](Stage &stage) {
             openLog(stage);
             stage.service().live = false;
             stage.service().fail(QStringLiteral("GET /*"), {Kind::Unreachable});
             stage.network().dropStreams();
             stage.trigger(QStringLiteral("refresh"));
         }},
        {"sms-log.more-filters",
         [](Stage &stage) {
             openLog(stage, QStringLiteral("state=undelivered&reason=handset-unreachable&gateway=every8d&purpose=otp"));
         }},
        {"sms-log.batch",
         [](Stage &stage) { openLog(stage, QStringLiteral("batch=") + stage.service().messages().at(2).batchId); }},
        {"sms-log.save-filter",
         [](Stage &stage) {
             openLog(stage, QStringLiteral("state=undelivered,failed&range=7d"));
             stage.window().findChild<QAction *>(QStringLiteral("sms-save-filter"))->trigger();
             stage.type(QStringLiteral("savedName"), QString::fromUtf8("本週失敗"));
         }},
        {"sms-log.saved-filter",
         [](Stage &stage) {
             openLog(stage, QStringLiteral("state=undelivered,failed&range=7d"));
             stage.window().findChild<QAction *>(QStringLiteral("sms-save-filter"))->trigger();
             stage.type(QStringLiteral("savedName"), QString::fromUtf8("本週失敗"), true);
         }},
        {"sms-log.beyond-the-outline",
         [](Stage &stage) {
             stage.service().outlineLimit = 400;
             openLog(stage);
         }},
        {"sms-log.scheduled-detail", [](Stage &stage) { openMessage(stage, S::Scheduled); }},
        {"sms-log.resent-detail",
         [](Stage &stage) {
             openLog(stage, QStringLiteral("message=") + idToString(stage.service().messages().at(20).id));
             stage.find(QStringLiteral("openOrigin"));
         }},
        {"sms-log.replies",
         [](Stage &stage) {
             stage.openPage(page, QStringLiteral("view=replies"));
             stage.find(QStringLiteral("replyTable"));
             stage.settle(120);
         }},
        {"sms-log.replies-empty",
         [](Stage &stage) {
             stage.service().messages().clear();
             stage.openPage(page, QStringLiteral("view=replies"));
             stage.find(QStringLiteral("repliesState"));
         }},
        {"sms-log.replies-error",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/sms/replies"), storageError());
             stage.openPage(page, QStringLiteral("view=replies"));
             stage.find(QStringLiteral("repliesState"));
         }},
        {"sms-log.error-table",
         [](Stage &stage) {
             stage.openPage(page, QStringLiteral("view=errors"));
             stage.find(QStringLiteral("errorTable"));
         }},
        {"sms-log.error-table-search",
         [](Stage &stage) {
             stage.openPage(page, QStringLiteral("view=errors&search=") +
                                      QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8("黑名單"))));
             stage.find(QStringLiteral("errorTable"));
         }},
    };
}

} // namespace wemo::gallery
