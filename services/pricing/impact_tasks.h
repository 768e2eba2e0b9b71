#pragma once
#include "models/core/id.h"
#include "services/pricing/impact_run.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <thread>

namespace wemo::pricing {

enum class ImpactState { Running, Done, Canceled, Failed };
QString toString(ImpactState state);

struct ImpactStatus {
    ImpactState state = ImpactState::Running;
    qint64 done = 0; ///< rides; 0 of 0 while they are read
    qint64 total = 0;
    std::optional<Impact> impact; ///< once done
    std::optional<Error> error;   ///< once failed
};
QJsonObject toJson(const ImpactStatus &status);

/// Looks into the past for whoever asks: one task at a time on a thread of its own (and that on two cores), the others
/// wait. Tasks are this process's: after a restart, and at a sister service, they are not known. Ended ones are told
/// for an hour. Thread-safe.
class ImpactTasks {
public:
    using Run = std::function<Result<Impact>(const ImpactRequest &, std::atomic<qint64> &done,
                                             std::atomic<qint64> &total, const std::atomic<bool> &isCanceled)>;
    static constexpr std::size_t mostWaiting = 8;

    ImpactTasks(Run run, const Clock &clock, IdSource &ids);
    ~ImpactTasks(); ///< stop()
    Q_DISABLE_COPY_MOVE(ImpactTasks)

    void start();
    void stop(); ///< cancels what runs
    /// TooManyRequests "impacts-busy" where too many wait already.
    Result<Id> add(ImpactRequest request);
    /// NotFound "impact-gone": of another service, of one that has ended, or too long ago.
    Result<ImpactStatus> status(Id task);
    /// Canceling what has ended changes nothing.
    Result<void> cancel(Id task);

private:
    struct Task {
        ImpactRequest request;
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
        std::atomic<bool> isCanceled = false;
        std::optional<Result<Impact>> result; ///< guarded by m_mutex
        Instant endedAt{};
    };
    void loop();
    void forgetOld();
    Result<std::shared_ptr<Task>> find(Id task);

    const Run m_run;
    const Clock &m_clock;
    IdSource &m_ids;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<Id, std::shared_ptr<Task>> m_tasks;
    std::deque<std::shared_ptr<Task>> m_waiting;
    std::shared_ptr<Task> m_running;
    std::thread m_thread;
    bool m_isStopping = false;
};

} // namespace wemo::pricing
