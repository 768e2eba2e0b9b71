#include "services/queue/driver.h"

#include "services/runtime/log.h"

namespace wemo::queue {

namespace {
using namespace std::chrono_literals;
constexpr Milliseconds longestRest = 5s; // a marker may be lost with the worker that took it
constexpr Milliseconds pauseAfterFailure = 100ms;
constexpr int triesAtTheEnd = 5;
constexpr auto handsCalledAfter = 100us;
constexpr auto gatherTime = 500us;
} // namespace

Worker::Driver::Driver(Queue &queue, const WorkerOptions &options, Moves &moves, Hands &hands, HeldJobs &held)
    : m_queue(queue)
    , m_options(options)
    , m_moves(moves)
    , m_hands(hands)
    , m_held(held) {}

int Worker::Driver::freeSlots() const {
    const int busy = m_held.running + static_cast<int>(m_held.ready.size());
    return std::max(0, std::min(m_options.concurrency - busy, m_options.batch));
}

bool Worker::Driver::hasCause() const {
    if (!m_held.ended.empty() || m_held.isOver)
        return true;
    return !m_held.isStopping && freeSlots() > 0 && (m_held.isMarked || Steady::now() >= m_nextLook);
}

/// One hand was woken for all new jobs. While they are not all taken twice as many are asked each time: jobs that take
/// time get all hands within a millisecond, and those that take none do not wake fifty threads.
void Worker::Driver::callMoreHands() {
    if (m_held.ready.empty())
        return;
    m_held.callHands(m_called);
    m_called *= 2;
}

/// Until something is to be told or taken.
void Worker::Driver::rest(std::unique_lock<std::mutex> &lock) {
    if (m_notBefore > Steady::now())
        m_held.forDriver.wait_until(lock, m_notBefore, [this] { return m_held.isOver; });
    while (!hasCause()) {
        if (!m_held.ready.empty() && m_held.idleHands > 0) {
            m_held.forDriver.wait_for(lock, handsCalledAfter);
            callMoreHands();
        } else if (freeSlots() > 0 && !m_held.isStopping) {
            m_held.forDriver.wait_until(lock, m_nextLook);
        } else {
            m_held.forDriver.wait(lock);
        }
    }
}

/// What ends within half a millisecond of the first is told along with it.
void Worker::Driver::gather(std::unique_lock<std::mutex> &lock) {
    if (m_held.ended.empty() || m_held.running == 0 || m_held.isStopping)
        return;
    m_held.wakeDriverAt = m_held.ended.size() + static_cast<std::size_t>(m_held.running + 1) / 2;
    m_held.forDriver.wait_for(lock, gatherTime, [this] {
        return m_held.isStopping || m_held.running == 0 || m_held.ended.size() >= m_held.wakeDriverAt;
    });
}

Worker::Driver::Turn Worker::Driver::waitForTurn() {
    std::unique_lock lock(m_held.mutex);
    m_held.wakeDriverAt = 1;
    rest(lock);
    gather(lock);
    m_held.wakeDriverAt = 0;
    callMoreHands();
    Turn turn;
    turn.ended.swap(m_held.ended);
    turn.slots = m_held.isStopping ? 0 : freeSlots();
    turn.isLast = m_held.isOver;
    if (turn.slots > 0)
        m_held.isMarked = false;
    return turn;
}

void Worker::Driver::drive() {
    for (;;) {
        Turn turn = waitForTurn();
        if (!turn.ended.empty() || turn.slots > 0) {
            Result<Step> done = step(turn);
            if (!done) {
                giveUp(done.error());
                keepForLater(std::move(turn.ended));
                if (turn.isLast && m_failures >= triesAtTheEnd)
                    return; // what is not told is found by a sweep and run again
                continue;
            }
            settle(turn.ended, *done);
            begin(*done, turn.slots);
        }
        if (turn.isLast)
            return;
    }
}

Result<Step> Worker::Driver::step(const Turn &turn) {
    if (!m_connection) {
        Result<redis::Connection> fresh = m_queue.pool().lease();
        if (!fresh)
            return Failure(fresh.error());
        m_connection.emplace(std::move(*fresh));
    }
    return m_moves.step(*m_connection, turn.ended, turn.slots);
}

void Worker::Driver::giveUp(const Error &error) {
    m_connection.reset();
    if (m_failures++ == 0)
        runtime::log::warn("queue-unreachable", {{"queue", m_queue.name()}, {"error", error.detail}});
    m_notBefore = Steady::now() + pauseAfterFailure;
    m_nextLook = m_notBefore;
}

/// For as long as the lock may last: after that the job is another's.
void Worker::Driver::keepForLater(std::vector<Ended> ended) {
    const std::lock_guard lock(m_held.mutex);
    for (Ended &one : ended) {
        const auto held = m_held.byLock.find(lockOf(one.id, one.token));
        if (held != m_held.byLock.end() && !held->second->canceled) {
            m_held.ended.push_back(std::move(one));
            continue;
        }
        runtime::log::warn("queue-outcome-not-stored", {{"queue", m_queue.name()}, {"job", one.id}});
        if (held != m_held.byLock.end())
            m_held.byLock.erase(held);
    }
}

void Worker::Driver::settle(const std::vector<Ended> &ended, const Step &step) {
    m_failures = 0;
    m_notBefore = {};
    {
        const std::lock_guard lock(m_held.mutex);
        for (const Ended &one : ended)
            m_held.byLock.erase(lockOf(one.id, one.token));
    }
    for (std::size_t i = 0; i < ended.size() && i < step.told.size(); ++i) {
        if (!step.told[i])
            runtime::log::warn("queue-lock-lost", {{"queue", m_queue.name()}, {"job", ended[i].id}});
        else if (ended[i].how == Ended::How::Failed)
            runtime::log::error("queue-job-failed", {{"queue", m_queue.name()},
                                                     {"job", ended[i].id},
                                                     {"attempt", ended[i].made},
                                                     {"reason", ended[i].text}});
    }
}

void Worker::Driver::begin(Step &step, int slots) {
    const std::lock_guard lock(m_held.mutex);
    const bool wasIdle = m_held.ready.empty();
    for (Taken &taken : step.taken) {
        const bool isRefused = Hands::isRefused(taken.job);
        const auto held = std::make_shared<Held>();
        held->taken = std::move(taken);
        m_held.byLock.emplace(lockOf(held->taken.job.id, held->taken.token), held);
        if (isRefused)
            m_held.ended.push_back(m_hands.refusal(held->taken));
        else
            m_held.ready.push_back(held);
    }
    if (wasIdle)
        m_called = 1;
    m_held.callHands(1);
    if (slots == 0)
        return;
    if (static_cast<int>(step.taken.size()) == slots) {
        m_nextLook = Steady::now(); // there may be more
        return;
    }
    Milliseconds rest = longestRest;
    if (step.nextDue)
        rest = std::min(rest, *step.nextDue);
    if (step.limitWait.count() > 0)
        rest = std::min(rest, step.limitWait);
    m_nextLook = Steady::now() + rest;
    if (!m_held.isListening) {
        m_held.isListening = true;
        m_held.forOthers.notify_all();
    }
}

} // namespace wemo::queue
