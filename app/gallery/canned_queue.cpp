#include "app/gallery/canned_queue.h"

#include "app/gallery/canned_jobs.h"
#include "app/gallery/canned_service.h"

namespace wemo::gallery {

using namespace std::chrono;
using namespace wemo::queue;

namespace {
constexpr int scanLimit = 20'000;

CannedAnswer yes(const QJsonObject &body) {
    return {CannedAnswer::Kind::Answer, 200, body};
}

qint64 &countOf(StateCounts &counts, JobState state) {
    switch (state) {
    case JobState::Waiting:
        return counts.waiting;
    case JobState::Prioritized:
        return counts.prioritized;
    case JobState::Delayed:
        return counts.delayed;
    case JobState::Active:
        return counts.active;
    case JobState::Completed:
        return counts.completed;
    case JobState::Failed:
        break;
    }
    return counts.failed;
}

bool fits(const JobRow &job, const QString &search) {
    return search.isEmpty() || job.id.contains(search) || job.name == search || job.failedReason.contains(search);
}
} // namespace

CannedQueue::CannedQueue(Instant now)
    : m_now(now)
    , m_queues(cannedQueues(now)) {
    for (QueueSummary &queue : m_queues) {
        for (const JobState state : allJobStates())
            jobs(queue.name, state) = cannedJobs(queue.name, state, queue.counts.of(state), now);
        const JobRow &oldest = jobs(queue.name, JobState::Waiting).constFirst();
        queue.oldestWaiting = {oldest.id, oldest.createdAt};
    }
}

QueueSummary &CannedQueue::queue(const QString &name) {
    return *std::find_if(m_queues.begin(), m_queues.end(), [&name](const QueueSummary &q) { return q.name == name; });
}

QList<JobRow> &CannedQueue::jobs(const QString &queue, JobState state) {
    return m_jobs[queue + u'/' + toString(state)];
}

JobRow *CannedQueue::find(const QString &queue, const QString &id) {
    for (const JobState state : allJobStates())
        for (JobRow &job : jobs(queue, state))
            if (job.id == id)
                return &job;
    return nullptr;
}

CannedAnswer CannedQueue::answer(const CannedRequest &request) {
    const QStringList parts = request.path.split(u'/').mid(4); // after /api/v1/queues
    if (parts.isEmpty()) {
        QJsonArray items;
        for (const QueueSummary &queue : std::as_const(m_queues))
            items.append(toJson(queue));
        return yes({{"items", items}});
    }
    const QString &name = parts.constFirst();
    const QString what = parts.value(1);
    if (what == u"stats")
        return stats(request.query.queryItemValue("minutes").toInt());
    if (what == u"jobs" && request.method == "GET")
        return parts.size() == 2 ? list(name, request.query) : detail(name, parts.at(2));
    if (what == u"jobs")
        return change(name, parts.value(2), request.body);
    return what == u"undo" ? undo(name) : manage(name, what, request.body);
}

CannedAnswer CannedQueue::list(const QString &name, const QUrlQuery &query) {
    const JobState state = jobStateFromString(query.queryItemValue("state")).value_or(JobState::Waiting);
    const QString search = query.queryItemValue("search", QUrl::FullyDecoded);
    const int limit = query.queryItemValue("limit").toInt();
    const qint64 from = query.queryItemValue("cursor").mid(1).toInt();
    const qint64 total = queue(name).counts.of(state);
    JobPage page;
    page.total = total;
    if (!search.isEmpty()) {
        for (const JobRow &job : std::as_const(jobs(name, state)))
            if (from == 0 && page.items.size() < limit && fits(job, search))
                page.items.append(job);
        page.scanned = std::min(total, from + scanLimit);
        page.nextCursor = page.scanned < total ? "c" + QString::number(page.scanned) : QString();
        return yes(toJson(page));
    }
    page.items = jobs(name, state).mid(from, limit);
    page.scanned = from + page.items.size();
    page.nextCursor = page.scanned < total && !page.items.isEmpty() ? "c" + QString::number(page.scanned) : QString();
    return yes(toJson(page));
}

CannedAnswer CannedQueue::detail(const QString &name, const QString &id) {
    const JobRow *job = find(name, id);
    if (!job)
        return CannedService::problem(404, "not-found", "job-not-found", "There is no such job.");
    return yes(toJson(cannedDetail(*job)));
}

CannedAnswer CannedQueue::stats(int minutes) const {
    QJsonArray points;
    for (const StatsPoint &point : cannedStats(m_now, minutes, busy))
        points.append(toJson(point));
    return yes({{"points", points}});
}

void CannedQueue::move(const QString &name, JobRow job, std::optional<JobState> to) {
    auto &from = jobs(name, job.state);
    from.removeIf([&job](const JobRow &other) { return other.id == job.id; });
    --countOf(queue(name).counts, job.state);
    if (!to)
        return m_removed.append(job);
    job.state = *to;
    jobs(name, *to).append(job);
    ++countOf(queue(name).counts, *to);
}

CannedAnswer CannedQueue::change(const QString &name, const QString &verb, const QJsonObject &body) {
    const JobSelection selection = jobSelectionFromJson(body).value_or(JobSelection());
    QStringList ids = selection.ids;
    if (selection.match)
        for (const JobRow &job : std::as_const(jobs(name, selection.match->state.value_or(JobState::Failed))))
            if (fits(job, selection.match->search))
                ids.append(job.id);
    m_removed.clear();
    ChangeOutcome outcome;
    for (const QString &id : std::as_const(ids)) {
        JobRow *job = find(name, id);
        if (!job || refusals.contains(id)) {
            outcome.refused.append({id, refusals.value(id, "not-found")});
            continue;
        }
        ++outcome.done;
        if (verb == u"remove")
            move(name, *job, std::nullopt);
        else if (verb == u"replay" || verb == u"promote")
            move(name, *job, JobState::Waiting);
        else if (verb == u"priority")
            job->priority = body.value("priority").toInt();
        else
            job->runAt = m_now + Milliseconds(body.value("delay_ms").toInt());
    }
    outcome.refusedTotal = outcome.refused.size();
    outcome.undo = verb == u"replay" || outcome.done == 0 ? QString() : QStringLiteral("undo-1");
    return yes(toJson(outcome));
}

CannedAnswer CannedQueue::undo(const QString &name) {
    const QList<JobRow> back = std::exchange(m_removed, {});
    for (const JobRow &job : back) {
        jobs(name, job.state).prepend(job);
        ++countOf(queue(name).counts, job.state);
    }
    return yes({{"done", back.size()}});
}

CannedAnswer CannedQueue::removeAll(const QString &name, const QList<JobState> &states) {
    qint64 removed = 0;
    for (const JobState state : states) {
        removed += std::exchange(countOf(queue(name).counts, state), 0);
        jobs(name, state).clear();
    }
    return yes({{"removed", removed}, {"more", false}});
}

CannedAnswer CannedQueue::manage(const QString &name, const QString &verb, const QJsonObject &body) {
    QueueSummary &summary = queue(name);
    if (verb == u"check") {
        QJsonArray found;
        for (const QueueFault &fault : std::as_const(faults))
            found.append(toJson(fault));
        return yes({{"faults", found}});
    }
    if (verb == u"drain") {
        QList<JobState> states{JobState::Waiting, JobState::Prioritized};
        if (body.value("delayed").toBool())
            states.append(JobState::Delayed);
        return removeAll(name, states);
    }
    if (verb == u"clean")
        return removeAll(name, {jobStateFromString(body.value("state").toString()).value_or(JobState::Completed)});
    if (verb == u"pause" || verb == u"resume")
        summary.paused = verb == u"pause";
    else if (verb == u"concurrency")
        summary.concurrency = body.value("value").isNull() ? std::nullopt : std::optional(body.value("value").toInt());
    else if (verb == u"limit")
        summary.limit = body.value("per_second").isNull()
                            ? std::nullopt
                            : std::optional(LimitSummary{body.value("per_second").toDouble(),
                                                         body.value("burst").toInt(), 0, Milliseconds(0)});
    return yes(toJson(summary));
}

} // namespace wemo::gallery
