#include "services/queue/queue.h"

#include "services/queue/scripts.h"

#include <QString>

#include <algorithm>
#include <array>
#include <atomic>

namespace wemo::queue {

namespace {
constexpr std::size_t jobsAScript = 500; // some 5 ms of Redis, and within Lua's stack
constexpr const char *versionMark = "bullmq:6.7.0";

const std::array<std::string, 18> takenNames{
    "wait",   "active", "paused", "prioritized", "delayed",       "completed", "failed", "meta", "marker",
    "events", "id",     "pc",     "stalled",     "stalled-check", "limiter",   "repeat", "wemo", "waiting-children"};

Result<void> validate(const NewJob &job) {
    const auto wrong = [](const char *code, const QString &message) {
        return failure(ErrorKind::InvalidInput, code, message);
    };
    const std::string &id = job.id;
    const bool isNumber = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber || id.find(':') != std::string::npos || id.size() > 200 ||
        std::find(takenNames.begin(), takenNames.end(), id) != takenNames.end())
        return wrong("job-id", "A job's own id must be neither a number nor a reserved word, and without a colon.");
    if (job.options.priority < 0 || job.options.priority > highestPriority)
        return wrong("job-priority", QString("A priority is between 0 and %1.").arg(highestPriority));
    if (job.options.delay.count() < 0)
        return wrong("job-delay", "A delay cannot be negative.");
    if (job.options.sizeLimit && job.data.size() > *job.options.sizeLimit)
        return failure(ErrorKind::TooLarge, "job-too-large",
                       QString("The job has %1 bytes, more than its limit of %2.")
                           .arg(job.data.size())
                           .arg(*job.options.sizeLimit));
    return {};
}

void append(redis::Args &args, const NewJob &job) {
    args.push_back(job.id);
    args.push_back(job.name);
    args.push_back(job.data);
    args.push_back(toJson(job.options, job.id));
    args.push_back(std::to_string(job.options.delay.count()));
    args.push_back(std::to_string(job.options.priority));
    args.push_back(job.options.lifo ? "1" : "");
}

/// One script; `jobs` are valid.
Result<std::vector<Added>> addAll(redis::Pool &pool, const std::string &base, const std::vector<const NewJob *> &jobs) {
    Result<redis::Connection> connection = pool.lease();
    if (!connection)
        return Failure(connection.error());
    redis::Args args{"0", std::to_string(jobs.size())};
    args.reserve(2 + jobs.size() * 7);
    for (const NewJob *job : jobs)
        append(args, *job);
    const auto answer = Scripts::all().add.run(*connection, {base}, std::move(args));
    if (!answer)
        return Failure(answer.error());
    std::vector<Added> added;
    added.reserve(jobs.size());
    for (std::size_t i = 0; i + 1 < answer->items.size(); i += 2)
        added.push_back({answer->items[i].text, answer->items[i + 1].integer == 1});
    if (added.size() != jobs.size())
        return failure(ErrorKind::Internal, "queue-answer", "The service has a fault.", "an answer too short");
    return added;
}
} // namespace

/// A caller of add(). Each waits on its own flag: one that all share would wake everybody for everything.
struct Queue::Pending {
    enum Turn { Wait, Lead, Done };
    explicit Pending(const NewJob &added)
        : job(added) {}
    const NewJob &job;
    Result<Added> result = Added{};
    std::atomic<int> turn = Wait;
    void tell(Turn next) {
        turn = next;
        turn.notify_one();
    }
};

Queue::Queue(redis::Pool &pool, std::string name, std::string prefix)
    : m_pool(pool)
    , m_name(std::move(name))
    , m_prefix(std::move(prefix))
    , m_base(m_prefix + ":" + m_name + ":") {}

