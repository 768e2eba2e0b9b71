#pragma once
#include "models/queue/summary.h"

#include <QAction>

namespace wemo::pages::queue {

/// What decides which actions are offered.
struct Situation {
    bool mayWork = false;
    bool mayManage = false;
    std::optional<wemo::queue::JobState> state; ///< of the list
    qint64 selected = 0;
    bool allSelected = false;
    bool queueKnown = false;
    bool paused = false;
};

/// Everything that can be done on this page, as actions with icon and keys. What a role may not do is not visible; what
/// does not fit the selection is not enabled.
class QueueActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueActions)

public:
    explicit QueueActions(QObject *parent);
    void follow(const Situation &situation);
    void retranslate();
    /// On the selected jobs; their keys work while the list has the keyboard.
    QList<QAction *> ofJobs() const { return {retry, promote, delay, priority, remove}; }
    /// On the queue.
    QList<QAction *> ofQueue() const { return {limit, concurrency, clean, drain, check}; }
    QList<QAction *> all() const { return ofJobs() + ofQueue() + QList<QAction *>{pause}; }

    QAction *const retry;
    QAction *const promote;
    QAction *const delay;
    QAction *const priority;
    QAction *const remove;
    QAction *const pause; ///< or resume
    QAction *const limit;
    QAction *const concurrency;
    QAction *const clean;
    QAction *const drain;
    QAction *const check;

private:
    QAction *make(const char *id, const char *iconName, const char *keys, bool ofList);
    Situation m_situation;
};

} // namespace wemo::pages::queue
