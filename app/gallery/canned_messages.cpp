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
    {S::Scheduled, "", "300"},
    {S::Delivered, "", "4"},
    {S::Delivered, "", "100"},
};

struct Kind {
    wemo::sms::Purpose purpose;
    const char *templateName;
    const char *text;
};

constexpr Kind code{wemo::sms::Purpose::Otp, "otp.sign_in",
                    "【WeMo】登入驗證碼 ••••••，5 分鐘內有效。請勿告訴任何人，WeMo 人員不會向您詢問。"};
constexpr Kind fee{wemo::sms::Purpose::Transactional, "rent.mileage_due",
                   "【WeMo】您 11/21 的行程尚有里程費 NT$120 未繳，請於 App 內完成付款，謝謝。"};
constexpr Kind forgotten{wemo::sms::Purpose::Transactional, "rent.forgotten_return",
                         "【WeMo】您的車輛 EWA-1234 仍在租借中，如已騎乘完畢請記得還車，以免持續計費。"};
constexpr Kind renewal{wemo::sms::Purpose::Marketing, "pass.renewal",
                       "【WeMo】您的月票將於 3 天後到期，續購享 9 折：https://wemo.tw/p 回覆 TD 取消。"};

/// Mostly codes; what else a company writes comes in between, at the same places each time.
const Kind &kindOf(int index) {
    if (index == 18 || index == 3)
        return forgotten;
    if (index == 13 || index % 11 == 7)
        return fee;
    return index > 20 && index % 9 == 5 ? renewal : code;
}

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
    message.prefix = message.maskedNumber.left(4);
    const Kind &kind = kindOf(index);
    message.purpose = kind.purpose;
    message.templateName = QLatin1StringView(kind.templateName);
    message.text = QString::fromUtf8(kind.text);
    message.state = outcome.state;
    message.reason = QLatin1StringView(outcome.reason);
    message.rawCode = QLatin1StringView(outcome.rawCode);
    message.gateway = index == 19 ? QStringLiteral("mitake") : QStringLiteral("every8d");
    message.requestId = QStringLiteral("req-") + hex(random, 12);
    message.version = 6;
    const Milliseconds delivery{1'400 + random.bounded(4'800)};
    if (reachedGateway(outcome.state)) {
        message.batchId = guid(random);
        message.costTenThousandths = 10'000;
        message.acceptedAt = at + milliseconds(420);
        message.sentAt = at + milliseconds(980);
    }
    if (outcome.state == S::Scheduled)
        message.scheduledAt = at + hours(20);
    if (outcome.state == S::Delivered)
        message.realCost = message.costTenThousandths;
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
        if (i == 20) // sent again for the one that could not be reached
            messages[i].resendOf = messages.at(4).id;
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
    if (message.acceptedAt && message.state != S::Failed && message.state != S::Canceled &&
        message.state != S::Scheduled)
        add(milliseconds(980), "callback", S::Sent, QStringLiteral("0"));
    if (message.state != S::Sent) {
        const bool settled = message.finalAt.has_value();
        add(settled ? *message.finalAt - message.createdAt : milliseconds(10'040), settled ? "callback" : "answer",
            message.state, message.rawCode, message.reason);
    }
    return events;
}

bool matches(const Message &message, const wemo::sms::MessageFilter &filter) {
    const auto fits = [](const auto &list, const auto &value) { return list.isEmpty() || list.contains(value); };
    if (!fits(filter.states, message.state) || !fits(filter.reasons, message.reason) ||
        !fits(filter.gateways, message.gateway) || !fits(filter.purposes, message.purpose) ||
        !fits(filter.templates, message.templateName))
        return false;
    if ((!filter.batch.isEmpty() && filter.batch != message.batchId) ||
        (!filter.request.isEmpty() && filter.request != message.requestId))
        return false;
    if ((filter.from && message.createdAt < *filter.from) || (filter.to && message.createdAt >= *filter.to))
        return false;
    return filter.number.isEmpty() || filter.number.endsWith(message.maskedNumber.right(3));
}

} // namespace wemo::gallery
