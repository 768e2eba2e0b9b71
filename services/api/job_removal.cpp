#include "services/api/job_changes.h"

#include <chrono>

namespace wemo::api {

using queue::JobState;

namespace {
constexpr int pageRows = 200;
constexpr std::chrono::seconds timeForAll{8};

queue::State engineState(JobState state) {
    switch (state) {
    case JobState::Waiting:
        return queue::State::Waiting;
    case JobState::Prioritized:
        return queue::State::Prioritized;
    case JobState::Delayed:
        return queue::State::Delayed;
    case JobState::Active:
        return queue::State::Active;
    case JobState::Completed:
        return queue::State::Completed;
    case JobState::Failed:
        return queue::State::Failed;
    }
    return queue::State::Active;
}

QString namesOf(const QList<JobState> &states) {
    QStringList names;
    for (const JobState state : states)
        names.append(toString(state));
    return names.join(u',');
}
/// The clock that stamps jobs.
Result<Instant> redisTime(redis::Pool &pool) {
    const auto time = pool.command({"TIME"});
    if (!time)
        return Failure(time.error());
    const auto part = [&](std::size_t i) { return QByteArray::fromStdString(time->items.at(i).text).toLongLong(); };
    return fromMs(part(0) * 1000 + part(1) / 1000);
}
} // namespace

/// Jobs that wait, with their owner's records: page by page, until none is old enough.
Result<JobChanges::Removed> JobChanges::removeOwned(JobState state, const Removal &removal, qint64 most) {
    const auto end = std::chrono::steady_clock::now() + timeForAll;
    queue::Inspector inspector(*m_queue.queue);
    const Result<Instant> now = redisTime(m_queue.queue->pool());
    if (!now)
        return Failure(now.error());
    const Instant before = *now - removal.olderThan;
    Removed removed;
    QString cursor;
    do {
        if (std::chrono::steady_clock::now() > end) {
            removed.more = true;
            break;
        }
        const Result<queue::JobPage> page = inspector.page({state, {}, {}}, cursor, pageRows);
        if (!page)
            return Failure(page.error());
        QStringList ids;
        for (const queue::JobRow &row : page->items)
            if (row.createdAt <= before && removed.count + ids.size() < most)
                ids.append(row.id);
        queue::ChangeOutcome outcome;
        if (const Result<void> done = doChunk({JobChange::Kind::Remove, {}, {}, 0}, ids, outcome); !done)
            return Failure(done.error());
        removed.count += outcome.done;
        cursor = page->nextCursor;
    } while (!cursor.isEmpty() && removed.count < most);
    return removed;
}

Result<JobChanges::Removed> JobChanges::removeAll(const Removal &removal, const QString &action) {
    const QJsonObject what{{"states", namesOf(removal.states)},
                           {"older_than_ms", static_cast<qint64>(removal.olderThan.count())},
                           {"limit", removal.most}};
    if (const Result<void> noted = note(action, "queue/" + queueName(), what); !noted)
        return Failure(noted.error());
    Removed all;
    for (const JobState state : removal.states) {
        const qint64 most = removal.most - all.count;
        const bool isOwned = m_queue.owner && state != JobState::Completed && state != JobState::Failed;
        if (isOwned) {
            const Result<Removed> removed = removeOwned(state, removal, most);
            if (!removed)
                return removed;
            all.count += removed->count;
            all.more = all.more || removed->more;
            continue;
        }
        const auto removed = queue::Control(*m_queue.queue).clean(engineState(state), removal.olderThan, most);
        if (!removed)
            return Failure(removed.error());
        all.count += *removed;
    }
    return all;
}

} // namespace wemo::api
