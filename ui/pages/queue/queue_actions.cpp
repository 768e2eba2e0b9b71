#include "ui/pages/queue/queue_actions.h"

#include "ui/widgets/icons.h"

#include <QLocale>

namespace wemo::pages::queue {

using wemo::queue::JobState;

QueueActions::QueueActions(QObject *parent)
    : QObject(parent)
    , retry(make("job-retry", "media-playlist-repeat", "Ctrl+R", true))
    , promote(make("job-promote", "arrow-up-double", "Ctrl+P", true))
    , delay(make("job-delay", "chronometer", "Ctrl+D", true))
    , priority(make("job-priority", "flag", "Ctrl+I", true))
    , remove(make("job-remove", "edit-delete", "Del", true))
    , pause(make("queue-pause", "media-playback-pause", "Ctrl+Shift+P", false))
    , limit(make("queue-limit", "speedometer", "Ctrl+Shift+L", false))
    , concurrency(make("queue-concurrency", "view-process-all", "Ctrl+Shift+N", false))
    , clean(make("queue-clean", "edit-clear-all", "Ctrl+Shift+E", false))
    , drain(make("queue-drain", "trash-empty", "Ctrl+Shift+D", false))
    , check(make("queue-check", "dialog-ok-apply", "Ctrl+Shift+C", false)) {
    follow({});
}

QAction *QueueActions::make(const char *id, const char *iconName, const char *keys, bool ofList) {
    auto *action = new QAction(this);
    action->setObjectName(QLatin1StringView(id));
    action->setIcon(ui::icon(QLatin1StringView(iconName)));
    action->setShortcut(QKeySequence(QLatin1StringView(keys)));
    // The shell's own keys are the same elsewhere: the list answers to these itself while it has the keyboard.
    action->setShortcutContext(ofList ? Qt::WidgetShortcut : Qt::WindowShortcut);
    return action;
}

void QueueActions::follow(const Situation &now) {
    m_situation = now;
    const auto offer = [&now](QAction *action, std::initializer_list<JobState> states) {
        const bool fits = now.state && std::find(states.begin(), states.end(), *now.state) != states.end();
        action->setVisible(now.mayWork && fits);
        action->setEnabled(now.mayWork && fits && now.selected > 0);
    };
    offer(retry, {JobState::Failed, JobState::Completed});
    offer(promote, {JobState::Delayed});
    offer(delay, {JobState::Delayed});
    offer(priority, {JobState::Waiting, JobState::Prioritized, JobState::Delayed});
    offer(remove, {JobState::Waiting, JobState::Prioritized, JobState::Delayed, JobState::Completed, JobState::Failed});
    // Removing many is for those who manage the queue.
    if (now.selected > 1 && !now.mayManage)
        remove->setEnabled(false);
    for (QAction *action : ofQueue() + QList<QAction *>{pause}) {
        action->setVisible(now.mayManage && now.queueKnown);
        action->setEnabled(now.mayManage && now.queueKnown);
    }
    pause->setIcon(
        ui::icon(now.paused ? QStringLiteral("media-playback-start") : QStringLiteral("media-playback-pause")));
    retranslate();
}

void QueueActions::retranslate() {
    const qint64 count = m_situation.selected;
    const QString figure = QLocale().toString(count);
    const bool all = m_situation.allSelected;
    const bool many = count > 1;
    retry->setText(all ? tr("Retry all") : many ? tr("Retry %1").arg(figure) : tr("Retry"));
    retry->setToolTip(tr("Run the selected jobs again, with all their attempts"));
    promote->setText(all ? tr("Promote all") : many ? tr("Promote %1").arg(figure) : tr("Promote"));
    promote->setToolTip(tr("Run the selected jobs now instead of when they are due"));
    delay->setText(tr("Delay …"));
    delay->setToolTip(tr("Change when the selected jobs are due"));
    priority->setText(tr("Priority …"));
    priority->setToolTip(tr("Change the priority of the selected jobs"));
    remove->setText(all ? tr("Remove all") : many ? tr("Remove %1").arg(figure) : tr("Remove"));
    remove->setToolTip(remove->isVisible() && many && !m_situation.mayManage
                           ? tr("Only one at a time; removing many is for administrators")
                           : tr("Remove the selected jobs"));
    pause->setText(m_situation.paused ? tr("Resume queue") : tr("Pause queue"));
    limit->setText(tr("Limit …"));
    concurrency->setText(tr("Concurrency …"));
    clean->setText(tr("Clean …"));
    drain->setText(tr("Drain …"));
    check->setText(tr("Check the queue"));
}

} // namespace wemo::pages::queue
