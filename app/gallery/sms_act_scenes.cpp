#include "app/gallery/scenes.h"
#include "app/gallery/sms_scene_steps.h"
#include "ui/pages/sms/messages_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QPlainTextEdit>

namespace wemo::gallery {

namespace {
using Kind = CannedAnswer::Kind;
const QString list = QStringLiteral("GET /api/v1/sms/messages");
const QString page = QStringLiteral("sms-log");

/// Asks to do the act that the button is for, and gives the reason.
void act(Stage &stage, const char *button, const QString &reason) {
    stage.click(QLatin1StringView(button));
    stage.type(QStringLiteral("reasonField"), reason);
}

void openSheet(Stage &stage) {
    openLog(stage);
    stage.click(QStringLiteral("primaryAction"));
    auto *what = stage.find<QComboBox>(QStringLiteral("sendWhat"));
    stage.waitFor([what] { return what->count() == 4; }, "templates");
}

void writeOwnText(Stage &stage, const QString &text) {
    openSheet(stage);
    stage.find<QComboBox>(QStringLiteral("sendWhat"))->setCurrentIndex(3);
    stage.type(QStringLiteral("sendNumber"), QStringLiteral("0912 345 678"));
    stage.find<QPlainTextEdit>(QStringLiteral("sendText"))->setPlainText(text);
    stage.settle(400);
}

void openBulk(Stage &stage) {
    stage.openPage(page, QStringLiteral("reason=handset-unreachable&range=7d"), staff::Role::Admin);
    stage.find(QStringLiteral("messageTable"));
    stage.click(QStringLiteral("sms-bulk"));
    stage.find(QStringLiteral("bulkStaying"));
}

void beginExport(Stage &stage) {
    openLog(stage);
    stage.service().fail(list, {Kind::Never});
    stage.window().findChild<pages::sms::MessagesView *>()->exportTo(
        QDir::temp().filePath(QStringLiteral("messages.xlsx")));
    stage.find(QStringLiteral("exportBar"));
}
} // namespace

QList<Scene> smsActScenes() {
    using S = wemo::sms::DeliveryState;
    return {
        {"sms-log.resend",
         [](Stage &stage) {
             openMessage(stage, S::Undelivered);
             act(stage, "message-resend", QString::fromUtf8("騎士來電，手機已重新開機"));
         }},
        {"sms-log.resend-refused",
         [](Stage &stage) {
             stage.service().messages()[10].verifiedAt = stage.service().now();
             openMessage(stage, S::Expired);
             act(stage, "message-resend", QString::fromUtf8("騎士來電"));
             stage.click(QStringLiteral("reasonConfirm"));
             stage.find(QStringLiteral("actError"));
         }},
        {"sms-log.withdraw",
         [](Stage &stage) {
             openMessage(stage, S::Scheduled);
             act(stage, "message-cancel", QString::fromUtf8("車牌打錯"));
         }},
        {"sms-log.send-template",
         [](Stage &stage) {
             openSheet(stage);
             stage.type(QStringLiteral("sendNumber"), QStringLiteral("0912 345 678"));
             stage.type(QStringLiteral("parameter.amount"), QStringLiteral("180"));
             stage.settle(400);
         }},
        {"sms-log.send-own-text",
         [](Stage &stage) {
             writeOwnText(stage,
                          QString::fromUtf8("【WeMo】您好，您遺失的安全帽已送至信義服務站，請於本週五 18:00 "
                                            "前攜帶證件領取。如需改期，請於 App 內聯絡客服，謝謝您的耐心等候。"));
             stage.find<QCheckBox>(QStringLiteral("sendLater"))->setChecked(true);
             stage.settle(400);
         }},
        {"sms-log.send-wrong-number",
         [](Stage &stage) {
             writeOwnText(stage, QString::fromUtf8("【WeMo】您好"));
             stage.type(QStringLiteral("sendNumber"), QStringLiteral("+1 555 0100"));
             stage.click(QStringLiteral("sendConfirm"));
             stage.find(QStringLiteral("sendNumberError"));
         }},
        {"sms-log.bulk-preview", openBulk},
        {"sms-log.bulk-running",
         [](Stage &stage) {
             openBulk(stage);
             stage.type(QStringLiteral("reasonField"), QString::fromUtf8("電信業者異常已排除"));
             stage.click(QStringLiteral("reasonConfirm"));
             stage.find(QStringLiteral("bulkBar"));
             stage.settle(100);
         }},
        {"sms-log.exporting", beginExport},
        {"sms-log.export-halted",
         [](Stage &stage) {
             openLog(stage);
             stage.service().fail(list, storageError());
             stage.window().findChild<pages::sms::MessagesView *>()->exportTo(
                 QDir::temp().filePath(QStringLiteral("messages.xlsx")));
             stage.find(QStringLiteral("exportError"));
         }},
    };
}

} // namespace wemo::gallery
