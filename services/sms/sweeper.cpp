#include "services/sms/sweeper.h"

#include "services/queue/control.h"
#include "services/runtime/log.h"
#include "services/sms/message_sender.h"
#include "services/sms/schedule.h"

namespace wemo::sms {

Sweeper::Sweeper(Parts parts, SweepOptions options)
    : m_parts(std::move(parts))
    , m_options(options) {}

Sweeper::~Sweeper() {
    stop();
}

void Sweeper::start() {
    m_stopping = false;
    m_thread = std::thread([this] { loop(); });
}

void Sweeper::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Sweeper::loop() {
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        if (const Result<int> done = sweep(); !done)
            runtime::log::warn("sms-sweep-failed", {{"code", done.error().code}});
        lock.lock();
        m_changed.wait_for(lock, m_options.every, [this] { return m_stopping; });
    }
}

Result<int> Sweeper::sweep() {
    int touched = 0;
    for (const auto step :
         {&Sweeper::addLostJobs, &Sweeper::giveUpSubmissions, &Sweeper::pollDeliveries, &Sweeper::passDeadlines}) {
        const Result<int> done = (this->*step)();
        if (!done)
            return done;
        touched += *done;
    }
    const Result<int> replayed = m_parts.receipts.replayOrphans({});
    if (!replayed)
        return replayed;
    const Result<qint64> forgotten =
        m_parts.receipts.forgetOrphansBefore(m_parts.log.clock().now() - m_options.orphansFor);
    if (!forgotten)
        return Failure(forgotten.error());
    touched += *replayed;
    if (touched > 0)
        m_parts.afterCommit();
    return touched;
}

Result<QList<Id>> Sweeper::ids(const QString &query, const storage::Params &params) {
    const auto rows = m_parts.database.read([&](storage::Connection &c) { return c.query(query, params); });
    if (!rows)
        return Failure(rows.error());
    QList<Id> found;
    for (const storage::Row &row : *rows)
        found.append(row.integer("id"));
    return found;
}

storage::Params Sweeper::staleBefore(Instant before, DeliveryState state, int inTheAir) const {
    return {{"state", toString(state)},
            {"in_the_air", inTheAir},
            {"before", toMs(before)},
            {"before_id", firstIdAt(before)},
            {"limit", m_options.batch}};
}

Result<int> Sweeper::addLostJobs() {
    const Instant before = m_parts.log.clock().now() - m_options.jobLostAfter;
    int added = 0;
    // A submission that never left this machine waits for its retry in `submitting`; its job may be lost as well. One
    // that may have left has its job as long as its worker lives: a new one tells, without a second send, that it died.
    const QList<std::pair<DeliveryState, int>> kinds{
        {DeliveryState::Created, 0}, {DeliveryState::Submitting, 0}, {DeliveryState::Submitting, 1}};
    for (const auto &[state, inTheAir] : kinds) {
        const storage::Params params = staleBefore(before, state, inTheAir);
        const auto found = m_parts.database.read([&](storage::Connection &c) { return c.query("sms/stale", params); });
        if (!found)
            return Failure(found.error());
        for (const storage::Row &row : *found) {
            const auto isNew =
                addLostJob(row.integer("id"), purposeFromString(row.text("purpose")).value_or(Purpose::Otp));
            if (!isNew)
                return Failure(isNew.error());
            added += *isNew ? 1 : 0;
        }
    }
    if (added > 0)
        runtime::log::warn("sms-jobs-added-again", {{"count", added}});
    return added;
}

/// A job that ended without ending the message (the store was away for all its attempts) begins again.
Result<bool> Sweeper::addLostJob(Id id, Purpose purpose) {
    queue::Queue &lane = m_parts.lanes.of(purpose);
    const queue::NewJob job = m_parts.lanes.job(id);
    const Result<queue::Added> added = lane.add(job);
    if (!added)
        return Failure(added.error());
    if (!added->isDuplicate)
        return true;
    const auto replayed = queue::Control(lane).replay({job.id});
    return replayed ? Result<bool>(replayed->at(0) == queue::Change::Done) : Failure(replayed.error());
}

Result<bool> Sweeper::note(Id id, DeliveryState wanted, DeliveryState to, const QString &reason, const QString &text) {
    return m_parts.database.write([&](storage::Connection &connection) -> Result<bool> {
        Result<MessageRecord> record = m_parts.log.lock(connection, id);
        if (!record)
            return Failure(record.error());
        if (record->message.state != wanted)
            return false;
        News news;
        news.source = "sweep";
        news.state = to;
        news.reason = reason;
        news.note = text;
        const auto done = m_parts.log.apply(connection, *record, news);
        return done ? Result<bool>(true) : Failure(done.error());
    });
}

