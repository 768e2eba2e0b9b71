// The part of QueuePage that shows the queues as they change, and does what is asked for.
#include "ui/pages/queue/fault_panel.h"
#include "ui/pages/queue/job_list.h"
#include "ui/pages/queue/job_panel.h"
#include "ui/pages/queue/lane_strip.h"
#include "ui/pages/queue/painted_button.h"
#include "ui/pages/queue/queue_actions.h"
#include "ui/pages/queue/queue_desk.h"
#include "ui/pages/queue/queue_facts.h"
#include "ui/pages/queue/queue_page.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/skeleton_loading.h"

#include <QStackedWidget>
#include <QToolButton>
#include <QUrlQuery>

namespace wemo::pages::queue {

using wemo::queue::JobState;
using wemo::queue::QueueSummary;

bool QueuePage::isStale() const {
    return m_watch->error().has_value() || m_context.client.state() == ui::ConnectionState::Offline;
}

void QueuePage::onWatched() {
    const bool offline = m_context.client.state() == ui::ConnectionState::Offline;
    // That what is shown is stale while offline, the shell says above every page.
    if (m_watch->error() && !(offline && m_watch->isLoaded()))
        m_bar->showError(*m_watch->error(), m_watch->isLoaded());
    else
        m_bar->clear();
    const QList<QueueSummary> &queues = m_watch->queues();
    if (m_watch->queueName().isEmpty() && !queues.isEmpty()) {
        m_watch->setQueue(queues.constFirst().name);
        query(m_list->search());
    }
    m_lanes->setQueues(queues, m_watch->queueName());
    m_lanes->setStale(isStale());
    m_list->setStale(isStale());
    if (const QueueSummary *queue = m_watch->queue())
        showQueue(*queue);
    followSelection();
    showWhatThereIs();
}

/// The queues, or what stands in their place.
void QueuePage::showWhatThereIs() {
    QWidget *shown = m_content;
    if (!m_watch->isLoaded() && !m_watch->error()) {
        shown = m_loading;
    } else if (!m_watch->isLoaded()) {
        m_empty->setContent(
            QStringLiteral("network-disconnect"), tr("The queues could not be read"),
            tr("They work on by themselves. Try again; if it stays so, tell the technicians the request ID above."),
            tr("Retry"));
        shown = m_empty;
    } else if (m_watch->queues().isEmpty()) {
        m_empty->setContent(QStringLiteral("view-pim-tasks"), tr("No queues"),
                            tr("This service has no queue yet. One appears with the first message."), tr("Look again"));
        shown = m_empty;
    }
    if (m_stack->currentWidget() == shown)
        return;
    const bool hadFocus = m_stack->isAncestorOf(focusWidget());
    m_stack->setCurrentWidget(shown);
    if (hadFocus)
        focusShown();
}

void QueuePage::showQueue(const QueueSummary &queue) {
    m_facts->setQueue(queue);
    m_facts->setStale(isStale());
    for (StateTab *tab : std::as_const(m_tabs)) {
        tab->setCount(queue.counts.of(tab->state()));
        tab->setStale(isStale());
    }
}

void QueuePage::showStates() {
    for (StateTab *tab : std::as_const(m_tabs))
        tab->setChecked(tab->state() == m_state);
}

void QueuePage::followSelection() {
    Situation now;
    now.mayWork = m_context.client.may(staff::Permission::QueueWork);
    now.mayManage = m_context.client.may(staff::Permission::QueueManage);
    now.state = m_state;
    now.selected = m_list->selectedCount();
    now.allSelected = m_list->isAllSelected();
    const QueueSummary *queue = m_watch->queue();
    now.queueKnown = queue != nullptr;
    now.paused = queue && queue->paused;
    m_actions->follow(now);
    m_manage->setVisible(now.mayManage);
    m_list->setMayActOnAll(now.mayManage && now.mayWork);
}

void QueuePage::wireList() {
    m_list->setActions(m_actions->ofJobs());
    connect(m_list, &JobList::opened, this, &QueuePage::openJob);
    connect(m_list, &JobList::currentChanged, this, [this](const QString &id) {
        if (isSideOpen(m_panel) && id != m_job)
            openJob(id);
    });
    connect(m_list, &JobList::selectionChanged, this, &QueuePage::followSelection);
    connect(m_list, &JobList::searched, this, [this] { Q_EMIT placeChanged(true); });
    connect(m_list, &JobList::loaded, this, [this] {
        if (!m_job.isEmpty())
            m_list->setCurrentJob(m_job);
        followSelection();
    });
    connect(m_panel, &JobPanel::closeRequested, this, &QueuePage::closeSide);
    connect(m_panel, &JobPanel::messageRequested, this, [this](const QString &id) {
        Q_EMIT openRequested(QStringLiteral("sms-log"), QStringLiteral("message=") + id);
    });
    connect(m_form, &ActionPanel::closeRequested, this, &QueuePage::closeSide);
    connect(m_form, &ActionPanel::confirmed, this, &QueuePage::onConfirmed);
    connect(m_faults, &FaultPanel::closeRequested, this, &QueuePage::closeSide);
    connect(m_faults, &FaultPanel::jobRequested, this, &QueuePage::openJob);
}

void QueuePage::wireActions() {
    const std::pair<QAction *, JobVerb> verbs[] = {{m_actions->retry, JobVerb::Replay},
                                                   {m_actions->promote, JobVerb::Promote},
                                                   {m_actions->remove, JobVerb::Remove},
                                                   {m_actions->delay, JobVerb::Delay},
                                                   {m_actions->priority, JobVerb::Priority}};
    for (const auto &entry : verbs)
        connect(entry.first, &QAction::triggered, this, [this, verb = entry.second] { act(verb); });
    const auto onQueue = [this](QAction *action, auto run) {
        connect(action, &QAction::triggered, this, [this, run] {
            if (const QueueSummary *queue = m_watch->queue())
                run(*queue);
        });
    };
    onQueue(m_actions->pause, [this](const QueueSummary &queue) { m_desk->setPaused(queue.name, !queue.paused); });
    onQueue(m_actions->limit, [this](const QueueSummary &queue) { ask(limitForm(queue)); });
    onQueue(m_actions->concurrency, [this](const QueueSummary &queue) { ask(concurrencyForm(queue)); });
    onQueue(m_actions->clean, [this](const QueueSummary &queue) { ask(cleanForm(queue, m_state)); });
    onQueue(m_actions->drain, [this](const QueueSummary &queue) { ask(drainForm(queue)); });
    onQueue(m_actions->check, [this](const QueueSummary &queue) { m_desk->check(queue.name); });
}

void QueuePage::wireDesk() {
    connect(m_desk, &QueueDesk::begun, this, &QueuePage::acting);
    connect(m_desk, &QueueDesk::noticed, this, &QueuePage::noticed);
    connect(m_desk, &QueueDesk::undoOffered, this, &QueuePage::undoOffered);
    connect(m_desk, &QueueDesk::refused, this,
            [this](const QString &text) { m_refused->showMessage(ui::Tone::Warning, text); });
    connect(m_desk, &QueueDesk::failed, this, [this](const ui::ApiError &error) {
        if (isSideOpen(m_form))
            m_form->showError(error);
        else
            m_refused->showError(error, false);
    });
    connect(m_desk, &QueueDesk::done, this, &QueuePage::onDone);
    connect(m_desk, &QueueDesk::queueChanged, m_watch, &QueueWatch::put);
    connect(m_desk, &QueueDesk::checked, this, [this](const QList<wemo::queue::QueueFault> &faults) {
        m_job.clear();
        openSide(m_faults);
        m_faults->showFaults(m_watch->queueName(), faults);
    });
}

JobTarget QueuePage::target() const {
    JobTarget target;
    if (const QueueSummary *queue = m_watch->queue())
        target.queue = *queue;
    target.state = m_state;
    target.count = m_list->selectedCount();
    target.all = m_list->isAllSelected();
    if (target.all)
        target.search = m_list->search();
    else if (target.count == 1)
        target.jobId = m_list->selection().ids.constFirst();
    return target;
}

/// What can be taken back, or is one job, is done at once; the rest is asked for first.
void QueuePage::act(JobVerb verb) {
    m_asked = m_list->selection();
    m_refused->clear();
    if (!m_asked.match && m_asked.ids.isEmpty())
        return;
    m_verb = verb;
    const bool needsValue = verb == JobVerb::Delay || verb == JobVerb::Priority;
    const bool comesBack = verb == JobVerb::Remove || verb == JobVerb::Promote;
    const bool one = !m_asked.match && m_asked.ids.size() == 1;
    if (!needsValue && (one || (comesBack && !m_asked.match)))
        return m_desk->change(m_watch->queueName(), verb, m_asked);
    ask(jobForm(verb, target()));
}

void QueuePage::ask(ActionForm form) {
    m_job.clear();
    openSide(m_form);
    m_form->ask(std::move(form));
}

void QueuePage::onConfirmed(const QString &formId, const QVariantMap &values) {
    m_form->setBusy(true);
    if (formId != u"jobs")
        return m_desk->apply(m_watch->queueName(), formId, values);
    const qint64 value = m_verb == JobVerb::Delay ? values.value(field::seconds).toLongLong() * 1000
                                                  : values.value(field::priority).toLongLong();
    m_desk->change(m_watch->queueName(), m_verb, m_asked, value);
}

void QueuePage::onDone() {
    if (isSideOpen(m_form))
        closeSide();
    m_list->clearSelection();
    refresh();
}

} // namespace wemo::pages::queue
