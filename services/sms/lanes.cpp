#include "services/sms/lanes.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace wemo::sms {

QString jobIdOf(Id message) {
    return "sms-" + idToString(message);
}

QString Lanes::queueNameOf(Purpose purpose) {
    return "sms-" + toString(purpose);
}

queue::NewJob Lanes::jobOf(Id message, const queue::JobOptions &options) {
    const QJsonObject data{{"message", idToString(message)}};
    return {"submit", QJsonDocument(data).toJson(QJsonDocument::Compact).toStdString(), jobIdOf(message).toStdString(),
            options};
}

long long Lanes::queuePriorityOf(Purpose purpose, int priority) {
    if (purpose == Purpose::Otp)
        return std::max(0, -priority);
    return 1 + maxPriority - std::clamp(priority, minPriority, maxPriority);
}

std::optional<Id> Lanes::messageOf(const std::string &jobData) {
    return idFromString(QJsonDocument::fromJson(QByteArray::fromStdString(jobData))["message"].toString());
}

Lanes::Lanes(redis::Pool &pool, const std::string &prefix, queue::JobOptions job, std::optional<queue::Limit> limit)
    : m_job(std::move(job))
    , m_limit(limit) {
    for (const Purpose purpose : purposes)
        m_queues[static_cast<std::size_t>(purpose)] =
            std::make_unique<queue::Queue>(pool, queueNameOf(purpose).toStdString(), prefix);
}

Result<void> Lanes::open() {
    for (const auto &queue : m_queues) {
        if (const Result<void> opened = queue->open(); !opened)
            return opened;
        if (const Result<void> limited = queue::Control(*queue).setFirstLimit(m_limit); !limited)
            return limited;
    }
    return {};
}

std::vector<queue::Queue *> Lanes::all() {
    std::vector<queue::Queue *> queues;
    for (const auto &queue : m_queues)
        queues.push_back(queue.get());
    return queues;
}

} // namespace wemo::sms
