#include "app/gallery/canned_messages.h"

#include <QRandomGenerator>

#include <array>

namespace wemo::gallery {

using namespace std::chrono;
using wemo::sms::DeliveryState;
using wemo::sms::Message;
using wemo::sms::MessageEvent;

namespace {
using S = DeliveryState;

struct Outcome {
    S state;
    const char *reason;
    const char *rawCode;
};

// The first rows show what there is; further down nearly all are delivered, as in life.
constexpr Outcome showcase[] = {
    {S::Submitting, "", ""},
    {S::Sent, "", "0"},
    {S::Delivered, "", "100"},
    {S::Delivered, "", "100"},
    {S::Undelivered, "handset-unreachable", "101"},
    {S::Delivered, "", "100"},
    {S::Accepted, "", ""},
    {S::SubmitUnknown, "gateway-error", "-99"},
    {S::Delivered, "", "100"},
    {S::Rejected, "carrier-keyword", "105"},
    {S::Expired, "expired", "107"},
    {S::Delivered, "", "100"},
    {S::Failed, "no-credit", "301"},
    {S::Unknown, "no-receipt", ""},
    {S::Delivered, "", "100"},
    {S::Undelivered, "wrong-number", "103"},
    {S::Canceled, "schedule-canceled", "303"},
    {S::Delivered, "", "100"},
};

Outcome outcomeOf(int index, QRandomGenerator &random) {
    if (index < static_cast<int>(std::size(showcase)))
        return showcase[index];
    return random.bounded(100) < 95 ? Outcome{S::Delivered, "", "100"} : showcase[4];
}

QString hex(QRandomGenerator &random, int letters) {
    return QString::number(random.generate64(), 16).rightJustified(16, u'0').left(letters);
}

QString guid(QRandomGenerator &random) {
    return QStringLiteral("%1-%2-%3-%4-%5")
        .arg(hex(random, 8), hex(random, 4), hex(random, 4), hex(random, 4), hex(random, 12));
}

bool reachedGateway(S state) {
    return state != S::Created && state != S::Submitting && state != S::SubmitUnknown;
}

Message messageOf(int index, Instant at, QRandomGenerator &random) {
    const Outcome outcome = outcomeOf(index, random);
    Message message;
    message.id = 455'912'804'177'772'544 - Id(index) * 7'340'033;
    message.createdAt = at;
    message.maskedNumber = QStringLiteral("09%1•••%2")
                               .arg(random.bounded(100), 2, 10, QLatin1Char('0'))
                               .arg(random.bounded(1000), 3, 10, QLatin1Char('0'));
    message.templateName = QStringLiteral("otp.sign_in");
    message.text =
        QString::fromUtf8("【WeMo】登入驗證碼 ••••••，5 分鐘內有效。請勿告訴任何人，WeMo 人員不會向您詢問。");
    message.state = outcome.state;
    message.reason = QLatin1StringView(outcome.reason);
    message.rawCode = QLatin1StringView(outcome.rawCode);
    message.gateway = QStringLiteral("every8d");
    message.requestId = QStringLiteral("req-") + hex(random, 12);
    message.version = 6;
    const Milliseconds delivery{1'400 + random.bounded(4'800)};
    if (reachedGateway(outcome.state)) {
        message.batchId = guid(random);
        message.costTenThousandths = 10'000;
        message.acceptedAt = at + milliseconds(420);
        message.sentAt = at + milliseconds(980);
    }
    message.updatedAt = at + delivery;
    if (isFinal(outcome.state))
        message.finalAt = at + delivery;
    return message;
}
} // namespace

Instant pictureTime() {
    return fromMs(1'795'329'012'000);
}

QList<Message> cannedMessages(int count) {
    QRandomGenerator random(20261122);
    QList<Message> messages;
    Instant at = pictureTime() - seconds(3);
    for (int i = 0; i < count; ++i) {
        messages.append(messageOf(i, at, random));
        at -= milliseconds(4'000 + random.bounded(i < 40 ? 60'000 : 600'000));
    }
    return messages;
}

QList<MessageEvent> cannedEvents(const Message &message) {
    QList<MessageEvent> events;
    const auto add = [&](Milliseconds after, const char *source, S state, const QString &rawCode = {},
                         const QString &reason = {}) {
        MessageEvent event;
        event.id = message.id + events.size() + 1;
        event.at = message.createdAt + after;
        event.source = QLatin1StringView(source);
        event.state = state;
        event.verdict = QStringLiteral("moved");
        event.rawCode = rawCode;
        event.reason = reason;
        if (event.source == u"callback")
            event.gatewayAt = event.at - milliseconds(350);
        events.append(event);
    };
    add(milliseconds(0), "request", S::Created);
    if (message.state == S::Created)
        return events;
    add(milliseconds(38), "worker", S::Submitting);
    if (message.acceptedAt)
        add(milliseconds(420), "answer", S::Accepted);
    if (message.state == S::Submitting || message.state == S::Accepted)
        return events;
    if (message.acceptedAt && message.state != S::Failed && message.state != S::Canceled)
        add(milliseconds(980), "callback", S::Sent, QStringLiteral("0"));
    if (message.state != S::Sent) {
        const bool settled = message.finalAt.has_value();
        add(settled ? *message.finalAt - message.createdAt : milliseconds(10'040), settled ? "callback" : "answer",
            message.state, message.rawCode, message.reason);
    }
    return events;
}

bool matches(const Message &message, const wemo::sms::MessageFilter &filter) {
    if (!filter.states.isEmpty() && !filter.states.contains(message.state))
        return false;
    if ((filter.from && message.createdAt < *filter.from) || (filter.to && message.createdAt >= *filter.to))
        return false;
    return filter.number.isEmpty() || filter.number.endsWith(message.maskedNumber.right(3));
}

} // namespace wemo::gallery
