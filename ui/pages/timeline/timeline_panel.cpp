#include "ui/pages/timeline/timeline_panel.h"

#include "ui/pages/pricing/plan_form.h"
#include "ui/pages/pricing/pricing_text.h"
#include "ui/widgets/detail_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/status_pill.h"

#include <QEvent>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

namespace wemo::pages::timeline {

using namespace wemo::pricing;

TimelinePanel::TimelinePanel(TimelineDesk &desk, pricing::PricingSource &source, std::function<Instant()> now,
                             QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_now(std::move(now))
    , m_shelf(new ConfigShelf(source, this))
    , m_panel(new ui::DetailPanel(this))
    , m_pill(new ui::StatusPill)
    , m_bar(new ui::MessageBar)
    , m_tabs(new QTabBar) {
    setObjectName(QStringLiteral("timelinePanel"));
    build(source);
    connect(m_panel, &ui::DetailPanel::closeRequested, this, &TimelinePanel::closeRequested);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_tabs->hasFocus() || m_tabs->underMouse())
            m_wanted = tab;
        fillTab();
    });
    connect(m_bar, &ui::MessageBar::retryRequested, this, [this] {
        m_bar->clear();
        m_desk.again();
    });
    connect(m_intervalTab, &IntervalTab::editRequested, this, &TimelinePanel::editDraft);
    connect(m_draftForm, &DraftForm::canceled, this, &TimelinePanel::stopEditing);
    connect(&m_desk, &TimelineDesk::refused, this, &TimelinePanel::onRefused);
    connect(&m_desk, &TimelineDesk::overtaken, this, &TimelinePanel::onOvertaken);
    connect(&m_desk, &TimelineDesk::busyChanged, this, [this](bool busy) {
        m_intervalTab->setBusy(busy);
        m_draftForm->setBusy(busy);
        m_savePlan->setEnabled(!busy);
    });
    connect(&m_desk, &TimelineDesk::done, this, [this] {
        m_bar->clear();
        m_intervalTab->stopAsking();
        stopEditing();
    });
    connect(&m_desk, &TimelineDesk::planSaved, this, [this] {
        m_bar->clear();
        stopEditing();
    });
    retranslate();
    setMode(Mode::Reading);
}

void TimelinePanel::build(pricing::PricingSource &source) {
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_panel);
    m_panel->setTitleWidget(m_pill);
    m_bar->setObjectName(QStringLiteral("panelMessage"));
    m_tabs->setObjectName(QStringLiteral("panelTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int tab = IntervalPart; tab <= HistoryPart; ++tab)
        m_tabs->addTab(QString());
    m_intervalTab = new IntervalTab(m_desk, m_now, nullptr);
    m_configTab = new ConfigTab(m_desk, *m_shelf, nullptr);
    m_compareTab = new CompareTab(m_desk, *m_shelf, m_now, nullptr);
    m_historyTab = new HistoryTab(source, nullptr);
    m_draftForm = new DraftForm(m_desk, *m_shelf, m_now, nullptr);
    m_planEdit = new QWidget;
    m_planForm = new pricing::PlanForm(m_planEdit);
    m_savePlan = new QPushButton(m_planEdit);
    m_savePlan->setObjectName(QStringLiteral("savePlan"));
    ui::setUiProperty(m_savePlan, "ui", QStringLiteral("primary"));
    m_cancelPlan = new QPushButton(m_planEdit);
    m_cancelPlan->setObjectName(QStringLiteral("cancelPlan"));
    auto *plan = new QVBoxLayout(m_planEdit);
    plan->setContentsMargins(0, 0, 0, 0);
    plan->setSpacing(12);
    plan->addWidget(m_planForm);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_savePlan);
    buttons->addWidget(m_cancelPlan);
    buttons->addStretch();
    plan->addLayout(buttons);
    connect(m_savePlan, &QPushButton::clicked, this, [this] {
        m_planForm->clearErrors();
        m_desk.savePlan(m_planForm->plan());
    });
    connect(m_cancelPlan, &QPushButton::clicked, this, &TimelinePanel::stopEditing);
    auto *body = new QWidget; // one section: what is hidden takes no room
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    for (QWidget *part : std::initializer_list<QWidget *>{m_tabs, m_bar, m_intervalTab, m_configTab, m_compareTab,
                                                          m_historyTab, m_draftForm, m_planEdit})
        column->addWidget(part);
    m_panel->addSection({}, body);
    m_panel->addStretch();
}

void TimelinePanel::show(Id plan, Id interval, const Reader &reader) {
    if (plan != m_plan || interval != m_interval) {
        m_bar->clear();
        if (m_mode == Mode::Draft)
            setMode(Mode::Reading);
    }
    m_plan = plan;
    m_interval = interval;
    m_reader = reader;
    follow();
}

