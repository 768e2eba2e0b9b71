#include "services/redis/server_check.h"

#include <QString>
#include <QVersionNumber>

namespace wemo::redis {

namespace {
QString valueOf(const QString &info, const QString &name) {
    const QStringList lines = info.split("\r\n");
    for (const QString &line : lines)
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1);
    return {};
}
} // namespace

Result<void> checkServer(Connection &connection) {
    // INFO rather than CONFIG GET, which hosted servers often forbid.
    const auto answers = connection.pipeline({{"INFO", "server"}, {"INFO", "memory"}});
    if (!answers)
        return Failure(answers.error());
    const QString version = valueOf(QString::fromStdString((*answers)[0].text), "redis_version");
    const QString policy = valueOf(QString::fromStdString((*answers)[1].text), "maxmemory_policy");
    if (QVersionNumber::fromString(version) < QVersionNumber(6, 2))
        return failure(ErrorKind::Conflict, "redis-too-old",
                       QString("Redis %1 is too old. Install Redis 6.2 or newer.").arg(version));
    if (policy != "noeviction")
        return failure(
            ErrorKind::Conflict, "redis-evicts",
            QString("Redis has maxmemory-policy %1 and would throw queued work away when its memory is full. "
                    "Set \"maxmemory-policy noeviction\" in redis.conf.")
                .arg(policy));
    return {};
}

} // namespace wemo::redis
