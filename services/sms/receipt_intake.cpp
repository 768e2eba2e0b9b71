#include "services/sms/receipt_intake.h"

#include "models/sms/every8d_codes.h"
#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"

#include <QCryptographicHash>

namespace wemo::sms {

namespace {
constexpr const char *receiptsTotal = "wemo_sms_receipts_total";

News newsOf(const Receipt &receipt, const QByteArray &dedupe, const QString &source) {
    News news;
    news.source = source;
    news.state = receipt.state;
    news.rawCode = receipt.rawCode;
    news.reason = receipt.reason;
    news.gatewayAt = receipt.gatewayAt;
    news.batchId = receipt.batchId;
    news.isNote = receipt.isReply || !receipt.isRecognised;
    news.dedupe = dedupe;
    if (receipt.isReply)
        news.note = "The rider answered this message.";
    else if (!receipt.isRecognised)
        news.note = "The gateway sent a status that is documented nowhere.";
    else
        news.note = source == "poll" ? "The gateway was asked and said so." : "The gateway sent a delivery receipt.";
    return news;
}
} // namespace

ReceiptIntake::ReceiptIntake(storage::Database &database, MessageLog &log, metrics::Registry &metrics,
                             std::function<void()> afterCommit)
    : m_database(database)
    , m_log(log)
    , m_metrics(metrics)
    , m_afterCommit(std::move(afterCommit)) {}

QByteArray ReceiptIntake::dedupeKey(const Receipt &receipt, const QByteArray &numberHash) const {
    const QByteArray at = receipt.gatewayAt ? QByteArray::number(toMs(*receipt.gatewayAt)) : QByteArray();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part :
         {receipt.batchId.toUtf8(), numberHash, receipt.reference.toUtf8(), receipt.rawCode.toUtf8(), at}) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return hash.result().left(16);
}

Result<Applied> ReceiptIntake::apply(storage::Connection &connection, Id message, const Receipt &receipt,
                                     const QByteArray &dedupe, const QString &source) {
    Result<MessageRecord> record = m_log.lock(connection, message);
    if (!record)
        return Failure(record.error());
    return m_log.apply(connection, *record, newsOf(receipt, dedupe, source));
}

Result<ReceiptIntake::Taken> ReceiptIntake::tryTake(storage::Connection &connection, const Receipt &receipt,
                                                    const QByteArray &numberHash, const QString &source,
                                                    Applied *applied) {
    const auto message = m_log.match(connection, receipt.batchId, receipt.reference, numberHash);
    if (!message)
        return Failure(message.error());
    if (!*message)
        return Taken::NoMessage;
    const auto done = apply(connection, **message, receipt, dedupeKey(receipt, numberHash), source);
    if (!done)
        return Failure(done.error());
    *applied = *done;
    return Taken::Applied;
}

Result<void> ReceiptIntake::take(const Receipt &receipt, const QString &source) {
    const QByteArray numberHash = m_log.numberHash(receipt.number);
    Applied applied;
    const auto attempt = [&](storage::Connection &c) { return tryTake(c, receipt, numberHash, source, &applied); };
    WEMO_FAILPOINT("receipt.before-record");
    Result<Taken> taken = m_database.write(attempt);
    if (taken && *taken == Taken::NoMessage) {
        m_metrics.count(receiptsTotal, {{"outcome", "orphan"}});
        if (const Result<void> kept = keepOrphan(receipt, numberHash); !kept)
            return kept;
        // The answer may have been recorded between the look and the keeping; its own replay may have been before it.
        const Result<int> replayed = replayOrphans(receipt.batchId);
        return replayed ? Result<void>() : Failure(replayed.error());
    }
    if (!taken)
        return Failure(taken.error());
    WEMO_FAILPOINT("receipt.after-record");
    count(receipt, applied);
    m_afterCommit();
    return {};
}

Result<void> ReceiptIntake::takeFor(Id message, const Receipt &receipt, const QString &source) {
    const QByteArray dedupe = dedupeKey(receipt, m_log.numberHash(receipt.number));
    const Result<Applied> applied = m_database.write([&](storage::Connection &connection) -> Result<Applied> {
        Result<MessageRecord> record = m_log.lock(connection, message);
        if (!record)
            return Failure(record.error());
        // A query that only repeats what is known is not worth a line in the log.
        if (judge(record->message.state, receipt.state) == Verdict::Repeated)
            return Applied{Verdict::Repeated, true};
        return m_log.apply(connection, *record, newsOf(receipt, dedupe, source));
    });
    if (!applied)
        return Failure(applied.error());
    count(receipt, *applied);
    m_afterCommit();
    return {};
}

