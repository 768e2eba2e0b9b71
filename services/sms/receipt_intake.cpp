#include "services/sms/receipt_intake.h"

#include "services/runtime/log.h"

namespace wemo::sms {

ReceiptIntake::ReceiptIntake(storage::Database &database, MessageLog &log, metrics::Registry &metrics,
                             std::function<void()> afterCommit, FolderOptions options)
    : m_database(database)
    , m_log(log)
    , m_metrics(metrics)
    , m_afterCommit(std::move(afterCommit))
    , m_folder({database, log, metrics, m_afterCommit}, options)
    , m_inbox(database, [this] { m_folder.wake(); }) {}

void ReceiptIntake::start() {
    m_folder.start();
    m_inbox.start();
}

void ReceiptIntake::stop() {
    m_inbox.stop();
    m_folder.stop();
}

void ReceiptIntake::put(const Incoming &incoming, ReceiptInbox::Answer answer) {
    m_inbox.put(receiptRow(m_log, incoming), std::move(answer));
}

Result<void> ReceiptIntake::take(const Incoming &incoming) {
    if (const Result<void> written = m_inbox.write({receiptRow(m_log, incoming)}); !written)
        return written;
    const Result<int> folded = m_folder.fold();
    return folded ? Result<void>() : Failure(folded.error());
}

Result<void> ReceiptIntake::takeFor(Id message, const Receipt &receipt, const QString &source) {
    ReceiptRow row = receiptRow(m_log, {receipt});
    const Result<Applied> applied = m_database.write([&](storage::Connection &connection) -> Result<Applied> {
        Result<MessageRecord> record = m_log.lock(connection, message);
        if (!record)
            return Failure(record.error());
        // A query that only repeats what is known is not worth a line in the log.
        if (judge(record->message.state, receipt.state) == Verdict::Repeated)
            return Applied{Verdict::Repeated, true};
        return m_log.apply(connection, *record, newsOf(row, source));
    });
    if (!applied)
        return Failure(applied.error());
    m_metrics.count("wemo_sms_receipts_total", {{"outcome", outcomeOf(receipt, *applied)}});
    if (!applied->isDuplicate && applied->verdict == Verdict::Moved && isFinal(receipt.state))
        m_metrics.count("wemo_sms_final_total", {{"state", toString(receipt.state).toStdString()}});
    m_afterCommit();
    return {};
}

Result<int> ReceiptIntake::replayOrphans(const QString &batchId, int limit) {
    return m_folder.foldOrphans(batchId, std::nullopt, limit);
}

Result<qint64> ReceiptIntake::forgetOrphansBefore(Instant before) {
    return m_database.write([&](storage::Connection &connection) {
        return connection.execute("sms/delete_old_orphans", {{"before", toMs(before)}});
    });
}

} // namespace wemo::sms
