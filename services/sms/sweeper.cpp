#include "services/sms/sweeper.h"

#include "services/runtime/log.h"

namespace wemo::sms {

Sweeper::Sweeper(Parts parts, SweepOptions options)
    : m_parts(std::move(parts))
    , m_options(options)
    , m_lostJobs({m_parts.database, m_parts.log, m_parts.gateways, m_parts.addJobs}, options.jobLostAfter,
                 options.batch)
    , m_poller({m_parts.database, m_parts.log, m_parts.gateways, m_parts.receipts},
               {options.pollThreads, options.batch})
    , m_ticker([this] { turn(); }, options.every) {}

void Sweeper::turn() {
    if (const Result<int> done = sweep(); !done)
        runtime::log::warn("sms-sweep-failed", {{"code", done.error().code}});
}

Result<int> Sweeper::sweep() {
    int touched = 0;
    for (const auto step : {&Sweeper::addLostJobs, &Sweeper::giveUpSubmissions, &Sweeper::pollDeliveries,
                            &Sweeper::passDeadlines, &Sweeper::lookAtOrphans}) {
        const Result<int> done = (this->*step)();
        if (!done)
            return done;
        touched += *done;
    }
    if (touched > 0)
        m_parts.afterCommit();
    return touched;
}

Result<int> Sweeper::addLostJobs() {
    const Result<int> added = m_lostJobs.addAgain();
    if (added && *added > 0)
        runtime::log::warn("sms-jobs-added-again", {{"count", *added}});
    return added;
}

Result<int> Sweeper::pollDeliveries() {
    return m_poller.pollDue();
}

Result<int> Sweeper::lookAtOrphans() {
    const Result<int> replayed = m_parts.receipts.replayOrphans({});
    if (!replayed)
        return replayed;
    const auto forgotten = m_parts.receipts.forgetOrphansBefore(m_parts.log.clock().now() - m_options.orphansFor);
    return forgotten ? replayed : Failure(forgotten.error());
}

/// What `change` says of each message a query finds, each in a transaction of its own, until it finds no more. One that
/// stays as it is, for whatever reason, ends the round: it would be found again.
Result<int> Sweeper::forEach(const QString &query, const storage::Params &params, const Change &change) {
    for (int touched = 0;;) {
        const auto rows = m_parts.database.read([&](storage::Connection &c) { return c.query(query, params); });
        if (!rows)
            return Failure(rows.error());
        int changed = 0;
        for (const storage::Row &row : *rows) {
            const Id id = row.integer("id");
            const auto done = m_parts.database.write([&](storage::Connection &connection) -> Result<bool> {
                Result<MessageRecord> record = m_parts.log.lock(connection, id);
                return record ? change(connection, *record) : Failure(record.error());
            });
            if (!done)
                return Failure(done.error());
            changed += *done ? 1 : 0;
        }
        touched += changed;
        if (changed < m_options.batch)
            return touched;
    }
}

/// A submission whose end nobody told. Where the gateway knows it by our key it may be made again, so its text stays.
Result<int> Sweeper::giveUpSubmissions() {
    const Instant before = m_parts.log.clock().now() - m_options.submittingAfter;
    const storage::Params params{{"state", toString(DeliveryState::Submitting)},
                                 {"in_the_air", 1},
                                 {"after", 0},
                                 {"before", toMs(before)},
                                 {"before_id", firstIdAt(before)},
                                 {"limit", m_options.batch}};
    return forEach("sms/stale", params, [&](storage::Connection &connection, MessageRecord &record) -> Result<bool> {
        if (record.message.state != DeliveryState::Submitting || !record.inTheAir || record.message.updatedAt >= before)
            return false;
        const Gateway *gateway = m_parts.gateways.find(record.message.gateway);
        News news;
        news.source = "sweep";
        news.state = DeliveryState::SubmitUnknown;
        news.reason = "interrupted";
        news.note = "The submission was left behind; the message may or may not have left.";
        news.keepsBody = gateway && gateway->idempotentFor();
        const auto done = m_parts.log.apply(connection, record, news);
        if (!done)
            return Failure(done.error());
        m_parts.metrics.count("wemo_sms_submissions_total", {{"outcome", "unknown"}});
        return true;
    });
}

Result<int> Sweeper::passDeadlines() {
    const storage::Params params{{"now", toMs(m_parts.log.clock().now())}, {"limit", m_options.batch}};
    return forEach("sms/past_deadline", params, [this](storage::Connection &connection, MessageRecord &record) {
        return passDeadline(connection, record);
    });
}

Result<bool> Sweeper::passDeadline(storage::Connection &connection, MessageRecord &record) {
    if (!record.deadline || *record.deadline > m_parts.log.clock().now())
        return false;
    if (isFinal(record.message.state)) { // it could have been sent until now
        record.deadline.reset();
        record.bodySealed.clear();
        const auto stored = m_parts.log.store(connection, record);
        return stored ? Result<bool>(true) : Failure(stored.error());
    }
    // What never left cannot be "unknown": its time is over.
    const bool isSubmitting = record.message.state == DeliveryState::Submitting;
    const bool inTheAir = isSubmitting && record.inTheAir;
    const bool neverLeft = record.message.state == DeliveryState::Created || (isSubmitting && !record.inTheAir);
    News news;
    news.source = "sweep";
    news.state = neverLeft ? DeliveryState::Expired : inTheAir ? DeliveryState::SubmitUnknown : DeliveryState::Unknown;
    news.reason = neverLeft ? "not-sent-in-time" : inTheAir ? "interrupted" : "no-receipt";
    news.note = "Its deadline passed.";
    const auto applied = m_parts.log.apply(connection, record, news);
    if (!applied)
        return Failure(applied.error());
    m_parts.metrics.count("wemo_sms_deadlines_total");
    return true;
}

} // namespace wemo::sms