Result<void> ReceiptIntake::keepOrphan(const Receipt &receipt, const QByteArray &numberHash) {
    const auto at = receipt.gatewayAt ? QVariant(toMs(*receipt.gatewayAt)) : QVariant();
    const Result<qint64> kept = m_database.write([&](storage::Connection &connection) {
        return connection.execute("sms/insert_orphan", {{"id", m_log.ids().next()},
                                                        {"received_at", toMs(m_log.clock().now())},
                                                        {"batch_id", receipt.batchId},
                                                        {"reference", receipt.reference},
                                                        {"number_hash", numberHash},
                                                        {"raw_code", receipt.rawCode},
                                                        {"gateway_at", at},
                                                        {"dedupe", dedupeKey(receipt, numberHash)}});
    });
    if (!kept)
        return Failure(kept.error());
    runtime::log::warn("receipt-without-message", {{"batch", receipt.batchId}, {"status", receipt.rawCode}});
    return {};
}

Result<bool> ReceiptIntake::replay(const storage::Row &orphan) {
    Receipt receipt;
    receipt.batchId = orphan.text("batch_id");
    receipt.reference = orphan.text("reference");
    receipt.rawCode = orphan.text("raw_code");
    if (const auto at = orphan.optionalInteger("gateway_at"))
        receipt.gatewayAt = fromMs(*at);
    const auto meaning = every8d::statusMeaning(receipt.rawCode);
    receipt.isRecognised = meaning.has_value();
    if (meaning) {
        receipt.state = meaning->state;
        receipt.reason = meaning->reason;
        receipt.isReply = meaning->isReply;
    }
    Applied applied;
    const Result<Taken> taken = m_database.write([&](storage::Connection &connection) -> Result<Taken> {
        // Whoever deletes the row owns it: two services may replay at once.
        const auto owned = connection.execute("sms/delete_orphan", {{"id", orphan.integer("id")}});
        if (!owned)
            return Failure(owned.error());
        if (*owned == 0) {
            applied.isDuplicate = true;
            return Taken::Applied;
        }
        const auto fitted = tryTake(connection, receipt, orphan.bytes("number_hash"), "callback", &applied);
        if (fitted && *fitted == Taken::NoMessage)
            return failure(ErrorKind::NotFound, "still-an-orphan", "No message fits."); // rolls the deletion back
        return fitted;
    });
    if (!taken && taken.error().code == "still-an-orphan")
        return false;
    if (!taken)
        return Failure(taken.error());
    count(receipt, applied);
    return true;
}

Result<int> ReceiptIntake::replayOrphans(const QString &batchId, int limit) {
    QSet<QString> with;
    storage::Params params{{"limit", limit}};
    if (!batchId.isEmpty()) {
        params.append({"batch_id", batchId});
        with.insert("batch");
    }
    const auto rows = m_database.read([&](storage::Connection &c) { return c.query("sms/orphans", params, with); });
    if (!rows)
        return Failure(rows.error());
    int found = 0;
    for (const storage::Row &row : *rows) {
        const Result<bool> replayed = replay(row);
        if (!replayed)
            return Failure(replayed.error());
        found += *replayed ? 1 : 0;
    }
    if (found > 0)
        m_afterCommit();
    return found;
}

Result<qint64> ReceiptIntake::forgetOrphansBefore(Instant before) {
    return m_database.write([&](storage::Connection &connection) {
        return connection.execute("sms/delete_old_orphans", {{"before", toMs(before)}});
    });
}

void ReceiptIntake::count(const Receipt &receipt, const Applied &applied) {
    if (applied.isDuplicate) {
        m_metrics.count(receiptsTotal, {{"outcome", "duplicate"}});
        return;
    }
    const bool isConflict = applied.verdict == Verdict::Conflict;
    const char *outcome = receipt.isReply         ? "reply"
                          : !receipt.isRecognised ? "unrecognised"
                          : isConflict            ? "conflict"
                                                  : "new";
    m_metrics.count(receiptsTotal, {{"outcome", outcome}});
    if (isConflict)
        runtime::log::warn("receipt-contradicts", {{"batch", receipt.batchId}, {"status", receipt.rawCode}});
    if (applied.verdict == Verdict::Moved && isFinal(receipt.state))
        m_metrics.count("wemo_sms_final_total", {{"state", toString(receipt.state).toStdString()}});
}

} // namespace wemo::sms
