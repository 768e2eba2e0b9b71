#include "app/gallery/scenes.h"

#include <QTabWidget>

namespace wemo::gallery {

namespace {
using Kind = CannedAnswer::Kind;
const QString page = QStringLiteral("auth-lab");
const QString challenges = QStringLiteral("POST /auth/v1/challenges");
const QString verify = QStringLiteral("POST /auth/v1/challenges/ch_4Zq9nT1yVw8sKd3e/verify");

void ask(Stage &stage) {
    stage.openPage(page);
    stage.type(QStringLiteral("phoneNumber"), QStringLiteral("0912 345 678"), true);
}

void askAndReceive(Stage &stage) {
    ask(stage);
    stage.find(QStringLiteral("useCode"));
}

void signIn(Stage &stage) {
    askAndReceive(stage);
    stage.click(QStringLiteral("useCode"));
    stage.settle();
    stage.find(QStringLiteral("welcome"));
}

void wrongCode(Stage &stage, const CannedAnswer &answer) {
    askAndReceive(stage);
    stage.service().fail(verify, answer);
    stage.type(QStringLiteral("code"), QStringLiteral("111111"));
    stage.find(QStringLiteral("phoneError"));
}

CannedAnswer problem(int status, const char *kind, const char *code, const char *detail, qint64 retryAfterMs = 0) {
    return CannedService::problem(status, QLatin1StringView(kind), QLatin1StringView(code), QLatin1StringView(detail),
                                  retryAfterMs);
}
} // namespace

QList<Scene> authScenes() {
    return {
        {"auth-lab.start", [](Stage &stage) { stage.openPage(page); }},
        {"auth-lab.impossible-number",
         [](Stage &stage) {
             stage.service().fail(challenges,
                                  CannedService::wrongField(QStringLiteral("phone"), QStringLiteral("not-mobile"),
                                                            QStringLiteral("This is no mobile number.")));
             stage.openPage(page);
             stage.type(QStringLiteral("phoneNumber"), QStringLiteral("02 2345 6789"), true);
             stage.find(QStringLiteral("phoneError"));
         }},
        {"auth-lab.waiting-for-sms",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/lab/handset"),
                                  {Kind::Answer, 200, {{"messages", QJsonArray()}}});
             ask(stage);
             stage.find(QStringLiteral("code"));
         }},
        {"auth-lab.sms-arrived", [](Stage &stage) { askAndReceive(stage); }},
        {"auth-lab.wrong-code",
         [](Stage &stage) {
             askAndReceive(stage);
             stage.type(QStringLiteral("code"), QStringLiteral("111111"));
             stage.find(QStringLiteral("phoneError"));
         }},
        {"auth-lab.locked",
         [](Stage &stage) {
             wrongCode(stage, problem(429, "too-many-requests", "challenge-locked", "Too many wrong codes."));
         }},
        {"auth-lab.expired",
         [](Stage &stage) { wrongCode(stage, problem(410, "expired", "challenge-expired", "The code has expired.")); }},
        {"auth-lab.too-many-codes",
         [](Stage &stage) {
             stage.service().fail(challenges, problem(429, "too-many-requests", "try-again-later",
                                                      "Not now. Try again later.", 1'740'000));
             ask(stage);
             stage.find(QStringLiteral("phoneError"));
         }},
        {"auth-lab.resend-ready",
         [](Stage &stage) {
             askAndReceive(stage);
             stage.service().setNow(stage.service().now() + std::chrono::seconds(75));
             stage.settle(600);
         }},
        {"auth-lab.service-away",
         [](Stage &stage) {
             askAndReceive(stage);
             stage.service().live = false;
             stage.service().fail(QStringLiteral("POST /*"), {Kind::Unreachable});
             stage.service().fail(QStringLiteral("GET /*"), {Kind::Unreachable});
             stage.network().dropStreams();
             stage.type(QStringLiteral("code"), QStringLiteral("481920"));
         }},
        {"auth-lab.real-gateway",
         [](Stage &stage) {
             stage.service().fail(QStringLiteral("GET /api/v1/lab/handset"),
                                  problem(404, "not-found", "no-handset", "The gateway is a real one."));
             ask(stage);
             stage.settle();
         }},
        {"auth-lab.signed-in",
         [](Stage &stage) {
             signIn(stage);
             stage.click(QStringLiteral("exchangeToggle"));
         }},
        {"auth-lab.tokens",
         [](Stage &stage) {
             signIn(stage);
             stage.service().setNow(stage.service().now() + std::chrono::seconds(260));
             if (auto *tabs = stage.find<QTabWidget>(QStringLiteral("labTabs")))
                 tabs->setCurrentIndex(1);
             stage.settle(600);
         }},
    };
}

} // namespace wemo::gallery
