#include "services/sms/bulk_worker.h"

#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"

namespace wemo::sms {

namespace {
constexpr int chunk = 20;         // messages a transaction: others wait for the writer no longer than that
constexpr Milliseconds breath{5}; // between two of them, for the same reason

/// A fault of the moment: the same message is tried again later. Anything else is an answer about the message.
bool isOfTheMoment(const Error &error) {
    return error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Timeout ||
           error.kind == ErrorKind::Internal || error.kind == ErrorKind::Canceled;
}
} // namespace

BulkWorker::BulkWorker(Parts parts, Milliseconds every)
    : m_parts(std::move(parts))
    , m_every(every) {}

BulkWorker::~BulkWorker() {
    stop();
}

void BulkWorker::start() {
    m_stopping = false;
    m_thread = std::thread([this] { loop(); });
}

void BulkWorker::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void BulkWorker::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_all();
}

void BulkWorker::loop() {
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_woken = false;
        lock.unlock();
        const Result<int> done = step();
        if (!done)
            runtime::log::warn("bulk-resend-failed", {{"code", done.error().code}, {"detail", done.error().detail}});
        lock.lock();
        const bool isBusy = done && *done > 0;
        m_changed.wait_for(lock, isBusy ? breath : m_every, [&] { return m_stopping || (m_woken && !isBusy); });
    }
}

Result<int> BulkWorker::step() {
    const Result<int> done =
        m_parts.database.write([&](storage::Connection &connection) { return stepIn(connection); });
    if (done && *done > 0) {
        m_parts.afterCommit();
        WEMO_FAILPOINT("bulk.after-chunk");
    }
    return done;
}

Result<int> BulkWorker::stepIn(storage::Connection &connection) {
    const auto running = connection.query("sms/take_bulk");
    if (!running || running->isEmpty())
        return running ? Result<int>(0) : Failure(running.error());
    BulkResend bulk = bulkResendOf(running->first());
    const QString requestId = running->first().text("request_id");
    const auto items = connection.query("sms/bulk_items", {{"bulk", bulk.id}, {"limit", chunk}});
    if (!items)
        return Failure(items.error());
    QStringList ids;
    for (const storage::Row &item : *items) {
        if (const auto sent = sendOne(connection, bulk, requestId, item.integer("message_id")); !sent)
            return Failure(sent.error());
        ids.append(item.text("message_id"));
        WEMO_FAILPOINT("bulk.in-chunk");
    }
    if (const auto gone = connection.execute("sms/delete_done_items", {{"bulk", bulk.id}, {"ids", ids.join(u',')}});
        !gone)
        return Failure(gone.error());
    if (items->size() < chunk)
        bulk.state = BulkState::Done;
    const auto stored = storeBulkResend(connection, bulk, m_parts.clock.now());
    return stored ? Result<int>(static_cast<int>(items->size())) : Failure(stored.error());
}

Result<void> BulkWorker::sendOne(storage::Connection &connection, BulkResend &bulk, const QString &requestId,
                                 Id message) {
    const Result<QString> refusal = trySending(connection, bulk, requestId, message);
    if (!refusal && isOfTheMoment(refusal.error()))
        return Failure(refusal.error());
    const QString code = refusal ? *refusal : refusal.error().code;
    if (code.isEmpty()) {
        ++bulk.resent;
        return {};
    }
    ++bulk.refused;
    ++bulk.refusals[code];
    return {};
}

/// Asked again at its turn: a code may have been used meanwhile, or the message have arrived after all.
Result<QString> BulkWorker::trySending(storage::Connection &connection, const BulkResend &bulk,
                                       const QString &requestId, Id message) {
    auto candidate = m_parts.resender.hold(connection, message);
    if (!candidate)
        return Failure(candidate.error());
    if (candidate->record.message.state == DeliveryState::Delivered)
        return QString("delivered");
    const Result<QString> refusal = m_parts.resender.refusalOf(*candidate);
    if (!refusal || !refusal->isEmpty())
        return refusal;
    const Act act{bulk.actor, bulk.reason, requestId, {}};
    const auto requested = m_parts.resender.send(connection, *candidate, act, idToString(bulk.id));
    return requested ? Result<QString>(QString()) : Failure(requested.error());
}

} // namespace wemo::sms
