#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace wemo::runtime {

/// A fixed number of threads over one bounded line of tasks. Qt-free on purpose: thread sanitizer can see through it.
class ThreadPool {
public:
    using Task = std::function<void()>; ///< must not throw

    ThreadPool(int threads, std::size_t maxWaiting);
    ~ThreadPool(); ///< as stop()
    ThreadPool(const ThreadPool &) = delete;
    ThreadPool &operator=(const ThreadPool &) = delete;

    /// False, and nothing happens, when the line is full or the pool is stopping.
    bool post(Task task);
    /// Lets running tasks end, drops those that wait, joins. May be called twice.
    void stop();

private:
    void loop();

    const std::size_t m_maxWaiting;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_waiting;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace wemo::runtime
