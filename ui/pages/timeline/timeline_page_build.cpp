// The part of TimelinePage that puts it together.
#include "ui/pages/timeline/timeline_filter_bar.h"
#include "ui/pages/timeline/timeline_page.h"
#include "ui/pages/timeline/timeline_panel.h"
#include "ui/pages/timeline/timeline_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/skeleton_loading.h"

#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace wemo::pages::timeline {

void TimelinePage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    auto *bars = new QVBoxLayout;
    bars->setContentsMargins(ui::metrics::pagePadding, 0, ui::metrics::pagePadding, 0);
    m_bar = new ui::MessageBar(this);
    m_bar->setObjectName(QStringLiteral("timelineError"));
    m_refused = new ui::MessageBar(this);
    m_refused->setObjectName(QStringLiteral("timelineRefused"));
    bars->addWidget(m_bar);
    m_ask = new ui::MessageBar(this);
    m_ask->setObjectName(QStringLiteral("retireAsk"));
    bars->addWidget(m_refused);
    bars->addWidget(m_ask);
    bars->addWidget(buildTools());
    column->addLayout(bars);
    m_stack = new QStackedWidget(this);
    m_loading = new ui::SkeletonLoading(m_stack);
    m_empty = new ui::EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("timelineState"));
    m_empty->setFocusPolicy(Qt::TabFocus);
    m_loading->setFocusPolicy(Qt::TabFocus);
    m_splitter = new QSplitter(Qt::Horizontal, m_stack);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_view = new TimelineView(m_splitter);
    m_view->setMinimumWidth(360);
    m_splitter->addWidget(m_view);
    buildSide();
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_loading, m_empty, m_splitter})
        m_stack->addWidget(widget);
    column->addWidget(m_stack, 1);
    m_filter->setList(m_view);
}

QWidget *TimelinePage::buildTools() {
    auto *tools = new QWidget(this);
    tools->setObjectName(QStringLiteral("timelineTools"));
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_filter = new TimelineFilterBar(tools);
    m_readOnly = new QLabel(tools);
    m_readOnly->setObjectName(QStringLiteral("readOnly"));
    ui::setUiProperty(m_readOnly, "ui", QStringLiteral("badge"));
    row->addWidget(m_filter, 1);
    row->addWidget(m_readOnly, 0, Qt::AlignVCenter);
    return tools;
}

void TimelinePage::buildSide() {
    m_panel = new TimelinePanel(*m_desk, m_source, m_context.now, m_splitter);
    m_panel->setMinimumWidth(472); // the form of a config beside a scroll bar
    m_panel->hide();
    m_splitter->addWidget(m_panel);
}

QAction *TimelinePage::addAction(const char *id, const char *iconName, const char *keys, bool ofView,
                                 void (TimelinePage::*act)()) {
    auto *action = new QAction(this);
    action->setObjectName(QLatin1StringView(id));
    action->setIcon(ui::icon(QLatin1StringView(iconName)));
    action->setShortcut(QKeySequence(QLatin1StringView(keys)));
    if (ofView) { // letters are typed elsewhere
        action->setShortcutContext(Qt::WidgetShortcut);
        m_view->addAction(action);
    }
    connect(action, &QAction::triggered, this, act);
    return action;
}

void TimelinePage::buildActions() {
    m_newDraft = addAction("timeline-new-draft", "list-add", "N", true, &TimelinePage::newDraft);
    m_newPlan = addAction("timeline-new-plan", "document-new", "Ctrl+Shift+N", false, &TimelinePage::newPlan);
    m_retire = addAction("timeline-retire", "archive-remove", "", false, &TimelinePage::retirePlan);
    m_rollback = addAction("timeline-rollback", "edit-undo", "R", true, &TimelinePage::rollBack);
    m_remove = addAction("timeline-delete", "edit-delete", "Del", true, &TimelinePage::removeDraft);
    m_zoomIn = addAction("timeline-zoom-in", "zoom-in", "+", true, &TimelinePage::zoomIn);
    m_zoomIn->setShortcuts({QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)});
    m_zoomOut = addAction("timeline-zoom-out", "zoom-out", "-", true, &TimelinePage::zoomOut);
    m_fit = addAction("timeline-fit", "zoom-fit-width", "A", true, &TimelinePage::fit);
    m_today = addAction("timeline-today", "go-jump-today", "T", true, &TimelinePage::today);
    m_view->addActions({m_newPlan, m_retire});
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *row = static_cast<QHBoxLayout *>(m_filter->parentWidget()->layout());
    for (QAction *action : {m_today, m_zoomOut, m_zoomIn, m_fit}) {
        auto *button = new QToolButton(m_filter->parentWidget());
        button->setDefaultAction(action);
        button->setObjectName(QStringLiteral("do-") + action->objectName());
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    followActions();
}

void TimelinePage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimelinePage::retranslate() {
    const auto name = [](QAction *action, const QString &text, const QString &toolTip) {
        action->setText(text);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? toolTip : QStringLiteral("%1 (%2)").arg(toolTip, keys));
    };
    name(m_newDraft, tr("New draft"), tr("Draw up new prices for the selected plan"));
    name(m_newPlan, tr("New plan"), tr("A new row of the main table"));
    name(m_retire, tr("Retire plan"), tr("The selected plan is not for sale from now on"));
    name(m_rollback, tr("Roll back"), tr("Take back the selected prices"));
    name(m_remove, tr("Delete draft"), tr("Delete the selected draft"));
    name(m_zoomIn, tr("Nearer"), tr("Nearer"));
    name(m_zoomOut, tr("Farther"), tr("Farther"));
    name(m_fit, tr("Everything"), tr("From the first price to the last"));
    name(m_today, tr("Today"), tr("Go to now"));
    m_readOnly->setText(tr("Read only"));
    m_readOnly->setToolTip(tr("Your role may look at prices, not change them"));
    if (m_desk->isLoaded() || m_desk->error())
        showRows();
}

} // namespace wemo::pages::timeline
