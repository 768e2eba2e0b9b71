#include "services/sms/delivery_poller.h"

#include "services/runtime/log.h"

#include <atomic>
#include <latch>

namespace wemo::sms {

DeliveryPoller::DeliveryPoller(Parts parts, PollOptions options)
    : m_parts(std::move(parts))
    , m_options(options) {
    if (options.threads > 0)
        m_pool = std::make_unique<runtime::ThreadPool>(options.threads, static_cast<std::size_t>(options.batch));
}

Result<int> DeliveryPoller::pollDue() {
    int asked = 0;
    for (int batch = 0; batch < m_options.maxBatches; ++batch) {
        const storage::Params params{{"now", toMs(m_parts.log.clock().now())}, {"limit", m_options.batch}};
        const auto due =
            m_parts.database.read([&](storage::Connection &c) { return c.query("sms/due_polls", params); });
        if (!due)
            return Failure(due.error());
        QList<Id> ids;
        for (const storage::Row &row : *due)
            ids.append(row.integer("id"));
        const Result<int> some = pollAll(ids);
        if (!some)
            return some;
        asked += *some;
        if (ids.size() < m_options.batch)
            break;
    }
    return asked;
}

Result<int> DeliveryPoller::pollAll(const QList<Id> &ids) {
    std::atomic<int> asked = 0;
    std::mutex mutex;
    std::optional<Error> failed;
    const auto one = [&](Id id) {
        const Result<bool> polled = poll(id);
        asked += polled && *polled ? 1 : 0;
        const std::lock_guard lock(mutex);
        if (!polled && !failed)
            failed = polled.error();
    };
    std::latch done(ids.size());
    for (const Id id : ids) {
        const bool posted = m_pool && m_pool->post([&, id] {
            one(id);
            done.count_down();
        });
        if (posted)
            continue;
        one(id);
        done.count_down();
    }
    done.wait();
    return failed ? Result<int>(Failure(*failed)) : Result<int>(asked.load());
}

/// The next query is noted first: whoever does that has this one, and a crash costs one query at most.
Result<MessageRecord> DeliveryPoller::claim(Id id) {
    return m_parts.database.write([&](storage::Connection &connection) -> Result<MessageRecord> {
        Result<MessageRecord> record = m_parts.log.lock(connection, id);
        if (!record)
            return record;
        const Instant now = m_parts.log.clock().now();
        if (!record->nextPoll || *record->nextPoll > now)
            return failure(ErrorKind::Conflict, "not-due", "Somebody else asks.");
        const Instant submitted = record->message.acceptedAt.value_or(record->message.createdAt);
        // What was missed, while no service ran or before its batch was known, is made up for at the first one's pace.
        const Schedule &schedule = m_parts.log.schedule();
        record->nextPoll = schedule.pollAfter(submitted, record->validityMinutes, ++record->polls);
        if (record->nextPoll && !schedule.queries.empty())
            record->nextPoll = std::max(*record->nextPoll, now + schedule.queries.front());
        if (const auto stored = m_parts.log.store(connection, *record); !stored)
            return Failure(stored.error());
        return record;
    });
}

Result<bool> DeliveryPoller::poll(Id id) {
    const Result<MessageRecord> claimed = claim(id);
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
    for (Receipt receipt : *receipts) {
        if (receipt.number.isEmpty()) // of a gateway whose batches are one message each
            receipt.number = number->e164();
        if (receipt.number == number->e164() && receipt.isRecognised && !receipt.isReply)
            if (const auto taken = m_parts.receipts.takeFor(id, receipt, "poll"); !taken)
                return Failure(taken.error());
    }
    return true;
}

} // namespace wemo::sms
