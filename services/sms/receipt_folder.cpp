#include "services/sms/receipt_folder.h"

#include "models/live/live_event.h"
#include "services/live/outbox.h"
#include "services/runtime/failpoint.h"
#include "services/runtime/log.h"

#include <QJsonDocument>

namespace wemo::sms {

namespace {
constexpr auto gather = std::chrono::milliseconds(20); // between two rounds, so that a round is worth its commit
constexpr auto oldMonths = std::chrono::hours(24 * 7); // what is heard of is nearly always newer

/// Whether the store answers, and something that was taken is the trouble.
bool isAboutOneRow(const Error &error) {
    return error.kind != ErrorKind::Unavailable && error.kind != ErrorKind::Timeout;
}
} // namespace

ReceiptFolder::ReceiptFolder(Parts parts, FolderOptions options)
    : m_parts(std::move(parts))
    , m_options(options) {}

ReceiptFolder::~ReceiptFolder() {
    stop();
}

void ReceiptFolder::start() {
    m_stopping = false;
    for (int i = 0; i < m_options.threads; ++i)
        m_threads.emplace_back([this] { loop(); });
}

void ReceiptFolder::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void ReceiptFolder::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_one();
}

void ReceiptFolder::loop() {
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_woken = false;
        lock.unlock();
        const Result<int> folded = fold();
        if (!folded)
            runtime::log::warn("receipts-wait", {{"code", folded.error().code}, {"detail", folded.error().detail}});
        lock.lock();
        m_changed.wait_for(lock, gather, [this] { return m_stopping; });
        // While the store is away a wake must not make a busy loop of it.
        m_changed.wait_for(lock, m_options.tick, [&] { return m_stopping || (m_woken && folded); });
    }
}

Result<int> ReceiptFolder::fold() {
    for (int total = 0;;) {
        Result<Folded> folded = foldBatch(m_options.batch);
        if (!folded && isAboutOneRow(folded.error()))
            folded = foldBatch(1); // past it, if it is not the first
        if (!folded && isAboutOneRow(folded.error()))
            folded = setOneAside();
        if (!folded)
            return Failure(folded.error());
        if (folded->taken == 0)
            return total;
        total += folded->taken;
        WEMO_FAILPOINT("receipt.after-fold");
        tell(*folded);
        if (!folded->since)
            continue;
        // The answer may have been recorded between the look and the keeping, and its own look for orphans before it.
        if (const Result<int> again = foldOrphans({}, folded->since, m_options.batch); !again)
            return again;
    }
}

Result<ReceiptFolder::Folded> ReceiptFolder::foldBatch(int limit) {
    return m_parts.database.write([&](storage::Connection &connection) -> Result<Folded> {
        const Result<storage::Rows> taken = connection.query("sms/take_receipts", {{"limit", limit}});
        return taken ? foldRows(connection, *taken) : Failure(taken.error());
    });
}

/// One that cannot be folded must not hold up all others: it waits among the orphans, where people find it.
Result<ReceiptFolder::Folded> ReceiptFolder::setOneAside() {
    return m_parts.database.write([&](storage::Connection &connection) -> Result<Folded> {
        const Result<storage::Rows> taken = connection.query("sms/take_receipts", {{"limit", 1}});
        if (!taken)
            return Failure(taken.error());
        std::vector<ReceiptRow> rows;
        for (const storage::Row &row : *taken)
            rows.push_back(receiptRowOf(row));
        Folded folded;
        folded.taken = static_cast<int>(rows.size());
        folded.outcomes["unfoldable"] = folded.taken;
        const Result<void> kept = insertReceipts(connection, rows, true);
        return kept ? Result<Folded>(std::move(folded)) : Failure(kept.error());
    });
}

Result<int> ReceiptFolder::foldOrphans(const QString &batchId, std::optional<Instant> since, int limit) {
    storage::Params params{{"limit", limit}};
    QSet<QString> with;
    if (!batchId.isEmpty()) {
        params.append({"batch_id", batchId});
        with.insert("batch");
    }
    if (since) {
        params.append({"since", toMs(*since)});
        with.insert("since");
    }
    const auto folded = m_parts.database.write([&](storage::Connection &connection) -> Result<Folded> {
        const Result<storage::Rows> taken = connection.query("sms/take_orphans", params, with);
        return taken ? foldRows(connection, *taken) : Failure(taken.error());
    });
    if (!folded)
        return Failure(folded.error());
    if (folded->taken > 0)
        tell(*folded);
    return folded->matched;
}

