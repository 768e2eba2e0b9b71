#include "services/runtime/thread_pool.h"

namespace wemo::runtime {

ThreadPool::ThreadPool(int threads, std::size_t maxWaiting)
    : m_maxWaiting(maxWaiting) {
    m_threads.reserve(static_cast<std::size_t>(threads));
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { loop(); });
}

ThreadPool::~ThreadPool() {
    stop();
}

bool ThreadPool::post(Task task) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_waiting.size() >= m_maxWaiting)
            return false;
        m_waiting.push_back(std::move(task));
    }
    m_changed.notify_one();
    return true;
}

void ThreadPool::stop() {
    std::deque<Task> dropped; // destroyed outside the lock: what a task holds may call post()
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        dropped.swap(m_waiting);
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void ThreadPool::loop() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (m_stopping)
            return;
        Task task = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        task();
        task = nullptr;
        lock.lock();
    }
}

} // namespace wemo::runtime
