#include "app/service/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <chrono>
#include <thread>

namespace wemo::service {

namespace {
constexpr qsizetype socketPathLimit = 107; // sun_path of Linux, less its end

Failure unusable(const QString &path, const QString &why) {
    return failure(ErrorKind::Conflict, "data-dir-unusable", QString("The data folder %1 %2.").arg(path, why));
}

/// A descriptor that holds the lock, or -1.
int lockFile(const QString &path, std::chrono::milliseconds patience) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    const auto end = std::chrono::steady_clock::now() + patience;
    while (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (std::chrono::steady_clock::now() >= end) {
            ::close(file);
            return -1;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return file;
}
} // namespace

Result<std::unique_ptr<DataFolder>> DataFolder::take(const QString &path) {
    if (!QDir().mkpath(path))
        return unusable(path, "cannot be made");
    ::chmod(QFile::encodeName(path).constData(), 0700);
    std::unique_ptr<DataFolder> folder(new DataFolder(QDir(path).absolutePath()));
    folder->m_serviceLock = lockFile(folder->file("service.lock"), std::chrono::milliseconds(500));
    if (folder->m_serviceLock < 0)
        return failure(ErrorKind::Conflict, "data-dir-in-use",
                       QString("Another service is running on the data folder %1.").arg(folder->m_path));
    folder->m_redisLock = lockFile(folder->file("redis.lock"), std::chrono::seconds(15));
    if (folder->m_redisLock < 0)
        return failure(ErrorKind::Conflict, "data-dir-in-use",
                       QString("The Redis of a service before is still running on %1.").arg(folder->m_path));
    return folder;
}

DataFolder::~DataFolder() {
    if (m_redisLock >= 0)
        QFile::remove(file("service.json"));
    for (const int lock : {m_redisLock, m_serviceLock})
        if (lock >= 0)
            ::close(lock);
}

Result<QString> DataFolder::redisSocketOf(const QString &path) {
    const QString folder = QDir(path).absolutePath();
    if (const QString near = folder + "/redis.sock"; QFile::encodeName(near).size() <= socketPathLimit)
        return near;
    const QByteArray name = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().first(12);
    const QString far = QString("%1/wemo-%2-%3").arg(QDir::tempPath()).arg(::getuid()).arg(QString::fromLatin1(name));
    const QByteArray encoded = QFile::encodeName(far);
    struct stat found {};
    // Somebody else's folder of that name would let him read our Redis.
    if ((::mkdir(encoded.constData(), 0700) != 0 && errno != EEXIST) || ::lstat(encoded.constData(), &found) != 0 ||
        !S_ISDIR(found.st_mode) || found.st_uid != ::getuid() || (found.st_mode & 077) != 0)
        return unusable(folder, "is too long a path for a socket, and " + far + " cannot be used");
    return far + "/redis.sock";
}

Result<void> DataFolder::announce(const QString &address) const {
    QSaveFile out(file("service.json"));
    const QJsonObject content{{"address", address}, {"pid", static_cast<qint64>(::getpid())}};
    if (!out.open(QIODevice::WriteOnly) || out.write(QJsonDocument(content).toJson()) < 0 || !out.commit())
        return unusable(m_path, "cannot be written");
    return {};
}

} // namespace wemo::service
