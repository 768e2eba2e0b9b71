#include "models/live/live_event.h"
#include "ui/pages/simulator/ride_form.h"
#include "ui/pages/simulator/simulator_page.h"
#include "ui/pages/simulator/stack_table.h"
#include "ui/pages/simulator/verify_panel.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/skeleton_loading.h"

#include <QButtonGroup>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace wemo::pages::simulator {

using wemo::pricing::Language;

namespace {
constexpr int formWidth = 376;

QToolButton *chip(const QString &name, QWidget *parent) {
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setProperty("ui", "chip");
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QPushButton *link(const char *name, QWidget *parent) {
    auto *button = new QPushButton(parent);
    button->setObjectName(QLatin1StringView(name));
    button->setProperty("ui", "link");
    button->hide();
    return button;
}
} // namespace

void SimulatorPage::build() {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(ui::metrics::pagePadding, 16, ui::metrics::pagePadding, 0);
    row->setSpacing(24);
    row->addWidget(buildForm());
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("simulatorTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_verify = new VerifyPanel(m_source, m_tabs);
    m_tabs->addTab(buildFare(), QString());
    m_tabs->addTab(m_verify, QString());
    row->addWidget(m_tabs, 1);
}

QWidget *SimulatorPage::buildForm() {
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(formWidth);
    m_form = new RideForm(scroll);
    auto *presets = new QHBoxLayout;
    presets->setSpacing(4);
    for (const char *name : {"presetShortHop", "presetCommute", "presetOvernight", "presetFar"}) {
        m_presets.append(chip(QLatin1StringView(name), m_form));
        presets->addWidget(m_presets.constLast());
    }
    presets->addStretch();
    m_recent = chip(QStringLiteral("recentRides"), m_form);
    m_recent->setPopupMode(QToolButton::InstantPopup);
    m_recent->setMenu(new QMenu(m_recent));
    m_form->top()->addLayout(presets);
    m_form->top()->addWidget(m_recent, 0, Qt::AlignLeft);
    buildMenus();
    scroll->setWidget(m_form);
    return scroll;
}

void SimulatorPage::addPick(QMenu *menu, const char *name, void (SimulatorPage::*slot)()) {
    auto *action = new QAction(this);
    action->setObjectName(QLatin1StringView(name));
    connect(action, &QAction::triggered, this, slot);
    menu->addAction(action);
}

void SimulatorPage::buildMenus() {
    QMenu *when = m_form->whenButton()->menu();
    addPick(when, "pickNow", &SimulatorPage::pickNow);
    addPick(when, "pickLastMonth", &SimulatorPage::pickLastMonth);
    addPick(when, "pickAfterChange", &SimulatorPage::pickAfterChange);
    QMenu *both = m_form->compareButton()->menu();
    addPick(both, "compareLastMonth", &SimulatorPage::compareLastMonth);
    addPick(both, "compareChange", &SimulatorPage::compareChange);
}

QWidget *SimulatorPage::buildFare() {
    auto *fare = new QWidget(m_tabs);
    auto *column = new QVBoxLayout(fare);
    column->setContentsMargins(0, 16, 0, 16);
    column->setSpacing(8);
    m_bar = new ui::MessageBar(fare);
    m_bar->setObjectName(QStringLiteral("fareBar"));
    column->addWidget(m_bar);
    m_sentence = new QLabel(fare);
    m_sentence->setObjectName(QStringLiteral("fareSentence"));
    m_sentence->setProperty("ui", "heading");
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_sentence);
    buildTools(column);
    m_stack = new QStackedWidget(fare);
    m_loading = new ui::SkeletonLoading(m_stack);
    m_empty = new ui::EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("fareState"));
    m_table = new StackTable(m_stack);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_loading, m_empty, m_table})
        m_stack->addWidget(widget);
    column->addWidget(m_stack, 1);
    return fare;
}

void SimulatorPage::buildTools(QVBoxLayout *column) {
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    m_languages = new QButtonGroup(this);
    const std::pair<const char *, QString> languages[] = {{"readChinese", QStringLiteral("中文")},
                                                          {"readEnglish", QStringLiteral("English")}};
    for (const auto &[name, text] : languages) {
        QToolButton *button = chip(QLatin1StringView(name), m_tabs);
        button->setText(text);
        button->setCheckable(true);
        connect(button, &QToolButton::toggled, button, [button](bool on) { ui::setUiProperty(button, "active", on); });
        m_languages->addButton(button, static_cast<int>(m_languages->buttons().size()));
        tools->addWidget(button);
    }
    m_languages->button(static_cast<int>(m_language))->setChecked(true);
    m_busy = new QLabel(m_tabs);
    m_busy->setObjectName(QStringLiteral("calculating"));
    m_busy->setProperty("ui", "muted");
    m_busy->hide();
    tools->addWidget(m_busy);
    tools->addStretch();
    column->addLayout(tools);
    m_firstOrigin = link("firstOrigin", m_tabs);
    m_secondOrigin = link("secondOrigin", m_tabs);
    column->addWidget(m_firstOrigin, 0, Qt::AlignLeft);
    column->addWidget(m_secondOrigin, 0, Qt::AlignLeft);
}

void SimulatorPage::wire() {
    connect(m_form, &RideForm::edited, this, &SimulatorPage::onEdited);
    connect(m_form, &RideForm::entered, this, &SimulatorPage::onEntered);
    connect(m_desk, &QuoteDesk::answered, this, &SimulatorPage::onAnswered);
    connect(m_desk, &QuoteDesk::busyChanged, this,
            [this](bool busy) { m_busy->setVisible(busy && !m_priced.isEmpty()); });
    connect(m_copy, &QAction::triggered, this, &SimulatorPage::copy);
    connect(m_languages, &QButtonGroup::idClicked, this,
            [this](int language) { chooseLanguage(static_cast<Language>(language)); });
    connect(&m_context.client, &ui::ApiClient::stateChanged, this, &SimulatorPage::onConnection);
    connect(m_bar, &ui::MessageBar::retryRequested, this, &SimulatorPage::refresh);
    connect(m_empty, &ui::EmptyState::actionRequested, this, [this] {
        if (m_error && m_error->code == u"no-price")
            Q_EMIT openRequested(QStringLiteral("pricing-timeline"), {});
        else
            refresh();
    });
    for (QPushButton *origin : {m_firstOrigin, m_secondOrigin})
        connect(origin, &QPushButton::clicked, this, [this, origin] {
            Q_EMIT openRequested(QStringLiteral("pricing-timeline"), QStringLiteral("plan=%1&interval=%2")
                                                                         .arg(origin->property("plan").toString(),
                                                                              origin->property("interval").toString()));
        });
    for (qsizetype i = 0; i < m_presets.size(); ++i)
        connect(m_presets.at(i), &QToolButton::clicked, this,
                [this, i] { apply(withPreset(m_form->entry(), static_cast<Preset>(i))); });
    connect(m_recent->menu(), &QMenu::aboutToShow, this, &SimulatorPage::fillRecent);
    connect(&m_context.live, &ui::LiveStream::received, this,
            [this](const live::LiveEvent &event) { onLive(event.type); });
    connect(&m_context.live, &ui::LiveStream::reset, this, [this] { onLive(live::pricingTimelineChanged); });
}

} // namespace wemo::pages::simulator
