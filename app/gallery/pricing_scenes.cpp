#include "app/gallery/scenes.h"
#include "ui/pages/pricing/config_comparison.h"
#include "ui/pages/pricing/config_form.h"
#include "ui/pages/pricing/config_text.h"
#include "ui/pages/pricing/fare_curve.h"
#include "ui/pages/pricing/plan_form.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace wemo::gallery {

namespace {
using namespace pages::pricing;
using namespace wemo::pricing;

const Instant noon = fromMs(1'795'320'000'000); // 22 November 2026, 12:00 in Taipei
constexpr int panelWidth = 440;

CatalogNames catalog() {
    return CatalogNames(
        {{QStringLiteral("zone"), QStringLiteral("taipei"), QStringLiteral("台北市"), QStringLiteral("Taipei")},
         {QStringLiteral("zone"), QStringLiteral("new-taipei"), QStringLiteral("新北市"), QStringLiteral("New Taipei")},
         {QStringLiteral("model"), QStringLiteral("candy"), QStringLiteral("WeMo CANDY"), QStringLiteral("WeMo CANDY")},
         {QStringLiteral("tier"), QStringLiteral("adult"), QStringLiteral("25 歲以上"), QStringLiteral("25 or more")},
         {QStringLiteral("product"), QStringLiteral("per_minute"), QStringLiteral("分時"),
          QStringLiteral("By the minute")}});
}

Config metered(Rate price, Rate perMinute) {
    Config config;
    config.components = {Base{price, 6}, TimeSegments{{{6, std::nullopt, perMinute, 1}}}};
    return config;
}

/// The public fare of 2019 with invented additions.
Config everything() {
    Config config = metered(15 * perTwd, 25'000);
    config.components.emplace_back(DistanceSegments{{{10, std::nullopt, 35'000, 1}}});
    config.components.emplace_back(ZoneFees{{{QStringLiteral("new-taipei"), QStringLiteral("taipei"), -5 * perTwd},
                                             {QStringLiteral("taipei"), QStringLiteral("new-taipei"), 20 * perTwd}}});
    CalendarRule peak{QStringLiteral("上下班尖峰"), QStringLiteral("Rush hour"), 31, HolidayRule::Never, 420, 540};
    peak.value = 1000;
    config.components.emplace_back(Calendar{{peak}, {QDate(2027, 1, 1), QDate(2027, 2, 6)}});
    config.components.emplace_back(Cap{300 * perTwd, 1440, CapScope::Rent});
    return config;
}

/// A page of its own over the window: the widgets stand alone here, in the width of a side panel.
QVBoxLayout *sheet(Stage &stage, int width = panelWidth) {
    stage.open(staff::Role::Admin);
    auto *scroll = new QScrollArea(&stage.window());
    auto *body = new QWidget;
    body->setFixedWidth(width);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    scroll->setObjectName(QStringLiteral("sheet"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    scroll->setGeometry(stage.window().rect());
    scroll->show();
    scroll->raise();
    return column;
}

ConfigForm *form(Stage &stage, const Config &config) {
    auto *form = new ConfigForm;
    form->setNames(catalog());
    form->setConfig(config);
    QVBoxLayout *column = sheet(stage);
    column->addWidget(form);
    column->addStretch();
    stage.settle();
    return form;
}

void retype(ConfigForm *form, const char *path, const QString &text) {
    auto *line = form->findChild<QLineEdit *>(QLatin1StringView(path));
    line->setText(text);
    Q_EMIT line->textEdited(text);
}

void pressRight(Stage &stage, QWidget *widget) {
    widget->setFocus();
    QKeyEvent key(QEvent::KeyPress, Qt::Key_PageDown, Qt::NoModifier);
    for (int i = 0; i < 3; ++i)
        QCoreApplication::sendEvent(widget, &key);
    stage.settle();
}

void curves(Stage &stage) {
    QVBoxLayout *column = sheet(stage);
    FareCurve *first = nullptr;
    for (const FareAxis axis : {FareAxis::Minutes, FareAxis::Kilometres}) {
        auto *curve = new FareCurve(axis);
        curve->setConfigs(metered(15 * perTwd, 25'000), everything());
        column->addWidget(curve);
        first = first ? first : curve;
    }
    auto *view = new ConfigView;
    view->setConfig(everything(), catalog());
    column->addWidget(view);
    column->addStretch();
    stage.settle();
    pressRight(stage, first);
}

void comparison(Stage &stage) {
    QVBoxLayout *column = sheet(stage, 560);
    auto *both = new ConfigComparison;
    both->compare(metered(15 * perTwd, 25'000), QStringLiteral("v1"), everything(), QStringLiteral("v2"), noon,
                  catalog());
    column->addWidget(both);
    both->examples()->table()->topLevelItem(3)->setExpanded(true);
    stage.settle();
}

void planWithErrors(Stage &stage) {
    QVBoxLayout *column = sheet(stage);
    auto *plan = new PlanForm;
    plan->setNames(catalog());
    plan->setPlan({});
    column->addWidget(plan);
    column->addStretch();
    ui::ApiError error;
    error.fields = {{QStringLiteral("code"), QStringLiteral("required"), {}}};
    plan->showError(error);
    stage.settle();
}
} // namespace

QList<Scene> pricingScenes() {
    return {
        {"pricing.form", [](Stage &stage) { form(stage, everything()); }},
        {"pricing.form-mistakes",
         [](Stage &stage) {
             ConfigForm *one = form(stage, metered(15 * perTwd, 25'000));
             retype(one, "components[0].price", QStringLiteral("15元"));
             retype(one, "components[1].segments[0].start", QStringLiteral("soon"));
             retype(one, "components[1].segments[0].rate", QStringLiteral("2.55555"));
             stage.settle();
         }},
        {"pricing.form-end",
         [](Stage &stage) {
             form(stage, everything());
             auto *scroll = stage.window().findChild<QScrollArea *>(QStringLiteral("sheet"));
             scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
         }},
        {"pricing.form-read-only", [](Stage &stage) { form(stage, everything())->setReadOnly(true); }},
        {"pricing.curves", curves},
        {"pricing.comparison", comparison},
        {"pricing.plan-errors", planWithErrors},
    };
}

} // namespace wemo::gallery
