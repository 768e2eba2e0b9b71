#include "app/gallery/scenes.h"
#include "models/live/live_event.h"

#include <QScrollBar>
#include <QTableView>

namespace wemo::gallery {

namespace {
using Kind = CannedAnswer::Kind;
const QString list = QStringLiteral("GET /api/v1/sms/messages");
const QString page = QStringLiteral("sms-log");

void ready(Stage &stage, const QString &place = {}) {
    stage.openPage(page, place);
    auto *table = stage.window().findChild<QTableView *>(QStringLiteral("messageTable"));
    stage.waitFor([table] { return table->isVisible() && table->model()->rowCount() > 0; }, "rows");
    stage.settle(120);
}

void openState(Stage &stage, wemo::sms::DeliveryState state) {
    const auto &messages = stage.service().messages();
    const auto found = std::find_if(messages.cbegin(), messages.cend(),
                                    [state](const wemo::sms::Message &message) { return message.state == state; });
    ready(stage, QStringLiteral("message=") + idToString(found->id));
    stage.find(QStringLiteral("timelineRow"));
}

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

CannedAnswer serverError() {
    return CannedService::problem(503, QStringLiteral("unavailable"), QStringLiteral("storage-unavailable"),
                                  QStringLiteral("The database cannot be reached."));
}
} // namespace

QList<Scene> smsScenes() {
    using S = wemo::sms::DeliveryState;
    return {
        {"sms-log.list", [](Stage &stage) { ready(stage); }},
        {"sms-log.delivered-detail", [](Stage &stage) { openState(stage, S::Delivered); }},
        {"sms-log.undelivered-detail", [](Stage &stage) { openState(stage, S::Undelivered); }},
        {"sms-log.outcome-unknown-detail", [](Stage &stage) { openState(stage, S::SubmitUnknown); }},
        {"sms-log.failed-detail", [](Stage &stage) { openState(stage, S::Failed); }},
        {"sms-log.new-messages",
         [](Stage &stage) {
             ready(stage);
             if (auto *table = stage.find<QTableView>(QStringLiteral("messageTable")))
                 table->verticalScrollBar()->setValue(900);
             stage.settle();
             pushNew(stage, 3);
             stage.find(QStringLiteral("newMessages"));
         }},
        {"sms-log.live-on-top",
         [](Stage &stage) {
             ready(stage);
             pushNew(stage, 2);
         }},
        {"sms-log.filtered",
         [](Stage &stage) { ready(stage, QStringLiteral("state=undelivered,expired,rejected&range=7d")); }},
        {"sms-log.custom-range",
         [](Stage &stage) {
             ready(stage, QStringLiteral("range=custom&from=2026-11-22T04:00:00Z&to=2026-11-22T06:00:00Z"));
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
             stage.service().fail(list, serverError());
             stage.openPage(page);
             stage.find(QStringLiteral("listState"));
         }},
        {"sms-log.detail-error",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/sms/messages/4*"), serverError());
             const QString id = idToString(stage.service().messages().at(2).id);
             ready(stage, QStringLiteral("message=") + id);
             stage.find(QStringLiteral("panelError"));
         }},
        {"sms-log.offline",
         [](Stage &stage) {
             ready(stage);
             stage.service().live = false;
             stage.service().fail(QStringLiteral("GET /*"), {Kind::Unreachable});
             stage.network().dropStreams();
             stage.trigger(QStringLiteral("refresh"));
         }},
    };
}

} // namespace wemo::gallery
