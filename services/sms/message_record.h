#pragma once
#include "models/sms/message.h"
#include "services/storage/database.h"

namespace wemo::sms {

/// A row of sms_messages: what staff see, and what only the service works with.
struct MessageRecord {
    Message message;
    QByteArray numberSealed;
    QByteArray bodySealed; ///< empty once the gateway has answered
    int validityMinutes = 5;
    int attempts = 0;      ///< submissions begun
    int polls = 0;         ///< delivery queries made
    bool inTheAir = false; ///< a submission was begun and its end not recorded: it may have reached the gateway
    std::optional<Instant> deadline;
    std::optional<Instant> nextPoll;

    /// Until when it may be given to the gateway: its validity, counted from when it was to be sent.
    Instant validUntil() const {
        return message.scheduledAt.value_or(message.createdAt) + std::chrono::minutes(validityMinutes);
    }
};

Message messageOf(const storage::Row &row);
MessageRecord recordOf(const storage::Row &row);
MessageEvent eventOf(const storage::Row &row);

} // namespace wemo::sms
