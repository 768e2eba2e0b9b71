#include "services/sms/submit_worker.h"

#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"
#include "services/sms/lanes.h"

#include <thread>

namespace wemo::sms {

namespace {
constexpr int recordTries = 20;
constexpr std::chrono::milliseconds recordPause{250};

queue::HandlerResult retry(const Error &error) {
    return {queue::Outcome::Retry, error.code.toStdString()};
}

News newsOf(const SubmissionAnswer &answer, bool lastTry) {
    News news;
    news.source = "answer";
    news.state = answer.retriable && !lastTry ? DeliveryState::Submitting : answer.state;
    news.rawCode = answer.rawCode;
    news.reason = answer.reason;
    news.note = answer.note;
    news.batchId = answer.batchId;
    news.cost = answer.costTenThousandths;
    news.keepsBody = answer.notTaken;
    return news;
}
const char *outcomeOf(const SubmissionAnswer &answer) {
    if (answer.retriable)
        return "unreachable";
    if (answer.state == DeliveryState::SubmitUnknown)
        return "unknown";
    return answer.state == DeliveryState::Accepted || answer.state == DeliveryState::Scheduled ? "accepted" : "refused";
}
} // namespace

SubmitWorker::SubmitWorker(Parts parts)
    : m_parts(std::move(parts)) {}

queue::HandlerResult SubmitWorker::handle(const queue::Job &job, const queue::JobContext &context) {
    WEMO_FAILPOINT("sms.after-claim");
    const std::optional<Id> id = Lanes::messageOf(job.data);
    if (!id)
        return {queue::Outcome::Failed, "unreadable-job"};
    const Result<Claim> claimed = claim(*id);
    if (!claimed && claimed.error().kind == ErrorKind::NotFound)
        return {queue::Outcome::Failed, "message-not-found"};
    if (!claimed)
        return retry(claimed.error());
    m_parts.afterCommit();
    if (!claimed->submission)
        return {};
    WEMO_FAILPOINT("sms.after-submitting");
    const SubmissionAnswer answer = claimed->gateway->submit(*claimed->submission);
    WEMO_FAILPOINT("sms.after-submit");
    count(outcomeOf(answer));
    const bool lastTry = job.isLastAttempt();
    if (const Result<void> recorded = recordStubbornly(*id, answer, lastTry, context); !recorded)
        return retry(recorded.error());
    WEMO_FAILPOINT("sms.after-accepted");
    m_parts.afterCommit();
    // On the last try too: the queue then keeps the job among the failed, where people find it and run it again.
    if (answer.retriable)
        return {queue::Outcome::Retry, answer.reason.toStdString()};
    // Receipts that overtook the answer wait as orphans; the sweep tries them again if this fails.
    if (!answer.batchId.isEmpty())
        if (const Result<int> replayed = m_parts.receipts.replayOrphans(answer.batchId); !replayed)
            runtime::log::warn("orphans-not-replayed", {{"code", replayed.error().code}});
    if (answer.state == DeliveryState::Failed || answer.state == DeliveryState::Rejected)
        return {queue::Outcome::Failed, answer.reason.toStdString()};
    return {};
}

Result<SubmitWorker::Claim> SubmitWorker::claim(Id id) {
    return m_parts.database.write([&](storage::Connection &connection) -> Result<Claim> {
        Result<MessageRecord> record = m_parts.log.lock(connection, id);
        if (!record)
            return Failure(record.error());
        return claimLocked(connection, *record);
    });
}

Result<SubmitWorker::Claim> SubmitWorker::claimLocked(storage::Connection &connection, MessageRecord &record) {
    const DeliveryState state = record.message.state;
    if (state != DeliveryState::Created && state != DeliveryState::Submitting)
        return Claim{};
    News news;
    news.source = "worker";
    if (record.inTheAir) {
        // Someone began and never told the end: dead between two steps, or still at it. Only a receipt can say.
        news.state = DeliveryState::SubmitUnknown;
        news.reason = "interrupted";
        news.note = "The service stopped while it was sending; the message may or may not have left.";
        count("unknown");
    } else if (m_parts.log.clock().now() >= record.message.createdAt + std::chrono::minutes(record.validityMinutes)) {
        news.state = DeliveryState::Expired;
        news.reason = "not-sent-in-time";
        news.note = "Its time was over before it could be sent.";
        count("too_late");
    } else {
        const Result<phone::PhoneNumber> number = m_parts.log.numberOf(record);
        const Result<QString> text = m_parts.log.textOf(record);
        if (!number || !text)
            return Failure(!number ? number.error() : text.error());
        Gateway *gateway = m_parts.gateways.choose(record.message.purpose);
        if (!gateway)
            return failure(ErrorKind::Unavailable, "no-gateway", "No gateway takes messages of this purpose.");
        record.inTheAir = true;
        ++record.attempts;
        record.message.gateway = gateway->name();
        news.state = DeliveryState::Submitting;
        news.note = "A worker gives it to the gateway.";
        const auto done = m_parts.log.apply(connection, record, news);
        if (!done)
            return Failure(done.error());
        Submission submission{*number, *text, idToString(record.message.id), record.validityMinutes};
        submission.clientId = submission.reference;
        return Claim{std::move(submission), gateway};
    }
    const auto done = m_parts.log.apply(connection, record, news);
    return done ? Result<Claim>(Claim{}) : Failure(done.error());
}

Result<void> SubmitWorker::record(Id id, const SubmissionAnswer &answer, bool lastTry) {
    return m_parts.database.write([&](storage::Connection &connection) -> Result<void> {
        Result<MessageRecord> record = m_parts.log.lock(connection, id);
        if (!record)
            return Failure(record.error());
        record->inTheAir = false;
        const Instant now = m_parts.log.clock().now();
        if (!isFinal(record->message.state) && !answer.batchId.isEmpty()) {
            record->nextPoll = m_parts.log.schedule().pollAfter(now, record->validityMinutes, 0);
            record->deadline = m_parts.log.schedule().deadlineAfter(now, record->validityMinutes);
        }
        const auto done = m_parts.log.apply(connection, *record, newsOf(answer, lastTry));
        return done ? Result<void>() : Failure(done.error());
    });
}

Result<void> SubmitWorker::recordStubbornly(Id id, const SubmissionAnswer &answer, bool lastTry,
                                            const queue::JobContext &context) {
    // The answer exists nowhere else: a store that is away for some seconds must not turn it into "unknown".
    for (int tries = 1;; ++tries) {
        const Result<void> recorded = record(id, answer, lastTry);
        if (recorded || tries == recordTries || context.isCanceled())
            return recorded;
        std::this_thread::sleep_for(recordPause);
    }
}

void SubmitWorker::count(const char *outcome) {
    m_parts.metrics.count("wemo_sms_submissions_total", {{"outcome", outcome}});
}

} // namespace wemo::sms
