#pragma once
#include "services/sms/acts_resend.h"
#include "services/sms/gateways.h"
#include "services/sms/lanes.h"
#include "services/sms/receipt_intake.h"

namespace wemo::sms {

/// What people do to single messages. Each act is one transaction with its event, its live event and its note.
/// Thread-safe.
class MessageActs {
public:
    struct Parts {
        storage::Database &database;
        MessageLog &log;
        const Resender &resender;
        Lanes &lanes;
        Gateways &gateways;
        ReceiptIntake &receipts;
        std::function<void()> afterCommit;
    };
    explicit MessageActs(Parts parts)
        : m_parts(std::move(parts)) {}

    /// The new message. Conflict with a refusal of Resender's.
    Result<Message> resend(Id id, const Act &act);
    /// What has not left ends here; what waits at a gateway is taken back there. Conflict "too-late", or
    /// "not-supported" where that gateway takes nothing back; Unavailable where it does not answer.
    Result<Message> cancel(Id id, const Act &act);
    /// Asks the gateway now; the message as it is afterwards. Conflict "not-submitted" where it has nothing of it,
    /// "no-gateway" where it is not one of ours any more.
    Result<Message> poll(Id id, const Act &act);

private:
    Result<MessageRecord> read(Id id);
    Result<Message> end(Id id, const Act &act, const QString &batchId);
    Result<void> takeBack(const MessageRecord &record);
    void removeJob(const Message &message);
    Result<Message> noted(Id id, const Act &act);

    Parts m_parts;
};

} // namespace wemo::sms
