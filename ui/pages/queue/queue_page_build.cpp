// The part of QueuePage that puts it together.
#include "ui/pages/queue/fault_panel.h"
#include "ui/pages/queue/job_list.h"
#include "ui/pages/queue/job_panel.h"
#include "ui/pages/queue/lane_strip.h"
#include "ui/pages/queue/painted_button.h"
#include "ui/pages/queue/queue_actions.h"
#include "ui/pages/queue/queue_charts.h"
#include "ui/pages/queue/queue_facts.h"
#include "ui/pages/queue/queue_page.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/skeleton_loading.h"

#include <QActionGroup>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace wemo::pages::queue {

void QueuePage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(ui::metrics::pagePadding, 0, ui::metrics::pagePadding, 0);
    m_bar = new ui::MessageBar(this);
    m_bar->setObjectName(QStringLiteral("queueError"));
    bars->addWidget(m_bar);
    column->addLayout(bars);
    m_stack = new QStackedWidget(this);
    m_loading = new ui::SkeletonLoading(m_stack);
    m_loading->setFocusPolicy(Qt::TabFocus);
    m_empty = new ui::EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("queueState"));
    m_empty->setFocusPolicy(Qt::TabFocus);
    m_content = new QWidget(m_stack);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(8);
    m_lanes = new LaneStrip(m_content);
    m_lanes->setContentsMargins(ui::metrics::pagePadding, 0, ui::metrics::pagePadding, 0);
    content->addWidget(m_lanes);
    m_splitter = new QSplitter(Qt::Horizontal, m_content);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(buildMain());
    buildSide();
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    content->addWidget(m_splitter, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_loading, m_empty, m_content})
        m_stack->addWidget(widget);
    column->addWidget(m_stack, 1);
}

QWidget *QueuePage::buildMain() {
    auto *main = new QWidget;
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(ui::metrics::pagePadding, 0, ui::metrics::pagePadding, 0);
    column->setSpacing(8);
    column->addWidget(buildTools());
    m_charts = new QueueCharts(main);
    column->addWidget(m_charts);
    auto *tabs = new QHBoxLayout;
    tabs->setSpacing(0);
    for (const wemo::queue::JobState state : wemo::queue::allJobStates()) {
        auto *tab = new StateTab(state, main);
        m_tabs.append(tab);
        tabs->addWidget(tab, 1);
    }
    column->addLayout(tabs);
    m_refused = new ui::MessageBar(main);
    m_refused->setObjectName(QStringLiteral("queueRefused"));
    column->addWidget(m_refused);
    m_list = new JobList(m_source, m_context.now, main);
    column->addWidget(m_list, 1);
    return main;
}

QWidget *QueuePage::buildTools() {
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_facts = new QueueFacts(m_context.now, tools);
    m_range = new QToolButton(tools);
    m_range->setObjectName(QStringLiteral("chartRange"));
    m_manage = new QToolButton(tools);
    m_manage->setObjectName(QStringLiteral("manageQueue"));
    for (QToolButton *chip : {m_range, m_manage}) {
        chip->setProperty("ui", "chip");
        chip->setPopupMode(QToolButton::InstantPopup);
        chip->setToolButtonStyle(Qt::ToolButtonTextOnly);
        chip->setFocusPolicy(Qt::StrongFocus);
    }
    auto *menu = new QMenu(m_manage);
    menu->addActions(m_actions->ofQueue());
    m_manage->setMenu(menu);
    buildRanges();
    row->addWidget(m_facts, 1);
    row->addWidget(m_range, 0, Qt::AlignTop);
    row->addWidget(m_manage, 0, Qt::AlignTop);
    return tools;
}

void QueuePage::buildRanges() {
    auto *menu = new QMenu(m_range);
    m_ranges = new QActionGroup(this);
    for (const int minutes : {15, 60, 360, 1440}) {
        QAction *action = m_ranges->addAction(menu->addAction(QString()));
        action->setObjectName(QStringLiteral("range.%1").arg(minutes));
        action->setData(minutes);
        action->setCheckable(true);
    }
    menu->addSeparator();
    m_logarithmic = menu->addAction(QString());
    m_logarithmic->setObjectName(QStringLiteral("logarithmic"));
    m_logarithmic->setCheckable(true);
    m_range->setMenu(menu);
}

void QueuePage::buildSide() {
    m_side = new QStackedWidget(m_splitter);
    m_side->setMinimumWidth(320);
    m_panel = new JobPanel(m_source, m_context.now, m_side);
    m_form = new ActionPanel(m_side);
    m_faults = new FaultPanel(m_side);
    for (QWidget *panel : std::initializer_list<QWidget *>{m_panel, m_form, m_faults})
        m_side->addWidget(panel);
    m_side->hide();
    m_splitter->addWidget(m_side);
}

void QueuePage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QueuePage::retranslate() {
    const std::pair<int, QString> ranges[] = {
        {15, tr("15 minutes")}, {60, tr("1 hour")}, {360, tr("6 hours")}, {1440, tr("24 hours")}};
    for (QAction *action : m_ranges->actions())
        for (const auto &range : ranges)
            if (action->data().toInt() == range.first)
                action->setText(range.second);
    if (m_ranges->checkedAction())
        m_range->setText(tr("Charts: %1").arg(m_ranges->checkedAction()->text()));
    m_range->setAccessibleName(tr("Time the charts show"));
    m_logarithmic->setText(tr("Logarithmic times"));
    m_manage->setText(tr("Manage"));
    m_manage->setAccessibleName(tr("Manage the queue"));
    m_lanes->setAccessibleName(tr("Queues"));
    m_actions->retranslate();
    if (isSideOpen(m_form))
        closeSide(); // its words were made when it was asked
    if (m_watch->isLoaded() || m_watch->error())
        onWatched();
}

} // namespace wemo::pages::queue