Result<ReceiptFolder::Folded> ReceiptFolder::foldRows(storage::Connection &connection, const storage::Rows &taken) {
    std::vector<ReceiptRow> rows;
    for (const storage::Row &row : taken)
        rows.push_back(receiptRowOf(row));
    std::sort(rows.begin(), rows.end(), [](const ReceiptRow &a, const ReceiptRow &b) { return a.id < b.id; });
    const Result<std::vector<Id>> messages = match(connection, rows);
    if (!messages)
        return Failure(messages.error());
    MessageBatch batch(m_parts.log, connection);
    QList<Id> known(messages->begin(), messages->end());
    known.removeAll(0);
    if (const auto locked = batch.lock(std::move(known)); !locked)
        return Failure(locked.error());
    Folded folded;
    folded.taken = static_cast<int>(rows.size());
    std::vector<ReceiptRow> orphans;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ReceiptRow &row = rows[i];
        if (row.receipt.isReply)
            if (const auto kept = keepReply(connection, row, messages->at(i)); !kept)
                return Failure(kept.error());
        const std::optional<Applied> applied = batch.apply(messages->at(i), newsOf(row, "callback"));
        if (applied)
            count(folded, row.receipt, *applied);
        else if (row.receipt.isReply)
            ++folded.outcomes["reply"];
        else
            orphans.push_back(row);
    }
    if (!orphans.empty()) {
        folded.outcomes["orphan"] += static_cast<int>(orphans.size());
        folded.since = orphans.front().receivedAt;
        for (const ReceiptRow &row : orphans)
            folded.since = std::min(*folded.since, row.receivedAt);
        if (const Result<void> kept = insertReceipts(connection, orphans, true); !kept)
            return Failure(kept.error());
    }
    const Result<void> written = batch.write();
    return written ? Result<Folded>(std::move(folded)) : Failure(written.error());
}

/// 0 = fits none.
Result<std::vector<Id>> ReceiptFolder::match(storage::Connection &connection, const std::vector<ReceiptRow> &rows) {
    std::vector<Id> messages(rows.size(), 0);
    if (rows.empty())
        return messages;
    QJsonArray wanted;
    for (const ReceiptRow &row : rows) {
        const std::optional<Id> reference = idFromString(row.receipt.reference);
        wanted.append(QJsonArray{row.receipt.batchId, reference ? QJsonValue(*reference) : QJsonValue(),
                                 QString::fromLatin1(row.numberHash.toHex().toUpper())});
    }
    const Result<storage::Rows> found = connection.query(
        "sms/match_receipts", {{"rows", QString::fromUtf8(QJsonDocument(wanted).toJson(QJsonDocument::Compact))},
                               {"since", firstIdAt(m_parts.log.clock().now() - oldMonths)}});
    if (!found)
        return Failure(found.error());
    for (const storage::Row &row : *found)
        messages.at(static_cast<std::size_t>(row.integer("place"))) = row.integer("message");
    return messages;
}

Result<void> ReceiptFolder::keepReply(storage::Connection &connection, const ReceiptRow &row, Id message) {
    const Result<qint64> kept =
        connection.execute("sms/insert_reply", {{"id", row.id},
                                                {"at", toMs(row.receipt.gatewayAt.value_or(row.receivedAt))},
                                                {"gateway", row.receipt.gateway},
                                                {"message_id", message != 0 ? QVariant(message) : QVariant()},
                                                {"number_hash", row.numberHash},
                                                {"number_masked", row.maskedNumber},
                                                {"text_sealed", row.textSealed},
                                                {"dedupe", row.dedupe}});
    if (!kept)
        return Failure(kept.error());
    if (*kept == 0)
        return {};
    return live::Outbox::addEvent(connection, live::smsReplied, {{"id", idToString(row.id)}});
}

void ReceiptFolder::count(Folded &folded, const Receipt &receipt, const Applied &applied) {
    ++folded.matched;
    ++folded.outcomes[outcomeOf(receipt, applied)];
    if (!applied.isDuplicate && applied.verdict == Verdict::Moved && isFinal(receipt.state))
        ++folded.finals[toString(receipt.state).toStdString()];
}

void ReceiptFolder::tell(const Folded &folded) {
    for (const auto &[outcome, count] : folded.outcomes) {
        m_parts.metrics.count("wemo_sms_receipts_total", {{"outcome", outcome}}, count);
        if (outcome == "orphan" || outcome == "conflict" || outcome == "unfoldable")
            runtime::log::warn("receipts-odd", {{"outcome", outcome}, {"count", count}});
    }
    for (const auto &[state, count] : folded.finals)
        m_parts.metrics.count("wemo_sms_final_total", {{"state", state}}, count);
    m_parts.afterCommit();
}

} // namespace wemo::sms
