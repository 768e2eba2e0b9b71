#include "services/blocking/decision_line.h"

namespace wemo::blocking {

namespace {
constexpr std::size_t mostInAWrite = 256;
constexpr int mostWriters = 2; ///< while Redis works on one batch the next is on its way
} // namespace

Result<redis::Reply> DecisionLine::run(redis::Args call) {
    Waiting mine{std::move(call), std::nullopt, {}};
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&mine);
    while (!mine.answer) {
        if (m_writers < mostWriters && !m_waiting.empty())
            take(lock);
        else
            mine.answered.wait(lock);
    }
    return *std::move(mine.answer);
}

/// Under the lock, which it lets go of meanwhile.
void DecisionLine::take(std::unique_lock<std::mutex> &lock) {
    std::vector<Waiting *> batch;
    while (!m_waiting.empty() && batch.size() < mostInAWrite) {
        batch.push_back(m_waiting.front());
        m_waiting.pop_front();
    }
    ++m_writers;
    lock.unlock();
    std::vector<Result<redis::Reply>> answers = send(batch);
    lock.lock();
    --m_writers;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        batch[i]->answer = std::move(answers[i]);
        batch[i]->answered.notify_one(); // still under the lock: an answered one may be gone the moment it is free
    }
    if (!m_waiting.empty())
        m_waiting.front()->answered.notify_one(); // who writes next
}

std::vector<Result<redis::Reply>> DecisionLine::send(const std::vector<Waiting *> &batch) {
    const auto all = [&batch](const Error &error) {
        return std::vector<Result<redis::Reply>>(batch.size(), failure(error));
    };
    Result<redis::Connection> connection = m_pool.lease();
    if (!connection)
        return all(connection.error());
    std::vector<redis::Args> calls;
    calls.reserve(batch.size());
    for (Waiting *one : batch)
        calls.push_back(std::move(one->call));
    Result<std::vector<Result<redis::Reply>>> answers = m_script.runAll(*connection, std::move(calls));
    return answers ? *std::move(answers) : all(answers.error());
}

} // namespace wemo::blocking
