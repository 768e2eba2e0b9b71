#include "app/gallery/scenes.h"

namespace wemo::gallery {

namespace {
void openLog(Stage &stage) {
    stage.openPage(QStringLiteral("sms-log"));
    stage.waitForText(QStringLiteral("203,418"));
}
} // namespace

QList<Scene> scenes() {
    return shellScenes() + authScenes() + smsScenes() + smsActScenes() + deliveryScenes() + queueScenes() +
           simulatorScenes() + pricingScenes() + timelineScenes() + campaignScenes() + blockingScenes();
}

QList<Scene> shellScenes() {
    using Kind = CannedAnswer::Kind;
    return {
        {"sign-in.demo-accounts",
         [](Stage &stage) {
             stage.open();
             stage.find(QStringLiteral("demo-qa"));
         }},
        {"sign-in.server",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/demo-accounts"),
                                  CannedService::problem(404, QStringLiteral("not-found"), QStringLiteral("no-demo"),
                                                         QStringLiteral("There is no demo company here.")));
             stage.open();
         }},
        {"sign-in.refused",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("POST /api/v1/session"),
                                  CannedService::problem(401, QStringLiteral("unauthorized"),
                                                         QStringLiteral("wrong-credentials"),
                                                         QStringLiteral("User name or password is wrong.")));
             stage.open();
             stage.type(QStringLiteral("username"), QStringLiteral("qa"));
             stage.type(QStringLiteral("password"), QStringLiteral("not the one"));
             stage.click(QStringLiteral("signIn"));
         }},
        {"sign-in.unreachable",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /*"), {Kind::Unreachable});
             stage.open();
         }},
        {"shell.palette",
         [](Stage &stage) {
             openLog(stage);
             stage.trigger(QStringLiteral("palette"));
         }},
        {"shell.palette-number",
         [](Stage &stage) {
             openLog(stage);
             stage.trigger(QStringLiteral("palette"));
             stage.type(QStringLiteral("paletteField"), QStringLiteral("0912 345 678"));
         }},
        {"shell.help",
         [](Stage &stage) {
             openLog(stage);
             stage.trigger(QStringLiteral("help"));
             stage.find(QStringLiteral("helpPanel"));
         }},
    };
}

} // namespace wemo::gallery
