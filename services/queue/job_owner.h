#pragma once
#include "models/core/result.h"

#include <QString>

namespace wemo::storage {
class Connection;
}

namespace wemo::queue {

/// Whoever a queue's jobs stand for. A job is only the way to the work, so its owner is asked before a person changes
/// its fate, and brings its own record along in the caller's transaction. Thread-safe.
class JobOwner {
public:
    virtual ~JobOwner() = default;
    /// A finished job is to run again. A code says why it must not ("code-expired"); empty = it may, and the owner is
    /// ready for it. Failure: the store is down.
    virtual Result<QString> beforeReplay(storage::Connection &connection, const QString &jobId, const QString &by) = 0;
    /// A job that waits is taken out: what it stands for ends.
    virtual Result<QString> beforeRemove(storage::Connection &connection, const QString &jobId, const QString &by) = 0;
    /// That is taken back, before the job waits again.
    virtual Result<void> beforeRestore(storage::Connection &connection, const QString &jobId, const QString &by) = 0;
    /// After the commit.
    virtual void committed() = 0;
};

} // namespace wemo::queue
