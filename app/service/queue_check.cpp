#include "app/service/queue_check.h"

#include "app/service/data_folder.h"
#include "services/queue/checker.h"
#include "services/sms/lanes.h"

#include <QFile>

#include <cstdio>

namespace wemo::service {

namespace {
int couldNot(const Error &error) {
    std::fprintf(stderr, "wemo-service: the queues could not be checked: %s\n", qPrintable(error.message));
    return 2;
}

/// Of the service that runs on the data folder, or of the configuration.
Result<redis::Options> redisOf(const Settings &settings) {
    if (!settings.local)
        return settings.redis;
    const QString socket = DataFolder::redisSocketOf(settings.dataFolder).value_or(QString());
    if (!QFile::exists(socket))
        return failure(
            ErrorKind::Unavailable, "no-service",
            QString("no service is running on the data folder %1; start it first.").arg(settings.dataFolder));
    redis::Options options;
    options.unixSocket = QFile::encodeName(socket).toStdString();
    return options;
}

void print(const std::string &queue, const queue::Fault &fault) {
    std::printf("%s: %s: %s\n", queue.c_str(), fault.subject.c_str(), fault.what.c_str());
}
} // namespace

int checkQueues(const Result<Settings> &settings) {
    if (!settings)
        return couldNot(settings.error());
    const Result<redis::Options> options = redisOf(*settings);
    if (!options)
        return couldNot(options.error());
    redis::Pool pool(*options);
    sms::Lanes lanes(pool, settings->queuePrefix.toStdString(), settings->messaging.job);
    bool isSound = true;
    for (queue::Queue *lane : lanes.all()) {
        const auto faults = queue::check(*lane);
        if (!faults)
            return couldNot(faults.error());
        for (const queue::Fault &fault : *faults)
            print(lane->name(), fault);
        isSound = isSound && faults->empty();
    }
    return isSound ? 0 : 1;
}

} // namespace wemo::service
