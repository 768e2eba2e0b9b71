#include "services/queue/hands.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

#include <random>

namespace wemo::queue {

namespace {
double randomShare() {
    thread_local std::minstd_rand generator{std::random_device{}()};
    return std::uniform_real_distribution<double>(0, 1)(generator);
}

std::string stackOf(const std::string &reason) {
    return QJsonDocument(QJsonArray{QString::fromStdString(reason)}).toJson(QJsonDocument::Compact).toStdString();
}

Ended failed(const Taken &taken, const std::string &reason, const WorkerOptions &options) {
    Ended ended;
    ended.id = taken.job.id;
    ended.token = taken.token;
    ended.how = Ended::How::Failed;
    ended.text = reason;
    ended.stack = stackOf(reason);
    ended.made = taken.job.attempt();
    ended.isExhausted = taken.job.isLastAttempt();
    ended.deduplication = taken.job.deduplication;
    ended.keep = taken.job.options.keepFailed.value_or(options.keepFailed);
    return ended;
}

/// Why a job is not run at all; empty = it is.
std::string refusalReason(const Job &job) {
    if (!job.deferredFailure.empty())
        return job.deferredFailure;
    if (!job.parentKey.empty())
        return "This job is a child of a BullMQ flow, which this worker does not support.";
    if (!job.repeatKey.empty())
        return "This job was made by a BullMQ job scheduler, which this worker does not support.";
    return {};
}
} // namespace

Worker::Hands::Hands(Queue &queue, const WorkerOptions &options, const Handler &handler, HeldJobs &held,
                     StatsRecorder &stats)
    : m_queue(queue)
    , m_options(options)
    , m_handler(handler)
    , m_held(held)
    , m_stats(stats) {}

void Worker::Hands::start() {
    for (int i = 0; i < m_options.concurrency; ++i)
        m_threads.emplace_back([this] { work(); });
}

void Worker::Hands::join() {
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void Worker::Hands::work() {
    std::unique_lock lock(m_held.mutex);
    for (;;) {
        ++m_held.idleHands;
        m_held.forHands.wait(lock, [this] { return !m_held.ready.empty() || m_held.isOver; });
        --m_held.idleHands;
        if (m_held.ready.empty())
            return;
        const std::shared_ptr<Held> held = m_held.ready.front();
        m_held.ready.pop_front();
        held->isRunning = true;
        ++m_held.running;
        lock.unlock();
        Ended ended = run(*held);
        lock.lock();
        --m_held.running;
        held->isRunning = false;
        if (!held->isGivenBack)
            m_held.ended.push_back(std::move(ended));
        // While there is more to run at once the driver is left asleep: it tells of all that ended in one script.
        const bool isEnough = m_held.running == 0 || m_held.ended.size() >= m_held.wakeDriverAt;
        if (m_held.wakeDriverAt > 0 && m_held.ready.empty() && isEnough)
            m_held.forDriver.notify_one();
        if (m_held.isStopping)
            m_held.forOthers.notify_all();
    }
}

Ended Worker::Hands::run(Held &held) {
    const Job &job = held.taken.job;
    JobContext context(m_queue, job, held.canceled);
    const long long beganMs = wallMs();
    const auto began = Steady::now();
    const HandlerResult result = m_handler(job, context);
    Ended ended = endOf(held.taken, result);
    observe(job, ended, std::chrono::duration<double, std::milli>(Steady::now() - began).count(), beganMs);
    return ended;
}

Ended Worker::Hands::endOf(const Taken &taken, const HandlerResult &result) const {
    const Job &job = taken.job;
    if (result.outcome == Outcome::Done) {
        Ended ended;
        ended.id = job.id;
        ended.token = taken.token;
        ended.text = result.value;
        ended.deduplication = job.deduplication;
        ended.made = job.attempt();
        ended.keep = job.options.keepCompleted.value_or(m_options.keepCompleted);
        return ended;
    }
    Ended ended = failed(taken, result.reason, m_options);
    if (result.outcome == Outcome::Retry && !job.isLastAttempt()) {
        ended.how = Ended::How::Retry;
        ended.delay = backoffAfter(job.options.backoff, job.attempt(), randomShare());
        ended.isExhausted = false;
    }
    return ended;
}

bool Worker::Hands::isRefused(const Job &job) {
    return !job.deferredFailure.empty() || !job.parentKey.empty() || !job.repeatKey.empty();
}

Ended Worker::Hands::refusal(const Taken &taken) const {
    return failed(taken, refusalReason(taken.job), m_options);
}

void Worker::Hands::observe(const Job &job, const Ended &ended, double runMs, long long beganMs) {
    using Observed = JobObservation::Outcome;
    JobObservation observation;
    observation.outcome = ended.how == Ended::How::Completed ? Observed::Completed
                          : ended.how == Ended::How::Retry   ? Observed::Retried
                                                             : Observed::Failed;
    observation.runMs = runMs;
    // When a later attempt could have begun is not on record.
    if (job.attemptsMade == 0 && job.attemptsStarted <= 1) {
        const auto waited = static_cast<double>(job.takenMs - job.createdMs - job.options.delay.count());
        // Promoted by hand before its time: it waited for nothing.
        observation.waitMs = std::max(0.0, waited);
        if (job.options.delay.count() > 0 && waited >= 0)
            observation.lateMs = waited;
    }
    m_stats.add(observation, beganMs);
    if (m_options.observe)
        m_options.observe(observation);
}

} // namespace wemo::queue