Result<int> Sweeper::giveUpSubmissions() {
    const Instant before = m_parts.log.clock().now() - m_options.submittingAfter;
    const auto found = ids("sms/stale", staleBefore(before, DeliveryState::Submitting, 1));
    if (!found)
        return Failure(found.error());
    int touched = 0;
    for (const Id id : *found) {
        const auto done = note(id, DeliveryState::Submitting, DeliveryState::SubmitUnknown, "interrupted",
                               "The submission was left behind; the message may or may not have left.");
        if (!done)
            return Failure(done.error());
        if (*done)
            m_parts.metrics.count("wemo_sms_submissions_total", {{"outcome", "unknown"}});
        touched += *done ? 1 : 0;
    }
    return touched;
}

Result<int> Sweeper::passDeadlines() {
    const auto found = ids("sms/past_deadline", {{"now", toMs(m_parts.log.clock().now())}, {"limit", m_options.batch}});
    if (!found)
        return Failure(found.error());
    for (const Id id : *found) {
        const auto done = m_parts.database.write([&](storage::Connection &connection) -> Result<void> {
            Result<MessageRecord> record = m_parts.log.lock(connection, id);
            if (!record)
                return Failure(record.error());
            if (!record->deadline || *record->deadline > m_parts.log.clock().now())
                return {};
            if (isFinal(record->message.state)) { // it could have been sent until now
                record->deadline.reset();
                record->bodySealed.clear();
                return m_parts.log.store(connection, *record);
            }
            News news;
            news.source = "sweep";
            // What never left cannot be "unknown": its time is over.
            const bool neverLeft = record->message.state == DeliveryState::Created ||
                                   (record->message.state == DeliveryState::Submitting && !record->inTheAir);
            const bool inTheAir = record->message.state == DeliveryState::Submitting && record->inTheAir;
            news.state = neverLeft  ? DeliveryState::Expired
                         : inTheAir ? DeliveryState::SubmitUnknown
                                    : DeliveryState::Unknown;
            news.reason = neverLeft ? "not-sent-in-time" : inTheAir ? "interrupted" : "no-receipt";
            news.note = "Its deadline passed.";
            const auto applied = m_parts.log.apply(connection, *record, news);
            return applied ? Result<void>() : Failure(applied.error());
        });
        if (!done)
            return Failure(done.error());
        m_parts.metrics.count("wemo_sms_deadlines_total");
    }
    return static_cast<int>(found->size());
}

Result<int> Sweeper::pollDeliveries() {
    const auto found = ids("sms/due_polls", {{"now", toMs(m_parts.log.clock().now())}, {"limit", m_options.batch}});
    if (!found)
        return Failure(found.error());
    int touched = 0;
    for (const Id id : *found) {
        const Result<bool> polled = poll(id);
        if (!polled)
            return Failure(polled.error());
        touched += *polled ? 1 : 0;
    }
    return touched;
}

Result<bool> Sweeper::poll(Id id) {
    // The next query is noted first: whoever does that has this one, and a crash costs one query at most.
    const auto claimed = m_parts.database.write([&](storage::Connection &connection) -> Result<MessageRecord> {
        Result<MessageRecord> record = m_parts.log.lock(connection, id);
        if (!record)
            return record;
        const Instant now = m_parts.log.clock().now();
        if (!record->nextPoll || *record->nextPoll > now)
            return failure(ErrorKind::Conflict, "not-due", "Somebody else asks.");
        const Instant submitted = record->message.acceptedAt.value_or(record->message.createdAt);
        record->nextPoll = pollAfter(submitted, record->validityMinutes, ++record->polls);
        if (const auto stored = m_parts.log.store(connection, *record); !stored)
            return Failure(stored.error());
        return record;
    });
    if (!claimed)
        return claimed.error().code == "not-due" ? Result<bool>(false) : Failure(claimed.error());
    Gateway *gateway = m_parts.gateways.find(claimed->message.gateway);
    if (!gateway)
        return true; // no longer configured: a receipt may still come, else the deadline
    const auto number = m_parts.log.numberOf(*claimed);
    const auto receipts = gateway->query(claimed->message.batchId);
    if (!receipts || !number) {
        runtime::log::warn("delivery-query-failed", {{"code", receipts ? "unreadable-number" : receipts.error().code}});
        return true; // there is a next time
    }
    for (const Receipt &receipt : *receipts)
        if (receipt.number == number->e164() && receipt.isRecognised && !receipt.isReply)
            if (const auto taken = m_parts.receipts.takeFor(id, receipt, "poll"); !taken)
                return Failure(taken.error());
    return true;
}

} // namespace wemo::sms
