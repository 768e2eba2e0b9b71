#include "services/queue/inspector.h"
#include "services/queue/job_cursor.h"
#include "services/queue/job_line.h"

#include <chrono>

namespace wemo::queue {

namespace {
constexpr qint64 maxScanned = 20'000;
constexpr qint64 chunk = 500;
constexpr std::chrono::seconds maxTime{2};

/// One walk through the lines of a queue, for one page.
class Walk {
public:
    Walk(redis::Connection &connection, const std::string &base, const JobSearch &search, int limit)
        : m_connection(connection)
        , m_base(base)
        , m_search(search)
        , m_states(statesOf(search))
        , m_needle(search.text.toUtf8().toLower())
        , m_limit(limit) {}

    Result<JobPage> run(JobPlace place);

private:
    bool isSearch() const { return !m_search.text.isEmpty() || !m_search.jobIds.isEmpty(); }
    bool isFull() const { return m_page.items.size() >= m_limit; }
    Result<void> count();
    Result<void> addKnown(bool isFirstPage);
    Result<void> walkState(JobPlace &place);
    void take(const std::vector<PlacedJob> &ids, const QList<FoundJob> &jobs, JobPlace &place, qint64 &position);
    bool hasMore(const JobPlace &place, qint64 position) const;

    redis::Connection &m_connection;
    const std::string &m_base;
    const JobSearch &m_search;
    const QList<JobState> m_states;
    const QByteArray m_needle;
    const int m_limit;
    const std::chrono::steady_clock::time_point m_end = std::chrono::steady_clock::now() + maxTime;
    QList<qint64> m_counts; ///< of the states
    QSet<QString> m_known;  ///< matched by id, and not to be listed twice
    qint64 m_looked = 0;
    qint64 m_position = 0; ///< in the line of the last state
    JobPage m_page;
};

Result<void> Walk::count() {
    std::vector<redis::Args> commands;
    for (const JobState state : m_states)
        commands.push_back(JobLine(m_base, state).countCommand());
    const auto counts = m_connection.pipeline(commands);
    if (!counts)
        return Failure(counts.error());
    for (const redis::Reply &count : *counts) {
        m_counts.append(count.integer);
        m_page.total += count.integer;
    }
    return {};
}

Result<void> Walk::addKnown(bool isFirstPage) {
    std::vector<std::string> ids;
    for (const QString &id : m_search.jobIds)
        ids.push_back(id.toStdString());
    if (ids.empty())
        return {};
    auto places = placesOf(m_connection, m_base, ids);
    if (!places)
        return Failure(places.error());
    std::erase_if(*places, [this](const PlacedJob &job) { return !job.state || !m_states.contains(*job.state); });
    const auto jobs = readJobs(m_connection, m_base, *places);
    if (!jobs)
        return Failure(jobs.error());
    for (const FoundJob &job : *jobs) {
        m_known.insert(job.row.id);
        if (isFirstPage)
            m_page.items.append(job.row);
    }
    return {};
}

/// What matches goes onto the page, until it is full; the place is behind the last job looked at.
void Walk::take(const std::vector<PlacedJob> &ids, const QList<FoundJob> &jobs, JobPlace &place, qint64 &position) {
    auto job = jobs.begin();
    for (const PlacedJob &id : ids) {
        if (isFull())
            return;
        ++position;
        ++m_looked;
        place.lastId = id.id;
        place.score = id.score;
        if (job == jobs.end() || job->id != id.id)
            continue; // gone since its id was read
        const bool matches = m_needle.isEmpty() ? !isSearch() : job->searched.toLower().contains(m_needle);
        if (matches && !m_known.contains(job->row.id))
            m_page.items.append(job->row);
        ++job;
    }
}

Result<void> Walk::walkState(JobPlace &place) {
    const JobLine line(m_base, m_states[place.stateIndex]);
    Result<qint64> position = line.behind(m_connection, place.lastId, place.score);
    if (!position)
        return Failure(position.error());
    for (;;) {
        m_position = *position;
        if (isFull() || m_looked >= maxScanned || std::chrono::steady_clock::now() > m_end)
            return {};
        const qint64 wanted = isSearch() ? chunk : m_limit - m_page.items.size();
        const auto ids = line.read(m_connection, *position, wanted);
        if (!ids)
            return Failure(ids.error());
        const auto jobs = readJobs(m_connection, m_base, *ids);
        if (!jobs)
            return Failure(jobs.error());
        take(*ids, *jobs, place, *position);
        if (!isFull() && static_cast<qint64>(ids->size()) < wanted) {
            m_position = *position;
            ++place.stateIndex;
            place.lastId.clear();
            return {};
        }
    }
}

bool Walk::hasMore(const JobPlace &place, qint64 position) const {
    if (place.stateIndex >= m_states.size())
        return false;
    const QList<qint64> later = m_counts.mid(place.stateIndex + (place.lastId.empty() ? 0 : 1));
    const bool isInside = !place.lastId.empty() && position < m_counts[place.stateIndex];
    return isInside || std::any_of(later.begin(), later.end(), [](qint64 count) { return count > 0; });
}

Result<JobPage> Walk::run(JobPlace place) {
    const bool isFirstPage = place.scanned == 0 && place.lastId.empty();
    if (const Result<void> counted = count(); !counted)
        return Failure(counted.error());
    if (const Result<void> added = addKnown(isFirstPage); !added)
        return Failure(added.error());
    const bool hasScan = !m_needle.isEmpty() || !isSearch();
    while (hasScan && place.stateIndex < m_states.size()) {
        const qsizetype state = place.stateIndex;
        if (const Result<void> walked = walkState(place); !walked)
            return Failure(walked.error());
        if (place.stateIndex == state)
            break; // enough for one page
    }
    place.scanned += m_looked;
    m_page.scanned = hasScan ? place.scanned : m_page.total;
    if (hasScan && hasMore(place, m_position))
        m_page.nextCursor = toCursor(place, m_search);
    return std::move(m_page);
}
} // namespace

Result<JobPage> Inspector::page(const JobSearch &search, const QString &cursor, int limit) {
    const Result<JobPlace> place = placeFromCursor(cursor, search);
    if (!place)
        return Failure(place.error());
    Result<redis::Connection> connection = m_queue.pool().lease();
    if (!connection)
        return Failure(connection.error());
    return Walk(*connection, m_queue.base(), search, limit).run(*place);
}

} // namespace wemo::queue
