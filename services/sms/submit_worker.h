#pragma once
#include "services/metrics/registry.h"
#include "services/queue/worker.h"
#include "services/sms/gateways.h"
#include "services/sms/message_log.h"
#include "services/sms/receipt_intake.h"

namespace wemo::sms {

/// Gives messages to a gateway: the handler of every lane. The record is the fence, not the job: it says `submitting`
/// and names the gateway before a byte leaves, so that a job which runs twice, or again after a crash, never sends
/// twice. Where the gateway knows a client id, an unknown outcome is asked for there by sending the same again; it
/// never goes to another gateway. One that certainly took nothing is followed by the next. Thread-safe.
class SubmitWorker {
public:
    struct Parts {
        storage::Database &database;
        MessageLog &log;
        Gateways &gateways;
        ReceiptIntake &receipts;
        metrics::Registry &metrics;
        std::function<void()> afterCommit;
    };
    explicit SubmitWorker(Parts parts);

    queue::HandlerResult handle(const queue::Job &job, const queue::JobContext &context);

private:
    /// What the job's message needs.
    struct Claim {
        std::optional<Submission> submission; ///< nothing: there is nothing to send any more
        Gateway *gateway = nullptr;           ///< the one the record names
        bool isRepeated = false;              ///< the same was sent before, and what became of it is not known
        int version = 0; ///< of the record: another one afterwards means that somebody else was at it
    };
    enum class Next { Done, Failed, Retry, OtherGateway };

    Result<Claim> claim(Id id, const QStringList &excluded);
    Result<Claim> claimLocked(storage::Connection &connection, MessageRecord &record, const QStringList &excluded);
    /// Of a message that may have left.
    Result<Claim> claimAgain(storage::Connection &connection, MessageRecord &record);
    Result<Claim> begin(storage::Connection &connection, MessageRecord &record, Gateway &gateway, bool isRepeated);
    Result<Claim> end(storage::Connection &connection, MessageRecord &record, DeliveryState state,
                      const QString &reason, const QString &note);
    bool mayRepeat(const MessageRecord &record, const Gateway &gateway) const;
    SubmissionAnswer submit(const Claim &claim);

    Result<Next> record(Id id, const Claim &claim, const SubmissionAnswer &answer, bool lastTry,
                        const QStringList &excluded);
    Result<Next> recordStubbornly(Id id, const Claim &claim, const SubmissionAnswer &answer, bool lastTry,
                                  const QStringList &excluded, const queue::JobContext &context);
    Next nextOf(const MessageRecord &record, const Claim &claim, const SubmissionAnswer &answer, bool lastTry,
                const QStringList &excluded) const;
    void settle(MessageRecord &record, const SubmissionAnswer &answer) const;
    void replayOrphans(const QString &batchId);
    void count(const QString &gateway, const char *outcome);

    Parts m_parts;
};

} // namespace wemo::sms
