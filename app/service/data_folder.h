#pragma once
#include "models/core/result.h"

#include <memory>

namespace wemo::service {

/// Local mode's folder, taken for this process alone. Two locks: the service's, which ends with it, and one that the
/// Redis child inherits, so that a new service waits until the old Redis has let go of its files.
class DataFolder {
public:
    static Result<std::unique_ptr<DataFolder>> take(const QString &path);
    ~DataFolder(); ///< removes service.json
    Q_DISABLE_COPY_MOVE(DataFolder)

    QString file(const QString &name) const { return m_path + '/' + name; }
    int redisLock() const { return m_redisLock; }
    /// In the folder if that is short enough for a Unix socket, else in a private folder under the temporary one.
    Result<QString> redisSocket() const { return redisSocketOf(m_path); }
    static Result<QString> redisSocketOf(const QString &path); ///< where a service on that folder has its Redis
    /// service.json {address, pid}: how others on this machine find the service while it runs.
    Result<void> announce(const QString &address) const;

private:
    explicit DataFolder(QString path)
        : m_path(std::move(path)) {}

    QString m_path;
    int m_serviceLock = -1;
    int m_redisLock = -1;
};

} // namespace wemo::service
