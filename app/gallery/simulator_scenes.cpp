#include "app/gallery/scenes.h"
#include "models/pricing/priced_ride.h"

#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QTabWidget>

namespace wemo::gallery {

namespace {
using Kind = CannedAnswer::Kind;
const QString page = QStringLiteral("fare-simulator");
const QString quotes = QStringLiteral("POST /api/v1/quotes");
const QString commute = QStringLiteral("product=per_minute&model=fly&tier=adult&pickup=taoyuan&return=taipei&"
                                       "start=2026/11/21 22:30&minutes=31&km=12.4");

void ready(Stage &stage, const QString &place) {
    stage.openPage(page, place, staff::Role::CustomerService);
    stage.find(QStringLiteral("stackTable"));
    stage.settle(260);
}

CannedAnswer serverError() {
    return CannedService::problem(503, QStringLiteral("unavailable"), QStringLiteral("database-unavailable"),
                                  QStringLiteral("The database cannot be reached."));
}

/// The commute's own quote, after something was done to it.
void verify(Stage &stage, const std::function<void(QJsonObject &)> &change) {
    ready(stage, commute);
    QJsonObject quote =
        stage.service()
            .answer({"POST", QStringLiteral("/api/v1/quotes"), {}, stage.service().requests().constLast().body})
            .body;
    change(quote);
    if (auto *tabs = stage.find<QTabWidget>(QStringLiteral("simulatorTabs")))
        tabs->setCurrentIndex(1);
    if (auto *field = stage.find<QPlainTextEdit>(QStringLiteral("storedQuote")))
        field->setPlainText(QString::fromUtf8(QJsonDocument(quote).toJson()));
    stage.click(QStringLiteral("verify"));
    stage.find(QStringLiteral("verifyBar"));
}

QList<Scene> fareScenes() {
    return {
        {"simulator.calculated", [](Stage &stage) { ready(stage, commute); }},
        {"simulator.two-instants",
         [](Stage &stage) { ready(stage, commute + QStringLiteral("&other=2026/06/21 22:30")); }},
        {"simulator.hourly",
         [](Stage &stage) {
             ready(stage, QStringLiteral("product=hourly&start=2026/11/21 09:00&minutes=275&km=52&hours=4"));
         }},
        {"simulator.pass-code-credit",
         [](Stage &stage) {
             ready(stage, commute + QStringLiteral("&pass=10&pass-effect=m&code=30&code-effect=a&code-word=HELLO30&"
                                                   "credit=15"));
         }},
        {"simulator.no-price",
         [](Stage &stage) {
             stage.openPage(page, QStringLiteral("product=per_minute&model=fly&tier=adult&start=2018/01/01 08:00&"
                                                 "minutes=20&km=5"));
             stage.find(QStringLiteral("fareState"));
         }},
        {"simulator.field-errors",
         [](Stage &stage) {
             stage.openPage(page, QStringLiteral("product=per_minute&model=candy&tier=adult&start=2026/02/31 08:00&"
                                                 "minutes=-4&km=NaN&credit=2.5&other=2026-11-24T08:00:00-05:00"));
             stage.find(QStringLiteral("startError"));
         }},
    };
}

QList<Scene> stateScenes() {
    return {
        {"simulator.loading",
         [](Stage &stage) {
             stage.service().fail(quotes, {Kind::Never});
             stage.openPage(page, commute);
             stage.settle(260);
         }},
        {"simulator.error",
         [](Stage &stage) {
             stage.service().fail(quotes, serverError());
             stage.openPage(page, commute);
             stage.find(QStringLiteral("fareState"));
         }},
        {"simulator.offline",
         [](Stage &stage) {
             ready(stage, commute);
             stage.service().live = false;
             stage.service().fail(QStringLiteral("POST /*"), {Kind::Unreachable});
             stage.service().fail(QStringLiteral("GET /*"), {Kind::Unreachable});
             stage.network().dropStreams();
             stage.trigger(QStringLiteral("refresh"));
             stage.find(QStringLiteral("fareBar"));
         }},
        {"simulator.verify-same", [](Stage &stage) { verify(stage, [](QJsonObject &) {}); }},
        {"simulator.verify-differs",
         [](Stage &stage) {
             verify(stage, [](QJsonObject &quote) {
                 QJsonArray lines = quote.value(QStringLiteral("lines")).toArray();
                 QJsonObject line = lines.at(1).toObject();
                 line.insert(QStringLiteral("amount"), QStringLiteral("70"));
                 lines.replace(1, line);
                 quote.insert(QStringLiteral("lines"), lines);
                 quote.insert(QStringLiteral("due"), 100);
             });
         }},
    };
}
} // namespace

QList<Scene> simulatorScenes() {
    return fareScenes() + stateScenes();
}

} // namespace wemo::gallery
