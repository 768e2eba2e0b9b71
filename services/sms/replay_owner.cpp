#include "services/sms/replay_owner.h"

namespace wemo::sms {

namespace {
constexpr const char *removedReason = "removed-from-queue";

/// Still on its way to the gateway: nothing has to change for its job to run.
bool isOnItsWay(const MessageRecord &record) {
    const DeliveryState state = record.message.state;
    return state == DeliveryState::Created || (state == DeliveryState::Submitting && !record.inTheAir);
}

News news(const char *source, const QString &note) {
    News news;
    news.source = QString::fromLatin1(source);
    news.note = note;
    return news;
}
} // namespace

Result<std::optional<MessageRecord>> ReplayOwner::find(storage::Connection &connection, const QString &jobId) {
    const std::optional<Id> id = jobId.startsWith(u"sms-") ? idFromString(QStringView(jobId).sliced(4)) : std::nullopt;
    if (!id)
        return std::optional<MessageRecord>();
    Result<MessageRecord> record = m_parts.log.lock(connection, *id);
    if (record)
        return std::optional(*std::move(record));
    if (record.error().kind == ErrorKind::NotFound)
        return std::optional<MessageRecord>();
    return Failure(record.error());
}

QString ReplayOwner::refusalOf(const MessageRecord &record) const {
    const Message &message = record.message;
    const bool isOver = m_parts.log.clock().now() >= message.createdAt + std::chrono::minutes(record.validityMinutes);
    const QString expired = message.purpose == Purpose::Otp ? "code-expired" : "message-expired";
    switch (message.state) {
    case DeliveryState::Created:
    case DeliveryState::Submitting:
        return record.inTheAir ? QString("message-may-have-left") : isOver ? expired : QString();
    case DeliveryState::SubmitUnknown:
        return "message-may-have-left";
    case DeliveryState::Accepted:
    case DeliveryState::Scheduled:
    case DeliveryState::Sent:
    case DeliveryState::Unknown:
    case DeliveryState::Delivered:
        return "message-sent";
    case DeliveryState::Expired:
        return expired;
    case DeliveryState::Failed:
    case DeliveryState::Canceled:
        if (isOver)
            return expired;
        // The text is kept only of what certainly never left.
        return record.bodySealed.isEmpty() || !message.batchId.isEmpty() ? QString("message-final") : QString();
    default:
        return "message-final";
    }
}

Result<QString> ReplayOwner::refusalOfCode(storage::Connection &connection, const MessageRecord &record) const {
    if (record.message.purpose != Purpose::Otp || !m_parts.isCodeWanted)
        return QString();
    const Result<QString> key = m_parts.log.idempotencyKeyOf(connection, record.message.id);
    if (!key)
        return key;
    const Result<bool> isWanted = m_parts.isCodeWanted(*key);
    if (!isWanted)
        return Failure(isWanted.error());
    return *isWanted ? QString() : QString("code-used");
}

Result<QString> ReplayOwner::beforeReplay(storage::Connection &connection, const QString &jobId, const QString &by) {
    Result<std::optional<MessageRecord>> found = find(connection, jobId);
    if (!found)
        return Failure(found.error());
    if (!*found)
        return QString("message-not-found");
    MessageRecord &record = **found;
    if (const QString refusal = refusalOf(record); !refusal.isEmpty())
        return refusal;
    if (const Result<QString> refusal = refusalOfCode(connection, record); !refusal || !refusal->isEmpty())
        return refusal;
    if (isOnItsWay(record))
        return QString();
    const Result<void> reopened =
        m_parts.log.reopen(connection, record, news("replay", QString("%1 had it sent again.").arg(by)));
    return reopened ? Result<QString>(QString()) : Failure(reopened.error());
}

Result<QString> ReplayOwner::beforeRemove(storage::Connection &connection, const QString &jobId, const QString &by) {
    Result<std::optional<MessageRecord>> found = find(connection, jobId);
    if (!found)
        return Failure(found.error());
    if (!*found || !isOnItsWay(**found))
        return QString();
    News canceled = news("staff", QString("%1 removed its job from the queue.").arg(by));
    canceled.state = DeliveryState::Canceled;
    canceled.reason = removedReason;
    canceled.keepsBody = true;
    const auto applied = m_parts.log.apply(connection, **found, canceled);
    return applied ? Result<QString>(QString()) : Failure(applied.error());
}

Result<void> ReplayOwner::beforeRestore(storage::Connection &connection, const QString &jobId, const QString &by) {
    Result<std::optional<MessageRecord>> found = find(connection, jobId);
    if (!found)
        return Failure(found.error());
    const bool wasRemoved = *found && (*found)->message.state == DeliveryState::Canceled &&
                            (*found)->message.reason == QLatin1StringView(removedReason);
    if (!wasRemoved || (*found)->bodySealed.isEmpty())
        return {};
    return m_parts.log.reopen(connection, **found, news("staff", QString("%1 put its job back.").arg(by)));
}

} // namespace wemo::sms
