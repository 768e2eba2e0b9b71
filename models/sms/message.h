#pragma once
#include "models/core/json_reader.h"
#include "models/sms/delivery_state.h"

#include <QJsonObject>
#include <QList>

namespace wemo::sms {

enum class Purpose { Otp, Transactional, Marketing };
QString toString(Purpose purpose); ///< otp, transactional, marketing
std::optional<Purpose> purposeFromString(QStringView text);

constexpr int minPriority = -100, maxPriority = 100;

/// One message as staff see it: the number masked, the code of an OTP never in it.
struct Message {
    Id id = 0;
    Instant createdAt;
    Instant updatedAt;
    QString maskedNumber; ///< "0912•••678"
    Purpose purpose = Purpose::Otp;
    QString templateName; ///< "otp.sign_in", …
    QString text;         ///< with "••••••" where a code stood
    int segments = 1;
    DeliveryState state = DeliveryState::Created;
    QString reason;                ///< neutral reason of the last move, kebab-case; empty while all is well
    QString rawCode;               ///< the gateway's own code behind it, as it came
    QString gateway;               ///< "every8d"
    QString batchId;               ///< the gateway's; empty until accepted
    QString requestId;             ///< of the HTTP request that asked for it
    qint64 costTenThousandths = 0; ///< as the gateway said, in ten-thousandths of a TWD or of its credit unit
    std::optional<Instant> acceptedAt;
    std::optional<Instant> sentAt;
    std::optional<Instant> finalAt;
    int version = 0; ///< counts every change

    int priority = 0;                   ///< 0 is normal; higher ones go first among those that wait
    QString language = "zh-TW";         ///< of the text: zh-TW or en
    std::optional<Instant> scheduledAt; ///< when it shall be sent; nothing = at once
    std::optional<Id> resendOf;         ///< the message that this one is sent again for
    QString prefix;                     ///< "0912": the first four digits, for statistics; not who it is
    std::optional<Instant> verifiedAt;  ///< when the code in it was used
    qint64 realCost = 0;                ///< what the gateway charged in the end, ten-thousandths; 0 = not said
    QString bulk;                       ///< id of the bulk job it came from; empty = none
};

/// One line of the append-only log a message's state is folded from.
struct MessageEvent {
    Id id = 0;
    Instant at;                       ///< when we learned it
    std::optional<Instant> gatewayAt; ///< when the gateway says it happened
    QString source;                   ///< request, worker, answer, callback, poll, sweep, staff, replay
    DeliveryState state = DeliveryState::Created;
    QString verdict; ///< moved, repeated, late, conflict; noted = says nothing of the state
    QString rawCode;
    QString reason;
    QString note; ///< one plain English sentence for staff, no secrets
};

struct MessageDetail {
    Message message;
    QList<MessageEvent> events; ///< oldest first
};

QJsonObject toJson(const Message &message);
Result<Message> messageFromJson(const QJsonObject &json);
QJsonObject toJson(const MessageEvent &event);
Result<MessageEvent> messageEventFromJson(const QJsonObject &json);
QJsonObject toJson(const MessageDetail &detail);
Result<MessageDetail> messageDetailFromJson(const QJsonObject &json);

} // namespace wemo::sms
