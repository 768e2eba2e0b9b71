#pragma once
#include "ui/pages/queue/queue_source.h"

#include <QTimer>

namespace wemo::pages::queue {

/// Keeps an eye on the queues while somebody looks: their counts every second, the history of the chosen one every few
/// seconds. Asks nothing while stopped, and nothing twice at once.
class QueueWatch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueWatch)

public:
    struct Timing {
        Milliseconds queues{1'000};
        Milliseconds stats{5'000};
    };
    QueueWatch(QueueSource &source, Timing timing, QObject *parent = nullptr);

    void start(); ///< and asks at once
    void stop();
    bool isRunning() const { return m_timer.isActive(); }
    /// Asks now, whatever the time.
    void refresh();
    void setQueue(const QString &name);
    void setMinutes(int minutes);
    /// An answer to a change tells of one queue at once.
    void put(const wemo::queue::QueueSummary &queue);

    const QString &queueName() const { return m_queue; }
    int minutes() const { return m_minutes; }
    const QList<wemo::queue::QueueSummary> &queues() const { return m_queues; }
    /// The chosen one, or nothing while it is not known.
    const wemo::queue::QueueSummary *queue() const;
    bool isLoaded() const { return m_loaded; }
    /// Of the last answer; what was known before stays, and is stale.
    const std::optional<ui::ApiError> &error() const { return m_error; }

Q_SIGNALS:
    void updated(); ///< queues or error
    void statsLoaded(const QList<wemo::queue::StatsPoint> &points);
    void statsFailed(const wemo::ui::ApiError &error);

private:
    void askQueues();
    void askStats();

    QueueSource &m_source;
    Timing m_timing;
    QTimer m_timer;
    QTimer m_statsTimer;
    QString m_queue;
    int m_minutes = 60;
    QList<wemo::queue::QueueSummary> m_queues;
    std::optional<ui::ApiError> m_error;
    bool m_loaded = false;
    bool m_asking = false;
    quint64 m_changes = 0;    ///< an answer asked for before the newest change is old
    quint64 m_statsEpoch = 0; ///< the latest question wins
};

} // namespace wemo::pages::queue
