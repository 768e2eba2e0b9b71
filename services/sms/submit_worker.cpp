#include "services/sms/submit_worker.h"

#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"
#include "services/sms/lanes.h"

#include <thread>

namespace wemo::sms {

namespace {
constexpr int recordTries = 20;
constexpr std::chrono::milliseconds recordPause{250};
constexpr const char *submissionsTotal = "wemo_sms_submissions_total";
constexpr const char *submissionSeconds = "wemo_sms_submission_seconds";

queue::HandlerResult retry(const Error &error) {
    return {queue::Outcome::Retry, error.code.toStdString()};
}

bool isTaken(const SubmissionAnswer &answer) {
    return answer.state == DeliveryState::Accepted || answer.state == DeliveryState::Scheduled ||
           (isFinal(answer.state) && !answer.batchId.isEmpty());
}

/// Whether what became of the submission is not known, seen from here.
bool isUnknown(const SubmissionAnswer &answer) {
    return answer.state == DeliveryState::SubmitUnknown;
}

const char *outcomeOf(const SubmissionAnswer &answer) {
    if (isUnknown(answer))
        return "unknown";
    if (isTaken(answer))
        return "accepted";
    return answer.rawCode == "unreachable" ? "unreachable" : "refused";
}

News newsOf(const SubmissionAnswer &answer) {
    News news;
    news.source = "answer";
    news.state = answer.state;
    news.rawCode = answer.rawCode;
    news.reason = answer.reason;
    news.note = answer.note;
    news.batchId = answer.batchId;
    news.cost = answer.costTenThousandths;
    news.keepsBody = answer.notTaken;
    return news;
}

/// What of its validity is left, from when it is sent: no code is to arrive after its time.
int minutesLeft(const MessageRecord &record, Instant now) {
    const Instant from = std::max(now, record.message.scheduledAt.value_or(now));
    const auto left = std::chrono::ceil<std::chrono::minutes>(record.validUntil() - from);
    return std::max(1, static_cast<int>(left.count()));
}
} // namespace

SubmitWorker::SubmitWorker(Parts parts)
    : m_parts(std::move(parts)) {
    m_parts.metrics.describe(submissionsTotal, "Messages given to a gateway, by what it said.");
    m_parts.metrics.describe(submissionSeconds, "How long a gateway took to answer.");
}

queue::HandlerResult SubmitWorker::handle(const queue::Job &job, const queue::JobContext &context) {
    WEMO_FAILPOINT("sms.after-claim");
    const std::optional<Id> id = Lanes::messageOf(job.data);
    if (!id)
        return {queue::Outcome::Failed, "unreadable-job"};
    for (QStringList excluded;;) {
        const Result<Claim> claimed = claim(*id, excluded);
        if (!claimed && claimed.error().kind == ErrorKind::NotFound)
            return {queue::Outcome::Failed, "message-not-found"};
        if (!claimed)
            return retry(claimed.error());
        m_parts.afterCommit();
        if (!claimed->submission)
            return {};
        WEMO_FAILPOINT("sms.after-submitting");
        const SubmissionAnswer answer = submit(*claimed);
        WEMO_FAILPOINT("sms.after-submit");
        const Result<Next> next = recordStubbornly(*id, *claimed, answer, job.isLastAttempt(), excluded, context);
        if (!next)
            return retry(next.error());
        WEMO_FAILPOINT("sms.after-accepted");
        m_parts.afterCommit();
        replayOrphans(answer.batchId);
        // Where a retry has to end, the queue keeps the job among the failed, where people find it and run it again.
        if (*next == Next::Retry)
            return {queue::Outcome::Retry, answer.reason.toStdString()};
        if (*next == Next::Failed)
            return {queue::Outcome::Failed, answer.reason.toStdString()};
        if (*next == Next::Done)
            return {};
        excluded.append(claimed->gateway->name());
    }
}

SubmissionAnswer SubmitWorker::submit(const Claim &claim) {
    const auto started = std::chrono::steady_clock::now();
    const SubmissionAnswer answer = claim.gateway->submit(*claim.submission);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
    m_parts.metrics.observe(submissionSeconds, {{"gateway", claim.gateway->name().toStdString()}}, took.count());
    m_parts.gateways.told(claim.gateway->name(), answer);
    count(claim.gateway->name(), outcomeOf(answer));
    return answer;
}

Result<SubmitWorker::Claim> SubmitWorker::claim(Id id, const QStringList &excluded) {
    return m_parts.database.write([&](storage::Connection &connection) -> Result<Claim> {
        Result<MessageRecord> record = m_parts.log.lock(connection, id);
        if (!record)
            return Failure(record.error());
        return claimLocked(connection, *record, excluded);
    });
}

Result<SubmitWorker::Claim> SubmitWorker::claimLocked(storage::Connection &connection, MessageRecord &record,
                                                      const QStringList &excluded) {
    const DeliveryState state = record.message.state;
    if (record.inTheAir || state == DeliveryState::SubmitUnknown)
        return claimAgain(connection, record);
    if (state != DeliveryState::Created && state != DeliveryState::Submitting)
        return Claim{};
    if (m_parts.log.clock().now() >= record.validUntil()) {
        count(record.message.gateway, "too_late");
        return end(connection, record, DeliveryState::Expired, "not-sent-in-time",
                   "Its time was over before it could be sent.");
    }
    Gateway *gateway = m_parts.gateways.choose(record.message.purpose, excluded);
    if (!gateway)
        return failure(ErrorKind::Unavailable, "no-gateway", "No gateway takes messages of this purpose.");
    ++record.attempts;
    return begin(connection, record, *gateway, false);
}

bool SubmitWorker::mayRepeat(const MessageRecord &record, const Gateway &gateway) const {
    // Counted from before it can first have been sent, so never too long.
    const Instant since = record.message.scheduledAt.value_or(record.message.createdAt);
    const Instant now = m_parts.log.clock().now();
    const auto known = gateway.idempotentFor();
    return known && now < since + *known && now < record.validUntil() && !record.bodySealed.isEmpty();
}

Result<SubmitWorker::Claim> SubmitWorker::claimAgain(storage::Connection &connection, MessageRecord &record) {
    Gateway *gateway = m_parts.gateways.find(record.message.gateway);
    if (gateway && mayRepeat(record, *gateway))
        return begin(connection, record, *gateway, true);
    if (record.message.state == DeliveryState::SubmitUnknown)
        return Claim{};
    // Someone began and never told the end: dead between two steps, or still at it. Only a receipt can say.
    count(record.message.gateway, "unknown");
    return end(connection, record, DeliveryState::SubmitUnknown, "interrupted",
               "The service stopped while it was sending; the message may or may not have left.");
}

Result<SubmitWorker::Claim> SubmitWorker::end(storage::Connection &connection, MessageRecord &record,
                                              DeliveryState state, const QString &reason, const QString &note) {
    News news;
    news.source = "worker";
    news.state = state;
    news.reason = reason;
    news.note = note;
    const auto done = m_parts.log.apply(connection, record, news);
    return done ? Result<Claim>(Claim{}) : Failure(done.error());
}

Result<SubmitWorker::Claim> SubmitWorker::begin(storage::Connection &connection, MessageRecord &record,
                                                Gateway &gateway, bool isRepeated) {
    const Result<phone::PhoneNumber> number = m_parts.log.numberOf(record);
    const Result<QString> text = m_parts.log.textOf(record);
    if (!number || !text)
        return Failure(!number ? number.error() : text.error());
    record.message.gateway = gateway.name();
    News news;
    news.source = "worker";
    news.state = DeliveryState::Submitting;
    news.isNote = record.message.state == DeliveryState::SubmitUnknown;
    news.note = isRepeated ? QString("A worker gives it to %1 again, under the same key.").arg(gateway.name())
                           : QString("A worker gives it to %1.").arg(gateway.name());
    record.inTheAir = true;
    if (const auto done = m_parts.log.apply(connection, record, news); !done)
        return Failure(done.error());
    const Instant now = m_parts.log.clock().now();
    Submission submission{*number, *text, idToString(record.message.id), minutesLeft(record, now)};
    if (record.message.scheduledAt && *record.message.scheduledAt > now)
        submission.sendAt = record.message.scheduledAt;
    // A new one for each submission that is not a repetition: a refused one is not to be remembered as the answer.
    submission.clientId = QString("%1-%2").arg(submission.reference).arg(record.attempts);
    return Claim{std::move(submission), &gateway, isRepeated, record.message.version};
}

/// Only to be asked where the answer did not settle it by being taken.
SubmitWorker::Next SubmitWorker::nextOf(const MessageRecord &record, const Claim &claim, const SubmissionAnswer &answer,
                                        bool lastTry, const QStringList &excluded) const {
    const bool isDecided = record.message.state == DeliveryState::SubmitUnknown && !claim.isRepeated;
    if (isUnknown(answer) || claim.isRepeated)
        return !lastTry && mayRepeat(record, *claim.gateway) ? Next::Retry : Next::Done;
    if (answer.elsewhere && !isDecided &&
        m_parts.gateways.offers(record.message.purpose, excluded + QStringList{claim.gateway->name()}))
        return Next::OtherGateway;
    return answer.retriable ? Next::Retry : Next::Failed;
}

void SubmitWorker::settle(MessageRecord &record, const SubmissionAnswer &answer) const {
    record.inTheAir = false;
    const Instant now = m_parts.log.clock().now();
    if (isFinal(record.message.state) || answer.batchId.isEmpty())
        return;
    const Instant from = std::max(now, record.message.scheduledAt.value_or(now));
    record.nextPoll = m_parts.log.schedule().pollAfter(from, record.validityMinutes, 0);
    record.deadline = m_parts.log.schedule().deadlineAfter(from, record.validityMinutes);
}

Result<SubmitWorker::Next> SubmitWorker::record(Id id, const Claim &claim, const SubmissionAnswer &answer, bool lastTry,
                                                const QStringList &excluded) {
    return m_parts.database.write([&](storage::Connection &connection) -> Result<Next> {
        Result<MessageRecord> record = m_parts.log.lock(connection, id);
        if (!record)
            return Failure(record.error());
        News news = newsOf(answer);
        Next next = Next::Done;
        const bool isShared = claim.gateway->idempotentFor() && record->message.version != claim.version;
        if (isTaken(answer)) {
            settle(*record, answer);
            next = isFinal(answer.state) ? Next::Failed : Next::Done;
        } else if (isShared) {
            news.isNote = true; // somebody else gave it there too, and will tell; a failure here says nothing of that
        } else {
            next = nextOf(*record, claim, answer, lastTry, excluded);
            const bool isOpen = isUnknown(answer) || claim.isRepeated;
            if (isOpen) {
                news.state = DeliveryState::SubmitUnknown;
                news.keepsBody = mayRepeat(*record, *claim.gateway);
            }
            const bool goesOn = next == Next::OtherGateway || (next == Next::Retry && !lastTry);
            if (goesOn && record->message.state != DeliveryState::SubmitUnknown)
                news.state = DeliveryState::Submitting;
            record->inTheAir = isOpen && goesOn;
        }
        const auto done = m_parts.log.apply(connection, *record, news);
        return done ? Result<Next>(next) : Failure(done.error());
    });
}

Result<SubmitWorker::Next> SubmitWorker::recordStubbornly(Id id, const Claim &claim, const SubmissionAnswer &answer,
                                                          bool lastTry, const QStringList &excluded,
                                                          const queue::JobContext &context) {
    // The answer exists nowhere else: a store that is away for some seconds must not turn it into "unknown".
    for (int tries = 1;; ++tries) {
        const Result<Next> recorded = record(id, claim, answer, lastTry, excluded);
        if (recorded || tries == recordTries || context.isCanceled())
            return recorded;
        std::this_thread::sleep_for(recordPause);
    }
}

/// Receipts that overtook the answer wait as orphans; the sweep tries them again if this fails.
void SubmitWorker::replayOrphans(const QString &batchId) {
    if (batchId.isEmpty())
        return;
    if (const Result<int> replayed = m_parts.receipts.replayOrphans(batchId); !replayed)
        runtime::log::warn("orphans-not-replayed", {{"code", replayed.error().code}});
}

void SubmitWorker::count(const QString &gateway, const char *outcome) {
    m_parts.metrics.count(submissionsTotal, {{"gateway", gateway.toStdString()}, {"outcome", outcome}});
}

} // namespace wemo::sms
