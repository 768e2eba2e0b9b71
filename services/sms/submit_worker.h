#pragma once
#include "services/metrics/registry.h"
#include "services/queue/worker.h"
#include "services/sms/gateways.h"
#include "services/sms/message_log.h"
#include "services/sms/receipt_intake.h"

namespace wemo::sms {

/// Gives messages to the gateway: the handler of every lane. The record is the fence, not the job: it says
/// `submitting` before a byte leaves, so that a job which runs twice, or again after a crash, never sends twice.
/// Thread-safe.
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
    };
    Result<Claim> claim(Id id);
    Result<Claim> claimLocked(storage::Connection &connection, MessageRecord &record);
    Result<void> record(Id id, const SubmissionAnswer &answer, bool lastTry);
    Result<void> recordStubbornly(Id id, const SubmissionAnswer &answer, bool lastTry,
                                  const queue::JobContext &context);
    void count(const char *outcome);

    Parts m_parts;
};

} // namespace wemo::sms