void TimelinePanel::follow() {
    const Plan *plan = m_desk.plan(m_plan);
    const Interval *interval = m_desk.interval(m_interval);
    if (m_mode == Mode::Plan)
        m_panel->setTitle(tr("New plan"));
    else
        m_panel->setTitle(plan ? pricing::planName(*plan) : QString());
    if (interval)
        m_pill->setPill(pricing::statusPill(statusOf(*interval, m_now())));
    m_pill->setVisible(interval && m_mode == Mode::Reading);
    followTabs();
    if (m_mode == Mode::Reading)
        fillTab();
}

void TimelinePanel::followTabs() {
    const bool hasInterval = m_desk.interval(m_interval) != nullptr;
    const QSignalBlocker quiet(m_tabs); // a tab that goes off would choose another
    m_tabs->setTabEnabled(IntervalPart, hasInterval);
    m_tabs->setTabEnabled(ConfigPart, hasInterval);
    m_tabs->setCurrentIndex(hasInterval || m_wanted > ConfigPart ? m_wanted : HistoryPart);
}

void TimelinePanel::fillTab() {
    const int tab = m_mode == Mode::Reading ? m_tabs->currentIndex() : -1;
    m_intervalTab->setVisible(tab == IntervalPart);
    m_configTab->setVisible(tab == ConfigPart);
    m_compareTab->setVisible(tab == ComparePart);
    m_historyTab->setVisible(tab == HistoryPart);
    m_intervalTab->show(m_interval, m_reader);
    if (tab == ConfigPart)
        m_configTab->show(m_interval);
    else if (tab == ComparePart)
        m_compareTab->show(m_plan, m_interval);
    else if (tab == HistoryPart)
        m_historyTab->show(m_plan);
}

void TimelinePanel::setMode(Mode mode) {
    m_mode = mode;
    m_tabs->setVisible(mode == Mode::Reading);
    m_draftForm->setVisible(mode == Mode::Draft);
    m_planEdit->setVisible(mode == Mode::Plan);
    fillTab();
    follow();
}

void TimelinePanel::beginDraft(Id plan) {
    m_plan = plan;
    m_bar->clear();
    setMode(Mode::Draft);
    m_draftForm->begin(plan);
}

void TimelinePanel::editDraft(Id interval) {
    m_bar->clear();
    setMode(Mode::Draft);
    m_draftForm->edit(interval);
}

void TimelinePanel::beginPlan() {
    m_bar->clear();
    setMode(Mode::Plan);
    m_planForm->setNames(m_desk.names());
    m_planForm->setPlan({});
    m_planForm->setFocus(Qt::OtherFocusReason);
}

void TimelinePanel::stopEditing() {
    if (m_mode == Mode::Reading)
        return;
    setMode(Mode::Reading);
    Q_EMIT editingEnded();
}

void TimelinePanel::askRollback() {
    setTab(IntervalPart);
    m_intervalTab->askRollback();
}

void TimelinePanel::setTab(Tab tab) {
    m_wanted = tab;
    followTabs();
    fillTab();
}
TimelinePanel::Tab TimelinePanel::tab() const {
    return static_cast<Tab>(m_tabs->currentIndex());
}

bool TimelinePanel::backOut() {
    if (m_mode != Mode::Reading) {
        stopEditing();
        return true;
    }
    if (!m_intervalTab->isAsking())
        return false;
    m_intervalTab->stopAsking();
    return true;
}

void TimelinePanel::onRefused(const ui::ApiError &error) {
    if (m_mode == Mode::Plan && m_planForm->showError(error))
        return;
    if (m_mode == Mode::Draft)
        m_draftForm->showErrors(error.fields);
    m_bar->showError(error, false);
}

void TimelinePanel::onOvertaken(const QStringList &differences) {
    m_bar->showMessage(ui::Tone::Warning,
                       tr("Somebody else has changed this timeline meanwhile; what you typed is still here.") + u'\n' +
                           differences.join(u'\n'),
                       tr("Do it all the same"));
}

void TimelinePanel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimelinePanel::retranslate() {
    m_tabs->setTabText(IntervalPart, tr("Interval"));
    m_tabs->setTabText(ConfigPart, tr("Prices"));
    m_tabs->setTabText(ComparePart, tr("Compare"));
    m_tabs->setTabText(HistoryPart, tr("History"));
    m_savePlan->setText(tr("Create plan"));
    m_cancelPlan->setText(tr("Cancel"));
    follow();
}

} // namespace wemo::pages::timeline
