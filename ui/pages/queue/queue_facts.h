#pragma once
#include "models/queue/summary.h"

#include <QWidget>

#include <functional>

namespace wemo::pages::queue {

class FactCell;

/// What one asks of a queue first: how old the oldest job is, who holds the oldest active one and for how long its lock
/// holds, who works here, how near the limit is. A job's age opens the job, the workers open their list.
class QueueFacts final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueFacts)

public:
    explicit QueueFacts(std::function<Instant()> now, QWidget *parent = nullptr);
    void setQueue(const wemo::queue::QueueSummary &queue);
    void setStale(bool stale);

Q_SIGNALS:
    void jobRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void show(const wemo::queue::QueueSummary &queue);
    void showJobs(const wemo::queue::QueueSummary &queue);
    void showWorkers(const wemo::queue::QueueSummary &queue);
    void listWorkers();
    void arrange();

    std::function<Instant()> m_now;
    std::optional<wemo::queue::QueueSummary> m_queue;
    std::optional<bool> m_wide;
    FactCell *m_waiting;
    FactCell *m_active;
    FactCell *m_workers;
    FactCell *m_limit;
    FactCell *m_concurrency;
};

} // namespace wemo::pages::queue
