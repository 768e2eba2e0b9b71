#pragma once
#include "services/queue/hands.h"

namespace wemo::queue {

/// The one thread that talks for a worker: each script tells what ended since the last and takes as many jobs as hands
/// are free. Its own timer wakes it for the next delayed job and the next the limit lets pass.
class Worker::Driver {
public:
    Driver(Queue &queue, const WorkerOptions &options, Moves &moves, Hands &hands, HeldJobs &held);
    void start() {
        m_thread = std::thread([this] { drive(); });
    }
    void join() { m_thread.join(); }

private:
    struct Turn {
        std::vector<Ended> ended;
        int slots = 0;
        bool isLast = false;
    };
    Turn waitForTurn();
    void rest(std::unique_lock<std::mutex> &lock);
    void gather(std::unique_lock<std::mutex> &lock);
    bool hasCause() const;
    void drive();
    Result<Step> step(const Turn &turn);
    void settle(const std::vector<Ended> &ended, const Step &step);
    void begin(Step &step, int slots);
    void keepForLater(std::vector<Ended> ended);
    void callMoreHands();
    int freeSlots() const;
    void giveUp(const Error &error);

    Queue &m_queue;
    const WorkerOptions &m_options;
    Moves &m_moves;
    Hands &m_hands;
    HeldJobs &m_held;
    std::optional<redis::Connection> m_connection;
    Steady::time_point m_nextLook = Steady::now(); ///< for more jobs, should nothing say so before
    Steady::time_point m_notBefore{};              ///< Redis is away: no script before
    std::size_t m_called = 1;                      ///< hands asked at once for jobs that wait for one
    int m_failures = 0;                            ///< scripts in a row
    std::thread m_thread;
};

} // namespace wemo::queue
