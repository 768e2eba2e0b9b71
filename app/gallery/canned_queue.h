#pragma once
#include "app/gallery/canned_network.h"
#include "models/queue/change.h"
#include "models/queue/stats_point.h"
#include "models/queue/summary.h"

#include <map>

namespace wemo::gallery {

/// Three queues on an afternoon, as the pictures and the tests of the queue page need them: what is done to them shows.
class CannedQueue final {
public:
    explicit CannedQueue(Instant now);
    CannedAnswer answer(const CannedRequest &request);

    QList<wemo::queue::QueueSummary> &queues() { return m_queues; }
    wemo::queue::QueueSummary &queue(const QString &name);
    QList<wemo::queue::JobRow> &jobs(const QString &queue, wemo::queue::JobState state);
    /// What the next check finds.
    QList<wemo::queue::QueueFault> faults;
    /// Codes for jobs that are left as they are, by id.
    QHash<QString, QString> refusals;
    bool busy = true; ///< whether anything ran: charts

private:
    using Filter = wemo::queue::JobFilter;
    CannedAnswer list(const QString &queue, const QUrlQuery &query);
    CannedAnswer detail(const QString &queue, const QString &id);
    CannedAnswer stats(int minutes) const;
    CannedAnswer change(const QString &queue, const QString &verb, const QJsonObject &body);
    CannedAnswer undo(const QString &queue);
    CannedAnswer removeAll(const QString &queue, const QList<wemo::queue::JobState> &states);
    CannedAnswer manage(const QString &queue, const QString &verb, const QJsonObject &body);
    void move(const QString &queue, wemo::queue::JobRow job, std::optional<wemo::queue::JobState> to);
    wemo::queue::JobRow *find(const QString &queue, const QString &id);

    Instant m_now;
    QList<wemo::queue::QueueSummary> m_queues;
    std::map<QString, QList<wemo::queue::JobRow>> m_jobs; ///< by queue and state
    QList<wemo::queue::JobRow> m_removed;
};

} // namespace wemo::gallery
