#pragma once
#include "services/queue/control.h"

namespace wemo::queue {

/// Control's changes of jobs that can be taken back for a minute. What undoes them is kept in Redis
/// ("<base>wemo:undo:<token>", lost with Redis: then it cannot be undone), by the script that makes the change.
/// Thread-safe.
class Undo {
public:
    explicit Undo(Queue &queue)
        : m_queue(queue) {}

    using Ids = std::vector<std::string>;
    /// The same token may go with several changes of one kind; it undoes them all.
    Result<std::vector<Change>> remove(const std::string &token, const Ids &ids);
    Result<std::vector<Change>> promote(const std::string &token, const Ids &ids);
    Result<std::vector<Change>> changeDelay(const std::string &token, const Ids &ids, Milliseconds delay);
    Result<std::vector<Change>> changePriority(const std::string &token, const Ids &ids, long long priority);

    /// Whose fate the token holds. Expired "undo-expired".
    Result<Ids> jobsOf(const std::string &token);
    /// How many jobs are as they were; those that have moved on are left alone. A token works once. Expired
    /// "undo-expired".
    Result<long long> undo(const std::string &token);

private:
    std::string keyOf(const std::string &token) const { return m_queue.base() + "wemo:undo:" + token; }
    Result<std::vector<Change>> change(const redis::Script &script, const std::string &token, const redis::Args &before,
                                       const Ids &ids);

    Queue &m_queue;
};

} // namespace wemo::queue
