#include "services/sms/fold.h"

#include "services/sms/message_log.h"

namespace wemo::sms {

namespace {
/// Whether the gateway has had its say: from then on the code is not needed and is not kept.
bool isAnswered(DeliveryState state) {
    return state != DeliveryState::Created && state != DeliveryState::Submitting;
}

void stamp(Message &message, const News &news, Instant now) {
    if (news.state == DeliveryState::Accepted && !message.acceptedAt)
        message.acceptedAt = now;
    if (news.state == DeliveryState::Sent && !message.sentAt && !news.isNote)
        message.sentAt = news.gatewayAt.value_or(now);
}

void move(MessageRecord &record, const News &news, Instant now) {
    Message &message = record.message;
    message.state = news.state;
    message.reason = news.reason;
    message.rawCode = news.rawCode;
    if (isFinal(news.state))
        message.finalAt = news.gatewayAt.value_or(now);
    if (isFinal(news.state) || news.state == DeliveryState::Unknown) {
        record.deadline.reset();
        record.nextPoll.reset();
    }
    if (isAnswered(news.state)) {
        record.inTheAir = false;
        if (!news.keepsBody)
            record.bodySealed.clear();
        else if (isFinal(news.state)) // the sweep forgets the text then
            record.deadline = record.validUntil();
    }
}
} // namespace

Verdict judgeNews(const MessageRecord &record, News &news) {
    if (!news.isNote)
        return judge(record.message.state, news.state);
    news.state = record.message.state;
    return Verdict::Repeated;
}

void foldNews(MessageRecord &record, const News &news, Verdict verdict, Instant now, const Schedule &schedule) {
    Message &message = record.message;
    stamp(message, news, now);
    if (verdict == Verdict::Moved)
        move(record, news, now);
    if (message.batchId.isEmpty() && !news.batchId.isEmpty()) {
        message.batchId = news.batchId;
        // Whoever told it, from now on the gateway can be asked.
        if (!isFinal(message.state) && message.state != DeliveryState::Unknown && !record.nextPoll)
            record.nextPoll = schedule.pollAfter(now, record.validityMinutes, record.polls);
    }
    if (news.cost != 0)
        message.costTenThousandths = news.cost;
    if (news.realCost != 0)
        message.realCost = news.realCost;
    countChange(record, now);
}

void countChange(MessageRecord &record, Instant now) {
    record.message.updatedAt = std::max(record.message.updatedAt, now);
    ++record.message.version;
}

QString verdictName(const News &news, Verdict verdict) {
    if (news.isNote)
        return QStringLiteral("noted");
    switch (verdict) {
    case Verdict::Moved:
        return QStringLiteral("moved");
    case Verdict::Repeated:
        return QStringLiteral("repeated");
    case Verdict::Late:
        return QStringLiteral("late");
    case Verdict::Conflict:
        return QStringLiteral("conflict");
    }
    return {};
}

} // namespace wemo::sms