Result<void> Queue::open() {
    Result<redis::Connection> connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const auto found = connection->pipeline({{"HGET", m_base + "meta", "version"},
                                             {"EXISTS", m_base + "meta-paused", m_base + "priority"},
                                             {"EXISTS", m_base + "wait", m_base + "active", m_base + "id"},
                                             {"EXISTS", m_base + "meta"},
                                             {"LLEN", m_base + "paused"}});
    if (!found)
        return Failure(found.error());
    const QString keys = QString::fromStdString(m_base + "*");
    const auto foreign = [&](const QString &what) { return failure(ErrorKind::Conflict, "foreign-queue", what); };
    const std::string &version = (*found)[0].text;
    if ((*found)[1].integer > 0 || ((*found)[2].integer > 0 && (*found)[3].integer == 0))
        return foreign(QString("The keys %1 are a queue of Bull 4 or older. Give this one another prefix "
                               "(queue-prefix), or let its workers finish and delete it first.")
                           .arg(keys));
    if (!version.empty() && version.rfind("bullmq:5.", 0) != 0 && version.rfind("bullmq:6.", 0) != 0)
        return foreign(QString("The keys %1 belong to \"%2\", not to BullMQ 5 or 6. Give this queue another prefix "
                               "(queue-prefix).")
                           .arg(keys, QString::fromStdString(version)));
    if ((*found)[4].integer > 0)
        return foreign(QString("A BullMQ 5 has paused the queue %1 its own way. Resume it with that program first, and "
                               "pause from here.")
                           .arg(keys));
    const auto marked = connection->pipeline({{"HSETNX", m_base + "meta", "version", versionMark},
                                              {"HSETNX", m_base + "meta", "opts.maxLenEvents", "10000"}});
    return marked ? Result<void>() : Failure(marked.error());
}

/// Runs one script for all who wait, the caller among them, and names who runs the next.
void Queue::lead() {
    std::vector<std::shared_ptr<Pending>> batch;
    {
        const std::lock_guard lock(m_mutex);
        const auto end = m_pending.begin() + static_cast<std::ptrdiff_t>(std::min(jobsAScript, m_pending.size()));
        batch.assign(m_pending.begin(), end);
        m_pending.erase(m_pending.begin(), end);
    }
    std::vector<const NewJob *> jobs;
    jobs.reserve(batch.size());
    for (const auto &pending : batch)
        jobs.push_back(&pending->job);
    const auto added = addAll(m_pool, m_base, jobs);
    for (std::size_t i = 0; i < batch.size(); ++i)
        batch[i]->result = added ? Result<Added>((*added)[i]) : Result<Added>(Failure(added.error()));
    std::shared_ptr<Pending> next;
    {
        const std::lock_guard lock(m_mutex);
        m_isLed = !m_pending.empty();
        if (m_isLed)
            next = m_pending.front();
    }
    if (next)
        next->tell(Pending::Lead);
    for (const auto &pending : batch)
        pending->tell(Pending::Done);
}

Result<Added> Queue::add(const NewJob &job) {
    if (const Result<void> valid = validate(job); !valid)
        return Failure(valid.error());
    const auto own = std::make_shared<Pending>(job);
    {
        const std::lock_guard lock(m_mutex);
        m_pending.push_back(own);
        if (!std::exchange(m_isLed, true))
            own->turn = Pending::Lead;
    }
    own->turn.wait(Pending::Wait);
    if (own->turn == Pending::Lead)
        lead(); // whoever leads is first in line, so this tells its own job
    return own->result;
}

std::vector<Result<Added>> Queue::addBulk(const std::vector<NewJob> &jobs) {
    std::vector<Result<Added>> results(jobs.size(), Added{});
    std::vector<std::size_t> valid;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        if (const Result<void> checked = validate(jobs[i]); !checked)
            results[i] = Failure(checked.error());
        else
            valid.push_back(i);
    }
    for (std::size_t from = 0; from < valid.size(); from += jobsAScript) {
        const std::size_t to = std::min(valid.size(), from + jobsAScript);
        std::vector<const NewJob *> chunk;
        for (std::size_t i = from; i < to; ++i)
            chunk.push_back(&jobs[valid[i]]);
        const auto added = addAll(m_pool, m_base, chunk);
        for (std::size_t i = from; i < to; ++i)
            results[valid[i]] = added ? Result<Added>((*added)[i - from]) : Result<Added>(Failure(added.error()));
    }
    return results;
}

Result<Counts> Queue::counts() {
    Result<redis::Connection> connection = m_pool.lease();
    if (!connection)
        return Failure(connection.error());
    const auto sizes = connection->pipeline({{"LLEN", m_base + "wait"},
                                             {"ZCARD", m_base + "prioritized"},
                                             {"ZCARD", m_base + "delayed"},
                                             {"LLEN", m_base + "active"},
                                             {"ZCARD", m_base + "completed"},
                                             {"ZCARD", m_base + "failed"},
                                             {"HEXISTS", m_base + "meta", "paused"}});
    if (!sizes)
        return Failure(sizes.error());
    const auto number = [&](std::size_t i) { return (*sizes)[i].integer; };
    return Counts{number(0), number(1), number(2), number(3), number(4), number(5), number(6) == 1};
}

} // namespace wemo::queue
