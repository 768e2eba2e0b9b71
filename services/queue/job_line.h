#pragma once
#include "services/queue/job_rows.h"

namespace wemo::queue {

/// The ids of one state, in the order people read them: next to run first where jobs wait, oldest first where they run,
/// newest first where they ended. Positions count from there.
class JobLine {
public:
    JobLine(const std::string &base, JobState state);

    redis::Args countCommand() const;
    /// The position behind a job; where it is gone by now, the one its neighbours have.
    Result<qint64> behind(redis::Connection &connection, const std::string &id, double score) const;
    Result<std::vector<PlacedJob>> read(redis::Connection &connection, qint64 position, qint64 count) const;

private:
    Result<qint64> behindInList(redis::Connection &connection, const std::string &id) const;

    JobState m_state;
    std::string m_key;
    bool m_isList = false;
    bool m_isNewestFirst = false;
};

} // namespace wemo::queue
