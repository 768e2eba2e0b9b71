#include "ui/pages/queue/queue_watch.h"

namespace wemo::pages::queue {

using wemo::queue::QueueSummary;
using wemo::queue::StatsPoint;

QueueWatch::QueueWatch(QueueSource &source, Timing timing, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_timing(timing) {
    connect(&m_timer, &QTimer::timeout, this, &QueueWatch::askQueues);
    connect(&m_statsTimer, &QTimer::timeout, this, &QueueWatch::askStats);
}

void QueueWatch::start() {
    m_timer.start(m_timing.queues);
    m_statsTimer.start(m_timing.stats);
    refresh();
}

void QueueWatch::stop() {
    m_timer.stop();
    m_statsTimer.stop();
}

void QueueWatch::refresh() {
    if (!m_loaded && m_error) { // from here on it is being read, not failed
        m_error.reset();
        Q_EMIT updated();
    }
    askQueues();
    askStats();
}

void QueueWatch::setQueue(const QString &name) {
    if (name == m_queue)
        return;
    m_queue = name;
    askStats();
}

void QueueWatch::setMinutes(int minutes) {
    if (minutes == m_minutes)
        return;
    m_minutes = minutes;
    askStats();
}

const QueueSummary *QueueWatch::queue() const {
    for (const QueueSummary &queue : m_queues)
        if (queue.name == m_queue)
            return &queue;
    return nullptr;
}

void QueueWatch::put(const QueueSummary &queue) {
    ++m_changes;
    for (QueueSummary &known : m_queues)
        if (known.name == queue.name)
            known = queue;
    Q_EMIT updated();
}

void QueueWatch::askQueues() {
    if (m_asking)
        return;
    m_asking = true;
    m_source.queues().then(this, [this, changes = m_changes](const ui::ApiResult<QList<QueueSummary>> &queues) {
        m_asking = false;
        if (changes != m_changes)
            return; // the next tick asks again
        m_error.reset();
        if (queues) {
            m_queues = *queues;
            m_loaded = true;
        } else {
            m_error = queues.error();
        }
        Q_EMIT updated();
    });
}

void QueueWatch::askStats() {
    if (m_queue.isEmpty())
        return;
    m_source.stats(m_queue, m_minutes)
        .then(this, [this, epoch = ++m_statsEpoch](const ui::ApiResult<QList<StatsPoint>> &points) {
            if (epoch != m_statsEpoch)
                return;
            if (points)
                Q_EMIT statsLoaded(*points);
            else
                Q_EMIT statsFailed(points.error());
        });
}

} // namespace wemo::pages::queue
